import type { SheetSectionOf } from '#db/groups/group-hooks';
import { MASKED } from '#db/people/people.rules';
import { isAuditor } from '#db/shared/actor';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { officersOn, withContact } from './officers-on.service.ts';
import { postWords } from './officers.rules.ts';

/** The officers on a group's record sheet (DOC-17); a name or phone stands there only where the officer agreed (PPL-10). */
export const officersOnSheet: SheetSectionOf = async (ctx, group, on) => {
  const hidden = (text: string) => (text !== '' && isAuditor(ctx.actor) ? MASKED : text);
  const officers = await withContact(ctx, await officersOn(ctx, group.id, on), on);
  return {
    heading: 'Officers',
    table: {
      headings: ['Post', 'Name', 'Phone', 'Since'],
      rows: officers.map((one) => [
        postWords(one.post),
        one.mayName ? hidden(one.personName) : 'Not shared',
        one.mayName && one.phone !== null ? hidden(one.phone) : 'Not shared',
        formatDateNoWeekday(one.from),
      ]),
    },
    empty: 'Nobody is entered as an officer.',
  };
};

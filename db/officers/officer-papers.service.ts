import type { Group } from '#db/groups/groups.contract';
import { isRepKind } from '#db/groups/kinds.rules';
import { getGroup } from '#db/groups/groups.service';
import { mayName } from '#db/people/consents.service';
import { MASKED } from '#db/people/people.rules';
import { getPersonRecord } from '#db/people/person-record.service';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { getCommittee } from './committees.service.ts';
import type { ContactSheetValues } from './contact-sheet.pdf.ts';
import type { HandOverLettersValues, HandOverPart } from './hand-over-letters.pdf.ts';
import { getHandOver } from './hand-over.service.ts';
import type { OfficerNotificationValues } from './officer-notification.pdf.ts';
import { withoutNames } from './officer-mask.rules.ts';
import type { officersContract } from './officers-api.contract.ts';
import { getTerm, officersOn, withContact } from './officers-on.service.ts';
import type { CommitteeId, HandOver, TermId } from './officers.contract.ts';
import * as terms from './officers.repository.ts';
import { postWords } from './officers.rules.ts';
import { listVacancies } from './vacancies.service.ts';

type PaperVerb = 'printNotification' | 'printContactSheet' | 'printHandOver' | 'printLetters';

/** The papers about officers: notification, contact sheet, hand-over list and letters. */
export const officerPapers: Pick<Handlers<typeof officersContract>, PaperVerb> = {
  async printNotification(steps, { groupId, termId, size }) {
    const values = await steps.unit(async (ctx) =>
      termId === null
        ? blankNotification(ctx, groupId === null ? '' : (await getGroup(ctx, groupId)).name, size)
        : filledNotification(ctx, termId, size),
    );
    return drawPaperAs(steps, {
      paper: 'officer-notification',
      values,
      title: 'New officer or media contact',
      fileName: 'officer-notification.pdf',
    });
  },

  async printContactSheet(steps, { groupId, on, size }) {
    const values = await steps.unit((ctx) => contactSheetValues(ctx, groupId, on, size));
    return drawPaperAs(steps, {
      paper: 'officer-contact-sheet',
      values,
      title: `Officers of ${values.group}`,
      fileName: 'officer-contact-sheet.pdf',
    });
  },

  async printHandOver(steps, { id, size }) {
    const values = await steps.unit(async (ctx): Promise<HandOverLettersValues> => {
      const handOver = await getHandOver(ctx, id);
      return {
        ...(await paperFrameOf(ctx, size)),
        group: handOver.groupName,
        date: todayOf(ctx),
        meeting: '',
        letters: [],
        lists: [await partOf(ctx, handOver)],
      };
    });
    return drawPaperAs(steps, {
      paper: 'hand-over-letters',
      values,
      title: `Hand-over list, ${values.group}`,
      fileName: 'hand-over-list.pdf',
    });
  },

  async printLetters(steps, { id, size }) {
    const values = await steps.unit((ctx) => lettersValues(ctx, id, size));
    return drawPaperAs(steps, {
      paper: 'hand-over-letters',
      values,
      title: `Hand-over letters, ${values.group}`,
      fileName: 'hand-over-letters.pdf',
    });
  },
};

async function blankNotification(
  ctx: Ctx,
  group: string,
  size: PaperSize,
): Promise<OfficerNotificationValues> {
  return {
    ...(await paperFrameOf(ctx, size)),
    group,
    post: '',
    name: '',
    phone: '',
    email: '',
    from: '',
    replaces: '',
    meeting: '',
    isVoting: null,
    mayName: false,
    mayGivePhone: false,
  };
}

/** The form goes back to the officer it is about, so it says what is on record about them; and of the one before only the name they let us give. */
async function filledNotification(
  ctx: Ctx,
  termId: TermId,
  size: PaperSize,
): Promise<OfficerNotificationValues> {
  const term = await getTerm(ctx, termId);
  const person = await getPersonRecord(ctx, term.personId);
  const hidden = (text: string) => (text !== '' && isAuditor(ctx.actor) ? MASKED : text);
  const [officer] = await withContact(ctx, [term], todayOf(ctx));
  const before = (await terms.listOfGroup(ctx, term.groupId)).find(
    (one) => one.post === term.post && one.from < term.from && one.personId !== term.personId,
  );
  const isNamed = before !== undefined && (await mayName(ctx, before.personId, todayOf(ctx)));
  return {
    ...(await blankNotification(ctx, term.groupName, size)),
    post: postWords(term.post),
    name: hidden(term.personName),
    phone: hidden(person.phone),
    email: hidden(person.email),
    from: formatDateNoWeekday(term.from),
    replaces:
      before === undefined
        ? 'Nobody'
        : isNamed
          ? hidden(before.personName)
          : `The ${postWords(term.post).toLowerCase()} since ${formatDateNoWeekday(before.from)}`,
    meeting: term.meetingThatDecided,
    isVoting: term.isVoting,
    mayName: officer?.mayName ?? false,
    mayGivePhone: officer !== undefined && officer.phone !== null,
  };
}

async function contactSheetValues(
  ctx: Ctx,
  groupId: Group['id'],
  asked: LocalDate | null,
  size: PaperSize,
): Promise<ContactSheetValues> {
  const today = todayOf(ctx);
  const on = asked ?? today;
  const group = await getGroup(ctx, groupId);
  // What was agreed counts on the day the sheet is handed out, whatever day it shows.
  const officers = await withContact(ctx, await officersOn(ctx, groupId, on), today);
  const hidden = (text: string) => (text !== '' && isAuditor(ctx.actor) ? MASKED : text);
  return {
    ...(await paperFrameOf(ctx, size)),
    group: group.name,
    on,
    // The phone of a representative is that person's own.
    groupPhone: isRepKind(group.kind) ? '' : hidden(group.phone),
    officers: officers.map((one) => ({
      post: postWords(one.post),
      name: one.mayName ? hidden(one.personName) : null,
      phone: one.phone === null || !one.mayName ? null : hidden(one.phone),
      from: one.from,
    })),
    vacant: (await listVacancies(ctx, group, on)).map((one) => postWords(one.post)),
  };
}

/** A letter for everybody who goes and everybody who comes, and the lists once more for the centre's file. */
async function lettersValues(
  ctx: Ctx,
  id: CommitteeId,
  size: PaperSize,
): Promise<HandOverLettersValues> {
  const committee = await getCommittee(ctx, id);
  const group = await getGroup(ctx, committee.groupId);
  const hidden = (name: string) => (isAuditor(ctx.actor) ? MASKED : name);
  const letters: HandOverLettersValues['letters'][number][] = [];
  for (const handOver of committee.handOvers) {
    const part = await partOf(ctx, handOver);
    if (handOver.outgoing !== null)
      letters.push({ to: hidden(handOver.outgoing.name), isOutgoing: true, part });
    if (handOver.incoming !== null)
      letters.push({ to: hidden(handOver.incoming.name), isOutgoing: false, part });
  }
  return {
    ...(await paperFrameOf(ctx, size)),
    group: group.name,
    date: todayOf(ctx),
    meeting: committee.meetingThatDecided,
    letters,
    lists: [],
  };
}

/** One hand-over as a paper may show it: nobody is named who has not agreed to it (PPL-10). */
async function partOf(ctx: Ctx, handOver: HandOver): Promise<HandOverPart> {
  const post = postWords(handOver.post);
  const masked = isAuditor(ctx.actor) ? withoutNames(handOver) : handOver;
  const named = async (who: HandOver['outgoing'], whoElse: string): Promise<string | null> => {
    if (who === null) return null;
    if (!(await mayName(ctx, who.personId, todayOf(ctx)))) return whoElse;
    return isAuditor(ctx.actor) ? MASKED : who.name;
  };
  return {
    post,
    outgoing: await named(handOver.outgoing, `the former ${post.toLowerCase()}`),
    incoming: await named(handOver.incoming, `the new ${post.toLowerCase()}`),
    on: handOver.on,
    lines: masked.lines.map((line) => ({ words: line.words, isDone: line.doneOn !== null })),
  };
}

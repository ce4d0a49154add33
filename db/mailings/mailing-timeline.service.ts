import type { TimelineSource } from '#db/timeline/timeline-source';
import { entryOn } from '#db/timeline/timeline.rules';
import { MAILING_CHANNEL_WORDS } from './mailings.contract.ts';
import * as mailings from './mailings.repository.ts';

/** What a person was asked, and how; a group is asked nothing as such. */
export const mailingTimeline: TimelineSource = {
  kinds: ['contact'],
  async list(ctx, of) {
    if (of.kind === 'group') return [];
    const asked = await mailings.listOfPerson(ctx, of.personId);
    return asked.flatMap((one) =>
      entryOn(one.madeOn, {
        kind: 'contact',
        words: `Asked: ${MAILING_CHANNEL_WORDS[one.channel].toLowerCase()}, ${one.reference}`,
        detail: one.subject,
        path: `/people/mailings/${one.mailingId}`,
      }),
    );
  },
};

import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { StandingSource, TimelineSource } from '#db/timeline/timeline-source';
import { entryOn } from '#db/timeline/timeline.rules';
import type { Restriction } from './restrictions.contract.ts';
import * as restrictions from './restrictions.repository.ts';
import { isStanding } from './restrictions.rules.ts';

/** What was taken away from a group or person, and when it was given back. */
export const restrictionTimeline: TimelineSource = {
  kinds: ['restriction'],
  async list(ctx, of) {
    return (await restrictions.listOn(ctx, [of])).flatMap((one) => {
      const about = { kind: 'restriction', path: '' } as const;
      const words = `${one.scopeWords} (${one.reference})`;
      return [
        ...entryOn(one.from, {
          ...about,
          words: `${takenWords(one)}: ${words}`,
          detail: one.reason,
        }),
        ...entryOn(one.liftedOn, {
          ...about,
          words: `Given back: ${words}`,
          detail: one.liftedWhy,
        }),
        ...entryOn(one.liftedOn === null ? one.until : null, {
          ...about,
          words: `Last day without: ${words}`,
        }),
      ];
    });
  },
};

/** What stands in the way today; nothing in the way is worth a line too. */
export const restrictionStanding: StandingSource = {
  async allowed(ctx, of, today) {
    const standing = (await restrictions.listOn(ctx, [of])).filter((one) => isStanding(one, today));
    if (standing.length === 0)
      return [
        { what: 'Rooms, computers and equipment', state: 'yes', why: '', detail: '' },
      ] as const;
    return standing.map((one) => ({
      what: one.scopeWords.slice(0, 1).toUpperCase() + one.scopeWords.slice(1),
      state: one.effect === 'bars' ? ('no' as const) : ('warns' as const),
      why: `${one.reference}, from ${formatDateNoWeekday(one.from)}${one.until === null ? ', open-ended' : ` until ${formatDateNoWeekday(one.until)}`}`,
      detail: one.reason,
    }));
  },
};

const takenWords = ({ effect }: Restriction): string =>
  effect === 'bars' ? 'Removed' : 'Warned about';

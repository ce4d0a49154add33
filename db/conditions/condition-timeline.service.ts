import type { TimelineSource } from '#db/timeline/timeline-source';
import { entryOn } from '#db/timeline/timeline.rules';
import type { ConditionKind } from './conditions.contract.ts';
import * as conditions from './conditions.repository.ts';

/** Guidelines and fire procedures that were given to a group or person. */
export const conditionTimeline: TimelineSource = {
  kinds: ['text'],
  async list(ctx, of) {
    return (await conditions.listOf(ctx, of)).flatMap((one) =>
      entryOn(one.on, {
        kind: 'text',
        words: `${KIND_WORDS[one.kind]}, version ${one.number}: given`,
      }),
    );
  },
};

const KIND_WORDS: Readonly<Record<ConditionKind, string>> = {
  guidelines: 'Guidelines',
  fire: 'Fire procedure',
};

import type { TimelineSource } from '#db/timeline/timeline-source';
import { entryOn } from '#db/timeline/timeline.rules';
import { mergesOf } from './merge/merges-of.service.ts';

/** Records that were put together with this one. */
export const mergeTimeline: TimelineSource = {
  kinds: ['record'],
  async list(ctx, of) {
    const id = of.kind === 'group' ? of.groupId : of.personId;
    return (await mergesOf(ctx, of.kind, id)).flatMap((one) =>
      entryOn(one.mergedOn, {
        kind: 'record',
        words: `Put together with another record${one.isUndone ? ', taken back' : ''}`,
        detail: one.lostName,
      }),
    );
  },
};

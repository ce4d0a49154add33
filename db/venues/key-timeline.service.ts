import type { TimelineSource } from '#db/timeline/timeline-source';
import { entryOn } from '#db/timeline/timeline.rules';
import * as keys from './keys.repository.ts';

/** Keys that went out and came back, of a person, or held for a group. */
export const keyTimeline: TimelineSource = {
  kinds: ['key'],
  async list(ctx, of) {
    const isGroup = of.kind === 'group';
    const found = (await keys.list(ctx, true)).filter((one) =>
      isGroup ? one.groupId === of.groupId : one.personId === of.personId,
    );
    return found.flatMap((one) => {
      const about = { kind: 'key', detail: isGroup ? one.personName : '', path: '' } as const;
      const forGroup = isGroup || one.groupName === '' ? '' : ` for ${one.groupName}`;
      return [
        ...entryOn(one.heldSince, { ...about, words: `Given key “${one.keyName}”${forGroup}` }),
        ...entryOn(one.returnedOn, { ...about, words: `Key “${one.keyName}” came back` }),
      ];
    });
  },
};

import type { TimelineSource } from '#db/timeline/timeline-source';
import { entryOn } from '#db/timeline/timeline.rules';
import { type ActivityOfPerson, REGISTER_STANDING_WORDS } from './activities.contract.ts';
import * as activities from './activities.repository.ts';
import { forWhomWords } from './register.rules.ts';

/** What a person came to, and what a group led or was represented at. */
export const activityTimeline: TimelineSource = {
  kinds: ['activity'],
  async list(ctx, of) {
    if (of.kind === 'group')
      return (await activities.listOfGroup(ctx, of.groupId)).flatMap((one) =>
        entryOn(one.on, {
          kind: 'activity',
          words: `${one.kind}${groupWords(one, of.groupId)}`,
          detail: one.title,
          path: `/activities/${one.id}`,
        }),
      );
    const always = { from: null, until: null };
    return (await activities.listOfPerson(ctx, of.personId, always)).flatMap((one) =>
      entryOn(one.on, {
        kind: 'activity',
        words: `${one.kind}${personWords(one)}`,
        detail: `${one.title}${one.groups.length === 0 ? '' : `, for ${forWhomWords(one)}`}`,
        path: `/activities/${one.id}`,
      }),
    );
  },
};

function groupWords(one: activities.ActivityOfGroup, groupId: string): string {
  if (one.isCancelled) return ', cancelled';
  const leads = one.ledBy.kind === 'group' && one.ledBy.groupId === groupId;
  return `${leads ? ', led by it' : ''}${one.cameForIt === 0 ? '' : `, ${one.cameForIt} came for it`}`;
}

const personWords = (one: ActivityOfPerson): string =>
  one.isCancelled ? ', cancelled' : `: ${REGISTER_STANDING_WORDS[one.standing].toLowerCase()}`;

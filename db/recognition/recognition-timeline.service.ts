import type { StandingSource, TimelineSource } from '#db/timeline/timeline-source';
import { dueBy, entryOn } from '#db/timeline/timeline.rules';
import { papersOutstanding, readRecognition } from './read-recognition.service.ts';
import { DECISION_WORDS } from './recognition-words.rules.ts';
import { ACTIVITY_WORDS } from './recognition.contract.ts';
import * as recognition from './recognition.repository.ts';

/** What was decided on the recognition of a group; a decision that was taken back says so. */
export const recognitionTimeline: TimelineSource = {
  kinds: ['recognition'],
  async list(ctx, of) {
    if (of.kind === 'person') return [];
    return (await recognition.listDecisions(ctx, of.groupId)).flatMap((one) =>
      entryOn(one.from, {
        kind: 'recognition',
        words: `${DECISION_WORDS[one.kind]}${one.reference === '' ? '' : ` (${one.reference})`}${one.isTakenBack ? ', taken back' : ''}`,
        detail: one.reason,
      }),
    );
  },
};

/** Papers still to come, and what the lack of recognition stops or warns about today (GRP-01). Never of individuals. */
export const recognitionStanding: StandingSource = {
  async due(ctx, of, today) {
    if (of.kind === 'person') return [];
    return (await papersOutstanding(ctx, of.groupId)).map((words) =>
      dueBy(`For recognition: ${words}`, null, today),
    );
  },
  async allowed(ctx, of) {
    if (of.kind === 'person') return [];
    const { activities } = await readRecognition(ctx, of.groupId);
    return activities.map(({ activity, stops, rule, why }) => ({
      what: ACTIVITY_WORDS[activity],
      state: stops ? 'no' : rule === 'warns' && why !== '' ? 'warns' : 'yes',
      why,
      detail: '',
    }));
  },
};

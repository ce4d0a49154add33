import { getGroup } from '#db/groups/groups.service';
import type { StandingSource, TimelineSource } from '#db/timeline/timeline-source';
import { dueBy, entryOn } from '#db/timeline/timeline.rules';
import * as terms from './officers.repository.ts';
import { postWords } from './officers.rules.ts';
import { listVacancies } from './vacancies.service.ts';

/** Who took and left which post when. */
export const officerTimeline: TimelineSource = {
  kinds: ['officer'],
  async list(ctx, of) {
    const isGroup = of.kind === 'group';
    const found = isGroup
      ? await terms.listOfGroup(ctx, of.groupId)
      : await terms.listOfPerson(ctx, of.personId);
    return found.flatMap((term) => {
      const about = {
        kind: 'officer',
        detail: isGroup ? term.personName : '',
        path: isGroup ? `/people/${term.personId}` : `/groups/${term.groupId}`,
      } as const;
      const post = `${postWords(term.post)}${isGroup ? '' : ` of ${term.groupName}`}`;
      return [
        ...entryOn(term.from, { ...about, words: `${post}: first day` }),
        ...entryOn(term.until, { ...about, words: `${post}: last day` }),
      ];
    });
  },
};

/** Posts that should be filled, and inductions that were not done. */
export const officerStanding: StandingSource = {
  async due(ctx, of, today) {
    if (of.kind === 'group')
      return (await listVacancies(ctx, await getGroup(ctx, of.groupId), today)).map((one) =>
        dueBy(`${postWords(one.post)}: to be filled`, one.fillBy, today),
      );
    return (await terms.listOfPerson(ctx, of.personId))
      .filter((term) => term.needsInduction && term.inductionDoneOn === null)
      .map((term) =>
        dueBy(
          `Induction as ${postWords(term.post).toLowerCase()} of ${term.groupName}`,
          null,
          today,
        ),
      );
  },
};

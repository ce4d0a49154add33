// [browser-safe]
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonKind } from '#db/people/people.contract';
import { countOf, joinWords } from '#db/shared/plain-words';
import type { RegisterDetails, RegisterLine, RegisterTotals } from './activities.contract.ts';

/** What a line says once the record of whoever stood on it was erased. */
export const GONE = 'Somebody no longer on record';

/** What is wrong with a line before it is kept. */
export type BadLine = 'no-name' | 'left-before-arriving';

export function findBadLine(
  line: Pick<RegisterDetails, 'personId' | 'name' | 'arrivedAt' | 'leftAt'>,
): BadLine | undefined {
  if (line.personId === null && line.name === '') return 'no-name';
  const isBackwards =
    line.arrivedAt !== null && line.leftAt !== null && line.leftAt < line.arrivedAt;
  return isBackwards ? 'left-before-arriving' : undefined;
}

/** A line as it is kept: times are of those who came, a name of those not on record, each group once. */
export function tidyLine(line: RegisterDetails): RegisterDetails {
  const hasCome = line.standing === 'came';
  const isOnRecord = line.personId !== null;
  return {
    ...line,
    name: isOnRecord ? '' : line.name,
    tenure: isOnRecord ? null : line.tenure,
    groupIds: [...new Set(line.groupIds)],
    arrivedAt: hasCome ? line.arrivedAt : null,
    leftAt: hasCome ? line.leftAt : null,
  };
}

const most = (a: { readonly count: number }, b: { readonly count: number }): number =>
  b.count - a.count;

/**
 * What a register adds up to (MTG-25). A line is one person and counts once; somebody who came for two groups counts
 * once in each of them.
 */
export function totalsOf(lines: readonly RegisterLine[]): RegisterTotals {
  const came = lines.filter((line) => line.standing === 'came');
  const tenures = new Map<PersonKind | null, number>();
  const groups = new Map<GroupId, { readonly groupName: string; count: number }>();
  for (const line of came) {
    tenures.set(line.tenure, (tenures.get(line.tenure) ?? 0) + 1);
    for (const { groupId, groupName } of line.groups) {
      const counted = groups.get(groupId);
      if (counted === undefined) groups.set(groupId, { groupName, count: 1 });
      else counted.count += 1;
    }
  }
  const countOfStanding = (standing: RegisterLine['standing']): number =>
    lines.filter((line) => line.standing === standing).length;
  return {
    came: came.length,
    expected: countOfStanding('expected'),
    apologies: countOfStanding('apologies'),
    firstTime: came.filter((line) => line.isFirstTime).length,
    wantToClaim: came.filter((line) => line.wantsToClaim).length,
    tenures: [...tenures].map(([tenure, count]) => ({ tenure, count })).toSorted(most),
    groups: [...groups]
      .map(([groupId, { groupName, count }]) => ({ groupId, groupName, count }))
      .toSorted(most),
    forThemself: came.filter((line) => line.groups.length === 0).length,
  };
}

/** '12 people came, 3 of them for the first time; 2 sent apologies; 1 still expected'. */
export function totalsWords(totals: RegisterTotals): string {
  const { came, firstTime } = totals;
  const first =
    firstTime === 0
      ? ''
      : `, ${firstTime === came ? '' : `${firstTime} of them `}for the first time`;
  return [
    came === 0 ? 'Nobody has come yet' : `${countOf(came, 'person', 'people')} came${first}`,
    ...(totals.apologies === 0 ? [] : [`${totals.apologies} sent apologies`]),
    ...(totals.expected === 0 ? [] : [`${totals.expected} still expected`]),
  ].join('; ');
}

/** 'For themself', or the groups they came for. */
export const forWhomWords = (line: Pick<RegisterLine, 'groups'>): string =>
  line.groups.length === 0
    ? 'For themself'
    : joinWords(line.groups.map(({ groupName }) => groupName));

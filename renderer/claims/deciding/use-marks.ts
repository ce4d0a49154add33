import { useState } from 'react';
import type { ClaimId, ClaimSummary } from '#db/claims/claims.contract';

/** A claim as it was when it was marked: what changed since is refused. */
type Mark = { readonly version: number; readonly key: string };

/** A claim that was refused among several, and why. */
export type RefusedClaim = {
  readonly id: ClaimId;
  readonly reference: string;
  readonly why: string;
};

/** Whether a claim can be approved among several: it waits for a decision, is priced, and nothing in it is doubted. */
export const canMark = (claim: ClaimSummary): boolean =>
  claim.state === 'verified' && claim.openWarnings === 0 && claim.payablePence !== null;

/**
 * Claims that are marked to be approved together. One key for one claim, made as it is marked, so that whatever is
 * pressed twice, or sent again after a lost answer, is done once.
 */
export function useMarks(claims: readonly ClaimSummary[]) {
  const [marks, setMarks] = useState<ReadonlyMap<ClaimId, Mark>>(new Map());
  // What was decided meanwhile, or is doubted now, is marked no longer.
  const marked = claims.filter((claim) => marks.has(claim.id) && canMark(claim));
  const mark = (wanted: readonly ClaimSummary[]): void =>
    setMarks((before) => {
      const after = new Map(before);
      for (const { id, version } of wanted)
        if (!after.has(id)) after.set(id, { version, key: crypto.randomUUID() });
      return after;
    });
  const unmark = (ids: readonly ClaimId[]): void =>
    setMarks((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
  return {
    marked,
    isMarked: (id: ClaimId): boolean => marked.some((claim) => claim.id === id),
    toggle: (claim: ClaimSummary): void => {
      if (marks.has(claim.id)) unmark([claim.id]);
      else if (canMark(claim)) mark([claim]);
    },
    markAll: (): void => mark(claims.filter(canMark)),
    unmark,
    /** What is sent of marked claims: as they were seen. */
    toSend: (wanted: readonly ClaimSummary[]) =>
      wanted.flatMap(({ id }) => {
        const seen = marks.get(id);
        return seen === undefined ? [] : [{ id, ...seen }];
      }),
  };
}

export type Marks = ReturnType<typeof useMarks>;

import type { Party } from '#db/people/party.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Role } from '#db/shared/roles';
import type { Allowed, Due, TimelineEntry, TimelineKind } from './timeline.contract.ts';

/** Which part of the timeline is read. */
export type TimelineAsked = {
  readonly when: 'past' | 'coming';
  readonly today: LocalDate;
  /** No more than this many are shown, so a source with many rows reads no more. */
  readonly limit: number;
};

/** What one module knows of what happened with a group or person. A short list may be given whole and in any order. */
export type TimelineSource = {
  readonly kinds: readonly TimelineKind[];
  /** Who may see it; everybody where nothing is said. */
  readonly access?: readonly Role[];
  readonly list: (ctx: Ctx, of: Party, asked: TimelineAsked) => Promise<readonly TimelineEntry[]>;
};

/** What one module says is due of a group or person, and allowed today. */
export type StandingSource = {
  readonly access?: readonly Role[];
  readonly due?: (ctx: Ctx, of: Party, today: LocalDate) => Promise<readonly Due[]>;
  readonly allowed?: (ctx: Ctx, of: Party, today: LocalDate) => Promise<readonly Allowed[]>;
};

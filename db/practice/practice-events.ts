import type { Actor, Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { Role } from '#db/shared/roles';

/** Something that somebody did in the made-up year. */
export type Event = {
  readonly at: Instant;
  readonly by: Role | 'program';
  readonly act: (ctx: Ctx) => Promise<void>;
};

/** What the made-up year has brought forth so far: ids by the names the plan uses. */
export type Known = {
  readonly users: Map<string, Actor>;
  readonly facilities: Map<string, string>;
  readonly groups: Map<string, string>;
  readonly people: Map<string, string>;
};

import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDateTime } from '#db/shared/local-date';
import * as entries from './audit.repository.ts';
import { clockDoubtOf, type ClockDoubt } from './clock.rules.ts';

/** One line of what happened, with only those readable values that are about the subject. */
export type SubjectLine = {
  readonly localAt: LocalDateTime;
  readonly action: string;
  readonly role: string;
  readonly values: readonly {
    readonly field: string;
    readonly side: string;
    readonly value: string;
  }[];
};

/** Everything the record of what happened says about these subjects, oldest first. */
export async function listLinesAbout(ctx: Ctx, ids: readonly string[]): Promise<SubjectLine[]> {
  const values = Map.groupBy(await entries.listValuesOf(ctx, ids), ({ seq }) => seq);
  const rows = await entries.listAbout(ctx, ids);
  return rows.map((row) => ({
    localAt: row.local_at as LocalDateTime,
    action: row.action,
    role: row.actor_kind === 'program' ? 'TRC Desk' : (row.actor_role ?? ''),
    values: (values.get(row.seq) ?? []).map(({ field, side, value }) => ({ field, side, value })),
  }));
}

/** Makes what was written about these subjects unreadable for good; the chain stays whole. */
export async function forgetSubjects(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await entries.forgetSubjects(ctx, ids);
}

/** The same for some fields of a record, whoever they were about: the contacts of a group. */
export async function forgetFields(
  ctx: Ctx,
  objectId: string,
  fields: readonly string[],
): Promise<void> {
  await entries.forgetFields(ctx, { objectId, fields });
}

/** Entries by which the clock is judged: some weeks of an ordinary centre. */
const ENTRIES_LOOKED_AT = 2000;

/** Why nothing may be erased by the date of today; undefined where the clock can be trusted. */
export async function findClockDoubt(ctx: Ctx): Promise<ClockDoubt | undefined> {
  const rows = await entries.listNewestTimes(ctx, ENTRIES_LOOKED_AT);
  return clockDoubtOf(
    rows.map(({ at, action }) => ({
      at: at as Instant,
      isConfirmation: action === CLOCK_CONFIRMED,
    })),
    ctx.now(),
  );
}

/** The entry by which a manager says that today is today. */
export const CLOCK_CONFIRMED = 'clock.confirmed';

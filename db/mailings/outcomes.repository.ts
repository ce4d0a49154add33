import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { MailingId, Outcome, OutcomeId, RecordedOutcome } from './mailings.contract.ts';
import { mailingOutcomeTable, type MailingOutcomeRow } from './mailings.table.ts';

export type StoredOutcome = RecordedOutcome & {
  readonly mailingId: MailingId;
  readonly personId: PersonId;
  readonly contactBefore: LocalDate | null;
  /** The record's version after the contact was noted; null where nothing was noted. */
  readonly contactVersion: number | null;
};

const toOutcome = (row: MailingOutcomeRow): StoredOutcome => ({
  id: row.id as OutcomeId,
  mailingId: row.mailing_id as MailingId,
  personId: row.person_id as PersonId,
  outcome: row.outcome as Outcome,
  on: row.noted_on as LocalDate,
  note: row.note,
  contactBefore: row.contact_before as LocalDate | null,
  contactVersion: row.contact_version,
});

export async function insert(ctx: Ctx, outcome: StoredOutcome): Promise<void> {
  await ctx.tx.insert(mailingOutcomeTable, {
    id: outcome.id,
    mailing_id: outcome.mailingId,
    person_id: outcome.personId,
    outcome: outcome.outcome,
    note: outcome.note,
    noted_on: outcome.on,
    noted_at: ctx.now(),
    contact_before: outcome.contactBefore,
    contact_version: outcome.contactVersion,
    taken_back_on: null,
  });
}

export async function takeBack(ctx: Ctx, id: OutcomeId, on: LocalDate): Promise<void> {
  await ctx.tx.update(mailingOutcomeTable, { id }, { taken_back_on: on });
}

/** What is noted and not taken back, about a mailing or about a person, the latest first. */
export async function listStanding(
  ctx: Ctx,
  of: { readonly mailingId: MailingId } | { readonly personId: PersonId },
): Promise<readonly StoredOutcome[]> {
  const [column, id] =
    'mailingId' in of ? ['mailing_id', of.mailingId] : ['person_id', of.personId];
  const rows: readonly MailingOutcomeRow[] = await ctx.tx.query(
    `SELECT * FROM mailing_outcome WHERE ${column} = ? AND taken_back_on IS NULL
     ORDER BY noted_at DESC, rowid DESC`,
    [id],
  );
  return rows.map(toOutcome);
}

export async function findStanding(ctx: Ctx, id: OutcomeId): Promise<StoredOutcome | undefined> {
  const rows: readonly MailingOutcomeRow[] = await ctx.tx.query(
    'SELECT * FROM mailing_outcome WHERE id = ? AND taken_back_on IS NULL',
    [id],
  );
  return rows[0] === undefined ? undefined : toOutcome(rows[0]);
}

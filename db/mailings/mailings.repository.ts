import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type {
  LeftOutReason,
  Mailing,
  MailingChannel,
  MailingId,
  Selection,
} from './mailings.contract.ts';
import { mailingPersonTable, type MailingRow, mailingTable } from './mailings.table.ts';

type RowWithCounts = MailingRow & {
  readonly letters: number;
  readonly emails: number;
  readonly texts: number;
  readonly calls: number;
  readonly left_out: number;
  readonly answered: number;
};

const WITH_COUNTS = `
  SELECT m.*, coalesce(c.letters, 0) AS letters, coalesce(c.emails, 0) AS emails,
    coalesce(c.texts, 0) AS texts, coalesce(c.calls, 0) AS calls, coalesce(c.left_out, 0) AS left_out,
    (SELECT count(DISTINCT o.person_id) FROM mailing_outcome o
     WHERE o.mailing_id = m.id AND o.taken_back_on IS NULL) AS answered
  FROM mailing m LEFT JOIN (
    SELECT mailing_id, sum(channel IS 'letter') AS letters, sum(channel IS 'email') AS emails,
      sum(channel IS 'text') AS texts, sum(channel IS 'phone') AS calls, sum(channel IS NULL) AS left_out
    FROM mailing_person GROUP BY mailing_id) c ON c.mailing_id = m.id`;

const toMailing = (row: RowWithCounts): Mailing => ({
  id: row.id as MailingId,
  reference: row.reference,
  subject: row.subject,
  askedBy: row.asked_by,
  letterOn: row.letter_on as LocalDate,
  body: row.body,
  selectionWords: row.selection_words,
  madeOn: row.made_on as LocalDate,
  madeBy: row.made_by,
  byChannel: { letter: row.letters, email: row.emails, text: row.texts, phone: row.calls },
  people: row.letters + row.emails + row.texts + row.calls,
  leftOut: row.left_out,
  answered: row.answered,
  takenBackOn: row.taken_back_on as LocalDate | null,
  version: row.version,
});

export async function listAll(ctx: Ctx): Promise<readonly Mailing[]> {
  const rows: readonly RowWithCounts[] = await ctx.tx.query(
    `${WITH_COUNTS} ORDER BY m.made_at DESC, m.reference DESC`,
  );
  return rows.map(toMailing);
}

export async function findById(ctx: Ctx, id: string): Promise<Mailing | undefined> {
  const rows: readonly RowWithCounts[] = await ctx.tx.query(`${WITH_COUNTS} WHERE m.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toMailing(rows[0]);
}

/** A mailing as it is made; the counts come from its people. */
export type NewMailing = Pick<
  Mailing,
  | 'id'
  | 'reference'
  | 'subject'
  | 'askedBy'
  | 'letterOn'
  | 'body'
  | 'selectionWords'
  | 'madeOn'
  | 'madeBy'
> & { readonly selection: Selection };

export async function insert(ctx: Ctx, made: NewMailing): Promise<void> {
  await ctx.tx.insert(mailingTable, {
    id: made.id,
    reference: made.reference,
    subject: made.subject,
    asked_by: made.askedBy,
    letter_on: made.letterOn,
    body: made.body,
    selection_json: JSON.stringify(made.selection),
    selection_words: made.selectionWords,
    made_on: made.madeOn,
    made_at: ctx.now(),
    made_by: made.madeBy,
    taken_back_on: null,
    version: 1,
  });
}

/** Marks a mailing as taken back if the row is still at `seenVersion`; false when someone else was quicker. */
export async function takeBack(
  ctx: Ctx,
  id: MailingId,
  on: LocalDate,
  seenVersion: number,
): Promise<boolean> {
  const result = await ctx.tx.update(
    mailingTable,
    { id, version: seenVersion },
    { taken_back_on: on, version: seenVersion + 1 },
  );
  return result.affected === 1;
}

/** One person of a mailing as the file keeps them. */
export type StoredPerson = {
  readonly personId: PersonId;
  /** Null for those who were left out. */
  readonly channel: MailingChannel | null;
  readonly isMadeByHand: boolean;
  readonly leftOut: LeftOutReason | null;
  readonly detail: string;
  readonly contactBefore: LocalDate | null;
  /** The record's version after the contact was noted; null where nothing was noted. */
  readonly contactVersion: number | null;
};

export async function insertPeople(
  ctx: Ctx,
  mailingId: MailingId,
  people: readonly StoredPerson[],
): Promise<void> {
  await ctx.tx.query(
    `INSERT INTO ${mailingPersonTable.options.tableName}
       (mailing_id, person_id, channel, made_by_hand, left_out, left_out_detail, contact_before, contact_version)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
     FROM json_each(?)`,
    [
      mailingId,
      JSON.stringify(
        people.map((one) => [
          one.personId,
          one.channel,
          one.isMadeByHand ? 1 : 0,
          one.leftOut,
          one.detail,
          one.contactBefore,
          one.contactVersion,
        ]),
      ),
    ],
  );
}

type PersonRow = {
  readonly person_id: string;
  readonly channel: string | null;
  readonly made_by_hand: number;
  readonly left_out: string | null;
  readonly left_out_detail: string;
  readonly contact_before: string | null;
  readonly contact_version: number | null;
};

const toStored = (row: PersonRow): StoredPerson => ({
  personId: row.person_id as PersonId,
  channel: row.channel as MailingChannel | null,
  isMadeByHand: row.made_by_hand === 1,
  leftOut: row.left_out as LeftOutReason | null,
  detail: row.left_out_detail,
  contactBefore: row.contact_before as LocalDate | null,
  contactVersion: row.contact_version,
});

/** Everybody whom a mailing asked or left out. */
export async function listPeople(ctx: Ctx, id: MailingId): Promise<readonly StoredPerson[]> {
  const rows: readonly PersonRow[] = await ctx.tx.query(
    'SELECT * FROM mailing_person WHERE mailing_id = ?',
    [id],
  );
  return rows.map(toStored);
}

export async function findPerson(
  ctx: Ctx,
  id: MailingId,
  personId: PersonId,
): Promise<StoredPerson | undefined> {
  const rows: readonly PersonRow[] = await ctx.tx.query(
    'SELECT * FROM mailing_person WHERE mailing_id = ? AND person_id = ?',
    [id, personId],
  );
  return rows[0] === undefined ? undefined : toStored(rows[0]);
}

/** The last day on which each person was chosen for a mailing that stands, besides one that may be left aside. */
export async function listLastAsked(
  ctx: Ctx,
  besides: MailingId | null = null,
): Promise<ReadonlyMap<PersonId, LocalDate>> {
  const rows: readonly { readonly id: PersonId; readonly last: LocalDate }[] = await ctx.tx.query(
    `SELECT p.person_id AS id, max(m.made_on) AS last
     FROM mailing_person p JOIN mailing m ON m.id = p.mailing_id
     WHERE p.channel IS NOT NULL AND m.taken_back_on IS NULL AND m.id IS NOT ?
     GROUP BY p.person_id`,
    [besides],
  );
  return new Map(rows.map(({ id, last }) => [id, last]));
}

/** The mailings that asked one person and stand, the latest first. */
export async function listOfPerson(
  ctx: Ctx,
  personId: PersonId,
): Promise<
  readonly {
    readonly mailingId: MailingId;
    readonly reference: string;
    readonly subject: string;
    readonly madeOn: LocalDate;
    readonly channel: MailingChannel;
  }[]
> {
  return ctx.tx.query(
    `SELECT m.id AS mailingId, m.reference, m.subject, m.made_on AS madeOn, p.channel
     FROM mailing_person p JOIN mailing m ON m.id = p.mailing_id
     WHERE p.person_id = ? AND p.channel IS NOT NULL AND m.taken_back_on IS NULL
     ORDER BY m.made_at DESC, m.reference DESC`,
    [personId],
  );
}

import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import * as parts from './agreement-parts.repository.ts';
import type {
  Agreement,
  AgreementId,
  AgreementKind,
  AgreementLine,
  AgreementState,
} from './agreements.contract.ts';
import { type AgreementRow, agreementTable } from './agreements.table.ts';

type RowWithNames = AgreementRow & {
  readonly group_name: string | null;
  readonly person_name: string | null;
};

const WITH_NAMES = `
  SELECT a.*, g.name AS group_name, p.name AS person_name
  FROM agreement a
  LEFT JOIN tenant_group g ON g.id = a.group_id
  LEFT JOIN person p ON p.id = a.person_id`;

/** Where an agreement stood before its last step, for taking that back. */
export type StepBefore = Pick<
  Agreement,
  'state' | 'firstSignedOn' | 'signedOn' | 'endedOn' | 'endedWhy' | 'reviewOn'
> & {
  /** The days of the signatures, party by party. */
  readonly signatures: readonly (LocalDate | null)[];
};

/** An agreement as it is kept; its names and its history are read beside it. */
export type StoredAgreement = Omit<Agreement, 'areaNames' | 'versions' | 'canUndo'> & {
  readonly stepBefore: StepBefore | null;
};

const toLine = (row: RowWithNames): AgreementLine => ({
  id: row.id as AgreementId,
  reference: row.reference,
  kind: row.kind as AgreementKind,
  title: row.title,
  groupId: row.group_id as GroupId | null,
  groupName: row.group_name ?? '',
  personId: row.person_id as PersonId | null,
  personName: row.person_name ?? '',
  codeVersion: row.code_version,
  state: row.state as AgreementState,
  firstSignedOn: row.first_signed_on as LocalDate | null,
  signedOn: row.signed_on as LocalDate | null,
  reviewOn: row.review_on as LocalDate | null,
  endedOn: row.ended_on as LocalDate | null,
  version: row.version,
});

const toColumns = (agreement: StoredAgreement) => ({
  kind: agreement.kind,
  group_id: agreement.groupId,
  person_id: agreement.personId,
  title: agreement.title,
  scope: agreement.scope,
  aims: agreement.aims,
  code_version: agreement.codeVersion,
  added_clauses: agreement.addedClauses,
  clauses_only_add: agreement.clausesOnlyAdd ? 1 : 0,
  review_on: agreement.reviewOn,
  who_was_consulted: agreement.whoWasConsulted,
  quality_note: agreement.qualityNote,
  state: agreement.state,
  first_signed_on: agreement.firstSignedOn,
  signed_on: agreement.signedOn,
  ended_on: agreement.endedOn,
  ended_why: agreement.endedWhy,
  step_before: agreement.stepBefore === null ? null : JSON.stringify(agreement.stepBefore),
  version: agreement.version,
});

export async function insert(ctx: Ctx, agreement: StoredAgreement): Promise<void> {
  await ctx.tx.insert(agreementTable, {
    ...toColumns(agreement),
    id: agreement.id,
    reference: agreement.reference,
    recorded_at: ctx.now(),
  });
  await parts.saveParts(ctx, agreement.id, agreement);
}

/** Writes the agreement if the row is still at `seenVersion`; false when someone else was quicker. */
export async function update(
  ctx: Ctx,
  agreement: StoredAgreement,
  seenVersion: number,
): Promise<boolean> {
  const written = await ctx.tx.update(
    agreementTable,
    { id: agreement.id, version: seenVersion },
    toColumns(agreement),
  );
  if (written.affected !== 1) return false;
  await parts.saveParts(ctx, agreement.id, agreement);
  return true;
}

export async function findById(ctx: Ctx, id: string): Promise<StoredAgreement | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${WITH_NAMES} WHERE a.id = ?`, [id]);
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    ...toLine(row),
    ...(await parts.readParts(ctx, id)),
    scope: row.scope,
    aims: row.aims,
    addedClauses: row.added_clauses,
    clausesOnlyAdd: row.clauses_only_add === 1,
    whoWasConsulted: row.who_was_consulted,
    qualityNote: row.quality_note,
    endedWhy: row.ended_why,
    // The program wrote it from this very type.
    stepBefore: row.step_before === null ? null : (JSON.parse(row.step_before) as StepBefore),
  };
}

/** Which agreements are asked for; null asks for all. */
export type Wanted = {
  readonly kind: AgreementKind | null;
  readonly state: AgreementState | null;
  readonly groupId: GroupId | null;
  readonly personId: PersonId | null;
};

/** Agreements, the latest entered first. */
export async function list(ctx: Ctx, wanted: Wanted): Promise<readonly AgreementLine[]> {
  const { kind, state, groupId, personId } = wanted;
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES}
     WHERE (? IS NULL OR a.kind = ?) AND (? IS NULL OR a.state = ?)
       AND (? IS NULL OR a.group_id = ?) AND (? IS NULL OR a.person_id = ?)
     ORDER BY a.recorded_at DESC, a.reference DESC`,
    [kind, kind, state, state, groupId, groupId, personId, personId],
  );
  return rows.map(toLine);
}

/** Agreements in force that come up for review some day. */
export async function listForReview(ctx: Ctx): Promise<readonly AgreementLine[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE a.state = 'signed' AND a.review_on IS NOT NULL ORDER BY a.review_on, a.id`,
  );
  return rows.map(toLine);
}

/** Which group ever signed which version of the code, also one that it has left for a newer one. */
export async function listSignedCodes(
  ctx: Ctx,
): Promise<readonly { readonly version: string; readonly group: string }[]> {
  return ctx.tx.query(
    `SELECT DISTINCT json_extract(v.words_json, '$.codeVersion') AS "version", g.name AS "group"
     FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id
     JOIN tenant_group g ON g.id = a.group_id
     WHERE a.kind = 'code-adoption' AND a.first_signed_on IS NOT NULL
       AND v.what IN ('Signed', 'Signed after review')
     ORDER BY g.folded_name, g.id`,
  );
}

/** Every group in use by name, and the code it adopted last of those that still stand on a day. */
export async function listAdoptions(ctx: Ctx, on: LocalDate) {
  const rows: readonly {
    readonly group_id: string;
    readonly group_name: string;
    readonly agreement_id: string | null;
    readonly code_version: string | null;
    readonly signed_on: string | null;
    readonly added_clauses: string | null;
  }[] = await ctx.tx.query(
    `SELECT g.id AS group_id, g.name AS group_name, a.id AS agreement_id, a.code_version,
            a.signed_on, a.added_clauses
     FROM tenant_group g
     LEFT JOIN agreement a ON a.id = (
       SELECT one.id FROM agreement one
       WHERE one.group_id = g.id AND one.kind = 'code-adoption' AND one.first_signed_on <= ?
         AND (one.ended_on IS NULL OR one.ended_on >= ?)
       ORDER BY one.signed_on DESC, one.recorded_at DESC LIMIT 1)
     WHERE g.is_active = 1 ORDER BY g.folded_name, g.id`,
    [on, on],
  );
  return rows.map((row) => ({
    groupId: row.group_id as GroupId,
    groupName: row.group_name,
    agreementId: row.agreement_id as AgreementId | null,
    adoptedVersion: row.code_version ?? '',
    adoptedOn: row.signed_on as LocalDate | null,
    hasAddedClauses: (row.added_clauses ?? '') !== '',
  }));
}

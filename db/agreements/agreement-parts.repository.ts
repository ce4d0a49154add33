import type { AreaId } from '#db/areas/areas.contract';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import type { Agreement, AgreementVersion, CodeVersion } from './agreements.contract.ts';
import {
  type AgreementActionRow,
  type AgreementAreaRow,
  type AgreementPartyRow,
  type AgreementResponsibilityRow,
  type AgreementVersionRow,
  agreementActionTable,
  agreementAreaTable,
  agreementPartyTable,
  agreementResponsibilityTable,
  agreementVersionTable,
  type CodeVersionRow,
  codeVersionTable,
} from './agreements.table.ts';

/** What of an agreement stands in rows of its own. */
export type Parts = Pick<Agreement, 'areaIds' | 'parties' | 'responsibilities' | 'actions'>;

export async function readParts(ctx: Ctx, id: string): Promise<Parts> {
  const areas: readonly AgreementAreaRow[] = await ctx.tx.query(
    'SELECT * FROM agreement_area WHERE agreement_id = ? ORDER BY area_id',
    [id],
  );
  const parties: readonly AgreementPartyRow[] = await ctx.tx.query(
    'SELECT * FROM agreement_party WHERE agreement_id = ? ORDER BY position',
    [id],
  );
  const responsibilities: readonly AgreementResponsibilityRow[] = await ctx.tx.query(
    'SELECT * FROM agreement_responsibility WHERE agreement_id = ? ORDER BY position',
    [id],
  );
  const actions: readonly AgreementActionRow[] = await ctx.tx.query(
    'SELECT * FROM agreement_action WHERE agreement_id = ? ORDER BY position',
    [id],
  );
  return {
    areaIds: areas.map((row) => row.area_id as AreaId),
    parties: parties.map((row) => ({
      name: row.name,
      role: row.role,
      signatoryName: row.signatory_name,
      signedOn: row.signed_on as LocalDate | null,
    })),
    responsibilities: responsibilities.map(({ who, what, standard }) => ({ who, what, standard })),
    actions: actions.map((row) => ({
      what: row.what,
      who: row.who,
      by: row.by_date as LocalDate | null,
      doneOn: row.done_on as LocalDate | null,
    })),
  };
}

/** Writes the rows as they are now, in their order. */
export async function saveParts(ctx: Ctx, id: string, parts: Parts): Promise<void> {
  for (const table of [
    'agreement_area',
    'agreement_party',
    'agreement_responsibility',
    'agreement_action',
  ])
    await ctx.tx.query(`DELETE FROM ${table} WHERE agreement_id = ?`, [id]);
  for (const areaId of new Set(parts.areaIds))
    await ctx.tx.insert(agreementAreaTable, { agreement_id: id, area_id: areaId });
  for (const [position, party] of parts.parties.entries())
    await ctx.tx.insert(agreementPartyTable, {
      agreement_id: id,
      position,
      name: party.name,
      role: party.role,
      signatory_name: party.signatoryName,
      signed_on: party.signedOn,
    });
  for (const [position, each] of parts.responsibilities.entries())
    await ctx.tx.insert(agreementResponsibilityTable, { agreement_id: id, position, ...each });
  for (const [position, action] of parts.actions.entries())
    await ctx.tx.insert(agreementActionTable, {
      agreement_id: id,
      position,
      what: action.what,
      who: action.who,
      by_date: action.by,
      done_on: action.doneOn,
    });
}

/** The words of an agreement as its history keeps them: without those who sign. */
type Words = Omit<AgreementVersion, 'number' | 'at' | 'by' | 'what'>;

/** Every change of an agreement, the latest first. */
export async function listVersions(ctx: Ctx, id: string): Promise<AgreementVersion[]> {
  const rows: readonly (AgreementVersionRow & { readonly by_name: string | null })[] =
    await ctx.tx.query(
      `SELECT v.*, u.display_name AS by_name FROM agreement_version v
       LEFT JOIN app_user u ON u.id = v.by_user_id
       WHERE v.agreement_id = ? ORDER BY v.number DESC`,
      [id],
    );
  return rows.map((row) => ({
    // The program wrote it from this very type.
    ...(JSON.parse(row.words_json) as Words),
    number: row.number,
    at: row.recorded_at as Instant,
    by: row.by_name ?? 'TRC Desk',
    what: row.what,
  }));
}

/** Keeps the words as they stand at a version of the agreement, and what was done. */
export async function insertVersion(
  ctx: Ctx,
  agreement: Words & Pick<Agreement, 'id' | 'version'>,
  what: string,
): Promise<void> {
  const { title, scope, aims, responsibilities, codeVersion, addedClauses } = agreement;
  const words: Words = { title, scope, aims, responsibilities, codeVersion, addedClauses };
  await ctx.tx.insert(agreementVersionTable, {
    agreement_id: agreement.id,
    number: agreement.version,
    recorded_at: ctx.now(),
    by_user_id: userIdOf(ctx.actor),
    what,
    words_json: JSON.stringify(words),
  });
}

/** Versions of the council's code, the newest first. */
export async function listCodeVersions(ctx: Ctx): Promise<CodeVersion[]> {
  const rows: readonly CodeVersionRow[] = await ctx.tx.query(
    'SELECT * FROM code_version ORDER BY from_date DESC, recorded_at DESC',
  );
  return rows.map((row) => ({ version: row.version, from: row.from_date as LocalDate }));
}

export async function removeCodeVersion(ctx: Ctx, version: string): Promise<void> {
  await ctx.tx.query('DELETE FROM code_version WHERE version = ?', [version]);
}

export async function insertCodeVersion(ctx: Ctx, { version, from }: CodeVersion): Promise<void> {
  await ctx.tx.insert(codeVersionTable, { version, from_date: from, recorded_at: ctx.now() });
}

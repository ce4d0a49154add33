import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Mandate, Signatory } from './mandate.contract.ts';
import {
  type BankMandateRow,
  bankMandateTable,
  type MandateSignatoryRow,
  mandateSignatoryTable,
} from './payees.table.ts';

/** A mandate as it is kept. */
export type StoredMandate = Omit<Mandate, 'warnings' | 'confirmedOn'> & {
  readonly confirmedOn: LocalDate;
};

export async function find(ctx: Ctx, groupId: GroupId): Promise<StoredMandate | undefined> {
  const rows: readonly BankMandateRow[] = await ctx.tx.query(
    'SELECT * FROM bank_mandate WHERE group_id = ?',
    [groupId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    groupId,
    toSign: row.to_sign,
    signatories: [...(await listSignatories(ctx, groupId))],
    confirmedOn: row.confirmed_on as LocalDate,
    version: row.version,
  };
}

async function listSignatories(ctx: Ctx, groupId: GroupId): Promise<Mandate['signatories']> {
  const rows: readonly (MandateSignatoryRow & { readonly name: string })[] = await ctx.tx.query(
    `SELECT s.*, p.name AS name FROM mandate_signatory s JOIN person p ON p.id = s.person_id
     WHERE s.group_id = ? ORDER BY s.from_date, p.folded_name, s.person_id`,
    [groupId],
  );
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    name: row.name,
    from: row.from_date as LocalDate,
    until: row.until_date as LocalDate | null,
  }));
}

/** Writes a mandate if it is still at `seenVersion`, 0 for the first; false when someone else was quicker. */
export async function save(
  ctx: Ctx,
  mandate: Pick<StoredMandate, 'groupId' | 'toSign' | 'confirmedOn'> & {
    readonly signatories: readonly Signatory[];
  },
  seenVersion: number,
): Promise<boolean> {
  const { groupId } = mandate;
  const row = { to_sign: mandate.toSign, confirmed_on: mandate.confirmedOn };
  if (seenVersion === 0) {
    if ((await find(ctx, groupId)) !== undefined) return false;
    await ctx.tx.insert(bankMandateTable, { group_id: groupId, ...row, version: 1 });
  } else {
    const result = await ctx.tx.update(
      bankMandateTable,
      { group_id: groupId, version: seenVersion },
      { ...row, version: seenVersion + 1 },
    );
    if (result.affected !== 1) return false;
  }
  await ctx.tx.delete(mandateSignatoryTable, { group_id: groupId });
  for (const { personId, from, until } of mandate.signatories)
    await ctx.tx.insert(mandateSignatoryTable, {
      group_id: groupId,
      person_id: personId,
      from_date: from,
      until_date: until,
    });
  return true;
}

/** Groups of which a mandate is on record. */
export async function listGroups(ctx: Ctx): Promise<readonly GroupId[]> {
  const rows: readonly { group_id: string }[] = await ctx.tx.query(
    'SELECT group_id FROM bank_mandate ORDER BY group_id',
  );
  return rows.map((row) => row.group_id as GroupId);
}

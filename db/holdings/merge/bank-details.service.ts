import type { GroupId } from '#db/groups/groups.contract';
import {
  checkMayChoose,
  closingChanges,
  findPayeesToJoin,
  isSameAccount,
  type PayeeToJoin,
  type RowChange,
} from '#db/payees/join-payees.service';
import type { Party } from '#db/people/party.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import { BANK_DETAILS, type FieldChoice, type RecordKind } from '../holdings.contract.ts';
import type { MergedRowRow } from '../holdings.table.ts';
import type { FieldOutcome } from './merge.rules.ts';

/** How both records are paid, with which of the two ways stays where nobody chooses. */
export type BankPlan = {
  readonly kept: PayeeToJoin;
  readonly lost: PayeeToJoin;
  readonly outcome: FieldOutcome;
};

/** What of the bank details a merge does once somebody has chosen. */
export type BankOutcome = {
  readonly changes: readonly RowChange[];
  readonly stays: PayeeToJoin;
  readonly goes: PayeeToJoin;
  /** Whether the kept record is paid to other details than before. */
  readonly isTaken: boolean;
};

/**
 * Undefined where no more than one of the records is paid: its details then come along by the register. Where both
 * are, one stays as it was checked and the other is closed under the kept record; no version changes hands or numbers.
 */
export async function planBankDetails(
  ctx: Ctx,
  pair: { readonly kind: RecordKind; readonly keptId: string; readonly lostId: string },
): Promise<BankPlan | undefined> {
  const both = await findPayeesToJoin(
    ctx,
    partyOf(pair.kind, pair.keptId),
    partyOf(pair.kind, pair.lostId),
  );
  if (both === undefined) return undefined;
  const { kept, lost } = both;
  if (kept.inForce === undefined && lost.inForce !== undefined)
    return { ...both, outcome: { isChoice: false, wins: 'lost' } };
  const isChoice =
    kept.inForce !== undefined && lost.inForce !== undefined && !isSameAccount(kept, lost);
  return { ...both, outcome: { isChoice, wins: 'kept' } };
}

const partyOf = (kind: RecordKind, id: string): Party =>
  kind === 'group' ? { kind, groupId: id as GroupId } : { kind, personId: id as PersonId };

/** The line on the screen; none where neither has details that were checked. */
export const bankChoice = (plan: BankPlan | undefined): readonly FieldChoice[] =>
  plan === undefined || (plan.kept.inForce === undefined && plan.lost.inForce === undefined)
    ? []
    : [
        {
          field: BANK_DETAILS,
          words: 'Bank details',
          kept: plan.kept.words,
          lost: plan.lost.words,
          ...plan.outcome,
        },
      ];

/** By what was chosen; refused to who entered the details that they choose. */
export function settleBankDetails(
  ctx: Ctx,
  plan: BankPlan,
  fromLost: readonly string[],
): BankOutcome {
  const { kept, lost, outcome } = plan;
  const isChosen = outcome.isChoice && fromLost.includes(BANK_DETAILS);
  if (isChosen) checkMayChoose(ctx, lost);
  const isTaken = isChosen || outcome.wins === 'lost';
  const [stays, goes] = isTaken ? [lost, kept] : [kept, lost];
  return { changes: closingChanges(ctx, goes), stays, goes, isTaken };
}

/**
 * Rows of an undo that stay because one of them must: a record is never paid in two ways, so where the details that
 * stayed were changed since, those that were closed for them stay closed.
 */
export function staysWithBankDetails(
  rows: readonly MergedRowRow[],
  isAsLeft: (row: MergedRowRow) => boolean,
): ReadonlySet<number> {
  const ofPayees = rows.filter(({ table_name }) => ['payee', 'payee_details'].includes(table_name));
  return new Set(ofPayees.every(isAsLeft) ? [] : ofPayees.map(({ position }) => position));
}

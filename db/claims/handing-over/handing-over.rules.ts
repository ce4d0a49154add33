import type { Claim, Claimant, ClaimWords } from '../claims.contract.ts';

/** What staff settled before they lent the screen; whoever claims cannot change it there. */
export type LentClaim = {
  readonly claimId: string;
  readonly reference: string;
  readonly claimantName: string;
  readonly claimant: Claimant;
  readonly filerPersonId: string | null;
  readonly filerGroupId: string | null;
  readonly payee: ClaimWords['payee'];
  readonly batchId: string | null;
  readonly receivedOn: string;
  /** Actual costs that staff allowed while no rate is entered (EXP-05), by line. */
  readonly overrides: ReadonlyMap<string, { readonly pence: number | null; readonly why: string }>;
};

/** Parts of claims that a call names: lines, receipts that it reads, and receipts that it changes. */
export type NamedParts = {
  readonly lineIds?: readonly string[];
  readonly readsReceiptIds?: readonly string[];
  readonly changesReceiptIds?: readonly string[];
};

type Partylike = {
  readonly kind: string;
  readonly personId?: string | undefined;
  readonly groupId?: string | undefined;
};

/** Whether two ways of saying who are the same person or group; a member of staff claims as a person does. */
export const isSameParty = (one: Partylike, other: Partylike): boolean =>
  one.personId === other.personId && one.groupId === other.groupId;

/**
 * Whether a claim as it is sent from a lent screen is still the one that was lent: the same claimant, whoever brings
 * it and is paid (EXP-19), the same sheet and day, and nothing allowed by the claimant themself (EXP-05). What was
 * spent, and how it is to be paid out, is theirs to say.
 */
export function staysAsLent(words: ClaimWords, lent: LentClaim): boolean {
  return (
    words.id === lent.claimId &&
    words.claimant.kind === lent.claimant.kind &&
    isSameParty(words.claimant, lent.claimant) &&
    words.filerPersonId === lent.filerPersonId &&
    words.filerGroupId === lent.filerGroupId &&
    isSameParty(words.payee, lent.payee) &&
    words.batchId === lent.batchId &&
    words.receivedOn === lent.receivedOn &&
    words.lines.every((line) => {
      const allowed = lent.overrides.get(line.id);
      return (
        line.overridePence === (allowed?.pence ?? null) && line.overrideWhy === (allowed?.why ?? '')
      );
    })
  );
}

/**
 * A claim as a lent screen shows it: without who decided and paid before, and of a sheet's receipts only those that
 * are laid to this claim's own lines; the others are of other members.
 */
export function claimOnLentScreen(
  claim: Claim,
  isOwnReceipt: (receipt: Claim['receipts'][number]) => boolean,
): Claim {
  const own = new Set<string>(claim.lines.map(({ id }) => id));
  return {
    ...claim,
    receipts: claim.receipts.flatMap((receipt) => {
      const lineIds = receipt.lineIds.filter((id) => own.has(id));
      return isOwnReceipt(receipt) || lineIds.length > 0 ? [{ ...receipt, lineIds }] : [];
    }),
    decisions: [],
    payments: [],
  };
}

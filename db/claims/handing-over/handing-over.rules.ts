import type { Claim, Claimant, ClaimReceipt, ClaimWords, LineState } from '../claims.contract.ts';

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
 * A claim as a lent screen shows it: without who signed, decided and paid before and why, but for the question that a
 * line was opened again for. No paper that was signed is among its receipts, and of a sheet's only those that are laid
 * to this claim's own lines; the others are of other members.
 */
export function claimOnLentScreen(
  claim: Claim,
  isOwnReceipt: (receipt: Claim['receipts'][number]) => boolean,
): Claim {
  const own = new Set<string>(claim.lines.map(({ id }) => id));
  return {
    ...claim,
    lines: claim.lines.map((line) =>
      ASKED_OF_CLAIMANT.includes(line.state) ? line : { ...line, decisionWhy: '' },
    ),
    receipts: claim.receipts.flatMap((receipt) => {
      if (!isShownOnLentScreen(receipt)) return [];
      const lineIds = receipt.lineIds.filter((id) => own.has(id));
      return isOwnReceipt(receipt) || lineIds.length > 0 ? [{ ...receipt, lineIds }] : [];
    }),
    signatures: [],
    decisions: [],
    payments: [],
  };
}

/** A reason on any other line answers a doubt, maybe about others, or is told in the decision letter. */
const ASKED_OF_CLAIMANT: readonly LineState[] = ['open', 'asked'];

/** Scans of what was signed may carry the names of others: of a treasurer, of whoever took the money. */
export const isShownOnLentScreen = ({ kind }: Pick<ClaimReceipt, 'kind'>): boolean =>
  kind === 'receipt' || kind === 'member-form';

import { readPolicies } from '#db/claim-policy/claim-policy.service';
import { workingDayFrom } from '#db/calendar/opening.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { addPence, type Pence } from '#db/shared/money';
import { warningsFor } from './checks/warnings.service.ts';
import type { ClaimFacts } from './claim-facts.ts';
import { readFacts } from './claim-facts.service.ts';
import * as receipts from './claim-receipts.repository.ts';
import { wordsOfClaim } from './claim-words.rules.ts';
import type { Claim, ClaimLine, ClaimState, ClaimSummary } from './claims.contract.ts';
import { claimErrors } from './claims.errors.ts';
import * as claims from './claims.repository.ts';
import * as decided from './decided.repository.ts';
import * as lines from './lines.repository.ts';
import { claimOnLentScreen } from './handing-over/handing-over.rules.ts';
import { maskClaim, maskSummary } from './mask-claim.rules.ts';
import * as signed from './signed.repository.ts';

/** A claim as it is kept, with its lines and all that is known of it; nothing is masked. */
export type WholeClaim = {
  readonly stored: claims.StoredClaim;
  readonly lines: readonly lines.StoredLine[];
  /** Without the lines that were withdrawn. */
  readonly facts: ClaimFacts;
};

/** A claim's own row; refused when there is none of that id. */
export async function getStored(ctx: Ctx, id: string): Promise<claims.StoredClaim> {
  const found = await claims.findById(ctx, id);
  if (found === undefined) throw claimErrors.error('claim.not-found', { id });
  return found;
}

/** A claim with its lines, beside everything that decides about them. */
export async function getWhole(ctx: Ctx, id: string): Promise<WholeClaim> {
  const stored = await getStored(ctx, id);
  const all = await lines.listOfClaim(ctx, id);
  const counted = all.filter(({ state }) => state !== 'withdrawn');
  const facts = await readFacts(ctx, {
    words: wordsOfClaim(stored, counted),
    stored,
    lines: counted,
  });
  return { stored, lines: all, facts };
}

/**
 * A claim whole, as whoever asks may see it: masked for the auditor, and without anything of others on a screen that
 * is handed over. Figures of open lines are those of today, of signed ones those that were signed.
 */
export async function getClaim(ctx: Ctx, id: string): Promise<Claim> {
  return showClaim(ctx, await getWhole(ctx, id));
}

/** The same for a claim that was read a moment ago. */
export async function showClaim(ctx: Ctx, whole: WholeClaim): Promise<Claim> {
  const { stored, facts } = whole;
  const { id, batch } = stored;
  const held = await receipts.listOfClaim(ctx, id, batch?.id ?? null);
  const claim: Claim = {
    ...headOf(stored),
    lines: shownLines(whole),
    receipts: held.map(({ claimId: _, ...receipt }) => receipt),
    signatures: [...(await signed.listSignatures(ctx, id))],
    warnings: await warningsFor(ctx, facts),
    decisions: [...(await decided.listDecisions(ctx, id))],
    payments: [...(await decided.listPayments(ctx, id))],
    ...(hasOpenLine(whole) ? totalsOf(facts) : {}),
    promisedBy: await promisedBy(ctx, stored),
  };
  if (ctx.handedOver === undefined) return maskClaim(claim, ctx.actor);
  const ofSheet = new Set(held.filter(({ claimId }) => claimId === null).map((one) => one.id));
  return claimOnLentScreen(claim, (receipt) => !ofSheet.has(receipt.id));
}

function headOf(stored: claims.StoredClaim) {
  const {
    startedByUserId: _started,
    filedByUserId: _filed,
    filedAt: _at,
    signKey: _key,
    signedJson: _json,
    openWarnings: _open,
    lineCount: _count,
    ...head
  } = stored;
  return head;
}

const hasOpenLine = ({ lines: all }: WholeClaim): boolean =>
  all.some(({ state }) => state === 'open');

/** Lines that were withdrawn are shown only where the whole claim was. */
function shownLines({ stored, lines: all, facts }: WholeClaim): ClaimLine[] {
  const known = new Map(facts.lines.map((line) => [line.words.id, line]));
  return all
    .filter(({ state }) => stored.state === 'withdrawn' || state !== 'withdrawn')
    .map((line) => {
      const found = known.get(line.id);
      const attendance = found?.attendance ?? 'no-activity';
      if (found === undefined || line.state !== 'open') return { ...line, attendance };
      const { priced } = found;
      return {
        ...line,
        attendance,
        askedPence: priced.claimedPence,
        payablePence: priced.payablePence,
        cuts: [...priced.cuts],
        policyVersion: priced.policyVersion ?? '',
      };
    });
}

/** What a claim comes to as it is priced now; null while a rate is not set. */
export function totalsOf({ lines: counted }: Pick<ClaimFacts, 'lines'>) {
  const claimed = counted.map(({ priced }) => priced.claimedPence);
  const payable = counted.map(({ priced }) => priced.payablePence);
  return {
    claimedPence: claimed.includes(null) ? null : sum(claimed),
    payablePence: payable.includes(null) ? null : sum(payable),
  };
}

const sum = (amounts: readonly (Pence | null)[]): Pence =>
  addPence(...amounts.filter((amount) => amount !== null));

const PROMISED_AT: readonly ClaimState[] = [
  'filed',
  'verified',
  'second',
  'asked',
  'decided',
  'paid',
];

/** Day by which a claim that came in is decided: the last of the working days within which the council promises it; null without a promise. */
export async function promisedBy(
  ctx: Ctx,
  claim: Pick<Claim, 'state' | 'receivedOn'>,
): Promise<LocalDate | null> {
  return (await readPromises(ctx))(claim);
}

/** The same for many claims: each day is reckoned once. */
export async function readPromises(
  ctx: Ctx,
): Promise<(claim: Pick<Claim, 'state' | 'receivedOn'>) => Promise<LocalDate | null>> {
  const policyOn = await readPolicies(ctx);
  const known = new Map<LocalDate, LocalDate | null>();
  return async ({ state, receivedOn }) => {
    if (!PROMISED_AT.includes(state)) return null;
    const found = known.get(receivedOn);
    if (found !== undefined) return found;
    const days = policyOn(receivedOn).general.promisedWorkingDays;
    const day =
      days === null ? null : await workingDayFrom(ctx, receivedOn, days, 'last-day-counts');
    known.set(receivedOn, day);
    return day;
  };
}

/** Claims as a list shows them to whoever asks. */
export async function toSummaries(
  ctx: Ctx,
  found: readonly claims.StoredClaim[],
): Promise<ClaimSummary[]> {
  const promise = await readPromises(ctx);
  const summaries: ClaimSummary[] = [];
  for (const stored of found) {
    const summary: ClaimSummary = {
      id: stored.id,
      reference: stored.reference,
      state: stored.state,
      claimantName: stored.claimantName,
      filerWords: stored.filerWords,
      batchReference: stored.batch?.reference ?? '',
      receivedOn: stored.receivedOn,
      lines: stored.lineCount,
      claimedPence: stored.claimedPence,
      payablePence: stored.payablePence,
      decidedPence: stored.decidedPence,
      paidPence: stored.paidPence,
      openWarnings: stored.openWarnings,
      promisedBy: await promise(stored),
      version: stored.version,
    };
    summaries.push(maskSummary(summary, stored.claimant.kind === 'group', ctx.actor));
  }
  return summaries;
}

import type { Activity, ActivityId } from '#db/activities/activities.contract';
import { attendanceOf, getActivity } from '#db/activities/activities.service';
import { type PolicyBook, readPolicyBook } from '#db/claim-policy/claim-policy.service';
import type { PricedLine, PricingInput, PricingLine } from '#db/claim-policy/pricing.contract';
import type { PolicyVersionId } from '#db/claim-policy/claim-policy.contract';
import { capKeyOf, priceClaim } from '#db/claim-policy/pricing.rules';
import type { PersonId } from '#db/people/people.contract';
import { getPersonRecord } from '#db/people/person-record.service';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { Instant } from '#db/shared/instant';
import { addPence } from '#db/shared/money';
import { listAnswers } from './answers.repository.ts';
import * as capUses from './cap-uses.repository.ts';
import { toPricingLine } from './checks/checked-claim.rules.ts';
import type { ClaimFacts, LineFacts, ReceiptFacts } from './claim-facts.ts';
import * as receipts from './claim-receipts.repository.ts';
import type { Claimant, ClaimLine, ClaimWords, LineWords } from './claims.contract.ts';
import type { StoredClaim } from './claims.repository.ts';
import { partyOfClaimant } from './claim-words.rules.ts';
import { journeyKeyOf } from './journey.rules.ts';
import type { StoredLine } from './lines.repository.ts';

/** A claim beside its rows, where there are any: a claim on a screen may be kept by nobody yet. */
type Known = {
  readonly words: ClaimWords;
  readonly stored: StoredClaim | undefined;
  readonly lines: readonly StoredLine[];
};

/**
 * All that is known of a claim as these words say it: each line beside its activity and the register, priced by the
 * policy of its day after what earlier claims used up. Lines that are signed keep the figures they were signed with.
 */
export async function readFacts(ctx: Ctx, known: Known): Promise<ClaimFacts> {
  const { words, stored } = known;
  const held = await receipts.listOfClaim(ctx, words.id, words.batchId);
  const lines = words.lines.map((line) => withReceiptsThere(line, held));
  const activities = await readActivities(ctx, lines);
  const book = await readPolicyBook(ctx);
  const { policyOn } = book;
  const pricing = await toPricing(ctx, words.claimant, lines, activities);
  const frozen = new Map(known.lines.map((line) => [line.id, line]));
  const asSigned = await priceLines(ctx, { words, pricing, policyOn, frozen });
  return {
    id: words.id,
    reference: stored?.reference ?? '',
    state: stored?.state ?? 'draft',
    claimant: words.claimant,
    filerPersonId: words.filerPersonId,
    filerGroupId: words.filerGroupId,
    payee: words.payee,
    method: words.method,
    receivedOn: words.receivedOn,
    lines: await withActivities(ctx, {
      words,
      lines,
      priced: asSigned,
      activities,
      frozen,
      policyOf: policyOfLine(book, frozen, stored?.filedAt ?? null),
    }),
    policyOn,
    receipts: held.filter(({ kind }) => kind === 'receipt').map(toReceiptFacts(lines)),
    answers: await listAnswers(ctx, words.id),
  };
}

/** A receipt that was taken off meanwhile counts no longer, whatever the page still says. */
const withReceiptsThere = (
  line: LineWords,
  held: readonly receipts.StoredReceipt[],
): LineWords => ({
  ...line,
  receiptIds: line.receiptIds.filter((id) => held.some((one) => one.id === id)),
});

const toReceiptFacts =
  (lines: readonly LineWords[]) =>
  (receipt: receipts.StoredReceipt): ReceiptFacts => ({
    id: receipt.id,
    hash: receipt.hash,
    printedOn: receipt.printedOn,
    printedPence: receipt.printedPence,
    printedNumber: receipt.printedNumber,
    lineIds: lines.filter((line) => line.receiptIds.includes(receipt.id)).map(({ id }) => id),
  });

async function readActivities(
  ctx: Ctx,
  lines: readonly LineWords[],
): Promise<ReadonlyMap<ActivityId, Activity>> {
  const found = new Map<ActivityId, Activity>();
  for (const { activityId } of lines)
    if (activityId !== null && !found.has(activityId))
      found.set(activityId, await getActivity(ctx, activityId));
  return found;
}

async function toPricing(
  ctx: Ctx,
  claimant: Claimant,
  lines: readonly LineWords[],
  activities: ReadonlyMap<ActivityId, Activity>,
): Promise<readonly PricingLine[]> {
  const household = await householdOf(ctx, claimant);
  return lines.map((line) =>
    toPricingLine(
      line,
      line.activityId === null ? undefined : activities.get(line.activityId),
      household,
    ),
  );
}

/** The same for everybody at one address, and no address to read; null for a group and where none is on record. */
export async function householdOf(ctx: Ctx, claimant: Claimant): Promise<string | null> {
  if (claimant.kind === 'group') return null;
  const { address, postcode } = await getPersonRecord(ctx, claimant.personId);
  const home = foldForSearch(address.split('\n')[0] ?? '');
  if (home === '' || postcode === '') return null;
  return ctx.fieldKeys.mark(`${home} ${foldForSearch(postcode)}`, 'household').slice(0, 32);
}

/**
 * Prices what is open after everything that is settled, here and in other claims; what is signed stands over what the
 * same rules would say today.
 */
async function priceLines(
  ctx: Ctx,
  of: {
    readonly words: ClaimWords;
    readonly pricing: readonly PricingLine[];
    readonly policyOn: PricingInput['policyOn'];
    readonly frozen: ReadonlyMap<string, StoredLine>;
  },
): Promise<readonly PricedLine[]> {
  const { words, pricing, policyOn, frozen } = of;
  const isOpen = ({ id }: PricingLine): boolean => {
    const line = frozen.get(id);
    return line === undefined || !isFrozen(line);
  };
  const price = (some: readonly PricingLine[], used: Pick<PricingInput, 'used' | 'usedHere'>) =>
    priceClaim({
      claimantKind: words.claimant.kind,
      receivedOn: words.receivedOn,
      lines: some,
      policyOn,
      ...used,
    }).lines;
  const priced = [
    ...price(pricing.filter(isOpen), await readUsed(ctx, words, pricing)),
    ...price(
      pricing.filter((line) => !isOpen(line)),
      { used: [] },
    ),
  ];
  const byId = new Map(priced.map((line) => [line.lineId, line]));
  return pricing.flatMap(({ id }) => {
    const line = byId.get(id);
    return line === undefined ? [] : [frozenOver(line, frozen.get(id))];
  });
}

/** What other claims and lines hold of the limits that these lines come under, one line left out. */
export async function readUsed(
  ctx: Ctx,
  words: Pick<ClaimWords, 'id' | 'claimant'>,
  pricing: readonly PricingLine[],
  exceptLineId?: string,
): Promise<Pick<PricingInput, 'used' | 'usedHere'>> {
  const shared = pricing
    .filter(({ householdKey }) => householdKey !== null)
    .map((line) => capKeyOf(line, 'household'));
  return {
    used: [
      ...(await capUses.listUsedBy(ctx, partyOfClaimant(words.claimant), words.id)),
      ...(await capUses.listUsedByHousehold(ctx, [...new Set(shared)], words.id)),
    ],
    usedHere: await capUses.listUsedInClaim(ctx, words.id, exceptLineId),
  };
}

const isFrozen = (line: StoredLine): boolean =>
  line.state !== 'open' && (line.payablePence !== null || line.policyVersion !== '');

function frozenOver(priced: PricedLine, line: StoredLine | undefined): PricedLine {
  if (line === undefined || !isFrozen(line)) return priced;
  return {
    ...priced,
    claimedPence:
      line.payablePence === null
        ? line.claimedPence
        : addPence(line.payablePence, ...line.cuts.map((cut) => cut.pence)),
    payablePence: line.payablePence,
    cuts: [...line.cuts],
    policyVersion: line.policyVersion === '' ? null : (line.policyVersion as PolicyVersionId),
  };
}

/** A line that was priced and handed in is judged by what held then; every other one by what holds now. */
const policyOfLine =
  (book: PolicyBook, known: ReadonlyMap<string, StoredLine>, filedAt: Instant | null) =>
  (line: LineWords): LineFacts['policy'] => {
    const { id, day, kind } = line;
    const stored = known.get(id);
    if (
      filedAt === null ||
      stored === undefined ||
      stored.payablePence === null ||
      !isFrozen(stored)
    )
      return book.policyOn(day);
    return book.asSigned({ day, kind, policyVersion: stored.policyVersion, by: filedAt });
  };

async function withActivities(
  ctx: Ctx,
  of: {
    readonly words: ClaimWords;
    readonly lines: readonly LineWords[];
    readonly priced: readonly PricedLine[];
    readonly activities: ReadonlyMap<ActivityId, Activity>;
    readonly frozen: ReadonlyMap<string, StoredLine>;
    readonly policyOf: (line: LineWords) => LineFacts['policy'];
  },
): Promise<readonly LineFacts[]> {
  const came = new Map<ActivityId, ClaimLine['attendance']>();
  const who = attendeeOf(of.words);
  for (const id of of.activities.keys())
    came.set(
      id,
      who === null
        ? 'no-activity'
        : ((await attendanceOf(ctx, id, [who])).get(who) ?? 'not-on-sheet'),
    );
  const priced = new Map(of.priced.map((line) => [line.lineId, line]));
  return of.lines.flatMap((line) => {
    const price = priced.get(line.id);
    if (price === undefined) return [];
    return [
      {
        words: line,
        state: of.frozen.get(line.id)?.state ?? 'open',
        priced: price,
        policy: of.policyOf(line),
        activity: line.activityId === null ? null : (of.activities.get(line.activityId) ?? null),
        attendance:
          line.activityId === null ? 'no-activity' : (came.get(line.activityId) ?? 'no-activity'),
        journeyKey: journeyKeyOf(line),
      },
    ];
  });
}

/** Who is looked for on the register: the claimant, and for a group whoever brings its claim. */
const attendeeOf = ({ claimant, filerPersonId }: ClaimWords): PersonId | null =>
  claimant.kind === 'group' ? filerPersonId : claimant.personId;

import type { Ctx } from '#db/shared/ctx';
import * as doubles from '../doubles.repository.ts';
import { journeyKeyOf } from '../journey.rules.ts';
import { type CheckedClaim, type Finding, handsOf } from './checked-claim.rules.ts';
import {
  journeyTwiceFindings,
  sameActivityFindings,
  sameJourneyFindings,
  sameReceiptFindings,
  withoutJourneysTold,
} from './double-findings.rules.ts';

/** Where a claim's receipts, journeys, and kinds of cost for an activity are found again over all claims. */
export async function doubleFindings(ctx: Ctx, claim: CheckedClaim): Promise<readonly Finding[]> {
  const receiptIds = [...new Set(claim.lines.flatMap((line) => line.receiptIds))];
  const journeys = claim.lines.map((line) => ({ lineId: line.id, key: journeyKeyOf(line) }));
  const sameJourneys = sameJourneyFindings(
    claim,
    await doubles.listSameJourneys(ctx, claim.id, journeys),
  );
  const sameActivities = await doubles.listSameActivityKinds(ctx, {
    ...claim,
    hands: handsOf(claim),
  });
  return [
    ...sameReceiptFindings(claim, await doubles.listSameReceipts(ctx, receiptIds)),
    ...journeyTwiceFindings(claim),
    ...sameJourneys,
    ...sameActivityFindings(claim, withoutJourneysTold(sameActivities, sameJourneys)),
  ];
}

// [browser-safe]
import type { Party } from '#db/people/party.contract';
import { canonicalJson } from './canonical.rules.ts';
import type { Claim, Claimant, ClaimWords, LineWords } from './claims.contract.ts';

/** A claimant as other modules know them: staff claim as the person they are. */
export const partyOfClaimant = (claimant: Claimant): Party =>
  claimant.kind === 'group'
    ? { kind: 'group', groupId: claimant.groupId }
    : { kind: 'person', personId: claimant.personId };

/** A claim as its form changes it: nothing but what was entered. */
export function wordsOfClaim(
  claim: Pick<
    Claim,
    | 'id'
    | 'claimant'
    | 'filerPersonId'
    | 'filerGroupId'
    | 'payee'
    | 'method'
    | 'batch'
    | 'receivedOn'
    | 'notes'
    | 'accessNeedMet'
    | 'version'
  >,
  lines: readonly LineWords[],
): ClaimWords {
  return {
    id: claim.id,
    claimant: claim.claimant,
    filerPersonId: claim.filerPersonId,
    filerGroupId: claim.filerGroupId,
    payee: claim.payee,
    method: claim.method,
    batchId: claim.batch?.id ?? null,
    receivedOn: claim.receivedOn,
    notes: claim.notes,
    accessNeedMet: claim.accessNeedMet,
    lines: lines.map(lineWordsOf),
    version: claim.version,
  };
}

/** A line as it was entered, without what the program knows of it. */
export const lineWordsOf = (line: LineWords): LineWords => ({
  id: line.id,
  kind: line.kind,
  activityId: line.activityId,
  day: line.day,
  fromPlace: line.fromPlace,
  toPlace: line.toPlace,
  milesTenths: line.milesTenths,
  minutes: line.minutes,
  children: line.children,
  carer: line.carer,
  claimedPence: line.claimedPence,
  reason: line.reason,
  noReceiptWhy: line.noReceiptWhy,
  preventedAttendance: line.preventedAttendance,
  overridePence: line.overridePence,
  overrideWhy: line.overrideWhy,
  receiptIds: line.receiptIds,
});

/** Whether two lines were entered alike; in which order receipts were laid to them says nothing. */
export const isSameLine = (one: LineWords, other: LineWords): boolean =>
  asText(one) === asText(other);

const asText = (line: LineWords): string =>
  canonicalJson({ ...lineWordsOf(line), receiptIds: line.receiptIds.toSorted() });

/** Whether two claims were filled in alike, whichever version they name. */
export const isSameWords = (one: ClaimWords, other: ClaimWords): boolean =>
  claimText(one) === claimText(other);

const claimText = ({ lines, version: _, ...words }: ClaimWords): string =>
  canonicalJson({ ...words, lines: lines.map(asText) });

import type { Activity } from '#db/activities/activities.contract';
import { Claim } from '#db/claims/claims.contract';
import { Forecast } from '#db/claims/filing.contract';

/** A claim, its forecast and what is on offer, as the program would answer on Monday 4 January 2027. */

export const MEETING: Activity = {
  id: 'a-1',
  reference: 'ACT-2026-0007',
  title: 'Repairs panel',
  kind: 'Meeting',
  ledBy: { kind: 'council' },
  on: '2026-12-10',
  startsAt: '10:00',
  endsAt: '12:00',
  venueWords: 'Town Hall',
  bookingId: null,
  isFullDay: false,
  isLunchProvided: false,
  isTransportProvided: false,
  isFunded: true,
  isCancelled: false,
  isSheetClosed: true,
  attended: 7,
  version: 1,
} as unknown as Activity;

export const LINE = {
  id: 'l-1',
  kind: 'bus',
  activityId: 'a-1',
  day: '2026-12-10',
  fromPlace: 'Home',
  toPlace: 'Town Hall',
  milesTenths: null,
  minutes: null,
  children: [],
  carer: '',
  claimedPence: 480,
  reason: '',
  noReceiptWhy: '',
  preventedAttendance: false,
  overridePence: null,
  overrideWhy: '',
  receiptIds: [],
} as const;

const LINE_ON_RECORD = {
  ...LINE,
  position: 0,
  state: 'open',
  activityTitle: 'Repairs panel',
  attendance: 'came',
  payablePence: null,
  askedPence: 480,
  cuts: [],
  policyVersion: '',
  decidedPence: null,
  decisionWhy: '',
  paidPence: 0,
} as const;

type Part = Partial<Record<keyof Claim, unknown>>;

/** A claim of Rana Haddad that she brings and is paid for herself. */
export function aClaim(part: Part = {}): Claim {
  return Claim.parse({
    id: 'c-1',
    reference: 'CLM-2027-0001',
    state: 'draft',
    claimant: { kind: 'person', personId: 'p-1' },
    claimantKind: 'person',
    claimantName: 'Rana Haddad',
    filerPersonId: 'p-1',
    filerGroupId: null,
    filerWords: 'Rana Haddad',
    payee: { kind: 'person', personId: 'p-1' },
    payeeName: 'Rana Haddad',
    method: 'bank-transfer',
    batch: null,
    receivedOn: '2027-01-04',
    filedOn: null,
    notes: '',
    accessNeedMet: '',
    lines: [],
    receipts: [],
    signatures: [],
    warnings: [],
    decisions: [],
    payments: [],
    claimedPence: null,
    payablePence: null,
    decidedPence: null,
    paidPence: 0,
    isChangedSinceSigned: false,
    signedHash: '',
    promisedBy: null,
    withdrawnWhy: '',
    version: 1,
    ...part,
  });
}

export const withBusFare = (part: Part = {}): Claim => aClaim({ lines: [LINE_ON_RECORD], ...part });

export function aReceipt(id: string): Record<string, unknown> {
  return {
    id,
    hash: 'a'.repeat(64),
    kind: 'receipt',
    name: `${id}.jpg`,
    mediaType: 'image/jpeg',
    byteCount: 2000,
    printedOn: null,
    printedPence: null,
    printedNumber: '',
    lineIds: [],
  };
}

export const DECLARATION = 'I had these costs because I took part in what is written here.';

/** What a bus fare of £4.80 comes to; parts of it can be told anew. */
export function aForecast(part: Partial<Record<keyof Forecast, unknown>> = {}): Forecast {
  return Forecast.parse({
    lines: [],
    claimedPence: 480,
    payablePence: 480,
    warnings: [],
    missing: [],
    declaration: DECLARATION,
    ...part,
  });
}

export const choicesFor = (part: Record<string, unknown> = {}) => ({
  attended: [MEETING],
  others: [{ ...MEETING, id: 'a-2', title: 'Estate walkabout', on: '2026-12-02' }],
  claimedFor: [],
  kinds: [
    { kind: 'car', words: 'Car', ruleWords: '45p a mile.' },
    { kind: 'bus', words: 'Bus', ruleWords: 'Bus fares are paid in full.' },
    { kind: 'childcare', words: 'Childcare', ruleWords: 'Up to £20 each meeting.' },
  ],
  lastJourneys: [],
  lastPayee: null,
  plans: [],
  ...part,
});

import { type Claim, ClaimSummary } from '#db/claims/claims.contract';
import { KeptReason, ToDecide } from '#db/claims/deciding.contract';
import { aClaim, LINE } from './claim-on-screen.ts';

/** Claims that wait, as the program would answer on Monday 4 January 2027. */

/** A cost that was signed and waits. */
export const waitingLine = (id: string, position: number, part: object = {}) => ({
  ...LINE,
  id,
  position,
  state: 'waiting',
  activityTitle: 'Repairs panel',
  attendance: 'came',
  payablePence: 480,
  askedPence: 480,
  cuts: [],
  policyVersion: 'v1',
  decidedPence: null,
  decisionWhy: '',
  paidPence: 0,
  ...part,
});

export const aDoubt = (part: object = {}) => ({
  lineId: 'l-2',
  code: 'not-on-sheet',
  weight: 'warns',
  words: 'Rana Haddad is not on the sheet.',
  wayOn: 'Add them to the sheet.',
  other: null,
  answer: null,
  ...part,
});

/** Two bus fares of £4.80 whose papers were checked. */
export const waitingClaim = (part: object = {}): Claim =>
  aClaim({
    state: 'verified',
    lines: [waitingLine('l-1', 0), waitingLine('l-2', 1)],
    claimedPence: 960,
    payablePence: 960,
    version: 3,
    ...part,
  });

export const aCase = (claim: Claim, part: object = {}): ToDecide =>
  ToDecide.parse({
    claim,
    next: { step: 'approve', may: true, why: '' },
    aboutPeople: [],
    openedBy: null,
    lastYear: { claims: 2, pence: 1250 },
    isClean: true,
    ...part,
  });

export const inQueue = ({
  id,
  reference,
  state,
  claimantName,
}: Pick<Claim, 'id' | 'reference' | 'state' | 'claimantName'>): ClaimSummary =>
  ClaimSummary.parse({
    id,
    reference,
    state,
    claimantName,
    filerWords: '',
    batchReference: '',
    receivedOn: '2027-01-04',
    lines: 2,
    claimedPence: 960,
    payablePence: 960,
    decidedPence: null,
    paidPence: 0,
    openWarnings: 0,
    promisedBy: null,
    version: 3,
  });

export const aReason = (part: object = {}): KeptReason =>
  KeptReason.parse({
    id: 'r-1',
    decision: 'rejected',
    words: 'Lunch was provided.',
    isActive: true,
    version: 2,
    ...part,
  });

import { describe, expect, it } from 'vitest';
import type { Activity } from '#db/activities/activities.contract';
import { priceClaim } from '#db/claim-policy/pricing.rules';
import type { KindPolicy } from '#db/claim-policy/claim-policy.contract';
import {
  type CheckedClaim,
  type CheckedLine,
  toPricingLine,
} from '#db/claims/checks/checked-claim.rules';
import * as doubles from '#db/claims/checks/double-findings.rules';
import * as policy from '#db/claims/checks/policy-findings.rules';
import * as standing from '#db/claims/checks/standing-findings.rules';
import type { ClaimId, ClaimLineId, ClaimReceiptId } from '#db/claims/claims.contract';
import type { Restriction } from '#db/restrictions/restrictions.contract';
import { LocalDate } from '#db/shared/local-date';
import { pence } from '#db/shared/money';
import { aGeneralPolicy, aKindPolicy, aPolicy } from '../support/builders/claim-policy.ts';

const day = (text: string) => LocalDate.parse(text);

const MEETING = {
  id: 'act-1',
  title: 'Housing forum',
  kind: 'Meeting',
  ledBy: { kind: 'council' },
  on: '2027-04-06',
  isFullDay: false,
  isLunchProvided: false,
  isTransportProvided: false,
  isFunded: false,
  isCancelled: false,
  isSheetClosed: true,
  attended: 12,
} as unknown as Activity;

const aLine = (part: Partial<CheckedLine> = {}): CheckedLine => ({
  id: 'line-1' as ClaimLineId,
  kind: 'bus',
  activityId: MEETING.id,
  day: day('2027-04-06'),
  fromPlace: 'Elm Street',
  toPlace: 'Town Hall',
  milesTenths: null,
  minutes: null,
  children: [],
  carer: '',
  claimedPence: pence(320),
  reason: '',
  noReceiptWhy: '',
  preventedAttendance: false,
  overridePence: null,
  overrideWhy: '',
  receiptIds: ['rec-1' as ClaimReceiptId],
  askedPence: pence(320),
  payablePence: pence(320),
  cuts: [],
  ...part,
});

const aClaim = (part: Partial<CheckedClaim> = {}): CheckedClaim => ({
  id: 'claim-1' as ClaimId,
  claimant: { kind: 'person', personId: 'haddad' as never },
  filerPersonId: 'haddad' as never,
  payee: { kind: 'person', personId: 'haddad' as never },
  receivedOn: day('2027-04-08'),
  isFiled: false,
  lines: [aLine()],
  ...part,
});

/** A line beside one policy for its kind, at the meeting. */
function inPolicy(
  part: {
    readonly line?: Partial<CheckedLine>;
    readonly kind?: Partial<KindPolicy>;
    readonly general?: Parameters<typeof aGeneralPolicy>[0];
    readonly activity?: Partial<Activity>;
  } = {},
) {
  const line = aLine(part.line);
  const policyOn = aPolicy([aKindPolicy(line.kind, part.kind)], aGeneralPolicy(part.general));
  return { line, policy: policyOn(line.day), activity: { ...MEETING, ...part.activity } };
}

const codes = (found: readonly { readonly code: string; readonly weight: string }[]) =>
  found.map(({ code, weight }) => `${code} ${weight}`);
const stops = (part: Parameters<typeof inPolicy>[0], who: 'person' | 'group' = 'person') =>
  codes(policy.stopFindings(inPolicy(part), who));

describe('What the policy of its day stops on a line', () => {
  it.each([
    [
      'a kind that is not for who claims (EXP-15)',
      { kind: { allowedFor: ['group'] } },
      'not-for-claimant',
    ],
    [
      'a kind of activity that does not count (EXP-13)',
      { general: { eligibleActivityKinds: ['Training'] } },
      'not-eligible-activity',
    ],
    [
      'childcare at a meeting of a group (EXP-01)',
      { kind: { needsCouncilLed: true }, activity: { ledBy: { kind: 'group' } as never } },
      'not-council-led',
    ],
    ['a meeting that is not funded (EXP-09)', { kind: { needsFunded: true } }, 'not-funded'],
    ['lunch at half a day (EXP-08)', { kind: { needsFullDayWithoutLunch: true } }, 'not-full-day'],
    [
      'lunch where it was provided (EXP-08)',
      {
        kind: { needsFullDayWithoutLunch: true },
        activity: { isFullDay: true, isLunchProvided: true },
      },
      'lunch-provided',
    ],
    [
      'a cost without its receipt (EXP-09)',
      { kind: { receipt: 'needed' }, line: { receiptIds: [] } },
      'no-receipt',
    ],
    [
      'no word that it kept somebody away (EXP-01)',
      { kind: { needsPreventedAttendance: true } },
      'no-prevented',
    ],
    ['room hire without a reason (EXP-10)', { kind: { needsReason: true } }, 'no-reason'],
  ] as const)('is %s', (_, part, code) => {
    expect(stops(part as never)).toEqual([`${code} stops`]);
    expect(stops({})).toEqual([]);
  });

  it('is a day after the claim came in', () => {
    expect(
      codes(policy.futureFindings(aLine({ day: day('2027-04-09') }), day('2027-04-08'))),
    ).toEqual(['future-day stops']);
    expect(policy.futureFindings(aLine({ day: day('2027-04-08') }), day('2027-04-08'))).toEqual([]);
  });

  it('is a claim out of time, by so many days (EXP-18)', () => {
    const of = (on: string, limit: number | null) =>
      policy.lateFindings(
        inPolicy({ line: { day: day(on) }, general: { timeLimitDays: limit } }),
        day('2027-07-08'),
      );
    expect(of('2027-03-05', 90)[0]?.words).toBe(
      'Out of time by 35 days: the last day to claim for 5 March 2027 was 3 June 2027.',
    );
    expect(codes(of('2027-03-05', 90))).toEqual(['out-of-time stops']);
    expect(of('2027-04-09', 90)).toEqual([]);
    expect(codes(of('2027-04-08', 90))).toEqual(['out-of-time stops']);
    expect(of('2027-03-05', null)).toEqual([]);
  });
});

describe('What the policy of its day warns of', () => {
  it('is a receipt that is missing with a reason, where that is allowed (EXP-09)', () => {
    const line = { receiptIds: [], noReceiptWhy: 'The machine gave none' };
    const found = policy.noReceiptFindings(
      inPolicy({ line, kind: { receipt: 'needed-or-reason' } }),
    );
    expect(found).toMatchObject([
      { code: 'no-receipt', weight: 'warns', words: 'There is no receipt: The machine gave none' },
    ]);
    expect(policy.noReceiptFindings(inPolicy({ line }))).toEqual([]);
  });

  it('is a rate that is not set, which is only said (EXP-05)', () => {
    expect(codes(policy.rateFindings(inPolicy({ line: { payablePence: null } })))).toEqual([
      'rate-not-set says',
    ]);
    expect(policy.rateFindings(inPolicy())).toEqual([]);
  });

  it('is transport that was provided (EXP-06)', () => {
    const kind = { warnsIfTransportProvided: true };
    const provided = inPolicy({ kind, activity: { isTransportProvided: true } });
    expect(codes(policy.transportFindings(provided))).toEqual(['transport-provided warns']);
    expect(policy.transportFindings(inPolicy({ kind }))).toEqual([]);
  });

  it('is what a limit cuts, and that somebody is left out of pocket where the council promised otherwise (EXP-11)', () => {
    const cut = { pence: pence(120), rule: 'EXP-05', sentence: 'Up to £2 a journey.' };
    const line = { payablePence: pence(200), cuts: [cut] };
    const general = { principle: 'No tenant is out of pocket.' };
    const found = policy.cutFindings(inPolicy({ line, general }), 'person');
    expect(codes(found)).toEqual(['cap-reached says', 'out-of-pocket warns']);
    expect(found[1]?.words).toBe(
      '£1.20 of a cost with a receipt is left unpaid. The council’s principle: No tenant is out of pocket.',
    );
    expect(codes(policy.cutFindings(inPolicy({ line }), 'person'))).toEqual([
      'cap-reached says',
      'out-of-pocket says',
    ]);
    const noReceipt = inPolicy({ line: { ...line, receiptIds: [] }, general });
    expect(codes(policy.cutFindings(noReceipt, 'person'))).toEqual(['cap-reached says']);
    expect(policy.cutFindings(inPolicy(), 'person')).toEqual([]);
  });

  it('is care for somebody of 16 or 17', () => {
    const of = (children: CheckedLine['children']) =>
      codes(policy.ageFindings(aLine({ kind: 'childcare', children })));
    expect(of(['under-5', '16-to-17'])).toEqual(['children-ages warns']);
    expect(of(['11-to-15'])).toEqual([]);
  });

  it('is the register of the activity (EXP-19)', () => {
    const of = (found: 'came' | 'apologies' | 'not-on-sheet', activity: Partial<Activity> = {}) =>
      codes(policy.attendanceFindings(aLine(), { ...MEETING, ...activity }, found));
    expect(of('came')).toEqual([]);
    expect(of('apologies')).toEqual(['apologies warns']);
    expect(of('not-on-sheet')).toEqual(['not-on-sheet warns']);
    expect(of('not-on-sheet', { attended: 0, isSheetClosed: false })).toEqual([
      'not-on-sheet says',
    ]);
  });

  it('is an activity that was cancelled, or on another day', () => {
    expect(codes(policy.cancelledFindings(aLine(), { ...MEETING, isCancelled: true }))).toEqual([
      'activity-cancelled warns',
    ]);
    expect(policy.cancelledFindings(aLine(), MEETING)).toEqual([]);
    expect(codes(policy.otherDayFindings(aLine({ day: day('2027-04-05') }), MEETING))).toEqual([
      'other-day says',
    ]);
    expect(policy.otherDayFindings(aLine(), MEETING)).toEqual([]);
  });

  it('is an agreed travel plan that covers the line on its days, which is only said', () => {
    const plan = {
      words: 'By taxi after dark',
      kinds: ['taxi' as const],
      from: day('2027-04-01'),
      until: day('2027-04-06'),
    };
    const of = (part: Partial<CheckedLine>) => codes(policy.planFindings(aLine(part), [plan]));
    expect(of({ kind: 'taxi' })).toEqual(['plan-covers says']);
    expect(of({ kind: 'bus' })).toEqual([]);
    expect(of({ kind: 'taxi', day: day('2027-04-07') })).toEqual([]);
  });
});

const other = (part: Partial<doubles.OtherClaim> = {}): doubles.OtherClaim => ({
  claimId: 'claim-2' as ClaimId,
  reference: 'CLM-2027-0002',
  claimantName: 'P. Lane',
  claimantId: 'lane',
  isGroup: false,
  hands: ['lane' as never],
  isSigned: true,
  ...part,
});

describe('A double', () => {
  const receipt = (part: Partial<doubles.SameReceipt> = {}): doubles.SameReceipt => ({
    ...other(),
    receiptId: 'rec-1',
    otherReceiptId: 'rec-2',
    isSameFile: true,
    printedNumber: '',
    ...part,
  });

  it('is the same picture of a receipt in any other claim, with the way there', () => {
    const [found] = doubles.sameReceiptFindings(aClaim(), [receipt()]);
    expect(found).toMatchObject({
      lineId: 'line-1',
      code: 'double-receipt',
      weight: 'warns',
      words: 'The same picture of a receipt is in claim CLM-2027-0002 of P. Lane.',
      other: {
        claimId: 'claim-2',
        reference: 'CLM-2027-0002',
        otherId: 'rec-2',
        receiptId: 'rec-1',
      },
    });
  });

  it('is the same day and amount: surely with its number or by the same people, otherwise only said', () => {
    const of = (part: Partial<doubles.SameReceipt>) =>
      codes(doubles.sameReceiptFindings(aClaim(), [receipt({ isSameFile: false, ...part })]));
    expect(of({ printedNumber: 'T-4711' })).toEqual(['double-receipt warns']);
    expect(of({})).toEqual(['double-receipt says']);
    expect(of({ claimantId: 'haddad' })).toEqual(['double-receipt warns']);
  });

  it('is one ticket brought by one person for two groups', () => {
    const birch = aClaim({
      claimant: { kind: 'group', groupId: 'birch' as never },
      payee: { kind: 'group', groupId: 'birch' as never },
    });
    const ashdown = { claimantId: 'ashdown', isGroup: true, hands: ['haddad' as never] };
    expect(doubles.isSamePeople(birch, other(ashdown))).toBe(true);
    expect(doubles.isSamePeople(birch, other({ ...ashdown, hands: ['lane' as never] }))).toBe(
      false,
    );
    // A treasurer who brings two members' claims makes them no claims of one person.
    const filed = aClaim({ filerPersonId: 'okafor' as never });
    expect(
      doubles.isSamePeople(filed, other({ hands: ['lane' as never, 'okafor' as never] })),
    ).toBe(false);
  });

  const line = (part: Partial<doubles.SameLine> = {}): doubles.SameLine => ({
    ...other(),
    lineId: 'line-1' as ClaimLineId,
    otherLineId: 'line-9',
    ...part,
  });

  it('is the same journey: of the same claimant a warning, of others only said', () => {
    expect(codes(doubles.sameJourneyFindings(aClaim(), [line({ claimantId: 'haddad' })]))).toEqual([
      'double-journey warns',
    ]);
    expect(codes(doubles.sameJourneyFindings(aClaim(), [line()]))).toEqual(['double-journey says']);
  });

  it('is no journey of others where each went from their own home', () => {
    const fromHome = aClaim({ lines: [aLine({ fromPlace: ' HOME' })] });
    expect(doubles.sameJourneyFindings(fromHome, [line()])).toEqual([]);
    expect(codes(doubles.sameJourneyFindings(fromHome, [line({ claimantId: 'haddad' })]))).toEqual([
      'double-journey warns',
    ]);
  });

  it('is one journey twice on one claim', () => {
    const twice = aClaim({
      lines: [aLine(), aLine({ id: 'line-2' as ClaimLineId, fromPlace: 'ELM  street' })],
    });
    expect(doubles.journeyTwiceFindings(twice)).toMatchObject([
      { lineId: 'line-2', code: 'double-journey', weight: 'warns' },
    ]);
    const back = aClaim({
      lines: [
        aLine(),
        aLine({ id: 'line-2' as ClaimLineId, fromPlace: 'Town Hall', toPlace: 'Elm Street' }),
      ],
    });
    expect(doubles.journeyTwiceFindings(back)).toEqual([]);
  });

  it('is the same kind of cost for the same activity of the same people, and of nobody else', () => {
    const found = doubles.sameActivityFindings(aClaim(), [line({ claimantId: 'haddad' }), line()]);
    expect(codes(found)).toEqual(['double-activity-kind warns']);
  });

  it('is one doubt where the same two lines are the same journey and the same kind for the same activity', () => {
    const same = line({ claimantId: 'haddad' });
    const another = line({ claimantId: 'haddad', otherLineId: 'line-10' });
    const journeys = doubles.sameJourneyFindings(aClaim(), [same]);
    expect(doubles.withoutJourneysTold([same, another], journeys)).toEqual([another]);
    expect(doubles.withoutJourneysTold([same], [])).toEqual([same]);
  });

  it('is nothing that others are only filling in, and a word where the same people are', () => {
    const found = (part: Partial<doubles.OtherClaim>) => ({
      receipt: codes(
        doubles.sameReceiptFindings(aClaim(), [receipt({ isSigned: false, ...part })]),
      ),
      journey: codes(doubles.sameJourneyFindings(aClaim(), [line({ isSigned: false, ...part })])),
      activity: codes(doubles.sameActivityFindings(aClaim(), [line({ isSigned: false, ...part })])),
    });
    expect(found({})).toEqual({ receipt: [], journey: [], activity: [] });
    expect(found({ claimantId: 'haddad' })).toEqual({
      receipt: ['double-receipt says'],
      journey: ['double-journey says'],
      activity: ['double-activity-kind says'],
    });
    const own = line({ isSigned: false, claimantId: 'haddad', claimantName: 'R. Haddad' });
    expect(doubles.sameJourneyFindings(aClaim(), [own])[0]?.words).toBe(
      'The same journey on the same day also stands in claim CLM-2027-0002 of R. Haddad, which is not signed yet.',
    );
  });

  it('is the same picture twice on this claim, signed or not', () => {
    const twice = receipt({ claimId: aClaim().id, claimantId: 'haddad', isSigned: false });
    const [found] = doubles.sameReceiptFindings(aClaim(), [twice]);
    expect(found).toMatchObject({
      weight: 'warns',
      words: 'The same picture of a receipt is in this claim already.',
    });
  });

  it('is told three times at most for one line', () => {
    const many = Array.from({ length: 9 }, (_, index) => line({ otherLineId: String(index) }));
    expect(doubles.sameJourneyFindings(aClaim(), many)).toHaveLength(3);
  });
});

const aBar = (part: Partial<Restriction> = {}) =>
  ({
    id: 'rst-1',
    reference: 'RST-2027-0001',
    subjectName: 'R. Haddad',
    scopeWords: 'grants and expenses',
    effect: 'bars',
    from: '2027-04-01',
    until: null,
    ...part,
  }) as Restriction;

describe('What stands against who claims', () => {
  it('is a bar from money or from that kind of activity; a flag only warns', () => {
    const of = (money: readonly Restriction[], activity: readonly Restriction[]) =>
      codes(standing.restrictionFindings(aLine(), { money, activity }));
    expect(of([aBar()], [])).toEqual(['restricted-money stops']);
    expect(of([], [aBar()])).toEqual(['restricted-activity stops']);
    expect(of([aBar({ effect: 'warns' })], [])).toEqual(['restricted-money warns']);
    // A bar from everything is one bar.
    expect(of([aBar()], [aBar()])).toEqual(['restricted-money stops']);
    expect(of([], [])).toEqual([]);
  });

  it('is a bar on who is paid for another', () => {
    expect(codes(standing.barredPayeeFindings([aLine()], () => [aBar()]))).toEqual([
      'restricted-payee warns',
    ]);
  });

  it('is a group that is not recognised on that day; what was filed before stays payable (GRP-01)', () => {
    const stop = { stops: true, rule: 'blocks', why: 'Cedar is not recognised.' } as const;
    const of = (part: object, isFiled: boolean) =>
      codes(standing.recognitionFindings(aLine(), { ...stop, ...part }, isFiled));
    expect(of({}, false)).toEqual(['not-recognised stops']);
    expect(of({}, true)).toEqual(['not-recognised says']);
    expect(of({ stops: false, rule: 'warns' }, false)).toEqual(['not-recognised warns']);
    expect(of({ stops: false, rule: 'none' }, false)).toEqual([]);
  });

  it('is the same bank account under another name', () => {
    const same = [{ name: 'P. Lane' }, { name: 'Birch Court TRA' }] as never;
    expect(standing.sameAccountFindings(same)).toMatchObject([
      {
        lineId: null,
        code: 'same-account',
        words: expect.stringContaining('P. Lane and Birch Court TRA'),
      },
    ]);
    expect(standing.sameAccountFindings([])).toEqual([]);
  });

  it('is a tenant room that was free when one was hired (BOOK-19)', () => {
    expect(codes(standing.freeRoomFindings(aLine(), [{ name: 'Meeting Room' }]))).toEqual([
      'tenant-room-free warns',
    ]);
    expect(standing.freeRoomFindings(aLine(), [])).toEqual([]);
  });

  it('is a limit of the month or the financial year, on the line with which it is passed', () => {
    const lines = [
      aLine({ id: 'a' as ClaimLineId, day: day('2027-03-31') }),
      aLine({ id: 'b' as ClaimLineId, day: day('2027-04-01') }),
    ];
    const before = { months: new Map([['2027-04', 100]]), years: new Map([['2026/27', 500]]) };
    const of = (limits: standing.Limits) =>
      standing
        .limitFindings({ lines }, before, () => limits)
        .map(({ lineId, code }) => `${String(lineId)} ${code}`);
    expect(of({ monthPence: 420, yearPence: 820 })).toEqual([]);
    expect(of({ monthPence: 419, yearPence: null })).toEqual(['b month-limit']);
    expect(of({ monthPence: null, yearPence: 819 })).toEqual(['a year-limit']);
  });
});

describe('A line as it is priced', () => {
  it('is given to the pricing with all that decides about money', () => {
    const line = aLine({ kind: 'childcare', children: ['under-5', '5-to-10'], minutes: 150 });
    const priced = priceClaim({
      claimantKind: 'person',
      receivedOn: day('2027-04-08'),
      lines: [toPricingLine(line, MEETING, null)],
      policyOn: aPolicy([
        aKindPolicy('childcare', {
          basis: 'per-hour',
          ratePence: pence(100),
          needsCouncilLed: true,
        }),
      ]),
      used: [],
    });
    expect(priced.lines[0]).toMatchObject({ payablePence: 250, stops: [] });
  });
});

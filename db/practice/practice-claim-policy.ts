import type { CostKind, KindPolicyDetails } from '#db/claim-policy/claim-policy.contract';
import type { Core } from '#db/open-core';
import {
  addDays,
  atTime,
  financialYearOf,
  instantOf,
  LocalDate,
  timeOfMinutes,
} from '#db/shared/local-date';
import { pence } from '#db/shared/money';
import type { Event } from './practice-events.ts';

const DECIDED = 'Made-up Cabinet, decision 14';

type Terms = Partial<KindPolicyDetails> & Pick<KindPolicyDetails, 'sentence'>;

const mileage = (rate: number, sentence: string): Terms => ({
  basis: 'per-mile',
  ratePence: pence(rate),
  receipt: 'not-needed',
  sentence,
});

const childcareAt = (rate: number, words: string): Terms => ({
  basis: 'per-hour',
  ratePence: pence(rate),
  allowedFor: ['person'],
  receipt: 'needed',
  needsPreventedAttendance: true,
  sentence: `Childcare is paid up to ${words} an hour where the cost would keep somebody from taking part.`,
});

/** What the made-up council pays; for the motorcycle it has not said yet, so that such a line can be tried too. */
const TERMS: Readonly<Partial<Record<CostKind, Terms>>> = {
  car: mileage(45, 'Journeys in your own car are paid at 45p a mile.'),
  passenger: mileage(5, 'A passenger you bring along adds 5p a mile.'),
  bicycle: mileage(20, 'Journeys by bicycle are paid at 20p a mile.'),
  bus: { sentence: 'Bus fares are paid in full.' },
  train: { sentence: 'Standard class train fares are paid in full.' },
  taxi: {
    caps: [{ pence: pence(2500), per: 'claim' }],
    warnsIfTransportProvided: true,
    sentence: 'Taxis are paid up to £25 a claim where there is no other way to come.',
  },
  parking: {
    receipt: 'needed-or-reason',
    caps: [{ pence: pence(1000), per: 'day' }],
    sentence: 'Parking is paid up to £10 a day.',
  },
  childcare: childcareAt(700, '£7.00'),
  'dependant-care': {
    allowedFor: ['person'],
    caps: [{ pence: pence(3000), per: 'meeting' }],
    sentence: 'Care of an adult who depends on you is paid up to £30 a meeting.',
  },
  lunch: {
    allowedFor: ['person'],
    needsFullDayWithoutLunch: true,
    caps: [{ pence: pence(650), per: 'day' }],
    sentence: 'Lunch is paid up to £6.50 at events of a full day where none is provided.',
  },
  'room-hire': {
    allowedFor: ['group'],
    needsReason: true,
    caps: [{ pence: pence(4000), per: 'meeting' }],
    sentence: 'A group can hire a room for up to £40 a meeting where no tenant room will do.',
  },
  conference: {
    allowedFor: ['person'],
    needsCouncilLed: true,
    needsFunded: true,
    sentence: 'Conference fees are paid where the council funds people to attend.',
  },
  other: { allowedFor: [], sentence: 'Other costs are not paid.' },
};

/**
 * On the first afternoon the manager enters what the council pays and the general limits; two months later the new rates
 * that begin on the next 1 April after practice starts.
 */
export function claimPolicyEvents(
  core: Core,
  days: { readonly setUpOn: LocalDate; readonly firstDay: LocalDate },
): readonly Event[] {
  const { setUpOn, firstDay } = days;
  const aprilAfter = LocalDate.parse(`${Number(financialYearOf(firstDay).slice(0, 4)) + 1}-04-01`);
  const enter = (kind: CostKind, from: LocalDate, terms: Terms): Event => ({
    at: instantOf(
      atTime(from === setUpOn ? setUpOn : addDays(setUpOn, 61), timeOfMinutes(15 * 60)),
    ),
    by: 'manager',
    act: async (ctx) => {
      await core.api.policy.enterKind(ctx, {
        kind,
        from,
        basis: 'actual',
        ratePence: null,
        isRateAwaited: false,
        caps: [],
        allowedFor: ['person', 'group', 'staff'],
        receipt: terms.basis === undefined ? 'needed' : 'not-needed',
        needsCouncilLed: false,
        needsFunded: false,
        needsPreventedAttendance: false,
        needsFullDayWithoutLunch: false,
        warnsIfTransportProvided: false,
        needsReason: false,
        source: DECIDED,
        ...terms,
      });
    },
  });
  return [
    ...Object.entries(TERMS).map(([kind, terms]) => enter(kind as CostKind, setUpOn, terms)),
    {
      at: instantOf(atTime(setUpOn, timeOfMinutes(15 * 60 + 20))),
      by: 'manager',
      act: async (ctx) => {
        await core.api.policy.enterGeneral(ctx, {
          from: setUpOn,
          eligibleActivityKinds: null,
          timeLimitDays: 90,
          monthLimitPence: pence(20_000),
          yearLimitPence: pence(100_000),
          mileageExemptFromReceipt: true,
          secondApproverAbovePence: pence(10_000),
          promisedWorkingDays: 10,
          entererMayVerify: false,
          principle: 'No tenant is out of pocket when taking part',
          cashLimitPence: pence(2500),
          source: DECIDED,
        });
      },
    },
    enter('car', aprilAfter, mileage(50, 'Journeys in your own car are paid at 50p a mile.')),
    enter('childcare', aprilAfter, childcareAt(850, '£8.50')),
  ];
}

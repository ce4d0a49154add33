import { LocalDate } from '#db/shared/local-date';
import { formatPenceShort, type Pence } from '#db/shared/money';
import { CostKind, type GeneralPolicy, type KindPolicy } from './claim-policy.contract.ts';

/** First day of what a council’s paper says: every day before a manager enters something else. */
export const FROM_THE_START = LocalDate.parse('1900-01-01');

/** What a policy says, without who entered it and when. */
export type KindTerms = Omit<KindPolicy, 'id' | 'enteredBy' | 'enteredAt'>;
export type GeneralTerms = Omit<GeneralPolicy, 'id' | 'enteredBy' | 'enteredAt'>;

type KindStart = Partial<Omit<KindTerms, 'kind' | 'from'>>;
type Start = {
  readonly kinds: Readonly<Partial<Record<CostKind, KindStart>>>;
  readonly general: Partial<Omit<GeneralTerms, 'from'>>;
};

const MILEAGE = ['car', 'passenger', 'motorcycle', 'bicycle'] as const;
const FARES = ['bus', 'train', 'taxi', 'parking'] as const;
const isMileage = (kind: CostKind): boolean => MILEAGE.some((each) => each === kind);

/**
 * Where a council’s paper is silent there is no rule: the cost is taken from anybody for any activity, but nothing is paid
 * for it until a figure is entered.
 */
const silent = (kind: CostKind): KindTerms => ({
  kind,
  from: FROM_THE_START,
  basis: isMileage(kind) ? 'per-mile' : 'actual',
  ratePence: null,
  isRateAwaited: true,
  caps: [],
  allowedFor: ['person', 'group', 'staff'],
  receipt: 'not-needed',
  needsCouncilLed: false,
  needsFunded: false,
  needsPreventedAttendance: false,
  needsFullDayWithoutLunch: false,
  warnsIfTransportProvided: false,
  needsReason: false,
  sentence: '',
  source: '',
});

const NO_LIMITS: GeneralTerms = {
  from: FROM_THE_START,
  eligibleActivityKinds: null,
  timeLimitDays: null,
  monthLimitPence: null,
  yearLimitPence: null,
  mileageExemptFromReceipt: false,
  secondApproverAbovePence: null,
  promisedWorkingDays: null,
  entererMayVerify: false,
  principle: '',
  cashLimitPence: null,
  source: '',
};

const each = (
  kinds: readonly CostKind[],
  start: KindStart,
): Readonly<Partial<Record<CostKind, KindStart>>> =>
  Object.fromEntries(kinds.map((kind) => [kind, start]));

const southampton: Start = {
  kinds: {
    ...each([...MILEAGE, ...FARES], {
      sentence:
        'The council pays an allowance towards transport, so that tenants, leaseholders and staff can attend meetings, conferences and training.',
      source: 'EXP-03, EXP-14',
    }),
    childcare: {
      allowedFor: ['person'],
      sentence:
        'The council pays an allowance towards childcare, so that people can attend meetings and involvement activities.',
      source: 'EXP-03',
    },
  },
  general: {
    eligibleActivityKinds: ['Involvement activity', 'Meeting', 'Conference', 'Training'],
    principle: 'No tenant is out of pocket when attending Housing Services events',
    source: 'EXP-11, EXP-13',
  },
};

const mansfield = (childcareCap: Pence | null): Start => ({
  kinds: {
    ...each([...MILEAGE, ...FARES], {
      allowedFor: ['person', 'group'],
      receipt: 'needed',
      needsCouncilLed: true,
      sentence:
        'Travel to council-led meetings is paid at the council’s rates, for groups and for individuals.',
      source: 'EXP-05, EXP-09, EXP-15',
    }),
    childcare: {
      isRateAwaited: childcareCap === null,
      caps: childcareCap === null ? [] : [{ pence: childcareCap, per: 'meeting' }],
      allowedFor: ['person'],
      receipt: 'needed',
      needsCouncilLed: true,
      needsPreventedAttendance: true,
      sentence: `The council contributes ${
        childcareCap === null ? '' : `at most ${formatPenceShort(childcareCap)} `
      }to childcare where the cost would keep somebody from a council-led meeting.`,
      source: 'EXP-01, EXP-02, EXP-09',
    },
    lunch: {
      allowedFor: ['person'],
      receipt: 'needed',
      needsCouncilLed: true,
      needsFullDayWithoutLunch: true,
      sentence:
        'Lunch is paid at the council’s rate for individuals, at events of a full day where lunch is not provided.',
      source: 'EXP-08, EXP-09, EXP-15',
    },
    'room-hire': {
      allowedFor: ['group'],
      receipt: 'needed',
      needsReason: true,
      sentence:
        'Recognised associations are helped with the hire of a room where no tenant meeting room will do.',
      source: 'EXP-09, EXP-10',
    },
    conference: {
      isRateAwaited: false,
      allowedFor: ['person'],
      receipt: 'needed',
      needsCouncilLed: true,
      needsFunded: true,
      sentence:
        'Individuals are funded to attend certain council-led meetings and conferences, if they give receipts and fill in a claim form.',
      source: 'EXP-09',
    },
  },
  general: { eligibleActivityKinds: ['Meeting', 'Conference'], source: 'EXP-13' },
});

const southwark: Start = {
  kinds: each([...MILEAGE, ...FARES], {
    allowedFor: ['person'],
    sentence:
      'Expenses of the representatives of tenants’ and residents’ associations are paid from the Tenants Fund.',
    source: 'EXP-12',
  }),
  general: {},
};

const REASONABLE_TRAVEL: KindStart = {
  warnsIfTransportProvided: true,
  sentence: 'Reasonable travel expenses are paid, or transport is provided.',
  source: 'EXP-06',
};
const CARE: KindStart = {
  isRateAwaited: false,
  allowedFor: ['person'],
  sentence:
    'Care of a child or dependant is reimbursed, so that people can attend meetings and consultation events.',
  source: 'EXP-04',
};

const northWestLeicestershire: Start = {
  kinds: {
    ...each(MILEAGE, REASONABLE_TRAVEL),
    ...each(FARES, { ...REASONABLE_TRAVEL, isRateAwaited: false }),
    childcare: CARE,
    'dependant-care': CARE,
  },
  general: { eligibleActivityKinds: ['Meeting', 'Consultation event'], source: 'EXP-13' },
};

/** Oxford had its policy still to write, and transport for those who cannot travel by themselves (EXP-07). */
const oxford: Start = {
  kinds: each([...MILEAGE, ...FARES], { warnsIfTransportProvided: true }),
  general: {},
};

const NOTHING_SAID: Start = { kinds: {}, general: {} };

function startOf(presetId: string, childcareCap: Pence | null): Start {
  switch (presetId) {
    case 'southampton':
      return southampton;
    case 'mansfield':
      return mansfield(childcareCap);
    case 'southwark':
      return southwark;
    case 'north-west-leicestershire':
      return northWestLeicestershire;
    case 'oxford':
      return oxford;
    default:
      return NOTHING_SAID;
  }
}

/**
 * What a council’s paper says about claims, as terms for every kind of cost; blank where it is silent. The most for childcare comes
 * from the council’s figures (`claims.childcareCap`).
 */
export function startingTerms(
  presetId: string,
  childcareCap: Pence | null,
): { readonly kinds: readonly KindTerms[]; readonly general: GeneralTerms } {
  const start = startOf(presetId, childcareCap);
  return {
    kinds: CostKind.options.map((kind) => ({ ...silent(kind), ...start.kinds[kind] })),
    general: { ...NO_LIMITS, ...start.general },
  };
}

// [browser-safe]
import { addDays, addMonths, financialYearOf, type LocalDate } from '#db/shared/local-date';

/** One line of the retention schedule. `amount` is where a centre starts from; the council may enter another. */
export type RetentionType = {
  readonly recordType: string;
  readonly words: string;
  readonly unit: 'days' | 'months' | 'years';
  readonly amount: number;
  /** From which day the time counts. */
  readonly clock: string;
  readonly atEnd: string;
  /** Why it is kept so long, where somebody asks to be erased before. */
  readonly because: string;
  /** The time begins at the end of the financial year in which the day lies. */
  readonly fromYearEnd?: true;
  /** True where the program proposes by itself what is past its time. */
  readonly isProposed: boolean;
};

/** The schedule, in the order in which it is read. A later module adds its own line here. */
export const RETENTION_TYPES: readonly RetentionType[] = [
  {
    recordType: 'bookings',
    words: 'Room bookings without a charge',
    unit: 'years',
    amount: 2,
    clock: 'the day of the booking',
    atEnd: 'names and notes go, the booking stays and is counted',
    because: 'bookings are looked up for a while',
    isProposed: true,
  },
  {
    recordType: 'booking-needs',
    words: 'Access needs on one booking',
    unit: 'days',
    amount: 30,
    clock: 'the day of the booking',
    atEnd: 'the needs go',
    because: 'the room is prepared by them',
    isProposed: true,
  },
  {
    recordType: 'people-needs',
    words: 'Access needs on a person’s record',
    unit: 'months',
    amount: 12,
    clock: 'the day on which they were last gone through with the person',
    atEnd: 'the needs go',
    because: 'papers and rooms are prepared by them',
    isProposed: true,
  },
  {
    recordType: 'usage',
    words: 'Visits to the computers',
    unit: 'years',
    amount: 2,
    clock: 'the day of the visit',
    atEnd: 'name, purpose and notes go, the visit stays and is counted',
    because: 'visits are looked up for a while',
    isProposed: true,
  },
  {
    recordType: 'activities',
    words: 'Registers of activities',
    unit: 'years',
    amount: 2,
    clock: 'the day of the activity',
    atEnd: 'names of people who are not on record go, their lines stay and are counted',
    because: 'who came is looked up for a while',
    isProposed: true,
  },
  {
    recordType: 'officers',
    words: 'Contact of committee members',
    unit: 'years',
    amount: 2,
    clock: 'the last day in office, where nothing else has happened since',
    atEnd: 'the person’s record is erased',
    because: 'questions come up after an office',
    isProposed: true,
  },
  {
    recordType: 'groups',
    words: 'Records of groups',
    unit: 'years',
    amount: 6,
    clock: 'the day on which the group ended',
    atEnd: 'phone, e-mail and contact go, the name stays',
    because: 'it is the record of a group, not of a person',
    isProposed: true,
  },
  {
    recordType: 'conduct',
    words: 'Services removed',
    unit: 'years',
    amount: 6,
    clock: 'the day on which it ended',
    atEnd: 'it is deleted',
    because: 'a decision can be questioned in court for six years',
    isProposed: true,
  },
  {
    recordType: 'requests',
    words: 'Log of copies, erasures and holds',
    unit: 'years',
    amount: 3,
    clock: 'the day on which it was closed',
    atEnd: 'it is deleted',
    because: 'it shows that the law was kept',
    isProposed: true,
  },
  {
    recordType: 'agreements',
    words: 'Signed agreements',
    unit: 'years',
    amount: 6,
    clock: 'the day on which it ended',
    atEnd: 'it is deleted with the person',
    because: 'an agreement can be claimed on for six years',
    isProposed: false,
  },
  {
    recordType: 'conditions',
    words: 'Texts that were given to people',
    unit: 'years',
    amount: 2,
    clock: 'the day on which it was given',
    atEnd: 'it is deleted with the person',
    because: 'it shows that the rules of the house were known',
    isProposed: false,
  },
  {
    recordType: 'venues',
    words: 'Keys that were held',
    unit: 'years',
    amount: 2,
    clock: 'the day on which the key came back',
    atEnd: 'it is deleted with the person',
    because: 'a lost key is followed up',
    isProposed: false,
  },
  {
    recordType: 'claims',
    words: 'Expense claims and their receipts',
    unit: 'years',
    amount: 6,
    clock: 'the end of the financial year in which it was decided',
    atEnd: 'names, words and pictures of receipts go, the amounts stay and are counted',
    because: 'accounts are kept for six years by law',
    fromYearEnd: true,
    isProposed: true,
  },
  {
    recordType: 'payments',
    words: 'How somebody is paid, and signs for an account',
    unit: 'years',
    amount: 6,
    clock: 'the end of the financial year in which it ended',
    atEnd: 'it is deleted with the person',
    because: 'accounts are kept for six years by law',
    fromYearEnd: true,
    isProposed: false,
  },
];

/** How long each kind is kept here, by record type. */
export type Lengths = ReadonlyMap<string, number>;

export const amountOf = (type: RetentionType, lengths: Lengths): number =>
  lengths.get(type.recordType) ?? type.amount;

/** The last day of the time for which something is kept whose time began on `start`. */
export function keptUntil(type: RetentionType, start: LocalDate, lengths: Lengths): LocalDate {
  const from = type.fromYearEnd === true ? endOfFinancialYear(start) : start;
  const amount = amountOf(type, lengths);
  if (type.unit === 'days') return addDays(from, amount);
  return addMonths(from, type.unit === 'months' ? amount : amount * 12);
}

/** On the day after the last one it is past its time. */
export const isPast = (
  type: RetentionType,
  start: LocalDate,
  of: { readonly lengths: Lengths; readonly today: LocalDate },
): boolean => keptUntil(type, start, of.lengths) < of.today;

/** The latest day on which the time of something may have begun that is past it today; some days too many. */
export function newestStart(type: RetentionType, lengths: Lengths, today: LocalDate): LocalDate {
  const amount = amountOf(type, lengths);
  return type.unit === 'days'
    ? addDays(today, -amount)
    : addDays(addMonths(today, -(type.unit === 'months' ? amount : amount * 12)), 3);
}

const endOfFinancialYear = (date: LocalDate): LocalDate =>
  `${Number(financialYearOf(date).slice(0, 4)) + 1}-03-31` as LocalDate;

/** The line of the schedule for a record type; undefined for what has none of its own. */
export const findRetentionType = (recordType: string): RetentionType | undefined =>
  RETENTION_TYPES.find((one) => one.recordType === recordType);

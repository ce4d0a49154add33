import type { SameAccount } from '#db/payees/payees.contract';
import type { PersonFacts } from '#db/people/person-record.contract';
import type { Stop } from '#db/recognition/recognition.contract';
import type { Restriction } from '#db/restrictions/restrictions.contract';
import { financialYearOf, type LocalDate } from '#db/shared/local-date';
import { formatPenceShort, pence } from '#db/shared/money';
import { formatDateNoWeekday, joinWords, MONTH_NAMES } from '#db/shared/plain-words';
import type { CheckedClaim, CheckedLine, Finding } from './checked-claim.rules.ts';
import { findingOf } from './policy-findings.rules.ts';

/**
 * What restrictions do to a line, judged on its own day: a bar from money stops it, and so does one from that kind of
 * activity; days before the first day of the bar go through (scenario of a suspension inside a year).
 */
export function restrictionFindings(
  line: CheckedLine,
  found: { readonly money: readonly Restriction[]; readonly activity: readonly Restriction[] },
): readonly Finding[] {
  // A bar from everything is one bar, however it was asked about.
  const said = new Set(found.money.map(({ id }) => id));
  return [
    ...found.money.map((one) => restrictionFinding(line, 'restricted-money', one)),
    ...found.activity
      .filter(({ id }) => !said.has(id))
      .map((one) => restrictionFinding(line, 'restricted-activity', one)),
  ];
}

function restrictionFinding(line: CheckedLine, code: string, one: Restriction): Finding {
  const until = one.until === null ? '' : ` until ${formatDateNoWeekday(one.until)}`;
  return findingOf(line, {
    code,
    weight: one.effect === 'bars' ? 'stops' : 'warns',
    words:
      one.effect === 'bars'
        ? `${one.subjectName} is barred from ${one.scopeWords} from ${formatDateNoWeekday(one.from)}${until} (${one.reference}).`
        : `There is a flag on ${one.subjectName} from ${formatDateNoWeekday(one.from)}${until} (${one.reference}).`,
    wayOn: one.effect === 'bars' ? 'Take the line off, or ask the manager.' : 'Ask the manager.',
  });
}

/** A bar from money on who is paid, where that is not who claims: the claimant keeps what is theirs, paid another way. */
export function barredPayeeFindings(
  lines: readonly CheckedLine[],
  payeeBars: (on: LocalDate) => readonly Restriction[],
): readonly Finding[] {
  return lines.flatMap((line) =>
    payeeBars(line.day).map((one) =>
      findingOf(line, {
        code: 'restricted-payee',
        weight: 'warns',
        words: `Who is paid, ${one.subjectName}, is barred from ${one.scopeWords} from ${formatDateNoWeekday(one.from)} (${one.reference}).`,
        wayOn: 'Pay the claimant themself.',
      }),
    ),
  );
}

/**
 * A group's own cost on a day on which it was not recognised (GRP-01). What was filed before stays payable: there it
 * is only said (recognition that lapses after a claim came in).
 */
export function recognitionFindings(
  line: CheckedLine,
  stop: Stop,
  isFiled: boolean,
): readonly Finding[] {
  if (stop.rule === 'none') return [];
  const isStopped = stop.stops && !isFiled;
  return [
    findingOf(line, {
      code: 'not-recognised',
      weight: isStopped ? 'stops' : stop.rule === 'warns' ? 'warns' : 'says',
      words:
        stop.stops && isFiled ? `${stop.why} It was filed before and stays payable.` : stop.why,
      wayOn: isStopped
        ? 'Take the line off, or have a manager enter that expenses go on all the same.'
        : '',
    }),
  ];
}

/** Payees whose account is the one that this claim would be paid to (promise of apart people). */
export function sameAccountFindings(same: readonly SameAccount[]): readonly Finding[] {
  if (same.length === 0) return [];
  const names = joinWords([...new Set(same.map((one) => one.name))]);
  return [
    {
      lineId: null,
      code: 'same-account',
      weight: 'warns',
      words: `The bank account of this payee is also on record for ${names}.`,
      wayOn: 'Ask whose account it is.',
      other: null,
    },
  ];
}

/** A claim as a member of staff by somebody whose record does not say that they work for the council (EXP-14). */
export function notStaffFindings({
  isCouncilStaff,
}: Pick<PersonFacts, 'isCouncilStaff'>): readonly Finding[] {
  if (isCouncilStaff) return [];
  return [
    {
      lineId: null,
      code: 'not-staff',
      weight: 'warns',
      words: 'It is claimed as a member of staff, and the claimant’s record does not say so.',
      wayOn: 'Tick “Works for the council” on their record, or say why it is right all the same.',
      other: null,
    },
  ];
}

/** Tenant meeting rooms that were free when a room was hired elsewhere (EXP-10, BOOK-19). */
export function freeRoomFindings(
  line: CheckedLine,
  rooms: readonly { readonly name: string }[],
): readonly Finding[] {
  if (rooms.length === 0) return [];
  return [
    findingOf(line, {
      code: 'tenant-room-free',
      weight: 'warns',
      words: `Free at that time: ${joinWords(rooms.map((room) => room.name))}.`,
      wayOn: 'Say why no tenant meeting room would do.',
    }),
  ];
}

/** Amounts by month ('2027-04') and by financial year ('2027/28') that other claims of the claimant come to. */
export type SpentBefore = {
  readonly months: ReadonlyMap<string, number>;
  readonly years: ReadonlyMap<string, number>;
};

/** The most that is paid in a month and in a financial year, as the policy of a day has it. */
export type Limits = { readonly monthPence: number | null; readonly yearPence: number | null };

/** The line with which a limit of a month or year is passed, and each after it; the days of the lines decide. */
export function limitFindings(
  claim: Pick<CheckedClaim, 'lines'>,
  before: SpentBefore,
  limitsOn: (day: LocalDate) => Limits,
): readonly Finding[] {
  const months = new Map(before.months);
  const years = new Map(before.years);
  return claim.lines.flatMap((line) => {
    const limits = limitsOn(line.day);
    const amount = line.payablePence ?? 0;
    if (amount === 0) return [];
    const month = spend(months, line.day.slice(0, 7), amount);
    const year = spend(years, financialYearOf(line.day), amount);
    const monthWords = `${MONTH_NAMES[Number(line.day.slice(5, 7)) - 1] ?? ''} ${line.day.slice(0, 4)}`;
    return [
      ...overLimit(line, 'month-limit', { total: month, limit: limits.monthPence, of: monthWords }),
      ...overLimit(line, 'year-limit', {
        total: year,
        limit: limits.yearPence,
        of: `the year ${financialYearOf(line.day)}`,
      }),
    ];
  });
}

function spend(totals: Map<string, number>, key: string, amount: number): number {
  const total = (totals.get(key) ?? 0) + amount;
  totals.set(key, total);
  return total;
}

function overLimit(
  line: CheckedLine,
  code: string,
  of: { readonly total: number; readonly limit: number | null; readonly of: string },
): readonly Finding[] {
  if (of.limit === null || of.total <= of.limit) return [];
  return [
    findingOf(line, {
      code,
      weight: 'warns',
      words: `With this line ${formatPenceShort(pence(of.total))} is claimed for ${of.of}; the limit is ${formatPenceShort(pence(of.limit))}.`,
      wayOn: 'Say why it is right all the same, or decide another amount.',
    }),
  ];
}

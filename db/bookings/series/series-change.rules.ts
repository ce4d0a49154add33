import type { PersonId } from '#db/people/people.contract';
import {
  addDays,
  atTime,
  dateOf,
  type LocalDate,
  type LocalDateTime,
  startOfWeek,
  type Weekday,
  weekdayOf,
} from '#db/shared/local-date';
import { WEEKDAY_NAMES } from '#db/shared/plain-words';
import { type Booking, HOLDING_STATUSES, type Purpose } from '../bookings.contract.ts';
import { formatSeries } from './recurrence.rules.ts';
import type { DateChoice, Repeat, SeriesChange } from './series.contract.ts';
import type { Asked, Judgement, Place } from './series-plan.rules.ts';

/**
 * What the dates of a series have in common from one date on. A change of 'this and later' begins another period, so
 * that a date that was changed by itself is known by its difference from the period it lies in.
 */
export type SeriesPeriod = Omit<Place, 'date'> & {
  readonly fromDate: LocalDate;
  readonly responsiblePersonId: PersonId;
  readonly purpose: Purpose;
  readonly expectedNumber: number | null;
  /** Days of the week that moved to another day of the same week. */
  readonly movedWeekdays: readonly { readonly weekday: Weekday; readonly to: Weekday }[];
};

/** A change with the day of the week it moves, and the date from which it counts. */
export type DatedChange = Pick<
  SeriesChange,
  'from' | 'until' | 'facilityId' | 'responsiblePersonId' | 'purpose' | 'expectedNumber'
> & {
  readonly fromDate: LocalDate;
  readonly movedWeekday: { readonly weekday: Weekday; readonly to: Weekday } | null;
};

/** The period a date lies in; the first one for dates before all of them. */
export function periodOf(periods: readonly SeriesPeriod[], date: LocalDate): SeriesPeriod {
  const found = periods.findLast((period) => period.fromDate <= date) ?? periods[0];
  if (found === undefined) throw new Error('A series has at least one period');
  return found;
}

/** Where a period puts the date that the rule gave. */
export function placeIn(period: SeriesPeriod, originalDate: LocalDate): Place {
  const weekday = weekdayOf(originalDate);
  const to = period.movedWeekdays.find((moved) => moved.weekday === weekday)?.to ?? weekday;
  return {
    facilityId: period.facilityId,
    from: period.from,
    until: period.until,
    date: addDays(startOfWeek(originalDate), to - 1),
  };
}

/** The periods after a change: one begins on its date, and those that follow take the change too. */
export function changePeriods(
  periods: readonly SeriesPeriod[],
  change: DatedChange,
): readonly SeriesPeriod[] {
  const before = periods.filter((period) => period.fromDate < change.fromDate);
  const after = periods.filter((period) => period.fromDate > change.fromDate);
  const begins = { ...periodOf(periods, change.fromDate), fromDate: change.fromDate };
  return [...before, ...[begins, ...after].map((period) => changed(period, change))];
}

function changed(period: SeriesPeriod, change: DatedChange): SeriesPeriod {
  const { movedWeekday } = change;
  return {
    ...period,
    from: change.from ?? period.from,
    until: change.until ?? period.until,
    facilityId: change.facilityId ?? period.facilityId,
    responsiblePersonId: change.responsiblePersonId ?? period.responsiblePersonId,
    purpose: change.purpose ?? period.purpose,
    expectedNumber: change.expectedNumber ?? period.expectedNumber,
    movedWeekdays:
      movedWeekday === null
        ? period.movedWeekdays
        : [
            ...period.movedWeekdays.filter((moved) => moved.weekday !== movedWeekday.weekday),
            movedWeekday,
          ],
  };
}

/** A booking of a series; every one of them has the date that the rule gave it. */
export type Occurrence = Booking & { readonly originalDate: LocalDate };

/** What becomes of one booking of a series; `changes` holds its new place and facts, and is absent when it stays. */
export type PlannedChange = {
  readonly booking: Occurrence;
  readonly words: string;
  readonly changes?: {
    readonly place: Place;
    readonly facts: SharedFacts;
  };
};

/** What a series says of its dates beside room and time. */
export type SharedFacts = Pick<Booking, 'responsiblePersonId' | 'purpose' | 'expectedNumber'>;

export type ChangePlan<H> = {
  readonly occurrences: readonly Occurrence[];
  readonly periods: readonly SeriesPeriod[];
  readonly change: DatedChange;
  readonly choices: readonly DateChoice[];
  readonly now: LocalDateTime;
  /** The rules of bookings for one booking of the series; it never stands in its own way. */
  readonly judge: (moved: MovedBooking, asked: Asked<H>) => Judgement<H>;
  readonly findNextOpen: (moved: MovedBooking) => LocalDate | undefined;
  /** Why a booking cannot have other facts where it stands; undefined when it can. */
  readonly findRefusal: (booking: Occurrence, facts: SharedFacts) => string | undefined;
  /** What the desk should know of a date that goes where it can be had; empty for nothing. */
  readonly noteOn: (booking: Occurrence, hold: H) => string;
};

/** A booking of a series with where it would go and what it would say. */
export type MovedBooking = {
  readonly booking: Occurrence;
  readonly place: Place;
  readonly facts: SharedFacts;
};

/**
 * What a change does to every booking of a series, in order. Whatever was changed by itself before stays: its place
 * (room, day and time) as one, its responsible person, purpose and number each by itself. A booking whose new time
 * cannot be had stays where it is, with the reason.
 */
export function planChange<H>(plan: ChangePlan<H>): readonly PlannedChange[] {
  const changedPeriods = changePeriods(plan.periods, plan.change);
  const choices = new Map(plan.choices.map((chosen) => [chosen.originalDate, chosen]));
  const taken: H[] = [];
  return plan.occurrences.map((booking) => {
    const unmovable = whyUntouched(plan, booking);
    if (unmovable !== undefined) return { booking, words: unmovable };
    return planOne(plan, {
      booking,
      before: periodOf(plan.periods, booking.originalDate),
      after: periodOf(changedPeriods, booking.originalDate),
      choice: choices.get(booking.originalDate),
      taken,
    });
  });
}

function whyUntouched<H>(plan: ChangePlan<H>, booking: Occurrence): string | undefined {
  if (booking.originalDate < plan.change.fromDate) return 'Before the dates that change';
  if (booking.status === 'cancelled') return 'Cancelled';
  if (!HOLDING_STATUSES.includes(booking.status)) return 'No longer held';
  if (booking.startsAt < plan.now || booking.attendance !== 'expected') return 'Begun or over';
  return undefined;
}

function planOne<H>(
  plan: ChangePlan<H>,
  one: {
    readonly booking: Occurrence;
    readonly before: SeriesPeriod;
    readonly after: SeriesPeriod;
    readonly choice: DateChoice | undefined;
    /** Filled with what the changed bookings hold, in order. */
    readonly taken: H[];
  },
): PlannedChange {
  const { booking, before, after, choice, taken } = one;
  if (choice?.choice === 'skip') return { booking, words: 'Left as it is' };
  const current = placeOf(booking);
  const stood = placeIn(before, booking.originalDate);
  const goes = placeIn(after, booking.originalDate);
  const isException = !isSamePlace(current, stood);
  const wanted = choice?.to ?? (isException && choice === undefined ? current : goes);
  const keepsPlace = isException && choice === undefined && !isSamePlace(stood, goes);
  const facts = factsAfter(one);

  if (isSamePlace(wanted, current)) {
    if (isSameFacts(facts, booking))
      return { booking, words: keepsPlace ? 'Moved before' : 'Nothing changes' };
    const refusal = plan.findRefusal(booking, facts);
    if (refusal !== undefined) return { booking, words: refusal };
    const words = keepsPlace ? 'Moved before: keeps its room and time' : '';
    return { booking, words, changes: { place: current, facts } };
  }
  const found = findPlace(plan, { booking, place: wanted, facts }, taken);
  if ('why' in found) return { booking, words: found.why };
  taken.push(found.hold);
  const words = [found.words, plan.noteOn(booking, found.hold)].filter((part) => part !== '');
  return { booking, words: words.join('. '), changes: { place: found.place, facts } };
}

/** The place itself where it can be had, the next open day where the series moves on closed days, or why neither. */
function findPlace<H>(
  plan: ChangePlan<H>,
  moved: MovedBooking,
  taken: readonly H[],
): { readonly place: Place; readonly hold: H; readonly words: string } | { readonly why: string } {
  const { booking, place } = moved;
  // A booking that was taken on a closed day with a manager's leave may change its hours on that very day.
  const onClosedDay = booking.hoursReason !== '' && place.date === dateOf(booking.startsAt);
  const judged = plan.judge(moved, { taken, onClosedDay });
  if (judged.verdict === 'free') return { place, hold: judged.hold, words: '' };
  if (judged.verdict !== 'closed') return { why: judged.words };
  const next = plan.findNextOpen(moved);
  if (next === undefined) return { why: judged.words };
  const later = { ...place, date: next };
  const judgedLater = plan.judge({ ...moved, place: later }, { taken, onClosedDay: false });
  return judgedLater.verdict === 'free'
    ? { place: later, hold: judgedLater.hold, words: judged.words }
    : { why: `${judged.words}. ${judgedLater.words}` };
}

/** Each fact follows the series unless this date was given another one by itself. */
function factsAfter(one: {
  readonly booking: Occurrence;
  readonly before: SeriesPeriod;
  readonly after: SeriesPeriod;
}): SharedFacts {
  const { booking, before, after } = one;
  const isOwn = (fact: keyof SharedFacts) => booking[fact] !== before[fact];
  return {
    responsiblePersonId: isOwn('responsiblePersonId')
      ? booking.responsiblePersonId
      : after.responsiblePersonId,
    purpose: isOwn('purpose') ? booking.purpose : after.purpose,
    expectedNumber: isOwn('expectedNumber') ? booking.expectedNumber : after.expectedNumber,
  };
}

const isSameFacts = (facts: SharedFacts, booking: Booking): boolean =>
  facts.responsiblePersonId === booking.responsiblePersonId &&
  facts.purpose === booking.purpose &&
  facts.expectedNumber === booking.expectedNumber;

/** Where a booking stands now; one that ends at midnight ends at 24:00 of its day. */
export function placeOf(booking: Booking): Place {
  return {
    facilityId: booking.facilityId,
    date: dateOf(booking.startsAt),
    from: booking.startsAt.slice(11) as Place['from'],
    until: (dateOf(booking.endsAt) === dateOf(booking.startsAt)
      ? booking.endsAt.slice(11)
      : '24:00') as Place['until'],
  };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.facilityId === other.facilityId &&
    atTime(one.date, one.from) === atTime(other.date, other.from) &&
    atTime(one.date, one.until) === atTime(other.date, other.until)
  );
}

/** The repetition of a period in words: a weekly one goes by its new days, a monthly one says that its day moved. */
export function periodWords(
  repeat: Repeat,
  period: SeriesPeriod,
  dates: readonly LocalDate[],
): string {
  const { from, until, movedWeekdays } = period;
  const dayNow = (weekday: Weekday): Weekday =>
    movedWeekdays.find((moved) => moved.weekday === weekday)?.to ?? weekday;
  if (repeat.kind === 'weekly') {
    const weekdays = repeat.weekdays.map(dayNow);
    const moved = dates.map((date) => placeIn(period, date).date);
    return formatSeries({ repeat: { ...repeat, weekdays }, from, until, dates: moved });
  }
  const words = formatSeries({ repeat, from, until, dates });
  const isMoved = repeat.kind === 'monthly-by-weekday' && dayNow(repeat.weekday) !== repeat.weekday;
  return isMoved
    ? `${words}, on the ${WEEKDAY_NAMES[dayNow(repeat.weekday) - 1] ?? ''} of that week`
    : words;
}

/** A whole series in words, period by period. */
export function seriesWords(
  repeat: Repeat,
  periods: readonly SeriesPeriod[],
  dates: readonly LocalDate[],
): string {
  return periods
    .map((period) => ({ period, own: dates.filter((date) => periodOf(periods, date) === period) }))
    .filter(({ own }) => own.length > 0)
    .map(({ period, own }) => periodWords(repeat, period, own))
    .join('; ');
}

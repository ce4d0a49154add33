import { HOLDING_STATUSES } from '#db/bookings/bookings.contract';
import type {
  DateChoice,
  Series,
  SeriesChange,
  SeriesDate,
  SeriesDifference,
} from '#db/bookings/series/series.contract';
import { dateOf, type LocalDate, type LocalDateTime } from '#db/shared/local-date';
import { countOf } from '#db/shared/plain-words';
import { formatSpan } from '../bookings/booking-words.ts';

type Place = {
  readonly facilityName: string;
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
};

/** One date of a series on the list that is shown before anything is saved, new or changed. */
export type SeriesRow = {
  /** Names the date for ever; it is what a choice is made for. */
  readonly originalDate: LocalDate;
  /** Where the date stands now, for a series that is changed; null for a new one. */
  readonly before: Place | null;
  readonly place: Place;
  /** `stays` is a date of a series that is changed and keeps what it has. */
  readonly outcome: SeriesDate['outcome'] | 'stays';
  /** False: ticking would change nothing, because somebody else has the time or the date is over. */
  readonly canTick: boolean;
  readonly canMove: boolean;
  readonly isMoved: boolean;
  readonly isClockChange: boolean;
  readonly words: string;
};

export function rowsOfNew(dates: readonly SeriesDate[]): readonly SeriesRow[] {
  return dates.map((date) => ({
    originalDate: date.originalDate,
    before: null,
    place: date,
    outcome: date.outcome,
    canTick: date.outcome === 'book' || date.verdict === 'free' || date.verdict === 'closed',
    canMove: true,
    isMoved: date.isMoved,
    isClockChange: date.isClockChange,
    words: date.words,
  }));
}

/**
 * The differences as lines. The series says which original date each booking stands for; only a date that still holds
 * a room and lies in the scope of the change can be chosen.
 */
export function rowsOfChange(
  differences: readonly SeriesDifference[],
  series: Series,
  { choices, scope, fromBookingId }: Pick<SeriesChange, 'choices' | 'scope' | 'fromBookingId'>,
): readonly SeriesRow[] {
  const bookings = new Map(series.bookings.map((booking) => [booking.id, booking]));
  const first = scope === 'all' ? undefined : bookings.get(fromBookingId)?.originalDate;
  return differences.map((difference) => {
    const { before, after, words } = difference;
    const booking = bookings.get(difference.bookingId);
    const originalDate = booking?.originalDate ?? dateOf(before.startsAt);
    const canChange =
      booking !== undefined &&
      HOLDING_STATUSES.includes(booking.status) &&
      originalDate >= (first ?? originalDate);
    const choice = choices.find((each) => each.originalDate === originalDate);
    return {
      originalDate,
      before,
      place: after ?? before,
      outcome: difference.outcome === 'changes' ? 'book' : 'stays',
      canTick: canChange,
      canMove: canChange,
      isMoved: choice?.choice === 'move',
      isClockChange: false,
      words,
    };
  });
}

/** '6pm to 8pm, Meeting Room'. */
export function placeWords(place: Place): string {
  return `${formatSpan(place.startsAt, place.endsAt)}, ${place.facilityName}`;
}

/** The choices after one more; a date has at most one. Null takes its choice back. */
export function withChoice(
  choices: readonly DateChoice[],
  originalDate: LocalDate,
  choice: Omit<DateChoice, 'originalDate'> | null,
): DateChoice[] {
  const others = choices.filter((each) => each.originalDate !== originalDate);
  return choice === null ? others : [...others, { originalDate, ...choice }];
}

/** 'Book 11 dates, keep 3 wanted'. */
export function saveWords(verb: 'Book' | 'Change', count: number, wanted: number): string {
  if (count === 0 && wanted > 0) return `Keep ${countOf(wanted, 'date')} wanted`;
  const done = `${verb} ${countOf(count, 'date')}`;
  return wanted === 0 ? done : `${done}, keep ${wanted} wanted`;
}

/** '11 dates are booked, 3 are kept as wanted.' */
export function totalWords(rows: readonly SeriesRow[], verb: 'booked' | 'changed'): string {
  const count = (outcome: SeriesRow['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  const [book, stays, want, drop] = [count('book'), count('stays'), count('want'), count('drop')];
  const are = (n: number): string => (n === 1 ? 'is' : 'are');
  const parts = [
    `${countOf(book, 'date')} ${are(book)} ${verb}`,
    ...(stays === 0 ? [] : [`${stays} ${stays === 1 ? 'stays as it is' : 'stay as they are'}`]),
    ...(want === 0 ? [] : [`${want} ${are(want)} kept as wanted`]),
    ...(drop === 0 ? [] : [`${drop} ${are(drop)} left out`]),
  ];
  return `${parts.join(', ')}.`;
}

import type { WeekOfBookings } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { openingWords } from '#db/bookings/bookings.rules';
import type { Facility } from '#db/facilities/facilities.contract';
import { compareText, dateOf, type LocalDate, timeOf } from '#db/shared/local-date';
import {
  countOf,
  formatDate,
  formatDateNoWeekday,
  formatShortDate,
  formatTime,
} from '#db/shared/plain-words';
import { placesWords, statusWords } from '../bookings/booking-words.ts';
import { closedNotices, type ClosedNotice } from './closed-notices.ts';
import { daysOfWeek } from './day-layout.ts';

/** A booking as it stands in its cell: '6:30pm', the name, and what is out of the ordinary. */
export type WeekEntry = {
  readonly booking: BookingCard;
  readonly time: string;
  /** Begins with its own dot; empty for a plain confirmed booking. */
  readonly more: string;
};

export type WeekCell = {
  readonly facility: Facility;
  readonly date: LocalDate;
  /** 'Closed', 'Closed: Good Friday'; empty where the room is open at some time. */
  readonly closed: string;
  readonly entries: readonly WeekEntry[];
  /** What a screen reader says of the cell. */
  readonly words: string;
};

export type WeekRow = {
  readonly facility: Facility;
  /** 'Holds 40', under the room's name. */
  readonly words: string;
  readonly cells: readonly WeekCell[];
};

export type WeekLayout = {
  readonly from: LocalDate;
  readonly label: string;
  readonly days: readonly { readonly date: LocalDate; readonly title: string }[];
  readonly rows: readonly WeekRow[];
  readonly closed: readonly ClosedNotice[];
};

/** Where the keyboard stands: a room and a day. */
export type WeekCursor = { readonly row: number; readonly column: number };

/** '23 to 29 November 2026', or '30 November to 6 December 2026'. */
export function weekTitle(monday: LocalDate): string {
  const sunday = daysOfWeek(monday)[6] ?? monday;
  const [until, from] = [formatDateNoWeekday(sunday), formatDateNoWeekday(monday)];
  if (monday.slice(0, 7) === sunday.slice(0, 7)) return `${Number(monday.slice(8))} to ${until}`;
  const isSameYear = monday.slice(0, 4) === sunday.slice(0, 4);
  return `${isSameYear ? from.slice(0, -5) : from} to ${until}`;
}

/** Rooms as rows, Monday to Sunday as columns, the bookings of each in time order. */
export function layOutWeek(week: WeekOfBookings): WeekLayout {
  const days = daysOfWeek(week.from);
  const byCell = new Map<string, BookingCard[]>();
  for (const booking of week.bookings) {
    const key = `${booking.facilityId} ${dateOf(booking.startsAt)}`;
    const cell = byCell.get(key);
    if (cell === undefined) byCell.set(key, [booking]);
    else cell.push(booking);
  }
  const withBookings = new Set(week.bookings.map((booking) => booking.facilityId));
  const facilities = week.facilities.filter(
    (facility) => facility.isActive || withBookings.has(facility.id),
  );
  const open = new Map(week.open.map((each) => [`${each.facilityId} ${each.date}`, each]));
  const dayNames = days.map(formatDate);
  return {
    from: week.from,
    label: `Rooms, week of ${formatDate(week.from)}`,
    days: days.map((date) => ({ date, title: formatShortDate(date) })),
    // The cells say why they are closed; only bookings that stand there all the same want telling.
    closed: closedNotices(
      facilities,
      days.map((date) => ({
        date,
        open: week.open.filter((each) => each.date === date),
        bookings: week.bookings.filter((booking) => dateOf(booking.startsAt) === date),
      })),
    ).filter((notice) => notice.bookings.length > 0),
    rows: facilities.map((facility) => ({
      facility,
      words: roomWords(facility),
      cells: days.map((date, at) => {
        const said = open.get(`${facility.id} ${date}`);
        const bookings = byCell.get(`${facility.id} ${date}`) ?? [];
        const isClosed =
          said === undefined
            ? facility.hours !== null && openingWords(facility.hours, date) === ''
            : said.spans?.length === 0;
        const closed = isClosed ? (said?.why ? `Closed: ${said.why}` : 'Closed') : '';
        return {
          facility,
          date,
          closed,
          entries: bookings
            .toSorted((a, b) => compareText(a.startsAt, b.startsAt))
            .map((booking) => entryOf(booking, facility)),
          words: [
            facility.name,
            dayNames[at] ?? '',
            ...(closed === '' ? [] : [closed.toLowerCase()]),
            ...(bookings.length === 0
              ? closed === ''
                ? ['no bookings']
                : []
              : [countOf(bookings.length, 'booking')]),
          ].join(', '),
        };
      }),
    })),
  };
}

function roomWords(facility: Facility): string {
  const holds = facility.capacity === null ? [] : [`Holds ${facility.capacity}`];
  const places =
    facility.units === 1 ? [] : [countOf(facility.units, facility.unitName || 'place')];
  return [...holds, ...places, ...(facility.isBookable ? [] : ['walk in'])].join(', ');
}

function entryOf(booking: BookingCard, facility: Facility): WeekEntry {
  const places = placesWords(booking, facility);
  const more = [...(places === '' ? [] : [places]), ...statusWords(booking)];
  return {
    booking,
    time: formatTime(timeOf(booking.startsAt)),
    more: more.map((words) => ` · ${words}`).join(''),
  };
}

/** The cursor after a key; undefined when the key does not move it. */
export function movedWeekCursor(
  layout: WeekLayout,
  cursor: WeekCursor,
  key: string,
): WeekCursor | undefined {
  const { row, column } = cursor;
  const to: Readonly<Record<string, WeekCursor>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: layout.days.length - 1 },
  };
  const moved = to[key];
  return moved && fittedWeekCursor(layout, moved);
}

/** The same cursor in a week that may have fewer rooms. */
export function fittedWeekCursor(layout: WeekLayout, cursor: WeekCursor): WeekCursor {
  const between = (n: number, most: number): number => Math.max(0, Math.min(most, n));
  return {
    row: between(cursor.row, layout.rows.length - 1),
    column: between(cursor.column, layout.days.length - 1),
  };
}

/** The days as columns of a CSS grid: a day on which all is closed and nothing stands leaves its room to the others. */
export function dayColumns(layout: WeekLayout): string {
  return layout.days
    .map((_, column) => {
      const isIdle = layout.rows.every(({ cells }) => {
        const cell = cells[column];
        return cell !== undefined && cell.closed !== '' && cell.entries.length === 0;
      });
      return isIdle ? 'minmax(4rem, 0.5fr)' : 'minmax(0, 1fr)';
    })
    .join(' ');
}

/** Where a booking stands; undefined when the week does not hold it. */
export function findBookingCell(layout: WeekLayout, id: string): WeekCursor | undefined {
  for (const [row, { cells }] of layout.rows.entries())
    for (const [column, { entries }] of cells.entries())
      if (entries.some((entry) => entry.booking.id === id)) return { row, column };
  return undefined;
}

/** The booking B goes to: by day and time over all rooms, from the one before or the cursor's day on; then it starts over. */
export function nextInWeek(
  layout: WeekLayout,
  cursor: WeekCursor,
  afterId: string | undefined,
): BookingCard | undefined {
  const all = layout.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.entries.map((entry) => entry.booking)))
    .toSorted((a, b) => compareText(a.startsAt, b.startsAt));
  const at = all.findIndex((booking) => booking.id === afterId);
  if (at !== -1) return all[(at + 1) % all.length];
  const day = layout.days[cursor.column]?.date ?? layout.from;
  const facilityId = layout.rows[cursor.row]?.facility.id;
  const here = all.find(
    (booking) => booking.facilityId === facilityId && dateOf(booking.startsAt) === day,
  );
  return here ?? all.find((booking) => dateOf(booking.startsAt) >= day) ?? all[0];
}

import { useSearchParams } from 'react-router';
import { FacilityId } from '#db/facilities/facilities.contract';
import {
  addDays,
  lastDayOfMonth,
  LocalDate,
  LocalEndTime,
  LocalTime,
  startOfMonth,
  startOfWeek,
} from '#db/shared/local-date';
import { useToday } from '../app/session-context.tsx';
import type { StartPlace } from './use-booking-form.ts';

export type BookingsView = 'day' | 'list';
export type Period = 'day' | 'week' | 'month';

/** What the rooms screen shows. It lives in the address, so that Back, reload and a lock bring it back. */
export type BookingsAddress = {
  readonly date: LocalDate;
  readonly view: BookingsView;
  readonly period: Period;
  readonly room: FacilityId | null;
  readonly withCancelled: boolean;
  /** Set while the form for a new booking is open: where it starts. */
  readonly newAt: StartPlace | null;
};

/** The address of the rooms screen as values, and a way to change some of them. */
export function useBookingsAddress(): readonly [
  BookingsAddress,
  (change: Partial<BookingsAddress>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const today = useToday();
  const address = readAddress(search, today);
  return [
    address,
    // Where the form opens is a place to come back from; the rest is only another look at the same page.
    (change) =>
      setSearch(writeAddress({ ...address, ...change }, today), { replace: !change.newAt }),
  ];
}

/** Reads what can be read; anything else in the address counts as not said. */
export function readAddress(search: URLSearchParams, today: LocalDate): BookingsAddress {
  const date = LocalDate.safeParse(search.get('date')).data ?? today;
  const room = FacilityId.safeParse(search.get('room')).data ?? null;
  return {
    date,
    view: search.get('view') === 'list' ? 'list' : 'day',
    period: periodOf(search.get('period')),
    room,
    withCancelled: search.get('cancelled') === '1',
    newAt: search.get('new') === '1' ? readPlace(search, date) : null,
  };
}

function readPlace(search: URLSearchParams, date: LocalDate): StartPlace {
  const facilityId = FacilityId.safeParse(search.get('facility')).data;
  const from = LocalTime.safeParse(search.get('from')).data;
  const until = LocalEndTime.safeParse(search.get('until')).data;
  return {
    ...(facilityId === undefined ? {} : { facilityId }),
    ...(search.has('date') ? { date } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

function periodOf(text: string | null): Period {
  return text === 'week' || text === 'month' ? text : 'day';
}

/** Only what differs from the usual, so that addresses stay short. */
export function writeAddress(address: BookingsAddress, today: LocalDate): URLSearchParams {
  const place = address.newAt;
  const wanted: Readonly<Record<string, string | false | undefined>> = {
    date: (address.date !== today || place?.date !== undefined) && address.date,
    view: address.view === 'list' && 'list',
    period: address.period !== 'day' && address.period,
    room: address.room ?? undefined,
    cancelled: address.withCancelled && '1',
    new: place !== null && '1',
    facility: place?.facilityId,
    from: place?.from,
    until: place?.until,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) if (value) search.set(name, value);
  return search;
}

/** First and last day of the period the table covers around a date. */
export function daysOfPeriod(
  date: LocalDate,
  period: Period,
): { readonly from: LocalDate; readonly until: LocalDate } {
  switch (period) {
    case 'day':
      return { from: date, until: date };
    case 'week':
      return { from: startOfWeek(date), until: addDays(startOfWeek(date), 6) };
    case 'month':
      return { from: startOfMonth(date), until: lastDayOfMonth(date) };
  }
}

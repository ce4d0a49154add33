import { useEffect, useMemo, useRef, useState } from 'react';
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
import { useSession, useToday } from '../app/session-context.tsx';
import { BOOKINGS_VIEWS, type BookingsView, keepView, readKeptView } from './kept-view.ts';
import { RepeatKind } from '../series/repeat-values.ts';
import type { StartPlace } from '../bookings/use-booking-form.ts';
import { useStable } from './use-stable.ts';

export type Period = 'day' | 'week' | 'month';

/** Who and how many the form starts with, when it was opened from words; the name is read afterwards. */
export type StartWho = {
  readonly groupId?: string;
  readonly personId?: string;
  readonly people?: number;
  /** How it comes again, when the words said so. */
  readonly repeat?: RepeatKind;
};

/** What the rooms screen shows. It lives in the address, so that Back, reload and a lock bring it back. */
export type BookingsAddress = {
  readonly date: LocalDate;
  readonly view: BookingsView;
  readonly period: Period;
  /** The rooms ticked; none ticked shows all. */
  readonly rooms: readonly FacilityId[];
  readonly withCancelled: boolean;
  /** Set while the form for a new booking is open: where it starts. */
  readonly newAt: StartPlace | null;
  readonly newFor: StartWho;
  /** What was typed into 'Find a time'; null while it is closed. */
  readonly find: string | null;
};

/** How long after a look at another day the address bar follows; leafing is not to wait for it. */
const ADDRESS_FOLLOWS_MILLISECONDS = 150;

/** What was asked for and the address does not say yet; it counts until the address moves on. */
type Early = { readonly base: URLSearchParams; readonly text: string };

/**
 * The address of the rooms screen as values, and a way to change some of them that stays the same
 * function. What is asked for is shown at once: going through the router first cost two frames a click.
 */
export function useBookingsAddress(): readonly [
  BookingsAddress,
  (change: Partial<BookingsAddress>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const [early, setEarly] = useState<Early | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const today = useToday();
  const userId = useSession().signedIn?.userId ?? '';
  const shown = early?.base === search ? new URLSearchParams(early.text) : search;
  const ticked = shown.get('room');
  // The same rooms stay the same list, so that turning the page does not draw their ticks again.
  const rooms = useMemo(() => roomsOf(ticked), [ticked]);
  const address = { ...readAddress(shown, today, readKeptView(userId)), rooms };

  function changeTo(change: Partial<BookingsAddress>): void {
    if (change.view !== undefined) keepView(userId, change.view);
    const next = writeAddress({ ...address, ...change }, today);
    clearTimeout(timer.current);
    // Where the form opens is a place to come back from; the rest is only another look at the same page.
    if (change.newAt !== undefined) return setSearch(next, { replace: change.newAt === null });
    setEarly({ base: search, text: next.toString() });
    timer.current = setTimeout(
      () => setSearch(next, { replace: true }),
      ADDRESS_FOLLOWS_MILLISECONDS,
    );
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = useStable(changeTo);
  return [address, change];
}

/** Reads what can be read; anything else in the address counts as not said. */
export function readAddress(
  search: URLSearchParams,
  today: LocalDate,
  usualView: BookingsView = 'day',
): BookingsAddress {
  const date = LocalDate.safeParse(search.get('date')).data ?? today;
  return {
    date,
    view: BOOKINGS_VIEWS.find((view) => view === search.get('view')) ?? usualView,
    period: periodOf(search.get('period')),
    rooms: roomsOf(search.get('room')),
    withCancelled: search.get('cancelled') === '1',
    newAt: search.get('new') === '1' ? readPlace(search, date) : null,
    newFor: readWho(search),
    find: search.get('find'),
  };
}

function roomsOf(text: string | null): readonly FacilityId[] {
  return (text ?? '').split(',').flatMap((id) => FacilityId.safeParse(id).data ?? []);
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

function readWho(search: URLSearchParams): StartWho {
  const [groupId, personId] = [search.get('group'), search.get('person')];
  const people = Number(search.get('people'));
  const repeat = RepeatKind.safeParse(search.get('repeat')).data;
  return {
    ...(groupId === null ? {} : { groupId }),
    ...(personId === null ? {} : { personId }),
    ...(Number.isInteger(people) && people > 0 ? { people } : {}),
    ...(repeat === undefined ? {} : { repeat }),
  };
}

function periodOf(text: string | null): Period {
  return text === 'week' || text === 'month' ? text : 'day';
}

/** Only what differs from the usual, so that addresses stay short; the view always, because what is usual is each person's own. */
export function writeAddress(address: BookingsAddress, today: LocalDate): URLSearchParams {
  const place = address.newAt;
  const who = place === null ? {} : address.newFor;
  const wanted: Readonly<Record<string, string | false | undefined>> = {
    date: (address.date !== today || place?.date !== undefined) && address.date,
    view: address.view,
    period: address.period !== 'day' && address.period,
    room: address.rooms.join(','),
    cancelled: address.withCancelled && '1',
    new: place !== null && '1',
    facility: place?.facilityId,
    from: place?.from,
    until: place?.until,
    group: who.groupId,
    person: who.personId,
    people: who.people?.toString(),
    repeat: who.repeat,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) if (value) search.set(name, value);
  if (address.find !== null) search.set('find', address.find);
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

import {
  keepPreviousData,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MonthDay } from '#db/bookings/booking-views.contract';
import type { bookingsContract } from '#db/bookings/bookings-api.contract';
import type { Booking } from '#db/bookings/bookings.contract';
import type { AccessFeature, FacilityId } from '#db/facilities/facilities.contract';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import type { InputOf } from '#db/shared/contract';
import {
  addDays,
  addMonths,
  compareText,
  type LocalDate,
  startOfMonth,
  startOfWeek,
} from '#db/shared/local-date';
import { api } from '../app/api-client.ts';
import { BOOKINGS_PER_PAGE } from '../bookings/bookings.queries.ts';
import type { Period } from './use-bookings-address.ts';

type Contract = typeof bookingsContract;

const dayQuery = (date: LocalDate) => ({
  queryKey: ['bookings', 'onDay', date],
  queryFn: () => api.bookings.onDay({ date }),
});

const weekQuery = (monday: LocalDate) => ({
  queryKey: ['bookings', 'onWeek', monday],
  queryFn: () => api.bookings.onWeek({ date: monday }),
});

const monthQuery = (first: LocalDate, facilityId: FacilityId | null) => ({
  queryKey: ['bookings', 'inMonth', first, facilityId],
  queryFn: () => api.bookings.inMonth({ date: first, facilityId }),
});

/** All rooms and live bookings of the week a day lies in; the week before stays until the new one is here. */
export function useWeekOfBookings(date: LocalDate) {
  return useQuery({ ...weekQuery(startOfWeek(date)), placeholderData: keepPreviousData });
}

/** Counts and free time for each day of a month, summed over the rooms ticked; none ticked is every room. */
export function useMonthOfBookings(date: LocalDate, rooms: readonly FacilityId[]) {
  const wanted = rooms.length === 0 ? [null] : rooms;
  return useQueries({
    queries: wanted.map((room) => ({
      ...monthQuery(startOfMonth(date), room),
      placeholderData: keepPreviousData,
    })),
    combine: combineMonths,
  });
}

type MonthAnswer = {
  readonly data: { readonly days: readonly MonthDay[] } | undefined;
  readonly error: Error | null;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
};

function combineMonths(answers: readonly MonthAnswer[]) {
  const months = answers.map((answer) => answer.data?.days);
  const isWhole = months.every((days) => days !== undefined);
  return {
    days: isWhole ? sumOfMonths(months.filter((days) => days !== undefined)) : undefined,
    error: answers.find((answer) => answer.error !== null)?.error ?? null,
    isPlaceholderData: answers.some((answer) => answer.isPlaceholderData),
    refetch: () => answers.forEach((answer) => void answer.refetch()),
  };
}

/** The same days of several rooms as one month: closed only where every one of them is. */
export function sumOfMonths(months: readonly (readonly MonthDay[])[]): readonly MonthDay[] {
  const [first = [], ...others] = months;
  return others.reduce<readonly MonthDay[]>(
    (sum, month) =>
      sum.map((day, at) => {
        const other = month[at];
        if (other === undefined) return day;
        return {
          date: day.date,
          bookings: day.bookings + other.bookings,
          openMinutes: day.openMinutes + other.openMinutes,
          freeMinutes: day.freeMinutes + other.freeMinutes,
          isClosed: day.isClosed && other.isClosed,
          why: day.why === other.why ? day.why : '',
        };
      }),
    first,
  );
}

/** Reads what the arrows beside the date lead to, so that it is there when one is pressed. */
export function useNeighboursRead(
  date: LocalDate,
  period: Period,
  rooms: readonly FacilityId[],
): void {
  const client = useQueryClient();
  const [room = null] = rooms;
  const places = rooms.length > 1 ? rooms.length : 1;
  useEffect(() => {
    // Several rooms ticked are several questions; they are asked when they are wanted.
    if (period === 'month' && places > 1) return;
    void readNeighbours(client, date, period, room);
  }, [client, date, period, room, places]);
}

async function readNeighbours(
  client: QueryClient,
  date: LocalDate,
  period: Period,
  room: FacilityId | null,
): Promise<void> {
  const read = {
    day: (step: number) => client.prefetchQuery(dayQuery(addDays(date, step))),
    week: (step: number) => client.prefetchQuery(weekQuery(addDays(startOfWeek(date), 7 * step))),
    month: (step: number) =>
      client.prefetchQuery(monthQuery(startOfMonth(addMonths(date, step)), room)),
  }[period];
  await Promise.all([read(1), read(-1)]);
}

/** What a free time must offer, between two days, at a time of day; minutes. */
export type Wish = {
  readonly minutes: number;
  readonly people: number | null;
  readonly units: number;
  readonly accessNeeds: readonly AccessFeature[];
  readonly facilityId: FacilityId | null;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly part: 'any' | 'morning' | 'afternoon' | 'evening';
};

const SUGGESTIONS_SHOWN = 30;

/** Free times that fit; the suggestions before stay until the new ones are here. */
export function useFreeTimes(wish: Wish | null) {
  return useQuery({
    queryKey: ['bookings', 'findFree', wish],
    queryFn: () =>
      wish === null
        ? []
        : api.bookings.findFree({
            ...wish,
            accessNeeds: [...wish.accessNeeds],
            limit: SUGGESTIONS_SHOWN,
          }),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
  });
}

/** Reads the whole of a booking, and what moving it would meet, at the moment a drag ends. */
export function useMoveReads() {
  const client = useQueryClient();
  return {
    readBooking: (id: Booking['id']) =>
      client.fetchQuery({
        queryKey: ['bookings', 'get', id],
        queryFn: () => api.bookings.get({ id }),
        staleTime: 0,
      }),
    foresee: (wanted: InputOf<Contract['foresee']>) =>
      client.fetchQuery({
        queryKey: ['bookings', 'foresee', wanted],
        queryFn: () => api.bookings.foresee(wanted),
        staleTime: 0,
      }),
    /** Settles when every calendar on screen shows what was saved. */
    readCalendarsAgain: () => client.invalidateQueries({ queryKey: ['bookings'] }),
  };
}

/** A group or a person by name, for a form that was opened from words; null while nobody was named. */
export function useNameOf(who: { readonly groupId?: string; readonly personId?: string }) {
  const groupId = GroupId.safeParse(who.groupId).data;
  const personId = PersonId.safeParse(who.personId).data;
  return useQuery({
    queryKey: ['bookings', 'nameOf', groupId, personId],
    queryFn: async () => {
      if (groupId !== undefined) return (await api.groups.get({ id: groupId })).name;
      return personId === undefined ? null : (await api.people.get({ id: personId })).name;
    },
    enabled: groupId !== undefined || personId !== undefined,
  });
}

export type TableFilter = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly rooms: readonly FacilityId[];
  readonly withCancelled: boolean;
  readonly offset: number;
};

/** One page of the table of bookings of the rooms ticked; none ticked is every room. */
export function useTableOfBookings(filter: TableFilter) {
  return useQuery({
    queryKey: ['bookings', 'table', filter],
    queryFn: () => pageOfTable(filter),
    placeholderData: keepPreviousData,
  });
}

async function pageOfTable({ rooms, offset, ...filter }: TableFilter) {
  const ask = (facilityId: FacilityId | null, from: number, limit: number) =>
    api.bookings.list({ ...filter, facilityId, offset: from, limit });
  const [only = null] = rooms;
  if (rooms.length <= 1) return ask(only, offset, BOOKINGS_PER_PAGE);

  // The page over several rooms lies within the first lines of each of them, up to its own end.
  const needed = offset + BOOKINGS_PER_PAGE;
  const first = await Promise.all(rooms.map((room) => linesOf(ask, room, needed)));
  return {
    bookings: first
      .flatMap((room) => room.bookings)
      .toSorted((a, b) => compareText(a.startsAt, b.startsAt))
      .slice(offset, needed),
    total: first.reduce((sum, room) => sum + room.total, 0),
  };
}

const MOST_PER_QUESTION = 500;

type Lines = { readonly bookings: readonly Booking[]; readonly total: number };

async function linesOf(
  ask: (room: FacilityId, from: number, limit: number) => Promise<Lines>,
  room: FacilityId,
  needed: number,
): Promise<Lines> {
  const bookings: Booking[] = [];
  for (;;) {
    const wanted = Math.min(MOST_PER_QUESTION, needed - bookings.length);
    const page = await ask(room, bookings.length, wanted);
    bookings.push(...page.bookings);
    const isDone = bookings.length >= Math.min(needed, page.total) || page.bookings.length === 0;
    if (isDone) return { bookings, total: page.total };
  }
}

import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Booking } from '#db/bookings/bookings.contract';
import type { NewSeries } from '#db/bookings/series/series.contract';
import {
  addMinutes,
  dateOf,
  LocalDate,
  LocalDateTime,
  minutesBetween,
  timeOf,
} from '#db/shared/local-date';
import { ApiError } from '../app/api-client.ts';
import { useNow, useToday } from '../app/session-context.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { useContractForm } from '../shared/use-contract-form.ts';
import {
  BookingFormSchema,
  type BookingFormValues,
  type BookingWish,
  valuesOfBooking,
  type SavedBooking,
} from './booking-form-values.ts';
import { type BookingField, mergeBooking, type MergedField } from './booking-merge.ts';
import { previewBooking, spanOf } from './booking-preview.ts';
import {
  useChangeBooking,
  useCreateBooking,
  useDayOfBookings,
  useReadBookingAfresh,
} from './bookings.queries.ts';
import { foreseenLines, waysOutOf } from './foreseen-lines.ts';
import { useForecast } from './use-forecast.ts';
import { useLastTime } from './use-last-time.ts';
import type { WaysOut } from './WaysOutButtons.tsx';

/** Fields that a click in the calendar decides, whatever an earlier draft says. */
export type StartPlace = Partial<Pick<BookingFormValues, 'facilityId' | 'date' | 'from' | 'until'>>;

type Options = {
  readonly start: BookingFormValues;
  readonly place: StartPlace;
  /** The booking to change; without it a new one is made. */
  readonly booking: Booking | undefined;
  readonly onSaved: (saved: SavedBooking) => void;
  /** A booking that repeats is looked at date by date before anything is saved. */
  readonly onSeries: (wanted: NewSeries) => void;
};

/** The booking form's state: what is typed, what the rules say of it, and what others changed meanwhile. */
export function useBookingForm(options: Options) {
  const create = useCreateBooking();
  const change = useChangeBooking();
  const readAfresh = useReadBookingAfresh();
  const facilities = useFacilities();
  const now = useNow();
  const today = useToday();
  const { booking } = options;
  const isNew = booking === undefined;

  // What both people started from; after a conflict it is what the other one saved.
  const [openedVersion] = useState(booking?.version ?? 0);
  const [base, setBase] = useState({ values: options.start, version: openedVersion });
  const [merged, setMerged] = useState<readonly MergedField[]>([]);
  const [refused, setRefused] = useState<{ at: string; waysOut: NamedWaysOut } | null>(null);

  // True while sending opened the list of dates and saved nothing yet.
  const leadsOn = useRef(false);

  async function save({ create: wanted, move, series }: BookingWish): Promise<void> {
    leadsOn.current = series !== null;
    if (series !== null) return options.onSeries(series);
    try {
      if (booking === undefined) return options.onSaved(await create.mutateAsync(wanted));
      const { hold: _hold, lateEntry: _lateEntry, ...details } = wanted;
      const changed = { ...details, ...move, id: booking.id, version: base.version };
      options.onSaved(await change.mutateAsync(changed));
    } catch (error) {
      if (error instanceof ApiError) await takeIn(error);
      throw error;
    }
  }

  /** A refusal that brings news: the form shows it beside what was typed. */
  async function takeIn(error: ApiError): Promise<void> {
    if (error.code === 'booking.clash') {
      setRefused({ at: placeWanted(), waysOut: namedWaysOut(error.details) });
      await day.refetch();
    }
    if (error.code === 'booking.changed-by-someone-else' && booking !== undefined) {
      const fresh = await readAfresh.mutateAsync(booking.id);
      const theirs = valuesOfBooking(fresh);
      const mine = contractForm.form.getValues();
      const merge = mergeBooking({ before: base.values, mine, theirs, nameOf });
      for (const field of merge.fields) {
        if (field.state === 'taken-over') setField(field.field, theirs);
      }
      setBase({ values: theirs, version: fresh.version });
      setMerged(merge.fields);
    }
  }

  const contractForm = useContractForm(BookingFormSchema, options.start, {
    draftKey:
      booking === undefined ? 'booking.new' : `booking.change.${booking.id}.${openedVersion}`,
    keepsDraft: () => leadsOn.current,
    onSubmit: save,
  });
  const { form } = contractForm;
  const { control, setValue } = form;

  useEffect(() => {
    const { place } = options;
    for (const [field, value] of Object.entries(place)) {
      setValue(field as keyof StartPlace, value, { shouldDirty: true });
    }
    // The end of an earlier draft says nothing about a start chosen just now.
    if (place.from !== undefined && place.until === undefined && isNew) setValue('until', '');
    // oxlint-disable-next-line react/exhaustive-deps -- the place just chosen wins over a kept draft once, when the form opens
  }, []);

  const { last, takeAll } = useLastTime(form, isNew);
  const foreseen = useForecast(form, booking?.id);
  const [facilityId, date, from, until, expected, purpose] = useWatch({
    control,
    name: ['facilityId', 'date', 'from', 'until', 'expectedNumber', 'purpose'],
  });
  const overrides = useWatch({
    control,
    name: ['booker', 'responsiblePersonId', 'outsideHours', 'squeeze', 'lateEntry'],
  });
  const day = useDayOfBookings(LocalDate.safeParse(date).data ?? today);
  const preview =
    day.data &&
    previewBooking(
      day.data,
      {
        facilityId,
        date,
        from,
        until,
        purpose,
        expectedNumber: typeof expected === 'number' ? expected : null,
        exceptId: booking?.id,
      },
      // A booking that has begun keeps its start; only a new start can have passed.
      booking?.startsAt === `${date}T${from}` ? booking.startsAt : now,
    );

  function placeWanted(): string {
    return form.getValues(['facilityId', 'date', 'from', 'until']).join(' ');
  }

  function nameOf(kind: 'room' | 'layout', id: string): string {
    const all = facilities.data ?? [];
    const named = kind === 'room' ? all : all.flatMap((each) => each.layouts);
    return named.find((each) => each.id === id)?.name ?? `another ${kind}`;
  }

  function setField(field: BookingField, values: BookingFormValues): void {
    setValue(field, values[field], { shouldDirty: true, shouldValidate: true });
  }

  function takeTime(start: LocalDateTime): void {
    const span = spanOf({ date, from, until });
    if (span === undefined) return;
    const end = addMinutes(start, minutesBetween(span.from, span.until));
    const isMidnight = dateOf(end) !== dateOf(start);
    setValue('date', dateOf(start), { shouldDirty: true, shouldValidate: true });
    setValue('from', timeOf(start), { shouldDirty: true, shouldValidate: true });
    setValue('until', isMidnight ? '24:00' : timeOf(end), {
      shouldDirty: true,
      shouldValidate: true,
    });
  }

  const [booker, responsiblePersonId, outsideHours, squeeze, lateEntry] = overrides;
  const ways = waysOutOf(preview, foreseen, {
    booker,
    responsiblePersonId,
    outsideHours,
    squeeze,
    lateEntry,
  });
  const refusedHere = refused?.at === [facilityId, date, from, until].join(' ') ? refused : null;
  const hasWayOut = ways.nextFreeFrom !== null || ways.freeRoom !== null;
  const waysOut: WaysOut =
    hasWayOut || refusedHere === null ? ways : { ...ways, ...refusedHere.waysOut };

  return {
    contractForm,
    day: day.data,
    preview,
    lines: foreseenLines(preview, foreseen),
    forecast: foreseen.forecast,
    waysOut,
    merged,
    last,
    takeAll,
    takeTime,
    takeRoom: (id: string) =>
      setValue('facilityId', id, { shouldDirty: true, shouldValidate: true }),
    takeTheirs: (field: BookingField) => {
      setField(field, base.values);
      setMerged((fields) =>
        fields.map((each) => (each.field === field ? { ...each, state: 'taken-over' } : each)),
      );
    },
  };
}

type NamedWaysOut = Pick<WaysOut, 'nextFreeFrom' | 'freeRoom'>;

/** The ways out a clash refusal names; facts from the wire are read with care. */
function namedWaysOut(details: Readonly<Record<string, unknown>>): NamedWaysOut {
  const { nextFreeFrom, freeRoomId, freeRoomName } = details;
  return {
    nextFreeFrom: LocalDateTime.safeParse(nextFreeFrom).data ?? null,
    freeRoom:
      typeof freeRoomId === 'string' && typeof freeRoomName === 'string'
        ? { id: freeRoomId, name: freeRoomName }
        : null,
  };
}

import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Booking, CreateBooking } from '#db/bookings/bookings.contract';
import {
  minutesBetween,
  LocalDate,
  LocalDateTime,
  timeOf,
  addMinutes,
  dateOf,
} from '#db/shared/local-date';
import { ApiError } from '../app/api-client.ts';
import { useNow, useToday } from '../app/session-context.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { useContractForm } from '../shared/use-contract-form.ts';
import {
  BookingFormSchema,
  type BookingFormValues,
  valuesOfBooking,
} from './booking-form-values.ts';
import { type BookingField, mergeBooking, type MergedField } from './booking-merge.ts';
import { previewBooking, spanOf } from './booking-preview.ts';
import {
  useChangeBooking,
  useCreateBooking,
  useDayOfBookings,
  useReadBookingAfresh,
} from './bookings.queries.ts';
import type { WaysOut } from './WaysOutButtons.tsx';

/** Fields that a click in the calendar decides, whatever an earlier draft says. */
export type StartPlace = Partial<Pick<BookingFormValues, 'facilityId' | 'date' | 'from' | 'until'>>;

type Options = {
  readonly start: BookingFormValues;
  readonly place: StartPlace;
  /** The booking to change; without it a new one is made. */
  readonly booking: Booking | undefined;
  readonly onSaved: (saved: Booking) => void;
};

const NO_WAYS_OUT: WaysOut = { nextFreeFrom: null, freeRoom: null };

/** The booking form's state: what is typed, what the rules say of it, and what others changed meanwhile. */
export function useBookingForm(options: Options) {
  const create = useCreateBooking();
  const change = useChangeBooking();
  const readAfresh = useReadBookingAfresh();
  const facilities = useFacilities();
  const now = useNow();
  const today = useToday();
  const { booking } = options;

  // What both people started from; after a conflict it is what the other one saved.
  const [openedVersion] = useState(booking?.version ?? 0);
  const [base, setBase] = useState({ values: options.start, version: openedVersion });
  const [merged, setMerged] = useState<readonly MergedField[]>([]);
  const [refused, setRefused] = useState<{ at: string; waysOut: WaysOut } | null>(null);

  async function save(wanted: CreateBooking): Promise<void> {
    try {
      options.onSaved(
        booking === undefined
          ? await create.mutateAsync(wanted)
          : await change.mutateAsync({ ...wanted, id: booking.id, version: base.version }),
      );
    } catch (error) {
      if (error instanceof ApiError) await takeIn(error);
      throw error;
    }
  }

  /** A refusal that brings news: the form shows it beside what was typed. */
  async function takeIn(error: ApiError): Promise<void> {
    if (error.code === 'booking.clash') {
      setRefused({ at: placeWanted(), waysOut: waysOutOf(error.details) });
      await day.refetch();
    }
    if (error.code === 'booking.changed-by-someone-else' && booking !== undefined) {
      const fresh = await readAfresh.mutateAsync(booking.id);
      const theirs = valuesOfBooking(fresh);
      const mine = contractForm.form.getValues();
      const merge = mergeBooking({ before: base.values, mine, theirs, roomName });
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
    onSubmit: save,
  });
  const { form } = contractForm;
  const { control, setValue } = form;

  useEffect(() => {
    for (const [field, value] of Object.entries(options.place)) {
      setValue(field as BookingField, value, { shouldDirty: true });
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the place just chosen wins over a kept draft once, when the form opens
  }, []);

  const [facilityId, date, from, until, expected, purpose] = useWatch({
    control,
    name: ['facilityId', 'date', 'from', 'until', 'expectedNumber', 'purpose'],
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

  function roomName(id: string): string {
    return facilities.data?.find((each) => each.id === id)?.name ?? 'another room';
  }

  function setField(field: BookingField, values: BookingFormValues): void {
    setValue(field, values[field], { shouldDirty: true, shouldValidate: true });
  }

  function takeTime(start: LocalDateTime): void {
    const span = spanOf({ date, from, until });
    if (span === undefined) return;
    const end = addMinutes(start, minutesBetween(span.from, span.until));
    const isMidnight = dateOf(end) !== dateOf(start);
    setValue('from', timeOf(start), { shouldDirty: true, shouldValidate: true });
    setValue('until', isMidnight ? '24:00' : timeOf(end), {
      shouldDirty: true,
      shouldValidate: true,
    });
  }

  const refusedHere = refused?.at === [facilityId, date, from, until].join(' ') ? refused : null;
  const waysOut: WaysOut =
    preview?.clash === undefined ? (refusedHere?.waysOut ?? NO_WAYS_OUT) : preview;

  return {
    contractForm,
    day: day.data,
    preview,
    waysOut,
    merged,
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

/** The ways out a clash refusal names; facts from the wire are read with care. */
function waysOutOf(details: Readonly<Record<string, unknown>>): WaysOut {
  const { nextFreeFrom, freeRoomId, freeRoomName } = details;
  return {
    nextFreeFrom: LocalDateTime.safeParse(nextFreeFrom).data ?? null,
    freeRoom:
      typeof freeRoomId === 'string' && typeof freeRoomName === 'string'
        ? { id: freeRoomId, name: freeRoomName }
        : null,
  };
}

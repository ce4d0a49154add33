import { useEffect, useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { Booking } from '#db/bookings/bookings.contract';
import { LocalTime, minutesBetween, minutesOfTime, timeOfMinutes } from '#db/shared/local-date';
import { whoOf } from '../people/who.ts';
import { useLastOf } from './booking-form.queries.ts';
import {
  type BookingFormValues,
  type BookingWish,
  valuesOfBooking,
} from './booking-form-values.ts';

type Form = UseFormReturn<BookingFormValues, unknown, BookingWish>;

const MINUTES_PER_DAY = 1440;
/** How long a booking is when nothing else is known: most meetings take two hours. */
const USUAL_MINUTES = 120;

export type LastTime = {
  /** What the chosen group or person booked last; null when nothing is known of them. */
  readonly last: Booking | null;
  /** Fills everything from it but the day, the time and the room. */
  readonly takeAll: () => void;
};

/**
 * Fills in what the same group had last time: who is responsible, what for, how long. It never
 * touches what a hand has typed, and only works while a new booking is made.
 */
export function useLastTime(form: Form, isNew: boolean): LastTime {
  const { control, getValues, setValue } = form;
  const [booker, from] = useWatch({ control, name: ['booker', 'from'] });
  const lastOf = useLastOf(isNew && booker !== null ? whoOf(booker) : null);
  const last = lastOf.data ?? null;
  const filled = useRef({ responsible: '', purpose: getValues('purpose'), until: '' });

  useEffect(() => {
    if (last === null) return;
    const values = valuesOfBooking(last);
    const responsible = getValues('responsiblePersonId');
    if (responsible === null || responsible.id === filled.current.responsible) {
      setValue('responsiblePersonId', values.responsiblePersonId);
      filled.current.responsible = values.responsiblePersonId?.id ?? '';
    }
    if (getValues('purpose') === filled.current.purpose) {
      setValue('purpose', values.purpose);
      filled.current.purpose = values.purpose;
    }
  }, [last, getValues, setValue]);

  const usualMinutes = last === null ? USUAL_MINUTES : minutesBetween(last.startsAt, last.endsAt);
  useEffect(() => {
    const start = LocalTime.safeParse(from).data;
    const until = getValues('until');
    if (!isNew || start === undefined) return;
    if (until !== '' && until !== filled.current.until) return;
    const end = timeOfMinutes(Math.min(MINUTES_PER_DAY, minutesOfTime(start) + usualMinutes));
    filled.current.until = end;
    // Not counted as typed: closing the form asks only about what a hand put there.
    setValue('until', end);
  }, [isNew, from, usualMinutes, getValues, setValue]);

  return {
    last,
    takeAll: () => {
      if (last === null) return;
      const values = valuesOfBooking(last);
      const taken = {
        purpose: values.purpose,
        responsiblePersonId: values.responsiblePersonId,
        expectedNumber: values.expectedNumber,
        needs: values.needs,
        accessNeeds: values.accessNeeds,
        crechePlaces: values.crechePlaces,
        thingsWanted: values.thingsWanted,
        mayShowName: values.mayShowName,
        // A layout belongs to one room.
        ...(last.facilityId === getValues('facilityId') ? { layoutId: values.layoutId } : {}),
      } satisfies Partial<BookingFormValues>;
      for (const [field, value] of Object.entries(taken)) {
        setValue(field as keyof typeof taken, value, { shouldDirty: true, shouldValidate: true });
      }
    },
  };
}

import { useEffect, useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { bookingsContract } from '#db/bookings/bookings-api.contract';
import type { Forecast } from '#db/bookings/booking-views.contract';
import { type BookingId, DiaryDate } from '#db/bookings/bookings.contract';
import { personOf, whoOf } from '../people/who.ts';
import { type Foreseeing, useForesight } from './booking-form.queries.ts';
import { type BookingFormValues, type BookingWish, detailsOf } from './booking-form-values.ts';

/** How long the hand must rest before the core is asked again. */
const SETTLED_AFTER_MILLISECONDS = 150;

/** Fields that change what saving would meet; notes and names of things do not. */
const ASKED_FIELDS = [
  'booker',
  'responsiblePersonId',
  'purpose',
  'facilityId',
  'date',
  'from',
  'until',
  'expectedNumber',
  'units',
  'layoutId',
  'setupMinutes',
  'cleardownMinutes',
  'accessNeeds',
  'outsideHours',
  'squeeze',
  'lateEntry',
  'lapsesOn',
] as const;

/** What the core foresees of the form as it stands; `isFresh` is false while it still speaks of an earlier state. */
export function useForecast(
  form: UseFormReturn<BookingFormValues, unknown, BookingWish>,
  id: BookingId | undefined,
): { readonly forecast: Forecast | undefined; readonly isFresh: boolean } {
  // Watched only so that the form's present values are read anew.
  useWatch({ control: form.control, name: ASKED_FIELDS });
  const asked = JSON.stringify(askedOf(form.getValues(), id));
  const settled = useSettled(asked, SETTLED_AFTER_MILLISECONDS);
  const foresight = useForesight(JSON.parse(settled) as Foreseeing | null);
  const forecast = settled === 'null' ? undefined : (foresight.data ?? undefined);
  return {
    forecast,
    isFresh: settled === asked && forecast !== undefined && !foresight.isPlaceholderData,
  };
}

/** The question, as soon as room, day and time can be read; null before that. */
function askedOf(values: BookingFormValues, id: BookingId | undefined): Foreseeing | null {
  const { lateEntry, outsideHours, squeeze } = values;
  const hold = DiaryDate.safeParse(values.lapsesOn).data;
  const details = detailsOf(values);
  const asked = {
    ...details,
    // A reason not typed yet must not keep the rest from being foreseen.
    outsideHours: isWhole(outsideHours) ? details.outsideHours : null,
    squeeze: isWhole(squeeze) ? details.squeeze : null,
    lateEntry: isWhole(lateEntry) ? { reason: lateEntry.reason } : null,
    id: id ?? null,
    facilityId: values.facilityId,
    date: values.date,
    from: values.from,
    until: values.until,
    booker: values.booker === null ? null : whoOf(values.booker),
    responsiblePersonId:
      values.responsiblePersonId === null ? null : personOf(values.responsiblePersonId),
    purpose: values.purpose === '' ? null : values.purpose,
    expectedNumber: typeof values.expectedNumber === 'number' ? values.expectedNumber : null,
    needs: '',
    notes: '',
    hold: hold === undefined ? null : { lapsesOn: hold },
  };
  const isReadable = bookingsContract.foresee.input.safeParse(asked).success;
  return isReadable && values.from < values.until ? (asked as Foreseeing) : null;
}

function isWhole(override: {
  readonly isOn: boolean;
  readonly reason: string;
  readonly keyholder?: string;
}): boolean {
  return override.isOn && override.reason.trim() !== '' && override.keyholder?.trim() !== '';
}

function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

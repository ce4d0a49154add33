import { PURPOSE_WORDS, type Purpose } from '#db/bookings/bookings.contract';
import { LocalDate, LocalEndTime } from '#db/shared/local-date';
import { formatDate, formatTime } from '#db/shared/plain-words';
import type { BookingFormValues } from './booking-form-values.ts';

export type BookingField = keyof BookingFormValues;

const LABELS: Readonly<Record<BookingField, string>> = {
  booker: 'Who it is for',
  responsiblePersonId: 'Who is responsible',
  purpose: 'What it is for',
  facilityId: 'Room',
  date: 'Day',
  from: 'From',
  until: 'Until',
  expectedNumber: 'People expected',
  needs: 'Needs',
  notes: 'Notes',
};

/** One field that somebody else changed while this person had the booking open. */
export type MergedField = {
  readonly field: BookingField;
  readonly label: string;
  readonly before: string;
  readonly theirs: string;
  readonly mine: string;
  /** `taken-over`: only they changed it, so theirs stands. `both`: both did, so mine stands until chosen otherwise. */
  readonly state: 'taken-over' | 'both';
};

export type Merge = {
  readonly fields: readonly MergedField[];
  /** What the form should hold: mine, with their changes to fields I left alone. */
  readonly values: BookingFormValues;
};

/**
 * Brings two people's changes of one booking together: `before` is what both started from.
 * Nothing typed is lost; a field both changed keeps what this person typed and is shown.
 */
export function mergeBooking(versions: {
  readonly before: BookingFormValues;
  readonly mine: BookingFormValues;
  readonly theirs: BookingFormValues;
  readonly roomName: (facilityId: string) => string;
}): Merge {
  const { before, mine, theirs, roomName } = versions;
  const fields: MergedField[] = [];
  const values: Record<string, unknown> = { ...mine };
  for (const field of Object.keys(LABELS) as BookingField[]) {
    const [base, other, own] = [before, theirs, mine].map((version) => keyOf(version[field]));
    if (other === base || other === own) continue;
    const state = own === base ? 'taken-over' : 'both';
    if (state === 'taken-over') values[field] = theirs[field];
    const words = (version: BookingFormValues) => fieldWords(field, version, roomName);
    fields.push({
      field,
      label: LABELS[field],
      before: words(before),
      theirs: words(theirs),
      mine: words(mine),
      state,
    });
  }
  return { fields, values: values as BookingFormValues };
}

/** What makes two answers the same: a choice by its id, everything else by itself. */
function keyOf(value: BookingFormValues[BookingField]): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.id : String(value);
}

function fieldWords(
  field: BookingField,
  version: BookingFormValues,
  roomName: (facilityId: string) => string,
): string {
  const value = version[field];
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'object') return value.title;
  if (field === 'facilityId') return roomName(String(value));
  if (field === 'purpose') return PURPOSE_WORDS[value as Purpose] ?? String(value);
  if (field === 'date' && LocalDate.safeParse(value).success) return formatDate(value as LocalDate);
  if ((field === 'from' || field === 'until') && LocalEndTime.safeParse(value).success) {
    return formatTime(value as LocalEndTime);
  }
  return String(value);
}

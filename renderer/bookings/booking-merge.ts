import { PURPOSE_WORDS, type Purpose } from '#db/bookings/bookings.contract';
import { ACCESS_WORDS } from '#db/facilities/facilities.contract';
import { LocalDate, LocalEndTime } from '#db/shared/local-date';
import { formatDate, formatTime, joinWords } from '#db/shared/plain-words';
import type { BookingFormValues } from './booking-form-values.ts';

const LABELS = {
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
  units: 'Places',
  layoutId: 'Layout',
  setupMinutes: 'Minutes to set up',
  cleardownMinutes: 'Minutes to clear',
  accessNeeds: 'Access needs',
  crechePlaces: 'Crèche places',
  thingsWanted: 'Things wanted',
  mayShowName: 'Name on signs',
} as const satisfies Partial<Record<keyof BookingFormValues, string>>;

/** A field of a booking that two people may change; what only the form asks on the way is none. */
export type BookingField = keyof typeof LABELS;

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

/** The names behind the ids a form holds. */
export type NameOf = (kind: 'room' | 'layout', id: string) => string;

/**
 * Brings two people's changes of one booking together: `before` is what both started from.
 * Nothing typed is lost; a field both changed keeps what this person typed and is shown.
 */
export function mergeBooking(versions: {
  readonly before: BookingFormValues;
  readonly mine: BookingFormValues;
  readonly theirs: BookingFormValues;
  readonly nameOf: NameOf;
}): Merge {
  const { before, mine, theirs, nameOf } = versions;
  const fields: MergedField[] = [];
  const values: Record<string, unknown> = { ...mine };
  for (const field of Object.keys(LABELS) as BookingField[]) {
    const [base, other, own] = [before, theirs, mine].map((version) => keyOf(version[field]));
    if (other === base || other === own) continue;
    const state = own === base ? 'taken-over' : 'both';
    if (state === 'taken-over') values[field] = theirs[field];
    const words = (version: BookingFormValues) => fieldWords(field, version, nameOf);
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

/** What makes two answers the same: a choice by its id, a list by its parts, everything else by itself. */
function keyOf(value: BookingFormValues[BookingField]): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  return 'id' in value ? value.id : JSON.stringify(value);
}

function fieldWords(field: BookingField, version: BookingFormValues, nameOf: NameOf): string {
  const value = version[field];
  if (value === null || value === '') return 'nothing';
  if (field === 'accessNeeds') {
    return joinWords(version.accessNeeds.map((need) => ACCESS_WORDS[need])) || 'nothing';
  }
  if (field === 'thingsWanted') return wantedWords(version.thingsWanted) || 'nothing';
  if (field === 'mayShowName') return version.mayShowName ? 'may be shown' : 'not shown';
  if (typeof value === 'object') return 'title' in value ? value.title : '';
  if (field === 'facilityId') return nameOf('room', String(value));
  if (field === 'layoutId') return nameOf('layout', String(value));
  if (field === 'purpose') return PURPOSE_WORDS[value as Purpose] ?? String(value);
  if (field === 'date' && LocalDate.safeParse(value).success) return formatDate(value as LocalDate);
  if ((field === 'from' || field === 'until') && LocalEndTime.safeParse(value).success) {
    return formatTime(value as LocalEndTime);
  }
  return String(value);
}

/** '1 × projector and 12 × cups'. */
export function wantedWords(
  things: readonly { readonly what: string; readonly quantity: number }[],
): string {
  return joinWords(things.map((thing) => `${thing.quantity} × ${thing.what}`));
}

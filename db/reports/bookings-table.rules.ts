import { PURPOSE_WORDS, type Purpose } from '#db/bookings/bookings.contract';
import { MASKED } from '#db/people/people.rules';
import type { TableCell } from '#db/shared/table';
import type { Instant } from '#db/shared/instant';
import {
  dateOf,
  type LocalDateTime,
  localDateTimeOf,
  minutesBetween,
  timeOf,
} from '#db/shared/local-date';

/** One booking as a line of the table for a spreadsheet, ids to be named. */
export type BookingLine = {
  readonly reference: string;
  readonly status: string;
  readonly facility_id: string;
  readonly units: number;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly group_id: string | null;
  readonly person_id: string | null;
  readonly responsible_person_id: string;
  readonly purpose: string;
  readonly expected_number: number | null;
  readonly headcount: number | null;
  readonly is_out_of_hours: number;
  readonly is_no_show: number;
  readonly notes: string;
  readonly requested_at: string;
  readonly taken_by_user_id: string | null;
  readonly cancelled_at: string | null;
  readonly cancel_reason: string;
  readonly is_late_cancellation: number;
};

export const BOOKING_HEADINGS: readonly string[] = [
  'Reference',
  'Status',
  'Room',
  'Places',
  'Date',
  'Start',
  'End',
  'Minutes',
  'Booked for',
  'Group or person',
  'Responsible person',
  'Purpose',
  'People expected',
  'People counted',
  'Out of hours',
  'No-show',
  'Asked on',
  'Taken by',
  'Cancelled on',
  'Why cancelled',
  'Late cancellation',
  'Notes',
];

/** The headings under which days stand. */
export const BOOKING_DAYS: ReadonlySet<string> = new Set(['Date', 'Asked on', 'Cancelled on']);

const STATUS_WORDS: Readonly<Record<string, string>> = {
  provisional: 'Provisional',
  requested: 'Waits for approval',
  offered: 'Offered',
  confirmed: 'Confirmed',
  cancelled: 'Cancelled',
  refused: 'Refused',
  lapsed: 'Lapsed',
};

const yesNo = (value: number): string => (value === 1 ? 'yes' : 'no');
const dayOf = (instant: string | null): string =>
  instant === null ? '' : dateOf(localDateTimeOf(instant as Instant));

/**
 * One booking as a line for a spreadsheet. Needs and telephone numbers stay out of it: no table of a year needs them.
 * For the auditor, people and what was written about them are masked.
 */
export function bookingCells(
  line: BookingLine,
  names: ReadonlyMap<string, string>,
  isMasked: boolean,
): readonly TableCell[] {
  const nameOf = (id: string | null): string => (id === null ? '' : (names.get(id) ?? ''));
  const personal = (text: string): string => (isMasked && text !== '' ? MASKED : text);
  const [from, until] = [line.starts_at as LocalDateTime, line.ends_at as LocalDateTime];
  return [
    line.reference,
    STATUS_WORDS[line.status] ?? line.status,
    nameOf(line.facility_id),
    line.units,
    dateOf(from),
    timeOf(from),
    dateOf(until) === dateOf(from) ? timeOf(until) : '24:00',
    minutesBetween(from, until),
    line.group_id === null ? personal(nameOf(line.person_id)) : nameOf(line.group_id),
    line.group_id === null ? 'Person' : 'Group',
    personal(nameOf(line.responsible_person_id)),
    PURPOSE_WORDS[line.purpose as Purpose] ?? line.purpose,
    line.expected_number,
    line.headcount,
    yesNo(line.is_out_of_hours),
    yesNo(line.is_no_show),
    dayOf(line.requested_at),
    nameOf(line.taken_by_user_id),
    dayOf(line.cancelled_at),
    personal(line.cancel_reason),
    yesNo(line.is_late_cancellation),
    personal(line.notes),
  ];
}

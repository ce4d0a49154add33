import type { AuditLine } from '#db/audit/audit.contract';
import { PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import { GROUP_KIND_WORDS } from '#db/groups/groups.contract';
import { PERSON_KIND_WORDS } from '#db/people/people.contract';
import { dateOf, LocalDateTime, timeOf } from '#db/shared/local-date';
import { formatShortDate, formatTime } from '#db/shared/plain-words';
import { formatFieldName } from '../audit/action-words.ts';

const ACTIONS: Readonly<Record<string, string>> = {
  'booking.created': 'Booked',
  'booking.changed': 'Changed',
  'booking.cancelled': 'Cancelled',
  'booking.cancellation-undone': 'Cancellation taken back',
  'group.added': 'Entered',
  'group.changed': 'Changed',
  'person.added': 'Entered',
  'person.changed': 'Changed',
};

const FIELDS: Readonly<Record<string, string>> = {
  reference: 'Reference',
  room: 'Room',
  startsAt: 'Starts',
  endsAt: 'Ends',
  status: 'State',
  bookedFor: 'Booked for',
  responsible: 'Responsible',
  purpose: 'What for',
  expectedNumber: 'People expected',
  outOfHours: 'Out of hours',
  needs: 'Needs',
  notes: 'Notes',
  name: 'Name',
  kind: 'Kind',
  phone: 'Phone',
};

const VALUES: Readonly<Record<string, string>> = {
  ...PURPOSE_WORDS,
  ...GROUP_KIND_WORDS,
  ...PERSON_KIND_WORDS,
  true: 'yes',
  false: 'no',
  confirmed: 'confirmed',
  cancelled: 'cancelled',
};

/** An action of the record in the words of the desk; one that is not listed is shown as it is kept. */
export function actionWords(action: string): string {
  return ACTIONS[action] ?? action;
}

/** One field of a change: 'Room: Small Room', or 'Room: Meeting Room, now Small Room'. */
export function changeWords(change: AuditLine['changes'][number]): string {
  const field = FIELDS[change.field] ?? formatFieldName(change.field);
  const after = valueWords(change.after);
  return change.before === ''
    ? `${field}: ${after}`
    : `${field}: ${valueWords(change.before)}, now ${after}`;
}

function valueWords(value: string): string {
  if (value === '' || value === 'null') return 'nothing';
  const moment = LocalDateTime.safeParse(value);
  if (moment.success) {
    return `${formatShortDate(dateOf(moment.data))}, ${formatTime(timeOf(moment.data))}`;
  }
  return VALUES[value] ?? value;
}

import { AGREEMENT_KIND_WORDS } from '#db/agreements/agreements.contract';
import type { AuditLine } from '#db/audit/audit.contract';
import { PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import { DOCUMENT_KIND_WORDS, DUTY_WORDS } from '#db/groups/group-record.contract';
import { GROUP_KIND_WORDS } from '#db/groups/groups.contract';
import { POST_WORDS } from '#db/officers/officers.contract';
import { METHOD_WORDS } from '#db/payees/payees.contract';
import { CONSENT_PURPOSE_WORDS } from '#db/people/consents.contract';
import { PERSON_KIND_WORDS } from '#db/people/people.contract';
import { FORMAT_NEED_WORDS } from '#db/people/person-record.contract';
import { Instant } from '#db/shared/instant';
import { dateOf, LocalDate, LocalDateTime, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatDayNear, formatTime } from '#db/shared/plain-words';
import { formatFieldName } from '../audit/action-words.ts';

const ACTIONS: Readonly<Record<string, string>> = {
  'key.came-back': 'Key came back',
  'key.corrected': 'Entry put right',
  'key.handed-out': 'Key handed out',
  'venue.added': 'Venue entered',
  'venue.changed': 'Venue changed',
  'venue.council-went-in': 'Visit of the council entered',
  'venue.visit-corrected': 'Entry of a visit put right',
  'booking.created': 'Booked',
  'booking.changed': 'Changed',
  'booking.change-undone': 'Change of the series taken back',
  'booking.cancelled': 'Cancelled',
  'booking.cancellation-undone': 'Cancellation taken back',
  'booking.approved': 'Approved',
  'booking.refused': 'Refused',
  'booking.hold-confirmed': 'Hold confirmed',
  'booking.lapsed': 'Lapsed',
  'booking.offered': 'Offered',
  'booking.offer-accepted': 'Offer accepted',
  'booking.offer-declined': 'Offer declined',
  'booking.offer-taken-back': 'Offer taken back',
  'booking.held-time-changed': 'Set-up or clear-down time changed',
  'booking.checked-in': 'Checked in',
  'booking.checked-out': 'Checked out',
  'booking.no-show': 'Nobody came',
  'booking.use-undone': 'Last step taken back',
  'series.created': 'Series booked',
  'series.approved': 'Dates of the series approved',
  'series.changed': 'Series changed',
  'series.change-undone': 'Change of the series taken back',
  'series.cancelled': 'Series cancelled',
  'waiting.added': 'Put on the waiting list',
  'waiting.withdrawn': 'Taken off the waiting list',
  'condition.acknowledged': 'Guidelines or fire procedure given',
  'payee.call-back-recorded': 'Call-back recorded, bank details checked',
  'payee.details-entered': 'Bank details entered, waiting for a second person',
  'payee.details-turned-down': 'Bank details turned down',
  'payee.details-withdrawn': 'Bank details withdrawn',
  'payee.mandate-changed': 'Who signs for the account changed',
  'payee.shown-in-full': 'Bank details shown in full',
  'restriction.added': 'Service removed',
  'restriction.changed': 'Removal of a service changed',
  'restriction.lifted': 'Service given back',
  'activity.added': 'Entered',
  'activity.brought-back': 'Brought back',
  'activity.cancelled': 'Cancelled',
  'activity.changed': 'Changed',
  'register.completed': 'Register said to be complete',
  'register.line-changed': 'Line of the register changed',
  'register.opened-again': 'Register opened again',
  'register.person-added': 'Put on the register',
  'register.person-put-back': 'Put back on the register',
  'register.person-taken-off': 'Taken off the register',
  'agreement.added': 'Agreement entered',
  'agreement.changed': 'Agreement changed',
  'agreement.signed': 'Agreement signed',
  'agreement.review-begun': 'Review of an agreement begun',
  'agreement.ended': 'Agreement ended',
  'agreement.step-undone': 'Last step of an agreement taken back',
  'group.added': 'Entered',
  'group.changed': 'Changed',
  'group.record-changed': 'Record changed',
  'group.confirmed': 'Details confirmed',
  'group.homes-counted': 'Homes counted',
  'group.homes-withdrawn': 'Count of homes taken off',
  'group.landlord-changed': 'Homes passed to another landlord',
  'group.date-set': 'Date set',
  'group.document-added': 'Document entered',
  'group.document-changed': 'Document put right',
  'group.document-restored': 'Document put back',
  'group.document-withdrawn': 'Document taken off',
  'group.representation-added': 'Representative entered',
  'group.representation-changed': 'Last day of a representative set',
  'group.report-asked': 'Report back asked for',
  'group.support-recorded': 'Support entered',
  'group.support-withdrawn': 'Entry of support taken off',
  'group.ended': 'Ended',
  'group.end-undone': 'End taken back',
  'group.merged': 'Put together with another record',
  'group.merged-away': 'Went into another record',
  'group.merge-undone': 'Taken apart again',
  'person.merged': 'Put together with another record',
  'person.merged-away': 'Went into another record',
  'person.merge-undone': 'Taken apart again',
  'officers.term-added': 'Officer entered',
  'officers.term-changed': 'Term of an officer changed',
  'officers.term-withdrawn': 'Term of an officer taken off',
  'officers.committee-entered': 'New committee entered',
  'officers.committee-taken-back': 'New committee taken back',
  'officers.vacancy-deadline-set': 'Day set to fill a post',
  'officers.induction-done': 'Induction done',
  'officers.induction-open': 'Induction put back',
  'hand-over.ticked': 'Handed over',
  'hand-over.put-back': 'Hand-over put back',
  'person.added': 'Entered',
  'person.changed': 'Changed',
  'person.record-changed': 'Details changed',
  'person.details-confirmed': 'Details gone through with them',
  'person.contacted': 'Contacted',
  'person.consent-given': 'Consent given',
  'person.consent-withdrawn': 'Consent taken back',
};

const FIELDS: Readonly<Record<string, string>> = {
  title: 'Title',
  ledBy: 'Led by',
  on: 'Day',
  time: 'Time',
  venue: 'Place',
  booking: 'Booking',
  claimsGoBy: 'What claims go by',
  isCancelled: 'Cancelled',
  isRegisterComplete: 'Register complete',
  who: 'Who',
  forWhom: 'For whom',
  standing: 'Stands as',
  isFirstTime: 'First time',
  arrivedAt: 'Arrived',
  leftAt: 'Left',
  wantsToClaim: 'Wants to claim',
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
  places: 'Places',
  layout: 'Layout',
  heldFrom: 'Held from',
  heldUntil: 'Held until',
  lapsesOn: 'Lapses after',
  offerUntil: 'Offer stands until',
  lateCancellation: 'Late cancellation',
  dateOfSeries: 'Date of the series',
  accessNeeds: 'The place must have',
  crechePlaces: 'Crèche places',
  thingsWanted: 'To stand ready',
  keyholder: 'Opens and locks up',
  whyOutsideHours: 'Why outside opening hours',
  whyEnteredLate: 'Why entered late',
  mayShowName: 'Name may be shown',
  attendance: 'Came',
  headcount: 'How many came',
  agreedBy: 'Agreed by',
  how: 'How',
  name: 'Name',
  kind: 'Kind',
  phone: 'Phone',
  isOnRegister: 'On the Sounding Board',
  notInvolvedSince: 'Not involved since',
  noMeetings: 'No meetings, please',
  needsInterpreter: 'Needs an interpreter',
  needsTransport: 'Needs transport',
  isUnder18: 'Under 18',
  areaId: 'Area',
  schemeId: 'Scheme',
};

const VALUES: Readonly<Record<string, string>> = {
  ...AGREEMENT_KIND_WORDS,
  ...CONSENT_PURPOSE_WORDS,
  ...DOCUMENT_KIND_WORDS,
  ...DUTY_WORDS,
  ...FORMAT_NEED_WORDS,
  ...METHOD_WORDS,
  ...POST_WORDS,
  ...PURPOSE_WORDS,
  ...GROUP_KIND_WORDS,
  ...PERSON_KIND_WORDS,
  true: 'yes',
  false: 'no',
  confirmed: 'confirmed',
  cancelled: 'cancelled',
  provisional: 'provisional',
  requested: 'waits for approval',
  offered: 'offered',
  refused: 'refused',
  lapsed: 'lapsed',
  expected: 'expected',
  in: 'here',
  out: 'over',
  'no-show': 'nobody came',
};

/** An action of the record in the words of the desk; one that is not listed is shown as it is kept. */
export function actionWords(action: string): string {
  return ACTIONS[action] ?? action;
}

/** One field of a change: 'Room: Small Room', or 'Room: Meeting Room, now Small Room'. */
export function changeWords(change: AuditLine['changes'][number], today: LocalDate): string {
  const field = FIELDS[change.field] ?? formatFieldName(change.field);
  const after = valueWords(change.after, today);
  return change.before === ''
    ? `${field}: ${after}`
    : `${field}: ${valueWords(change.before, today)}, now ${after}`;
}

/** A field left empty when something was entered tells nobody anything; one that was emptied does. */
export function saysSomething({ before, after }: AuditLine['changes'][number]): boolean {
  return !EMPTY.has(before) || !EMPTY.has(after);
}

const EMPTY: ReadonlySet<string> = new Set(['', 'null', '[]']);

function valueWords(value: string, today: LocalDate): string {
  if (value === '' || value === 'null') return 'nothing';
  const moment = LocalDateTime.safeParse(value);
  if (moment.success) return momentWords(moment.data, today);
  const instant = Instant.safeParse(value);
  if (instant.success) return momentWords(localDateTimeOf(instant.data), today);
  const day = LocalDate.safeParse(value);
  if (day.success) return formatDayNear(day.data, today);
  return VALUES[value] ?? value;
}

function momentWords(moment: LocalDateTime, today: LocalDate): string {
  return `${formatDayNear(dateOf(moment), today)}, ${formatTime(timeOf(moment))}`;
}

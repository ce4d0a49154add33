import { defineErrors } from '#db/shared/domain-error';
import {
  dateOf,
  type LocalDateTime,
  type LocalEndTime,
  type LocalTime,
  timeOf,
} from '#db/shared/local-date';
import { formatShortDate, formatTime, formatTimeRange } from '#db/shared/plain-words';

const moment = (at: LocalDateTime): string =>
  `${formatTime(timeOf(at))} on ${formatShortDate(dateOf(at))}`;

/** Every refusal of the queue: who waits, what was offered, what waits for a word. */
export const queueErrors = defineErrors({
  'queue.not-found': {
    sentence: (_: { id: string }) =>
      'Nobody waits under that entry here. Look at the queue again; it may have been settled.',
  },
  'queue.settled': {
    sentence: (d: { bookerName: string; state: string }) =>
      `${d.bookerName} no longer waits for this time: it was ${d.state === 'booked' ? 'booked' : d.state === 'offered' ? 'offered to them' : 'taken off the list'}. Look at the queue again.`,
  },
  'queue.changed-by-someone-else': {
    sentence: (d: { bookerName: string }) =>
      `The entry of ${d.bookerName} was changed while you had it open. Look at the queue again, then make your change.`,
  },
  'queue.free-now': {
    field: 'from',
    sentence: (d: { facilityName: string }) =>
      `${d.facilityName} is free at that time. Book it now instead of waiting.`,
  },
  'queue.already-waiting': {
    field: 'from',
    sentence: (d: {
      bookerName: string;
      facilityName: string;
      startsAt: LocalDateTime;
      until: LocalTime | LocalEndTime;
      place: number;
      isOffered: boolean;
    }) =>
      `${d.bookerName} already ${d.isOffered ? 'has an offer of' : 'waits for'} ${d.facilityName} on ${formatShortDate(dateOf(d.startsAt))}, ${formatTimeRange(timeOf(d.startsAt), d.until)}, at place ${d.place} in the queue. ${d.isOffered ? 'Enter whether they accept it' : 'Leave that wish as it is, or take it off the list'} before you put them down again.`,
  },
  'queue.somebody-asked-first': {
    sentence: (d: { firstName: string; bookerName: string; asked: LocalDateTime }) =>
      `${d.firstName} asked first, at ${moment(d.asked)}. Offer the time to them before ${d.bookerName}, or take them off the list.`,
  },
  'queue.not-free': {
    sentence: (d: { bookerName: string; why: string }) =>
      `This time cannot be offered to ${d.bookerName} now. ${d.why}`,
  },
  'queue.offer-out-of-range': {
    field: 'offerUntil',
    sentence: (d: { startsAt: LocalDateTime }) =>
      `An offer stands from now until the time it is for. Choose an end before ${moment(d.startsAt)}.`,
  },
  'queue.not-an-offer': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is not an offer that waits for an answer. Open it to see how it stands.`,
  },
  'queue.not-a-hold': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is not a provisional booking. Open it to see how it stands.`,
  },
  'queue.not-of-that-series': {
    sentence: (d: { reference: string }) =>
      `${d.reference} is not a date of this series. Look at the queue again, then approve its dates.`,
  },
  'queue.not-a-request': {
    sentence: (d: { reference: string }) =>
      `${d.reference} does not wait for approval. Open it to see how it stands.`,
  },
});

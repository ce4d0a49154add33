import { z } from 'zod';
import { ActivityDetails, type ActivityPage } from '#db/activities/activities.contract';
import { BookingId } from '#db/bookings/bookings.contract';
import { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import { ChosenWho, chosenGroupOrNone } from '../people/who.ts';

const fields = ActivityDetails.shape;

/** Who leads it, as the form asks it. */
export const COUNCIL = 'council';
export const GROUP = 'group';

/** The form of an activity while it is typed; it comes out as the contract's ActivityDetails. */
export const ActivityFormSchema = z
  .object({
    title: fields.title,
    kind: fields.kind,
    ledBy: z.enum([COUNCIL, GROUP]),
    group: ChosenWho,
    on: LocalDate,
    /** Empty: nobody booked a room of the centre for it. */
    bookingId: z.string().max(36),
    startsAt: LocalTime.nullable(),
    endsAt: LocalEndTime.nullable(),
    venue: Line.max(160, 'Use 160 characters or fewer.'),
    isFullDay: fields.isFullDay,
    isLunchProvided: fields.isLunchProvided,
    isTransportProvided: fields.isTransportProvided,
    isFunded: fields.isFunded,
    notes: fields.notes,
  })
  .refine(({ ledBy, group }) => ledBy === COUNCIL || group !== null, {
    path: ['group'],
    error: 'Choose the group that leads it.',
  })
  .transform((typed): ActivityDetails => {
    const { ledBy, group, on, bookingId, startsAt, endsAt, venue, ...details } = typed;
    return {
      ...details,
      groupId: ledBy === GROUP ? chosenGroupOrNone.parse(group) : null,
      place:
        bookingId === ''
          ? { kind: 'entered', on, startsAt, endsAt, venue }
          : { kind: 'booking', bookingId: BookingId.parse(bookingId) },
    };
  });
export type ActivityFormValues = z.input<typeof ActivityFormSchema>;

/** The form before anything is typed; a meeting that the council leads is the most usual. */
export const newActivityValues = (today: LocalDate): ActivityFormValues => ({
  title: '',
  kind: '',
  ledBy: COUNCIL,
  group: null,
  on: today,
  bookingId: '',
  startsAt: null,
  endsAt: null,
  venue: '',
  isFullDay: false,
  isLunchProvided: false,
  isTransportProvided: false,
  isFunded: false,
  notes: '',
});

/** An activity on record as the form shows it. */
export const valuesOf = (page: ActivityPage): ActivityFormValues => ({
  title: page.title,
  kind: page.kind,
  ledBy: page.ledBy.kind,
  group:
    page.ledBy.kind === 'group'
      ? { id: `group:${page.ledBy.groupId}`, title: page.ledBy.groupName }
      : null,
  on: page.on,
  bookingId: page.bookingId ?? '',
  startsAt: page.place.kind === 'entered' ? page.startsAt : null,
  endsAt: page.place.kind === 'entered' ? page.endsAt : null,
  venue: page.place.kind === 'entered' ? page.venueWords : '',
  isFullDay: page.isFullDay,
  isLunchProvided: page.isLunchProvided,
  isTransportProvided: page.isTransportProvided,
  isFunded: page.isFunded,
  notes: page.notes,
});

/** The same as the contract takes it, for taking a change back. */
export const detailsOf = (page: ActivityPage): ActivityDetails =>
  ActivityFormSchema.parse(valuesOf(page));

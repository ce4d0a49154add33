import { z } from 'zod';
import { EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { WeekHours } from '#db/settings/settings.contract';

export const FacilityId = z.string().min(1).max(36).brand('FacilityId');
export type FacilityId = z.infer<typeof FacilityId>;

export const FacilityKind = z.enum([
  'meeting-room',
  'computer-suite',
  'photocopier',
  'library',
  'kitchen',
  'other',
]);
export type FacilityKind = z.infer<typeof FacilityKind>;

/** A room or service of the centre (BOOK-01). A walk-in facility takes no bookings inside office hours' needs. */
export const Facility = z.object({
  id: FacilityId,
  name: z.string(),
  kind: FacilityKind,
  /** False: people walk in; it is shown but not booked (BOOK-02). */
  isBookable: z.boolean(),
  /** People it holds; null while nobody has said (BOOK-24). */
  capacity: z.int().positive().nullable(),
  /** Opening hours; null while nobody has said: then only a booking in the past is refused. */
  hours: WeekHours.nullable(),
  isActive: z.boolean(),
  position: z.int(),
  version: z.int(),
});
export type Facility = z.infer<typeof Facility>;

export const FacilityDetails = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, 'Enter the name people use for the room.')
      .max(80, 'Use 80 characters or fewer.'),
    kind: FacilityKind,
    isBookable: z.boolean(),
    capacity: z
      .int('Enter a whole number of people.')
      .positive('Enter a number of people above 0, or leave it empty.')
      .max(5000)
      .nullable(),
    hours: WeekHours.nullable(),
  })
  .strict();
export type FacilityDetails = z.infer<typeof FacilityDetails>;

export const facilitiesContract = {
  list: procedure({
    summary: 'The rooms and services of the centre, in the order in which the desk shows them.',
    kind: 'query',
    access: EVERY_ROLE,
    duringSetup: true,
    input: z.object({}).strict(),
    output: z.array(Facility),
  }),
  add: procedure({
    summary: 'Adds a room or service.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['facilities', 'bookings'],
    input: FacilityDetails,
    output: Facility,
  }),
  change: procedure({
    summary: 'Changes a room’s name, capacity, hours, or whether it is in use.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['facilities', 'bookings'],
    input: FacilityDetails.extend({
      id: FacilityId,
      isActive: z.boolean(),
      version: z.int(),
    }).strict(),
    output: Facility,
  }),
};

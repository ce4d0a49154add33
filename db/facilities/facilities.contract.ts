import { z } from 'zod';
import { DESK_ROLES, EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate } from '#db/shared/local-date';
import { WeekHours } from '#db/settings/settings.contract';
import { Line, Lines } from '#db/shared/text';

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

/** What makes a place usable for more people (BOOK-20). Needs of a booking are said in the same words. */
export const AccessFeature = z.enum([
  'step-free',
  'accessible-toilet',
  'hearing-loop',
  'parking',
  'lift',
  'quiet-space',
  'large-screen',
  'interpreter-booth',
]);
export type AccessFeature = z.infer<typeof AccessFeature>;

export const ACCESS_WORDS: Readonly<Record<AccessFeature, string>> = {
  'step-free': 'Step-free entrance',
  'accessible-toilet': 'Accessible toilet',
  'hearing-loop': 'Hearing loop',
  parking: 'Parking by the door',
  lift: 'Lift',
  'quiet-space': 'Quiet space',
  'large-screen': 'Large screen',
  'interpreter-booth': 'Place for an interpreter',
};

export const LayoutId = z.string().min(1).max(36).brand('LayoutId');
export type LayoutId = z.infer<typeof LayoutId>;

/** A way to set the room out: how many it then holds, and the minutes before and after that it takes. */
export const Layout = z
  .object({
    id: LayoutId,
    name: Line.min(1, 'Enter what the layout is called.').max(60),
    capacity: z.int().positive().max(5000).nullable(),
    setupMinutes: z.int().min(0).max(480, 'Use 8 hours or fewer.'),
    cleardownMinutes: z.int().min(0).max(480, 'Use 8 hours or fewer.'),
  })
  .strict();
export type Layout = z.infer<typeof Layout>;

export const SeatId = z.string().min(1).max(36).brand('SeatId');
export type SeatId = z.infer<typeof SeatId>;

/** One computer or desk of a facility with several, and whether it is out of order since and until when. */
export const Seat = z.object({
  id: SeatId,
  name: z.string(),
  outOfOrderFrom: LocalDate.nullable(),
  /** Last day out of order; null is until it is mended. */
  outOfOrderUntil: LocalDate.nullable(),
  outOfOrderWhy: z.string(),
});
export type Seat = z.infer<typeof Seat>;

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
  /** Places booked one by one, such as 8 computers; 1 for a room that is booked whole. */
  units: z.int().positive(),
  /** What one place is called: 'computer'. Empty for a room that is booked whole. */
  unitName: z.string(),
  /** The facilities that this one is made of: a hall of its halves. Booking one holds the others. */
  partIds: z.array(FacilityId),
  layouts: z.array(Layout),
  seats: z.array(Seat),
  accessFeatures: z.array(AccessFeature),
  /** True: a booking waits for an officer or manager to approve it. */
  needsApproval: z.boolean(),
  /** Longest booking in minutes; null is no rule (BOOK-24). */
  longestMinutes: z.int().positive().nullable(),
  /** How many days ahead it can be booked; null is no rule. */
  daysAhead: z.int().positive().nullable(),
  /** A cancellation with fewer clear open days than this is late; null is no rule. */
  noticeOpenDays: z.int().positive().nullable(),
  /** Youngest age without an accompanying adult; null is no rule. */
  minimumAge: z.int().positive().nullable(),
  /** How to get there, printed on the confirmation: bus stop, entrance. */
  directions: z.string(),
  version: z.int(),
});
export type Facility = z.infer<typeof Facility>;

export const FacilityDetails = z
  .object({
    name: Line.min(1, 'Enter the name people use for the room.').max(
      80,
      'Use 80 characters or fewer.',
    ),
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

/** What a manager says about how a room is used, beside its name and hours. Every figure left empty is no rule. */
export const FacilityUse = z
  .object({
    units: z.int('Enter a whole number of places.').min(1).max(500),
    unitName: Line.max(40),
    partIds: z.array(FacilityId).max(10),
    accessFeatures: z.array(AccessFeature).max(20),
    needsApproval: z.boolean(),
    longestMinutes: z.int().positive().max(2880).nullable(),
    daysAhead: z.int().positive().max(3650).nullable(),
    noticeOpenDays: z.int().positive().max(60).nullable(),
    minimumAge: z.int().positive().max(99).nullable(),
    directions: Lines.max(1000, 'Use 1,000 characters or fewer.'),
  })
  .strict();
export type FacilityUse = z.infer<typeof FacilityUse>;

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
  setUse: procedure({
    summary:
      'Says how a room is used: places, parts, access, approval, and the centre’s own limits.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['facilities', 'bookings'],
    input: FacilityUse.extend({ id: FacilityId, version: z.int() }).strict(),
    output: Facility,
  }),
  setLayouts: procedure({
    summary: 'Lists the layouts of a room; one without an id is new, one left out goes out of use.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['facilities', 'bookings'],
    input: z
      .object({
        id: FacilityId,
        layouts: z.array(Layout.extend({ id: LayoutId.nullable() }).strict()).max(20),
        version: z.int(),
      })
      .strict(),
    output: Facility,
  }),
  setSeats: procedure({
    summary:
      'Names the computers or desks of a facility; one without an id is new, one left out goes out of use.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['facilities', 'bookings', 'usage'],
    input: z
      .object({
        id: FacilityId,
        seats: z
          .array(
            z
              .object({
                id: SeatId.nullable(),
                name: Line.min(1, 'Enter what the computer is called.').max(40),
              })
              .strict(),
          )
          .max(500),
        version: z.int(),
      })
      .strict(),
    output: Facility,
  }),
  markSeat: procedure({
    summary: 'Marks one computer or desk as out of order from a day, or as mended.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['facilities', 'bookings', 'usage'],
    input: z
      .object({
        seatId: SeatId,
        outOfOrder: z
          .object({ from: LocalDate, until: LocalDate.nullable(), why: Line.max(200) })
          .strict()
          .nullable(),
      })
      .strict(),
    output: Facility,
  }),
};

import { z } from 'zod';
import { BookingId } from '#db/bookings/bookings.contract';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId, PersonKind } from '#db/people/people.contract';
import { Instant } from '#db/shared/instant';
import { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { Line, Lines, Name } from '#db/shared/text';

export const ActivityId = z.string().min(1).max(36).brand('ActivityId');
export type ActivityId = z.infer<typeof ActivityId>;

/** One of the council's own list of kinds, in its words: 'Meeting'. Two spellings of one kind are one (`isSameKind`). */
export const ActivityKind = Line.min(1, 'Choose what kind of activity it is.').max(60);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** The kinds while the council has entered none of its own. */
export const STARTING_ACTIVITY_KINDS: readonly ActivityKind[] = [
  'Meeting',
  'Consultation event',
  'Conference',
  'Training',
  'Involvement activity',
];

/** Who leads it: the council, or a group. Councils pay for some things at council-led activities only (EXP-13). */
export const LedBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('council') }),
  z.object({ kind: z.literal('group'), groupId: GroupId, groupName: z.string() }),
]);
export type LedBy = z.infer<typeof LedBy>;

/** Something people attend: a meeting, training, an event. */
export const Activity = z.object({
  id: ActivityId,
  /** What people quote: 'ACT-2027-0001'. */
  reference: z.string(),
  title: z.string(),
  kind: ActivityKind,
  ledBy: LedBy,
  /** The day of it; with a booking, the day of the booking. */
  on: LocalDate,
  /** Null while nobody has said when it begins or ends. */
  startsAt: LocalTime.nullable(),
  endsAt: LocalEndTime.nullable(),
  /** Where it is: the room of the booking, or the words that were entered; empty while nobody has said. */
  venueWords: z.string(),
  bookingId: BookingId.nullable(),
  isFullDay: z.boolean(),
  isLunchProvided: z.boolean(),
  isTransportProvided: z.boolean(),
  /** Individuals may be funded to attend it (EXP-09). */
  isFunded: z.boolean(),
  isCancelled: z.boolean(),
  /** The register has been said to be complete. */
  isSheetClosed: z.boolean(),
  /** How many came by the register, each person once. */
  attended: z.int(),
  version: z.int(),
});
export type Activity = z.infer<typeof Activity>;

/** A day an activity may have; a mistyped century is refused before anybody reckons with it. */
const ActivityDay = LocalDate.refine(
  (date) => date >= '1990-01-01' && date < '2200-01-01',
  'Enter a date between 1990 and 2199.',
);

/** When and where it is: as entered, or as the booking of the room says. */
export const Place = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('entered'),
      on: ActivityDay,
      startsAt: LocalTime.nullable(),
      endsAt: LocalEndTime.nullable(),
      venue: Line.max(160, 'Use 160 characters or fewer.'),
    })
    .strict(),
  z.object({ kind: z.literal('booking'), bookingId: BookingId }).strict(),
]);
export type Place = z.infer<typeof Place>;

export const ActivityDetails = z
  .object({
    title: Name.min(1, 'Enter what the activity is called.').max(160),
    kind: ActivityKind,
    /** The group that leads it; null: the council does. */
    groupId: GroupId.nullable(),
    place: Place,
    isFullDay: z.boolean(),
    isLunchProvided: z.boolean(),
    isTransportProvided: z.boolean(),
    isFunded: z.boolean(),
    notes: Lines.max(4000, 'Use 4,000 characters or fewer.'),
  })
  .strict();
export type ActivityDetails = z.infer<typeof ActivityDetails>;

export const RegisterLineId = z.string().min(1).max(36).brand('RegisterLineId');
export type RegisterLineId = z.infer<typeof RegisterLineId>;

/** How somebody stands on the register. */
export const RegisterStanding = z.enum(['expected', 'came', 'apologies']);
export type RegisterStanding = z.infer<typeof RegisterStanding>;

export const REGISTER_STANDING_WORDS: Readonly<Record<RegisterStanding, string>> = {
  expected: 'Expected',
  came: 'Came',
  apologies: 'Sent apologies',
};

/** What the register of an activity says of one person, as another module asks it. */
export type AttendanceFound = 'came' | 'apologies' | 'not-on-sheet';

export const RegisterDetails = z
  .object({
    /** Somebody on record; null for a name alone. */
    personId: PersonId.nullable(),
    /** The name of somebody who is not on record; empty for somebody who is. */
    name: Line.max(120, 'Use 120 characters or fewer.'),
    /** How they hold their home; null while nobody has said. Of somebody on record, the record says it. */
    tenure: PersonKind.nullable(),
    /** Whom they come for; none: for themself. */
    groupIds: z.array(GroupId).max(20),
    standing: RegisterStanding,
    isFirstTime: z.boolean(),
    arrivedAt: LocalTime.nullable(),
    leftAt: LocalEndTime.nullable(),
    wantsToClaim: z.boolean(),
  })
  .strict();
export type RegisterDetails = z.infer<typeof RegisterDetails>;

/** One line of the register, with the names a screen shows beside it. */
export const RegisterLine = z.object({
  id: RegisterLineId,
  personId: PersonId.nullable(),
  /** Of a person on record, their name; 'Somebody no longer on record' after an erasure. */
  name: z.string(),
  tenure: PersonKind.nullable(),
  groups: z.array(z.object({ groupId: GroupId, groupName: z.string() })),
  standing: RegisterStanding,
  isFirstTime: z.boolean(),
  arrivedAt: LocalTime.nullable(),
  leftAt: LocalEndTime.nullable(),
  wantsToClaim: z.boolean(),
  version: z.int(),
});
export type RegisterLine = z.infer<typeof RegisterLine>;

/** What a register adds up to: each person once, each group once for every one who came for it (MTG-25). */
export const RegisterTotals = z.object({
  came: z.int(),
  expected: z.int(),
  apologies: z.int(),
  firstTime: z.int(),
  wantToClaim: z.int(),
  /** Of those who came: how they hold their home, the most first. */
  tenures: z.array(z.object({ tenure: PersonKind.nullable(), count: z.int() })),
  /** Of those who came: for whom, the most first. Somebody who came for two groups counts in both. */
  groups: z.array(z.object({ groupId: GroupId, groupName: z.string(), count: z.int() })),
  forThemself: z.int(),
});
export type RegisterTotals = z.infer<typeof RegisterTotals>;

/** An activity as its page shows it: with its register and what it adds up to. */
export const ActivityPage = z.object({
  ...Activity.shape,
  place: Place,
  notes: z.string(),
  /** Why it was cancelled; empty while it is not. */
  cancelReason: z.string(),
  /** The booking it takes its time and room from, and whether that still holds a room. */
  booking: z.object({ reference: z.string(), holdsRoom: z.boolean() }).nullable(),
  closedAt: Instant.nullable(),
  closedBy: z.string(),
  /** In the order in which they were put on. */
  lines: z.array(RegisterLine),
  totals: RegisterTotals,
});
export type ActivityPage = z.infer<typeof ActivityPage>;

/** An activity as a person's list of them has it. */
export const ActivityOfPerson = Activity.extend({
  standing: RegisterStanding,
  wantsToClaim: z.boolean(),
  /** For whom they came; none: for themself. */
  groups: z.array(z.object({ groupId: GroupId, groupName: z.string() })),
});
export type ActivityOfPerson = z.infer<typeof ActivityOfPerson>;

import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { AccessFeature } from '#db/facilities/facilities.contract';
import { DESK_ROLES, EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line, Lines } from '#db/shared/text';

export const VenueId = z.string().min(1).max(36).brand('VenueId');
export type VenueId = z.infer<typeof VenueId>;

/** A place other than the centre: the Federation Office, a neighbourhood office's tenant room, a group's own hall (BOOK-16…18). */
export const Venue = z.object({
  id: VenueId,
  name: z.string(),
  addressLines: z.array(z.string()),
  /** Who decides about it. A venue managed by a group is never booked at this desk (BOOK-16). */
  managedBy: z.enum(['council', 'group']),
  groupId: GroupId.nullable(),
  groupName: z.string(),
  accessFeatures: z.array(AccessFeature),
  /** Conditions of use, printed with it (BOOK-17). */
  conditions: z.string(),
  isActive: z.boolean(),
  version: z.int(),
});
export type Venue = z.infer<typeof Venue>;

export const VenueDetails = z
  .object({
    name: Line.min(1, 'Enter the name people use for the place.').max(120),
    addressLines: z.array(Line.max(100)).max(6),
    managedBy: z.enum(['council', 'group']),
    groupId: GroupId.nullable(),
    accessFeatures: z.array(AccessFeature).max(20),
    conditions: Lines.max(4000, 'Use 4,000 characters or fewer.'),
  })
  .strict();
export type VenueDetails = z.infer<typeof VenueDetails>;

/** One time the council went into a venue that a group manages (BOOK-16, DOC-10). */
export const CouncilAccess = z.object({
  id: z.string(),
  venueId: VenueId,
  at: LocalDateTime,
  officer: z.string(),
  reason: z.enum(['maintenance', 'cleaning', 'health-and-safety']),
  notes: z.string(),
  committeeToldOn: LocalDate.nullable(),
});
export type CouncilAccess = z.infer<typeof CouncilAccess>;

/** A key of the centre or of a venue and who has held it since when. */
export const KeyHolding = z.object({
  id: z.string(),
  /** What is written on the tag: 'Front door 2'. */
  keyName: z.string(),
  personId: PersonId,
  personName: z.string(),
  /** The group they hold it for; null when for themself, or when it was not asked. */
  groupId: GroupId.nullable(),
  groupName: z.string(),
  heldSince: LocalDate,
  returnedOn: LocalDate.nullable(),
  notes: z.string(),
  version: z.int(),
});
export type KeyHolding = z.infer<typeof KeyHolding>;

/** What the desk enters of a visit, and enters again when it was mistyped. */
const visit = {
  at: LocalDateTime,
  officer: Line.min(1, 'Enter who went in.').max(120),
  reason: z.enum(['maintenance', 'cleaning', 'health-and-safety']),
  notes: Lines.max(1000),
  committeeToldOn: LocalDate.nullable(),
};
const holding = {
  keyName: Line.min(1, 'Enter what is written on the key’s tag.').max(60),
  personId: PersonId,
  groupId: GroupId.nullable().default(null),
  heldSince: LocalDate,
  notes: Lines.max(500),
};
const WHY = Line.min(1, 'Say what was wrong, in a few words.').max(
  300,
  'Use 300 characters or fewer.',
);

export const venuesContract = {
  list: procedure({
    summary: 'The other venues, in alphabetical order.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(Venue),
  }),
  add: procedure({
    summary: 'Enters a venue.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['venues'],
    input: VenueDetails,
    output: Venue,
  }),
  change: procedure({
    summary: 'Changes a venue, or whether it is in use.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['venues'],
    input: VenueDetails.extend({ id: VenueId, isActive: z.boolean(), version: z.int() }).strict(),
    output: Venue,
  }),
  accessLog: procedure({
    summary: 'Every time the council went into a venue, the latest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ venueId: VenueId }).strict(),
    output: z.array(CouncilAccess),
  }),
  recordAccess: procedure({
    summary: 'Enters that the council went into a venue a group manages, and why.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['venues'],
    input: z
      .object({
        venueId: VenueId,
        ...visit,
      })
      .strict(),
    output: CouncilAccess,
  }),
  changeAccess: procedure({
    summary:
      'Puts a mistyped visit of the council right, with the reason; what it was before stays on record.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['venues', 'audit'],
    input: z
      .object({
        id: z.string().max(36),
        ...visit,
        /** The entry as it was read, so that nobody writes over what somebody else put right. */
        seen: z.object(visit).strict(),
        why: WHY,
      })
      .strict(),
    output: CouncilAccess,
  }),
  printAccessLog: procedure({
    summary: 'Draws the council access log of a venue (DOC-10), filled or blank.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({
        venueId: VenueId,
        blank: z.boolean().default(false),
        size: PaperSize.default('normal'),
      })
      .strict(),
    output: Paper,
  }),
  keys: procedure({
    summary: 'Who holds which key since when; returned ones too when asked for.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ withReturned: z.boolean().default(false) }).strict(),
    output: z.array(KeyHolding),
  }),
  recordKey: procedure({
    summary: 'Enters that a key was handed to a person. One key has one holder at a time.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['venues'],
    input: z.object(holding).strict(),
    output: KeyHolding,
  }),
  changeKey: procedure({
    summary:
      'Puts a mistyped entry of a key right, with the reason; what it was before stays on record.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['venues', 'audit'],
    input: z
      .object({
        id: z.string().max(36),
        version: z.int(),
        ...holding,
        returnedOn: LocalDate.nullable(),
        why: WHY,
      })
      .strict(),
    output: KeyHolding,
  }),
  returnKey: procedure({
    summary: 'Enters that a key came back.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['venues'],
    input: z.object({ id: z.string().max(36), returnedOn: LocalDate, version: z.int() }).strict(),
    output: KeyHolding,
  }),
};

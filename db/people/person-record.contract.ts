import { z } from 'zod';
import { AreaId } from '#db/areas/areas.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';
import { Person, PersonId } from './people.contract.ts';

/** How a person may like to hear (PPL-04). */
export const Channel = z.enum([
  'face-to-face',
  'letter',
  'phone',
  'text',
  'email',
  'instant-message',
  'website',
  'social-media',
]);
export type Channel = z.infer<typeof Channel>;

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  'face-to-face': 'Face to face',
  letter: 'Letter',
  phone: 'Phone',
  text: 'Text message',
  email: 'E-mail',
  'instant-message': 'Instant message',
  website: 'Website',
  'social-media': 'Social media',
};

/** In which form a person reads what they are given (PPL-14). */
export const FormatNeed = z.enum([
  'standard',
  'large-print',
  'braille',
  'audio',
  'easy-read',
  'screen-reader',
]);
export type FormatNeed = z.infer<typeof FormatNeed>;

export const FORMAT_NEED_WORDS: Readonly<Record<FormatNeed, string>> = {
  standard: 'Standard print',
  'large-print': 'Large print',
  braille: 'Braille',
  audio: 'Audio',
  'easy-read': 'Easy read',
  'screen-reader': 'Text for a screen reader',
};

/** A service that a person would like a say in, and the ways they would take part (PPL-13, PPL-18). */
export const Interest = z
  .object({
    serviceArea: Line.min(1, 'Enter what they are interested in.').max(60),
    methods: z.array(Line.min(1).max(60)).max(12),
  })
  .strict();
export type Interest = z.infer<typeof Interest>;

/** What the form offers first; others may be written in (PPL-13, PPL-19). */
export const SERVICE_AREAS: readonly string[] = [
  'Repairs',
  'Anti-social behaviour',
  'Improvements and major works',
  'Community facilities',
  'Youth facilities',
];
/** Ways to take part that the form offers where the council names none (PPL-18, PPL-19). */
export const INVOLVEMENT_METHODS: readonly string[] = [
  'Surveys and leaflets',
  'Informal get-togethers',
  'Meetings',
  'Walkabouts',
  'Task groups',
  'By phone or text',
];

const Day = LocalDate.nullable();

/** How to reach a person. A postcode is kept in capitals with one space; a strange one is warned about, never refused. */
export const PersonReach = z.object({
  email: Line.max(254, 'Use 254 characters or fewer.'),
  /** The number for text messages or a textphone, where it is another than the phone. */
  textPhone: Line.max(40, 'Use 40 characters or fewer.'),
  /** Up to four lines. */
  address: Lines.max(400, 'Use 400 characters or fewer.').refine(
    (text) => text.split('\n').length <= 4,
    'Write the address on four lines or fewer, without the postcode.',
  ),
  postcode: Line.max(12, 'Use 12 characters or fewer.'),
  areaId: AreaId.nullable(),
  /** The sheltered scheme in which they live. */
  schemeId: AreaId.nullable(),
  /** In the order in which they like them. */
  channels: z.array(Channel).max(8),
});

/** What a person needs in order to take part (PPL-14, PPL-15). */
export const PersonNeeds = z.object({
  accessNeeds: Lines.max(500, 'Use 500 characters or fewer.'),
  formatNeed: FormatNeed,
  /** The language in which they like to hear; empty for English. */
  languageNeed: Line.max(60, 'Use 60 characters or fewer.'),
  needsInterpreter: z.boolean(),
  needsTransport: z.boolean(),
});

/** Where and how a person takes part (PPL-01, PPL-03, PPL-13, PPL-19). */
export const PersonInvolvement = z.object({
  isOnRegister: z.boolean(),
  /** The day they joined the Sounding Board; null for those who are not on it. */
  joinedOn: Day,
  heardHow: Line.max(120, 'Use 120 characters or fewer.'),
  hoursPerMonth: z.int().min(0).max(200, 'Enter the hours of one month.').nullable(),
  noMeetings: z.boolean(),
  interests: z.array(Interest).max(20),
  lastContactedOn: Day,
  /** Since when they do not want to be involved; null for everybody else (PPL-03). */
  notInvolvedSince: Day,
  isCouncilStaff: z.boolean(),
});

/** A person under 18 and the grown-up who answers for them. */
export const PersonGuardian = z.object({
  isUnder18: z.boolean(),
  guardianName: Line.max(120, 'Use 120 characters or fewer.'),
  guardianPhone: Line.max(40, 'Use 40 characters or fewer.'),
  /** The day on which the guardian agreed; null while they have not. */
  guardianConsentOn: Day,
});

/** Everything that may be on record about a person besides name, kind and phone. Nothing of it is required. */
export const PersonFacts = PersonReach.extend(PersonNeeds.shape)
  .extend(PersonInvolvement.shape)
  .extend(PersonGuardian.shape);
export type PersonFacts = z.infer<typeof PersonFacts>;

/** Everything on record about a person. There is no field that would rank them above others (PPL-16). */
export const PersonRecord = Person.extend(PersonFacts.shape).extend({
  /** The day on which all of it was last gone through with the person (PPL-05). */
  lastConfirmedOn: Day,
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/** One block of a record or several; what is left out stays as it is. */
export const PersonRecordChanges = PersonFacts.partial()
  .extend({ id: PersonId, version: z.int() })
  .strict();
export type PersonRecordChanges = z.infer<typeof PersonRecordChanges>;

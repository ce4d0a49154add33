import { z } from 'zod';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Line } from '#db/shared/text';

export const PersonId = z.string().min(1).max(36).brand('PersonId');
export type PersonId = z.infer<typeof PersonId>;

/** How a person holds their home, or why they come. */
export const PersonKind = z.enum([
  'tenant',
  'leaseholder',
  'owner-occupier',
  'private-tenant',
  'applicant',
  'advocate',
  'other-customer',
  'not-said',
]);
export type PersonKind = z.infer<typeof PersonKind>;

export const PERSON_KIND_WORDS: Readonly<Record<PersonKind, string>> = {
  tenant: 'Tenant',
  leaseholder: 'Leaseholder',
  'owner-occupier': 'Owner occupier',
  'private-tenant': 'Private tenant',
  applicant: 'Waiting list applicant',
  advocate: 'Advocate',
  'other-customer': 'Other customer',
  'not-said': 'Not said',
};

/** A resident or anyone else who uses the centre. Phone and name are masked for the auditor. */
export const Person = z.object({
  id: PersonId,
  name: z.string(),
  kind: PersonKind,
  phone: z.string(),
  version: z.int(),
});
export type Person = z.infer<typeof Person>;

export const PersonDetails = z
  .object({
    name: Line.min(1, 'Enter the person’s name as they write it.').max(120),
    kind: PersonKind,
    phone: Line.max(40, 'Use 40 characters or fewer.'),
  })
  .strict();
export type PersonDetails = z.infer<typeof PersonDetails>;

export const peopleContract = {
  list: procedure({
    summary: 'People whose name or phone contains what was typed, in alphabetical order.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({ text: Line.max(200).default(''), limit: z.int().min(1).max(200).default(50) })
      .strict(),
    output: z.object({ people: z.array(Person), total: z.int() }),
  }),
  get: procedure({
    summary: 'One person.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: PersonId }).strict(),
    output: Person,
  }),
  add: procedure({
    summary: 'Enters a person.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['people', 'search'],
    input: PersonDetails,
    output: Person,
  }),
  change: procedure({
    summary: 'Changes a person’s name, kind or phone.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['people', 'bookings', 'search'],
    input: PersonDetails.extend({ id: PersonId, version: z.int() }).strict(),
    output: Person,
  }),
};

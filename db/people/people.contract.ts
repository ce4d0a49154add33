import { z } from 'zod';
import { Line, Name } from '#db/shared/text';

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
    name: Name.min(1, 'Enter the person’s name as they write it.').max(120),
    kind: PersonKind,
    phone: Line.max(40, 'Use 40 characters or fewer.'),
  })
  .strict();
export type PersonDetails = z.infer<typeof PersonDetails>;

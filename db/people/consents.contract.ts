import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import { PersonId } from './people.contract.ts';

export const ConsentId = z.string().min(1).max(36).brand('ConsentId');
export type ConsentId = z.infer<typeof ConsentId>;

/** What a person may agree to. Without it nothing of the kind leaves the centre (PPL-10). */
export const ConsentPurpose = z.enum(
  ['share-contact', 'be-named', 'photo', 'mailing-sms-email', 'needs-shared'],
  'Choose what they agree to.',
);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

export const CONSENT_PURPOSE_WORDS: Readonly<Record<ConsentPurpose, string>> = {
  'share-contact': 'Phone or address given to others',
  'be-named': 'Named on papers and lists',
  photo: 'Shown in photographs',
  'mailing-sms-email': 'Sent news by text message or e-mail',
  'needs-shared': 'Needs told to those who run an event',
};

/** How it was given. Details go to representatives only on written consent, so `share-contact` is never `spoken` (PPL-10). */
export const ConsentHow = z.enum(['written', 'spoken', 'form'], 'Choose how they said so.');
export type ConsentHow = z.infer<typeof ConsentHow>;

export const CONSENT_HOW_WORDS: Readonly<Record<ConsentHow, string>> = {
  written: 'In a letter or e-mail',
  spoken: 'Said at the desk or by phone',
  form: 'Signed consent sheet',
};

export const ConsentDetails = z
  .object({
    personId: PersonId,
    purpose: ConsentPurpose,
    what: Line.max(200, 'Use 200 characters or fewer.'),
    withWhom: Line.max(200, 'Use 200 characters or fewer.'),
    givenOn: LocalDate,
    /** Last day, included; null until it is withdrawn. */
    until: LocalDate.nullable(),
    how: ConsentHow,
  })
  .strict();
export type ConsentDetails = z.infer<typeof ConsentDetails>;

export const PersonConsent = ConsentDetails.extend({
  id: ConsentId,
  /** From this day on it holds no longer; null while it was not taken back. */
  withdrawnOn: LocalDate.nullable(),
});
export type PersonConsent = z.infer<typeof PersonConsent>;

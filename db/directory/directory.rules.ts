import { foldForSearch, phoneDigitsOf } from '#db/shared/fold';
import { addMonths, type LocalDate } from '#db/shared/local-date';
import type { Contact, ContactDetails, ContactTrust } from './directory.contract.ts';
import { CONTACT_KIND_WORDS, type ContactKind } from './directory.contract.ts';
import type { StartingName } from './starting-names.ts';

/** For how long details that were verified are relied on (DIR-01). */
export const VERIFIED_FOR_MONTHS = 12;

/** Details are relied on through the day a year after somebody verified them; then they are old (DIR-01). */
export function trustOn(lastVerifiedOn: LocalDate | null, today: LocalDate): ContactTrust {
  if (lastVerifiedOn === null) return 'not-verified';
  return today <= addMonths(lastVerifiedOn, VERIFIED_FOR_MONTHS) ? 'verified' : 'old';
}

/** Everything by which a contact is found. */
export const findWordsOf = (contact: ContactDetails): readonly string[] => [
  contact.name,
  CONTACT_KIND_WORDS[contact.kind],
  contact.email,
  contact.web,
  contact.phone,
  phoneDigitsOf(contact.phone),
  contact.address,
];

/** Whether every word typed stands in what is known of it, whatever its accents and capitals. */
export function isFoundBy(contact: ContactDetails, text: string): boolean {
  const known = [...findWordsOf(contact), contact.note].map(foldForSearch).join(' ');
  return foldForSearch(text)
    .split(' ')
    .every((word) => known.includes(word));
}

/** One kind of contact with those of it that a sheet names; kinds without any are left out (DIR-03). */
export function byKind<C extends { readonly kind: ContactKind }>(
  contacts: readonly C[],
): readonly { readonly kind: ContactKind; readonly contacts: readonly C[] }[] {
  const kinds = Object.keys(CONTACT_KIND_WORDS) as ContactKind[];
  return kinds
    .map((kind) => ({ kind, contacts: contacts.filter((each) => each.kind === kind) }))
    .filter((part) => part.contacts.length > 0);
}

/** Names that are not entered yet, whatever their accents and capitals. */
export function missingNames(
  starting: readonly StartingName[],
  entered: readonly Pick<Contact, 'name'>[],
): readonly StartingName[] {
  const known = new Set(entered.map((each) => foldForSearch(each.name)));
  return starting.filter((each) => !known.has(foldForSearch(each.name)));
}

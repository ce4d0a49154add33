import { addMonths, type LocalDate } from '#db/shared/local-date';
import type {
  Channel,
  PersonFacts,
  PersonRecord,
  PersonRecordChanges,
} from './person-record.contract.ts';

/** What is known of a person of whom nobody has asked more than name, kind and phone. */
export const NOTHING_KNOWN: PersonFacts = {
  email: '',
  textPhone: '',
  address: '',
  postcode: '',
  areaId: null,
  schemeId: null,
  channels: [],
  accessNeeds: '',
  formatNeed: 'standard',
  languageNeed: '',
  needsInterpreter: false,
  needsTransport: false,
  isOnRegister: false,
  joinedOn: null,
  heardHow: '',
  hoursPerMonth: null,
  noMeetings: false,
  interests: [],
  lastContactedOn: null,
  notInvolvedSince: null,
  isCouncilStaff: false,
  isUnder18: false,
  guardianName: '',
  guardianPhone: '',
  guardianConsentOn: null,
};

const UK_POSTCODE = /^([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})$/;

/** A postcode in capitals with one space before its last three: `so14 7ly` and `SO147LY` are `SO14 7LY`. Others keep their shape. */
export function formatPostcode(text: string): string {
  const capitals = text.toUpperCase().replace(/\s+/g, ' ').trim();
  const parts = UK_POSTCODE.exec(capitals.replace(/ /g, ''));
  return parts === null ? capitals : `${parts[1]} ${parts[2]}`;
}

/** Whether a postcode looks like one; asked only to warn, because an address abroad has others. */
export const looksLikePostcode = (text: string): boolean =>
  text === '' || UK_POSTCODE.test(formatPostcode(text));

/** Ways in which a person likes to hear and cannot be reached, because what it takes is not on record (PPL-04). */
export function channelsWithoutDetails(
  person: Pick<PersonRecord, 'channels' | 'phone' | 'textPhone' | 'email' | 'address' | 'postcode'>,
): readonly Channel[] {
  const isMissing: Readonly<Record<Channel, boolean>> = {
    'face-to-face': false,
    letter: person.address === '',
    phone: person.phone === '',
    text: person.textPhone === '' && person.phone === '',
    email: person.email === '',
    'instant-message': person.textPhone === '' && person.phone === '',
    website: false,
    'social-media': false,
  };
  return person.channels.filter((channel) => isMissing[channel]);
}

/** Whether a person may be asked to take part or sent news: not after they said no (PPL-03). */
export const mayInvite = (person: Pick<PersonRecord, 'notInvolvedSince'>): boolean =>
  person.notInvolvedSince === null;

/** Whether nobody under 18 takes part or agrees to anything without the grown-up who answers for them. */
export const hasGuardianAgreed = (
  person: Pick<PersonFacts, 'isUnder18' | 'guardianName' | 'guardianPhone' | 'guardianConsentOn'>,
): boolean =>
  !person.isUnder18 ||
  (person.guardianName !== '' && person.guardianPhone !== '' && person.guardianConsentOn !== null);

/** The last day of contact that counts as not for so many months: the same day that many months ago, or earlier (PPL-02). */
export const quietSince = (today: LocalDate, months: number): LocalDate =>
  addMonths(today, -months);

/**
 * The record with what was changed. Who does not want to be involved leaves the Sounding Board (PPL-03); who comes
 * onto it without a day joins today; nobody has a day of joining who is not on it.
 */
export function withChanges(
  before: PersonRecord,
  { id: _, version: __, ...changes }: PersonRecordChanges,
  today: LocalDate,
): PersonRecord {
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<PersonFacts>;
  const isLeaving =
    given.notInvolvedSince !== undefined &&
    given.notInvolvedSince !== null &&
    given.isOnRegister === undefined;
  const merged = { ...before, ...given, ...(isLeaving ? { isOnRegister: false } : {}) };
  return {
    ...merged,
    postcode: formatPostcode(merged.postcode),
    channels: [...new Set(merged.channels)],
    joinedOn: merged.isOnRegister ? (merged.joinedOn ?? today) : null,
  };
}

/** How many of so many, as a whole number of hundredths; nobody of none is 0 (PPL-05). */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part * 100) / whole);

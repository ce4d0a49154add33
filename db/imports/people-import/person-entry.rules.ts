import {
  CONSENT_HOW_WORDS,
  CONSENT_PURPOSE_WORDS,
  type ConsentDetails,
  type ConsentHow,
} from '#db/people/consents.contract';
import { PERSON_KIND_WORDS, PersonDetails, type PersonKind } from '#db/people/people.contract';
import {
  type Channel,
  CHANNEL_WORDS,
  FORMAT_NEED_WORDS,
  type FormatNeed,
  type Interest,
  PersonFacts,
} from '#db/people/person-record.contract';
import { formatPostcode, NOTHING_KNOWN } from '#db/people/person-record.rules';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { cleanLines } from '#db/shared/text';
import {
  cellOf,
  type Cells,
  choiceIn,
  choicesIn,
  type ChoiceWords,
  countIn,
  dayOf,
  parseChoice,
  parseSureDate,
  parseYesNo,
  phoneIn,
  RowProblem,
  yesNoOf,
} from '../cells.rules.ts';
import { CONSENT_FIELDS, PEOPLE_FIELD_WORDS } from './people-columns.rules.ts';

/** One row as it was understood, before the areas and people on record are looked at. */
export type PersonEntry = {
  readonly details: PersonDetails;
  /** With neither area nor scheme yet: they are named below. */
  readonly facts: PersonFacts;
  readonly lastConfirmedOn: LocalDate | null;
  readonly areaName: string;
  readonly schemeName: string;
  readonly consents: readonly Omit<ConsentDetails, 'personId'>[];
  /** What was mended on the way, such as a lost 0 of a telephone number. */
  readonly notes: readonly string[];
};

const KINDS: Partial<ChoiceWords<PersonKind>> = {
  tenant: ['Council tenant', 'Secure tenant', 'Secure', 'Introductory tenant', 'Tenants', 'T'],
  leaseholder: ['Lease holder', 'Leaseholders', 'Leasehold', 'L', 'LH'],
  'owner-occupier': ['Owner', 'Homeowner', 'Home owner', 'Freeholder', 'Owner-occupied'],
  'private-tenant': ['Private renter', 'Private rented', 'Renting privately'],
  applicant: ['Applicant', 'Waiting list', 'Housing applicant'],
  'other-customer': ['Other'],
  'not-said': ['Not known', 'Unknown', 'Not stated', 'Prefer not to say'],
};
const CHANNELS: Partial<ChoiceWords<Channel>> = {
  'face-to-face': ['In person', 'Visit'],
  letter: ['Post', 'Mail', 'By post', 'Letters'],
  phone: ['Telephone', 'Call', 'Phone call', 'By phone', 'Landline'],
  text: ['Text', 'SMS', 'Texts', 'Text messages'],
  email: ['Email', 'By email', 'Emails'],
  'instant-message': ['WhatsApp', 'Messenger', 'Instant messages'],
  'social-media': ['Facebook'],
};
const FORMATS: Partial<ChoiceWords<FormatNeed>> = {
  standard: ['Standard', 'None', 'Normal', 'No'],
  'large-print': ['Large', 'Yes, large print', 'Large print (18 point)'],
  'easy-read': ['EasyRead'],
  'screen-reader': ['Screen reader'],
};
const HOWS: Partial<ChoiceWords<ConsentHow>> = {
  written: ['Letter', 'E-mail', 'Email', 'In writing'],
  spoken: ['Verbal', 'Verbally', 'By phone', 'Phone', 'At the desk', 'Said'],
  form: ['Form', 'Signed', 'Signed form', 'Consent form', 'Consent sheet'],
};

/** Reads one row of a table of people; throws a `RowProblem` where it says what cannot be told. */
export function readPersonEntry(cells: Cells, today: LocalDate): PersonEntry {
  const phone = phoneIn(cells, 'phone');
  const textPhone = phoneIn(cells, 'textPhone');
  const guardianPhone = phoneIn(cells, 'guardianPhone');
  const name = nameIn(cells);
  if (foldForSearch(name) === '')
    throw new RowProblem(`“${name}” is no name. Write how the person is called.`);
  const details = PersonDetails.safeParse({
    name,
    kind:
      choiceIn(cells, 'kind', { words: PERSON_KIND_WORDS, others: KINDS, thing: 'tenure' }) ??
      'not-said',
    phone: phone.phone,
  });
  if (!details.success) throw new RowProblem(sentenceOf(details.error.issues));
  const joinedOn = dayOf(cells, 'joinedOn', 'Joined on');
  // A day on which they joined says it too, unless the table says no: they have left since.
  const isOnRegister =
    cellOf(cells, 'isOnRegister') === ''
      ? joinedOn !== null
      : yesNoOf(cells, 'isOnRegister', 'On the Sounding Board');
  const facts = PersonFacts.safeParse({
    ...NOTHING_KNOWN,
    ...needsIn(cells),
    email: cellOf(cells, 'email'),
    textPhone: textPhone.phone,
    address: addressIn(cells),
    postcode: formatPostcode(cellOf(cells, 'postcode')),
    channels: [
      ...choicesIn(cells, 'channels', {
        words: CHANNEL_WORDS,
        others: CHANNELS,
        thing: 'way to hear',
      }),
    ],
    isOnRegister,
    joinedOn: isOnRegister ? joinedOn : null,
    heardHow: cellOf(cells, 'heardHow'),
    hoursPerMonth: countIn(cells, 'hoursPerMonth', 'Hours a month'),
    noMeetings: yesNoOf(cells, 'noMeetings', 'No meetings'),
    interests: interestsIn(cells),
    lastContactedOn: dayOf(cells, 'lastContactedOn', 'Last contacted on'),
    notInvolvedSince: notInvolvedIn(cells, today),
    isCouncilStaff: yesNoOf(cells, 'isCouncilStaff', 'Council staff'),
    isUnder18: yesNoOf(cells, 'isUnder18', 'Under 18'),
    guardianName: cellOf(cells, 'guardianName'),
    guardianPhone: guardianPhone.phone,
    guardianConsentOn: dayOf(cells, 'guardianConsentOn', 'They agreed on'),
  });
  if (!facts.success) throw new RowProblem(sentenceOf(facts.error.issues));
  return {
    details: details.data,
    facts: facts.data,
    lastConfirmedOn: dayOf(cells, 'lastConfirmedOn', 'Last confirmed on'),
    areaName: cellOf(cells, 'area'),
    schemeName: cellOf(cells, 'scheme'),
    consents: consentsIn(cells),
    notes: [phone, textPhone, guardianPhone].map(({ note }) => note).filter((note) => note !== ''),
  };
}

const sentenceOf = (
  issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[],
): string =>
  `${PEOPLE_FIELD_WORDS[String(issues[0]?.path[0])] ?? 'The row'}: ${issues[0]?.message ?? ''}`;

/** A bare yes is a wish that holds from today on; the day only says since when. */
function notInvolvedIn(cells: Cells, today: LocalDate): LocalDate | null {
  const answer = parseYesNo(cellOf(cells, 'notInvolvedSince'));
  if (answer === undefined) return dayOf(cells, 'notInvolvedSince', 'Not involved since');
  return answer ? today : null;
}

function nameIn(cells: Cells): string {
  const name = cellOf(cells, 'name');
  const parts = [cellOf(cells, 'firstName'), cellOf(cells, 'lastName')].filter(
    (part) => part !== '',
  );
  // A column called Name beside one called First name holds the surname.
  const isSurname =
    name !== '' && cellOf(cells, 'firstName') !== '' && cellOf(cells, 'lastName') === '';
  const whole = isSurname ? [...parts, name].join(' ') : name === '' ? parts.join(' ') : name;
  if (whole === '')
    throw new RowProblem('There is no name. Choose the column with the name, or write it.');
  return whole;
}

/** Several columns are lines of one address; more than four lines go together on the last. */
function addressIn(cells: Cells): string {
  const MOST_LINES = 4;
  const lines = ['address', 'address2', 'address3', 'address4']
    .flatMap((field) => cleanLines(cells[field] ?? '').split('\n'))
    .filter((line) => line !== '');
  return [...lines.slice(0, MOST_LINES - 1), lines.slice(MOST_LINES - 1).join(', ')]
    .filter((line) => line !== '')
    .join('\n');
}

const needsIn = (cells: Cells) => ({
  accessNeeds: cleanLines(cells['accessNeeds'] ?? ''),
  formatNeed:
    choiceIn(cells, 'formatNeed', { words: FORMAT_NEED_WORDS, others: FORMATS, thing: 'format' }) ??
    'standard',
  languageNeed: /^english$/i.test(cellOf(cells, 'languageNeed'))
    ? ''
    : cellOf(cells, 'languageNeed'),
  needsInterpreter: yesNoOf(cells, 'needsInterpreter', 'Needs an interpreter'),
  needsTransport: yesNoOf(cells, 'needsTransport', 'Needs transport'),
});

/** 'Repairs; Youth facilities (Meetings, Walkabouts)': one service after another, with the ways in brackets. */
function interestsIn(cells: Cells): Interest[] {
  const found = new Map<string, string[]>();
  const text = cellOf(cells, 'interests');
  // A table that knows no brackets may as well separate by commas.
  const parts = /[;(]/.test(text) ? text.split(';') : text.split(',');
  for (const part of parts) {
    const [, area = '', ways = ''] = /^\s*(.*?)\s*(?:\((.*)\))?\s*$/.exec(part) ?? [];
    if (area === '') continue;
    found.set(area, [
      ...(found.get(area) ?? []),
      ...ways
        .split(',')
        .map((way) => way.trim())
        .filter((way) => way !== ''),
    ]);
  }
  return [...found].map(([serviceArea, methods]) => ({ serviceArea, methods }));
}

/** Consents come from their own columns only, each with its day and how it was given; a bare yes says neither. */
function consentsIn(cells: Cells): PersonEntry['consents'] {
  return Object.entries(CONSENT_FIELDS).flatMap(([field, purpose]) => {
    const text = cellOf(cells, field);
    if (text === '' || parseYesNo(text) === false) return [];
    const [dayText = '', howText = ''] = text.split(/[,;]\s*/);
    const words = CONSENT_PURPOSE_WORDS[purpose];
    const own = parseSureDate(dayText);
    if (own === undefined && parseYesNo(text) !== true)
      throw new RowProblem(
        `${words}: “${text}” is neither yes, no nor a day. Write the day on which it was given, like 24/11/2026.`,
      );
    const givenOn = own ?? dayOf(cells, 'consentOn', 'Consent given on');
    if (givenOn === null)
      throw new RowProblem(
        `${words}: it does not say when this was given. Write the day, or leave the consent out.`,
      );
    const howWords = howText === '' ? cellOf(cells, 'consentHow') : howText;
    const how = parseChoice(howWords, CONSENT_HOW_WORDS, HOWS);
    if (how === undefined)
      throw new RowProblem(
        `${words}: ${howWords === '' ? 'it does not say how this was given' : `“${howWords}” does not say how this was given`}. Write one of: ${Object.values(CONSENT_HOW_WORDS).join(', ')}.`,
      );
    return [{ purpose, what: '', withWhom: '', givenOn, until: null, how }];
  });
}

import type { Area } from '#db/areas/areas.contract';
import {
  CHANNEL_WORDS,
  FORMAT_NEED_WORDS,
  type PersonRecord,
} from '#db/people/person-record.contract';
import { channelsWithoutDetails, looksLikePostcode } from '#db/people/person-record.rules';
import type { LocalDate } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday, joinWords } from '#db/shared/plain-words';
import { placeWords } from '../areas/area-options.ts';
import type { Fact } from '../shared/FactList.tsx';
import { methodsOf } from './record-forms.ts';

/** Only what is known: an empty block says so in one line of its own. */
const known = (facts: readonly (Fact & { readonly value: string })[]): readonly Fact[] =>
  facts.filter(({ value }) => value !== '');

const dayWords = (day: LocalDate | null): string => (day === null ? '' : formatDateNoWeekday(day));

export const reachFacts = (record: PersonRecord, areas: readonly Area[]): readonly Fact[] =>
  known([
    {
      label: 'Likes to hear by',
      value: joinWords(record.channels.map((channel) => CHANNEL_WORDS[channel].toLowerCase())),
    },
    { label: 'E-mail', value: record.email, isPersonal: true },
    { label: 'Number for texts', value: record.textPhone, isPersonal: true },
    { label: 'Address', value: record.address.replaceAll('\n', ', '), isPersonal: true },
    { label: 'Postcode', value: record.postcode, isPersonal: true },
    { label: 'Area', value: placeWords(areas, record.areaId) },
    { label: 'Scheme', value: placeWords(areas, record.schemeId) },
  ]);

/** What to look at again about how to reach a person; nothing of it stands in the way (PPL-04). */
export function reachWarnings(record: PersonRecord): readonly string[] {
  const missing = channelsWithoutDetails(record).map((channel) => CHANNEL_WORDS[channel]);
  return [
    ...(missing.length === 0
      ? []
      : [
          `Likes to hear by ${joinWords(missing.map((words) => words.toLowerCase()))}, but what that takes is not entered.`,
        ]),
    ...(looksLikePostcode(record.postcode)
      ? []
      : ['The postcode looks unusual. Check it with the person.']),
  ];
}

export const needsFacts = (record: PersonRecord): readonly Fact[] =>
  known([
    {
      label: 'Reads',
      value: record.formatNeed === 'standard' ? '' : FORMAT_NEED_WORDS[record.formatNeed],
      isPersonal: true,
    },
    { label: 'Language', value: record.languageNeed, isPersonal: true },
    { label: 'Interpreter', value: record.needsInterpreter ? 'Needed' : '', isPersonal: true },
    { label: 'Transport', value: record.needsTransport ? 'Needed' : '', isPersonal: true },
    { label: 'Access', value: record.accessNeeds.replaceAll('\n', ', '), isPersonal: true },
  ]);

export const involvementFacts = (record: PersonRecord): readonly Fact[] =>
  known([
    {
      label: 'Sounding Board',
      value: record.joinedOn === null ? '' : `Member since ${dayWords(record.joinedOn)}`,
    },
    {
      label: 'Interested in',
      value: joinWords(record.interests.map(({ serviceArea }) => serviceArea)),
    },
    { label: 'Takes part by', value: joinWords(methodsOf(record)) },
    {
      label: 'Time',
      value:
        record.hoursPerMonth === null ? '' : `${countOf(record.hoursPerMonth, 'hour')} a month`,
    },
    { label: 'Meetings', value: record.noMeetings ? 'No meetings, please' : '' },
    { label: 'Heard of us', value: record.heardHow },
    { label: 'Last contact', value: dayWords(record.lastContactedOn) },
    {
      label: 'Works for the council',
      value: record.isCouncilStaff ? 'Yes, so no vote in a group’s committee' : '',
    },
  ]);

export const guardianFacts = (record: PersonRecord): readonly Fact[] =>
  record.isUnder18
    ? known([
        { label: 'Age', value: 'Under 18' },
        { label: 'Parent or guardian', value: record.guardianName, isPersonal: true },
        { label: 'Their phone', value: record.guardianPhone, isPersonal: true },
        { label: 'Agreed on', value: dayWords(record.guardianConsentOn) },
      ])
    : [];

import type { Column } from '#db/shared/table';
import { CONSENT_HOW_WORDS, type ConsentPurpose, type PersonConsent } from './consents.contract.ts';
import { PERSON_KIND_WORDS, type Person } from './people.contract.ts';
import { CHANNEL_WORDS, FORMAT_NEED_WORDS, type PersonFacts } from './person-record.contract.ts';

/** A person as a line of the register: everything on record, and what they agree to on the day. */
export type PersonLine = {
  readonly person: Person;
  readonly facts: PersonFacts & { readonly lastConfirmedOn: string | null };
  readonly areaName: string;
  readonly schemeName: string;
  readonly consents: readonly PersonConsent[];
};

const yes = (is: boolean): string => (is ? 'yes' : '');

/** The day and the way of the consent that holds, as an import of people reads it again. */
const consent =
  (purpose: ConsentPurpose) =>
  ({ consents }: PersonLine): string => {
    const one = consents.find((given) => given.purpose === purpose);
    if (one === undefined) return '';
    const [year, month, day] = one.givenOn.split('-');
    return `${day}/${month}/${year}, ${CONSENT_HOW_WORDS[one.how]}`;
  };

/** One after another with its ways in brackets; a comma in the only one is no separator, which the mark at the end says. */
function interestsIn({ interests }: PersonLine['facts']): string {
  const words = interests
    .map(({ serviceArea, methods }) =>
      methods.length === 0 ? serviceArea : `${serviceArea} (${methods.join(', ')})`,
    )
    .join('; ');
  return words.includes(',') && !/[;(]/.test(words) ? `${words};` : words;
}

/** The centre's own register of people; an import of people knows every heading again. */
export const PEOPLE_TABLE: readonly Column<PersonLine>[] = [
  { heading: 'Name', of: ({ person }) => person.name },
  { heading: 'Tenure', of: ({ person }) => PERSON_KIND_WORDS[person.kind] },
  { heading: 'Phone', of: ({ person }) => person.phone },
  { heading: 'Number for texts', of: ({ facts }) => facts.textPhone },
  { heading: 'E-mail', of: ({ facts }) => facts.email },
  { heading: 'Address', of: ({ facts }) => facts.address },
  { heading: 'Postcode', of: ({ facts }) => facts.postcode },
  { heading: 'Area', of: ({ areaName }) => areaName },
  { heading: 'Scheme', of: ({ schemeName }) => schemeName },
  {
    heading: 'Ways to hear',
    of: ({ facts }) => facts.channels.map((channel) => CHANNEL_WORDS[channel]).join('; '),
  },
  { heading: 'Access needs', of: ({ facts }) => facts.accessNeeds },
  {
    heading: 'Format',
    of: ({ facts }) => (facts.formatNeed === 'standard' ? '' : FORMAT_NEED_WORDS[facts.formatNeed]),
  },
  { heading: 'Language', of: ({ facts }) => facts.languageNeed },
  { heading: 'Interpreter', of: ({ facts }) => yes(facts.needsInterpreter) },
  { heading: 'Transport', of: ({ facts }) => yes(facts.needsTransport) },
  { heading: 'Sounding Board', of: ({ facts }) => yes(facts.isOnRegister) },
  { heading: 'Joined on', kind: 'date', of: ({ facts }) => facts.joinedOn },
  {
    heading: 'Interests',
    of: ({ facts }) => interestsIn(facts),
  },
  { heading: 'Hours a month', kind: 'number', of: ({ facts }) => facts.hoursPerMonth },
  { heading: 'No meetings', of: ({ facts }) => yes(facts.noMeetings) },
  { heading: 'Heard of us by', of: ({ facts }) => facts.heardHow },
  { heading: 'Not involved since', kind: 'date', of: ({ facts }) => facts.notInvolvedSince },
  { heading: 'Council staff', of: ({ facts }) => yes(facts.isCouncilStaff) },
  { heading: 'Under 18', of: ({ facts }) => yes(facts.isUnder18) },
  { heading: 'Guardian', of: ({ facts }) => facts.guardianName },
  { heading: 'Guardian phone', of: ({ facts }) => facts.guardianPhone },
  { heading: 'Guardian agreed on', kind: 'date', of: ({ facts }) => facts.guardianConsentOn },
  { heading: 'Last contacted', kind: 'date', of: ({ facts }) => facts.lastContactedOn },
  { heading: 'Last confirmed', kind: 'date', of: ({ facts }) => facts.lastConfirmedOn },
  { heading: 'Agrees to be named', of: consent('be-named') },
  { heading: 'Agrees to share contact', of: consent('share-contact') },
  { heading: 'Agrees to photographs', of: consent('photo') },
  { heading: 'Agrees to text or e-mail news', of: consent('mailing-sms-email') },
  { heading: 'Agrees that needs are told', of: consent('needs-shared') },
];

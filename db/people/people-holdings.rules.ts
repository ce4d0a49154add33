import type { Holding, MergeField } from '#db/shared/holding';

const ofPerson = {
  subject: 'person',
  recordType: 'people',
  keepsMoney: false,
  column: 'person_id',
} as const;

/** What this module holds about people, besides the person's own row. */
export const PEOPLE_HOLDINGS: readonly Holding[] = [
  {
    ...ofPerson,
    table: 'person_record',
    words: 'what is on record about them',
    onMerge: 'move-unless-same',
    sameBy: [],
    onErase: 'delete',
    namesOthers: ['guardian_name', 'guardian_phone'],
  },
  {
    ...ofPerson,
    table: 'person_interest',
    words: 'interest',
    onMerge: 'move-unless-same',
    sameBy: ['folded_area'],
    numbered: 'position',
    onErase: 'delete',
  },
  {
    ...ofPerson,
    table: 'person_consent',
    words: 'consent',
    onMerge: 'move',
    onErase: 'delete',
  },
];

const own = { subject: 'person', table: 'person', key: 'id' } as const;
const known = { subject: 'person', table: 'person_record', key: 'person_id' } as const;

/** Of what two records of a person say, one value is kept; what goes together is chosen together. */
export const PERSON_FIELDS: readonly MergeField[] = [
  {
    ...own,
    field: 'name',
    words: 'Name',
    columns: ['name', 'folded_name'],
    shown: [['name', 'text']],
  },
  {
    ...own,
    field: 'kind',
    words: 'Kind',
    columns: ['kind'],
    shown: [['kind', 'word']],
    saysNothing: ['not-said'],
  },
  {
    ...own,
    field: 'phone',
    words: 'Phone',
    columns: ['phone', 'phone_digits'],
    shown: [['phone', 'text']],
  },
  {
    ...known,
    field: 'email',
    words: 'E-mail',
    columns: ['email', 'folded_email'],
    shown: [['email', 'text']],
  },
  {
    ...known,
    field: 'textPhone',
    words: 'Phone for texts',
    columns: ['text_phone', 'text_phone_digits'],
    shown: [['text_phone', 'text']],
  },
  {
    ...known,
    field: 'address',
    words: 'Address',
    columns: ['address', 'postcode', 'area_id', 'scheme_id'],
    shown: [
      ['address', 'text'],
      ['postcode', 'text'],
      ['area_id', 'area'],
      ['scheme_id', 'area'],
    ],
  },
  {
    ...known,
    field: 'channels',
    words: 'How they like to be reached',
    columns: ['channels_json'],
    shown: [['channels_json', 'list']],
    saysNothing: ['[]'],
  },
  {
    ...known,
    field: 'accessNeeds',
    words: 'Access needs',
    columns: ['access_needs'],
    shown: [['access_needs', 'text']],
  },
  {
    ...known,
    field: 'formatNeed',
    words: 'Format of papers',
    columns: ['format_need'],
    shown: [['format_need', 'word']],
    saysNothing: ['standard'],
  },
  {
    ...known,
    field: 'languageNeed',
    words: 'Language',
    columns: ['language_need'],
    shown: [['language_need', 'text']],
  },
  {
    ...known,
    field: 'needsInterpreter',
    words: 'Needs an interpreter',
    columns: ['needs_interpreter'],
    shown: [['needs_interpreter', 'yes-no']],
  },
  {
    ...known,
    field: 'needsTransport',
    words: 'Needs transport',
    columns: ['needs_transport'],
    shown: [['needs_transport', 'yes-no']],
  },
  {
    ...known,
    field: 'notInvolvedSince',
    words: 'Sounding Board, or not involved',
    columns: ['joined_on', 'not_involved_since', 'heard_how', 'hours_per_month', 'no_meetings'],
    shown: [
      ['joined_on', 'day'],
      ['not_involved_since', 'day'],
    ],
  },
  {
    ...known,
    field: 'isCouncilStaff',
    words: 'Works for the council',
    columns: ['is_council_staff'],
    shown: [['is_council_staff', 'yes-no']],
  },
  {
    ...known,
    field: 'guardianName',
    words: 'Under 18, with a guardian',
    columns: ['is_under_18', 'guardian_name', 'guardian_phone', 'guardian_consent_on'],
    shown: [
      ['is_under_18', 'yes-no'],
      ['guardian_name', 'text'],
      ['guardian_phone', 'text'],
    ],
  },
  {
    ...known,
    field: 'lastContactedOn',
    words: 'Last contacted',
    columns: ['last_contacted_on'],
    shown: [['last_contacted_on', 'day']],
  },
  {
    ...known,
    field: 'lastConfirmedOn',
    words: 'Last gone through with them',
    columns: ['last_confirmed_on'],
    shown: [['last_confirmed_on', 'day']],
  },
];

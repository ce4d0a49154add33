import type { Holding, MergeField } from '#db/shared/holding';

const ofGroup = {
  subject: 'group',
  recordType: 'groups',
  keepsMoney: false,
  column: 'group_id',
  onErase: 'keep-until',
} as const;
const aboutPerson = {
  subject: 'person',
  recordType: 'groups',
  keepsMoney: false,
  onErase: 'unlink',
} as const;

/** What this module holds about groups, besides the group's own row, and about people in them. */
export const GROUP_HOLDINGS: readonly Holding[] = [
  {
    ...ofGroup,
    table: 'group_record',
    words: 'what is on record about it',
    onMerge: 'move-unless-same',
    sameBy: [],
    clashes: [
      { column: 'parent_id', what: 'clear-that' },
      { column: 'successor_id', what: 'clear-that' },
    ],
  },
  {
    ...ofGroup,
    table: 'group_record',
    column: 'parent_id',
    words: 'group below it',
    onMerge: 'move',
    clashes: [{ column: 'group_id', what: 'clear-this' }],
  },
  {
    ...ofGroup,
    table: 'group_record',
    column: 'successor_id',
    words: 'group that it followed',
    onMerge: 'move',
    clashes: [{ column: 'group_id', what: 'clear-this' }],
  },
  {
    ...aboutPerson,
    table: 'group_record',
    column: 'contact_id',
    words: 'group whose contact they are',
    onMerge: 'move',
    mayBeEmpty: true,
    tells: ['group_id'],
  },
  {
    ...ofGroup,
    table: 'group_area',
    words: 'area it covers',
    onMerge: 'move-unless-same',
    sameBy: ['area_id'],
  },
  { ...ofGroup, table: 'group_homes', words: 'count of homes', onMerge: 'move' },
  {
    ...ofGroup,
    table: 'group_duty',
    words: 'date by which something is due',
    onMerge: 'move-unless-same',
    sameBy: ['kind'],
  },
  { ...ofGroup, table: 'group_document', words: 'document', onMerge: 'move' },
  {
    ...ofGroup,
    table: 'representation',
    words: 'representative elsewhere',
    onMerge: 'move',
    clashes: [{ column: 'body_group_id', what: 'set-aside' }],
  },
  {
    ...ofGroup,
    table: 'representation',
    column: 'body_group_id',
    words: 'representative of another group in it',
    onMerge: 'move',
    clashes: [{ column: 'group_id', what: 'set-aside' }],
  },
  {
    ...aboutPerson,
    table: 'representation',
    column: 'person_id',
    words: 'seat as a representative',
    onMerge: 'move',
  },
  { ...ofGroup, table: 'group_support', words: 'note of support', onMerge: 'move' },
];

const own = { subject: 'group', table: 'tenant_group', key: 'id' } as const;
const known = { subject: 'group', table: 'group_record', key: 'group_id' } as const;

/** Of what two records of a group say, one value is kept; what goes together is chosen together. */
export const GROUP_FIELDS: readonly MergeField[] = [
  {
    ...own,
    field: 'name',
    words: 'Name',
    columns: ['name', 'folded_name'],
    shown: [['name', 'text']],
  },
  { ...own, field: 'kind', words: 'Kind', columns: ['kind'], shown: [['kind', 'word']] },
  { ...own, field: 'phone', words: 'Phone', columns: ['phone'], shown: [['phone', 'text']] },
  { ...known, field: 'email', words: 'E-mail', columns: ['email'], shown: [['email', 'text']] },
  {
    ...known,
    field: 'contact',
    words: 'Contact',
    columns: ['contact_id'],
    shown: [['contact_id', 'person']],
  },
  { ...known, field: 'patch', words: 'Patch', columns: ['patch'], shown: [['patch', 'text']] },
  {
    ...known,
    field: 'parent',
    words: 'Belongs to',
    columns: ['parent_id'],
    shown: [['parent_id', 'group']],
  },
  {
    ...known,
    field: 'isScheme',
    words: 'Sheltered scheme',
    columns: ['is_scheme'],
    shown: [['is_scheme', 'yes-no']],
  },
  { ...known, field: 'remit', words: 'Remit', columns: ['remit'], shown: [['remit', 'text']] },
  {
    ...known,
    field: 'activeMembers',
    words: 'Active members',
    columns: ['active_members', 'active_members_as_at'],
    shown: [
      ['active_members', 'text'],
      ['active_members_as_at', 'day'],
    ],
  },
  {
    ...known,
    field: 'quorumWords',
    words: 'Quorum',
    columns: ['quorum_words'],
    shown: [['quorum_words', 'text']],
  },
  {
    ...known,
    field: 'linkOfficer',
    words: 'Link officer',
    columns: ['link_officer'],
    shown: [['link_officer', 'text']],
  },
  {
    ...known,
    field: 'startedOn',
    words: 'Started',
    columns: ['started_on'],
    shown: [['started_on', 'day']],
  },
  {
    ...known,
    field: 'endedOn',
    words: 'Ended',
    columns: ['ended_on', 'successor_id', 'end_reason'],
    shown: [
      ['ended_on', 'day'],
      ['end_reason', 'text'],
    ],
  },
  {
    ...known,
    field: 'lastConfirmedOn',
    words: 'Last confirmed',
    columns: ['last_confirmed_on'],
    shown: [['last_confirmed_on', 'day']],
  },
];

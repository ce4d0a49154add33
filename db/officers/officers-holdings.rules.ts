import type { Holding } from '#db/shared/holding';

const held = { recordType: 'officers', keepsMoney: false } as const;
const ofGroup = { ...held, subject: 'group', column: 'group_id', onErase: 'keep-until' } as const;
const ofPerson = { ...held, subject: 'person', onErase: 'unlink', onMerge: 'move' } as const;

/** What this module holds about groups and people. */
export const OFFICER_HOLDINGS: readonly Holding[] = [
  { ...ofGroup, table: 'committee', words: 'committee', onMerge: 'move' },
  { ...ofGroup, table: 'officer_term', words: 'term of an officer', onMerge: 'move' },
  {
    ...ofGroup,
    table: 'officer_vacancy',
    words: 'vacant post',
    onMerge: 'move-unless-same',
    sameBy: ['post'],
  },
  { ...ofGroup, table: 'hand_over', words: 'hand-over', onMerge: 'move' },
  { ...ofPerson, table: 'officer_term', column: 'person_id', words: 'term in a post' },
  {
    ...ofPerson,
    table: 'hand_over',
    column: 'outgoing_id',
    words: 'hand-over as the one who goes',
    mayBeEmpty: true,
  },
  {
    ...ofPerson,
    table: 'hand_over',
    column: 'incoming_id',
    words: 'hand-over as the one who comes',
    mayBeEmpty: true,
  },
];

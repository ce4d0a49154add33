import type { Holding } from '#db/shared/holding';

const held = { recordType: 'payments', keepsMoney: true, onErase: 'keep-until' } as const;
const payee = {
  ...held,
  table: 'payee',
  words: 'way they are paid',
  // Bank details are sealed and never change hands row by row: with both, the merge is refused before.
  onMerge: 'move',
  endsBeside: { table: 'payee_details', column: 'payee_id', ends: ['closed_on'] },
} as const;

/** What this module holds about groups and people. */
export const PAYEE_HOLDINGS: readonly Holding[] = [
  { ...payee, column: 'group_id', subject: 'group' },
  { ...payee, column: 'person_id', subject: 'person' },
  {
    ...held,
    table: 'bank_mandate',
    column: 'group_id',
    subject: 'group',
    words: 'bank mandate',
    onMerge: 'move-unless-same',
    sameBy: [],
  },
  {
    ...held,
    table: 'mandate_signatory',
    column: 'group_id',
    subject: 'group',
    words: 'signatory of the account',
    onMerge: 'move-unless-same',
    sameBy: ['person_id', 'from_date'],
  },
  {
    ...held,
    table: 'mandate_signatory',
    column: 'person_id',
    subject: 'person',
    words: 'signature for a group’s account',
    ends: ['until_date'],
    onMerge: 'move-unless-same',
    sameBy: ['group_id', 'from_date'],
  },
];

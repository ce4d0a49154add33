import type { Holding } from '#db/shared/holding';

const held = {
  table: 'usage_entry',
  words: 'visit to the computers',
  recordType: 'usage',
  keepsMoney: false,
  onMerge: 'move',
  onErase: 'unlink',
  empties: { purpose: '', accompanied_by: '', notes: '', withdrawn_why: 'Taken back' },
  namesOthers: ['accompanied_by'],
} as const;

/** What this module holds about groups and people. */
export const USAGE_HOLDINGS: readonly Holding[] = [
  { ...held, column: 'group_id', subject: 'group' },
  { ...held, column: 'person_id', subject: 'person' },
];

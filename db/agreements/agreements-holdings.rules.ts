import type { Holding } from '#db/shared/holding';

const held = {
  table: 'agreement',
  words: 'agreement',
  recordType: 'agreements',
  keepsMoney: false,
  onMerge: 'move',
  onErase: 'keep-until',
  ends: ['ended_on'],
} as const;

/** What this module holds about groups and people. */
export const AGREEMENT_HOLDINGS: readonly Holding[] = [
  { ...held, column: 'group_id', subject: 'group' },
  { ...held, column: 'person_id', subject: 'person' },
];

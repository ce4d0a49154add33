import type { Holding } from '#db/shared/holding';

const held = {
  table: 'acknowledgement',
  words: 'text they were given',
  recordType: 'conditions',
  keepsMoney: false,
  onMerge: 'move',
  onErase: 'keep-until',
  ends: ['acknowledged_on'],
} as const;

/** What this module holds about groups and people. */
export const CONDITION_HOLDINGS: readonly Holding[] = [
  { ...held, column: 'group_id', subject: 'group' },
  { ...held, column: 'person_id', subject: 'person' },
];

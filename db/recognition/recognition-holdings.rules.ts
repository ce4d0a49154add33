import type { Holding } from '#db/shared/holding';

const held = {
  subject: 'group',
  column: 'group_id',
  recordType: 'recognition',
  keepsMoney: false,
  onMerge: 'move',
  onErase: 'keep-until',
} as const;

/** What this module holds about groups. */
export const RECOGNITION_HOLDINGS: readonly Holding[] = [
  { ...held, table: 'recognition_return', words: 'return' },
  { ...held, table: 'recognition_decision', words: 'decision on recognition' },
  { ...held, table: 'recognition_period', words: 'period of recognition' },
  { ...held, table: 'recognition_exception', words: 'exception while recognition lapsed' },
];

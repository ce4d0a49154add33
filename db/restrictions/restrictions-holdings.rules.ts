import type { Holding } from '#db/shared/holding';

const held = {
  table: 'restriction',
  words: 'service removed',
  recordType: 'conduct',
  keepsMoney: false,
  onMerge: 'move',
  onErase: 'keep-until',
  ends: ['lifted_on', 'until_date'],
  namesOthers: ['decided_by'],
} as const;

/** What this module holds about groups and people. */
export const RESTRICTION_HOLDINGS: readonly Holding[] = [
  { ...held, column: 'group_id', subject: 'group' },
  { ...held, column: 'person_id', subject: 'person' },
];

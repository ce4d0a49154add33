import type { Holding } from '#db/shared/holding';

const held = {
  table: 'task',
  recordType: 'tasks',
  keepsMoney: false,
  onErase: 'delete',
} as const;
const about = {
  ...held,
  column: 'object_id',
  words: 'task on the list',
  onMerge: 'move-unless-same',
  sameBy: ['kind', 'done_at'],
} as const;
const path = {
  ...held,
  column: 'path',
  words: 'task that leads to the page',
  onMerge: 'move',
  isInText: true,
  isBeside: true,
} as const;

/** What this module holds about groups and people. */
export const TASK_HOLDINGS: readonly Holding[] = [
  { ...about, subject: 'group', only: { column: 'object_type', is: 'group' } },
  { ...about, subject: 'person', only: { column: 'object_type', is: 'person' } },
  { ...path, subject: 'group' },
  { ...path, subject: 'person' },
];

import type { Holding } from '#db/shared/holding';

const held = { recordType: 'venues', keepsMoney: false, onMerge: 'move' } as const;

/** What this module holds about groups and people. */
export const VENUE_HOLDINGS: readonly Holding[] = [
  {
    ...held,
    table: 'venue',
    column: 'group_id',
    subject: 'group',
    words: 'venue it runs',
    onErase: 'keep-until',
  },
  {
    ...held,
    table: 'key_holding',
    column: 'person_id',
    subject: 'person',
    words: 'key held',
    onErase: 'keep-until',
    ends: ['returned_on'],
  },
  {
    ...held,
    table: 'key_holding',
    column: 'group_id',
    subject: 'group',
    words: 'key held for it',
    onErase: 'keep-until',
  },
];

import type { Holding } from '#db/shared/holding';

const held = {
  recordType: 'activities',
  keepsMoney: false,
  onErase: 'unlink',
} as const;

/** What this module holds about groups and people. */
export const ACTIVITY_HOLDINGS: readonly Holding[] = [
  {
    ...held,
    table: 'activity',
    column: 'group_id',
    subject: 'group',
    words: 'activity that the group leads',
    onMerge: 'move',
  },
  {
    ...held,
    table: 'register_line',
    column: 'groups_json',
    subject: 'group',
    words: 'place on a register for the group',
    onMerge: 'move',
    isInText: true,
  },
  {
    ...held,
    table: 'register_line',
    column: 'person_id',
    subject: 'person',
    words: 'place on the register of an activity',
    onMerge: 'move-unless-same',
    sameBy: ['activity_id'],
    mayBeEmpty: true,
  },
];

import type { Holding } from '#db/shared/holding';

/** What this module holds about people: which account of this program is theirs. */
export const USER_HOLDINGS: readonly Holding[] = [
  {
    table: 'account_person',
    column: 'person_id',
    subject: 'person',
    words: 'account of this program',
    recordType: 'accounts',
    keepsMoney: false,
    onMerge: 'move',
    onErase: 'unlink',
    mayBeEmpty: true,
  },
];

import type { Holding } from '#db/shared/holding';

const held = {
  subject: 'person',
  recordType: 'mailings',
  keepsMoney: false,
  column: 'person_id',
  onErase: 'delete',
} as const;

/** What this module holds about people: that they were asked, and what came of it. */
export const MAILING_HOLDINGS: readonly Holding[] = [
  {
    ...held,
    table: 'mailing_person',
    words: 'mailing that asked them, or left them out',
    onMerge: 'move-unless-same',
    sameBy: ['mailing_id'],
  },
  {
    ...held,
    table: 'mailing_outcome',
    words: 'answer to a mailing',
    onMerge: 'move',
  },
];

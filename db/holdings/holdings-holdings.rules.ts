import type { Holding, HoldingSubject } from '#db/shared/holding';

const SUBJECTS: readonly HoldingSubject[] = ['person', 'group'];

const merged = {
  words: 'record that was put together with another',
  recordType: 'merges',
  keepsMoney: false,
  onMerge: 'keep',
  onErase: 'delete',
  isBeside: true,
} as const;
const asked = {
  column: 'record_id',
  recordType: 'requests',
  keepsMoney: false,
  onMerge: 'move',
  onErase: 'keep-until',
} as const;

/** What was merged is told by the merge itself, and stays as it was; requests, holds and erasures follow a record. */
export const OWN_HOLDINGS: readonly Holding[] = SUBJECTS.flatMap((subject): readonly Holding[] => [
  { ...merged, subject, table: 'record_merge', column: 'kept_id' },
  { ...merged, subject, table: 'record_merge', column: 'lost_id' },
  { ...merged, subject, table: 'merged_row', column: 'key_json', isInText: true },
  { ...merged, subject, table: 'merged_row', column: 'before_json', isInText: true },
  { ...merged, subject, table: 'merged_row', column: 'after_json', isInText: true },
  {
    ...asked,
    subject,
    table: 'copy_request',
    words: 'copy that was asked for',
    only: { column: 'kind', is: subject },
  },
  {
    ...asked,
    subject,
    table: 'legal_hold',
    words: 'legal hold',
    only: { column: 'kind', is: subject },
  },
  {
    ...asked,
    subject,
    table: 'erasure',
    words: 'erasure',
    onMerge: 'move-unless-same',
    sameBy: ['kind'],
    only: { column: 'kind', is: subject },
  },
  {
    ...asked,
    subject,
    table: 'erasure',
    column: 'set_aside_json',
    words: 'contact of a group, set aside',
    isInText: true,
    isBeside: true,
  },
  {
    ...asked,
    subject,
    table: 'retention_line',
    column: 'row_id',
    words: 'record past its time',
    onMerge: 'move-unless-same',
    sameBy: ['record_type'],
    isBeside: true,
  },
]);

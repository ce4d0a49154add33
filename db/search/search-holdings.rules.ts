import type { Holding } from '#db/shared/holding';

const held = {
  table: 'search_entry',
  column: 'object_id',
  words: 'line of the search',
  recordType: 'search',
  keepsMoney: false,
  onMerge: 'keep',
  onErase: 'delete',
  isBeside: true,
} as const;

/** Written anew by the modules whose records are found; a merge turns the line of the merged record by itself. */
export const SEARCH_HOLDINGS: readonly Holding[] = [
  { ...held, subject: 'person', only: { column: 'kind', is: 'person' } },
  { ...held, subject: 'group', only: { column: 'kind', is: 'group' } },
];

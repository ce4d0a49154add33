import type { Holding } from '#db/shared/holding';

const held = {
  table: 'import_row',
  column: 'object_id',
  words: 'line of an import',
  recordType: 'imports',
  keepsMoney: false,
  onMerge: 'keep',
  onErase: 'keep-until',
  isBeside: true,
} as const;

/** Which import brought a record; it tells of the import and stays as it was. */
export const IMPORT_HOLDINGS: readonly Holding[] = [
  { ...held, subject: 'person', only: { column: 'object_type', is: 'person' } },
  { ...held, subject: 'group', only: { column: 'object_type', is: 'group' } },
];

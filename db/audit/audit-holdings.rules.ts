import type { Holding } from '#db/shared/holding';

const held = {
  recordType: 'record of what happened',
  keepsMoney: false,
  onMerge: 'keep',
  isBeside: true,
} as const;
const places = [
  { table: 'audit_entry', column: 'object_id', onErase: 'keep-until' },
  { table: 'audit_entry', column: 'on_behalf_of', onErase: 'keep-until' },
  { table: 'audit_entry', column: 'before_json', onErase: 'keep-until', isInText: true },
  { table: 'audit_entry', column: 'after_json', onErase: 'keep-until', isInText: true },
  { table: 'audit_personal_value', column: 'subject_id', onErase: 'delete' },
  { table: 'subject_key', column: 'subject_id', onErase: 'delete' },
] as const;

/** The chain is never written over: what happened to a record stays under the id it had then. */
export const AUDIT_HOLDINGS: readonly Holding[] = (['person', 'group'] as const).flatMap(
  (subject) =>
    places.map((place) => ({
      ...held,
      ...place,
      subject,
      words: 'line of what happened',
    })),
);

import { EntitySchema } from 'typeorm';

export type RecordMergeRow = {
  readonly id: string;
  readonly kind: string;
  readonly kept_id: string;
  readonly lost_id: string;
  readonly lost_name: string;
  readonly merged_at: string;
  readonly merged_on: string;
  readonly merged_by_user_id: string | null;
  /** Last day on which it can be taken back, included. */
  readonly undo_until: string;
  readonly reason: string;
  /** What moved, in words with counts. */
  readonly moved_json: string;
  readonly undone_at: string | null;
  readonly undone_by_user_id: string | null;
  /** What the undo left where it was, in words. */
  readonly left_json: string;
};

/** A merge stays on record for good; `kept_id` may itself have gone into another record since. */
export const recordMergeTable = new EntitySchema<RecordMergeRow>({
  name: 'record_merge',
  tableName: 'record_merge',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    kind: { type: 'varchar', length: 6 },
    kept_id: { type: 'varchar', length: 36 },
    lost_id: { type: 'varchar', length: 36 },
    lost_name: { type: 'varchar', length: 120 },
    merged_at: { type: 'varchar', length: 24 },
    merged_on: { type: 'varchar', length: 10 },
    merged_by_user_id: { type: 'varchar', length: 36, nullable: true },
    undo_until: { type: 'varchar', length: 10 },
    reason: { type: 'varchar', length: 500 },
    moved_json: { type: 'text' },
    undone_at: { type: 'varchar', length: 24, nullable: true },
    undone_by_user_id: { type: 'varchar', length: 36, nullable: true },
    left_json: { type: 'text' },
  },
  checks: [
    { name: 'ck_record_merge_kind', expression: "kind IN ('person', 'group')" },
    { name: 'ck_record_merge_two', expression: 'kept_id <> lost_id' },
  ],
  indices: [
    { name: 'ix_record_merge_kept', columns: ['kept_id'] },
    { name: 'ix_record_merge_lost', columns: ['lost_id'] },
  ],
});

export type MergedRowRow = {
  readonly merge_id: string;
  readonly position: number;
  readonly table_name: string;
  /** Where the row stands after the merge, or stood when it was taken out, by its primary key. */
  readonly key_json: string;
  /** 'changed', or 'taken-out': then `before_json` is the whole row. */
  readonly did: string;
  readonly before_json: string;
  readonly after_json: string;
  readonly words: string;
  /** SHA-256 of the whole row as the merge left it; empty for a row taken out. */
  readonly mark: string;
};

export const mergedRowTable = new EntitySchema<MergedRowRow>({
  name: 'merged_row',
  tableName: 'merged_row',
  columns: {
    merge_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_merged_row',
    },
    position: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_merged_row' },
    table_name: { type: 'varchar', length: 40 },
    key_json: { type: 'text' },
    did: { type: 'varchar', length: 10 },
    before_json: { type: 'text' },
    after_json: { type: 'text' },
    words: { type: 'varchar', length: 120 },
    mark: { type: 'varchar', length: 64 },
  },
  checks: [{ name: 'ck_merged_row_did', expression: "did IN ('changed', 'taken-out')" }],
  foreignKeys: [
    {
      name: 'fk_merged_row_merge',
      target: 'record_merge',
      columnNames: ['merge_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

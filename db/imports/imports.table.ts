import { EntitySchema } from 'typeorm';

export type ImportRunRow = {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly file_name: string;
  /** SHA-256 of the file's text, so that the same file is noticed when it comes again. */
  readonly file_hash: string;
  readonly made_at: string;
  readonly made_by_user_id: string | null;
  readonly added: number;
  readonly problems: number;
  readonly undone_at: string | null;
  readonly undone_by_user_id: string | null;
  readonly kept_json: string;
};

export const importRunTable = new EntitySchema<ImportRunRow>({
  name: 'import_run',
  tableName: 'import_run',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    reference: { type: 'varchar', length: 20 },
    kind: { type: 'varchar', length: 20 },
    file_name: { type: 'varchar', length: 255 },
    file_hash: { type: 'varchar', length: 64 },
    made_at: { type: 'varchar', length: 24 },
    made_by_user_id: { type: 'varchar', length: 36, nullable: true },
    added: { type: 'integer' },
    problems: { type: 'integer' },
    undone_at: { type: 'varchar', length: 24, nullable: true },
    undone_by_user_id: { type: 'varchar', length: 36, nullable: true },
    kept_json: { type: 'text' },
  },
  uniques: [{ name: 'uq_import_run_reference', columns: ['reference'] }],
});

/** One thing that an import made, and the version it had then; a higher one means somebody changed it since. */
export type ImportRowRow = {
  readonly run_id: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly line: number;
  readonly words: string;
  readonly version_after: number;
};

export const importRowTable = new EntitySchema<ImportRowRow>({
  name: 'import_row',
  tableName: 'import_row',
  columns: {
    run_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_import_row',
    },
    object_type: {
      type: 'varchar',
      length: 20,
      primary: true,
      primaryKeyConstraintName: 'pk_import_row',
    },
    object_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_import_row',
    },
    line: { type: 'integer' },
    words: { type: 'text' },
    version_after: { type: 'integer' },
  },
  foreignKeys: [
    {
      name: 'fk_import_row_run',
      target: 'import_run',
      columnNames: ['run_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

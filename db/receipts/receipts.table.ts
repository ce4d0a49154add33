import { EntitySchema } from 'typeorm';

export type KeptFileRow = {
  readonly hash: string;
  readonly media_type: string;
  readonly byte_count: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  readonly bytes: Uint8Array;
  readonly kept_at: string;
};

export const keptFileTable = new EntitySchema<KeptFileRow>({
  name: 'kept_file',
  tableName: 'kept_file',
  columns: {
    hash: { type: 'varchar', length: 64, primary: true },
    media_type: { type: 'varchar', length: 15 },
    byte_count: { type: 'integer' },
    width: { type: 'integer', nullable: true },
    height: { type: 'integer', nullable: true },
    pages: { type: 'integer', nullable: true },
    kept_at: { type: 'varchar', length: 24 },
    bytes: { type: 'blob' },
  },
  checks: [
    { name: 'ck_kept_file_hash', expression: "length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'" },
    {
      name: 'ck_kept_file_shape',
      expression:
        "(media_type IN ('image/jpeg', 'image/png') AND width IS NOT NULL AND height IS NOT NULL AND pages IS NULL) OR (media_type = 'application/pdf' AND width IS NULL AND height IS NULL AND pages IS NOT NULL)",
    },
    {
      name: 'ck_kept_file_size',
      expression: 'byte_count BETWEEN 1 AND 7000000 AND byte_count = length(bytes)',
    },
  ],
});

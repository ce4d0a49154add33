import type { Ctx } from '#db/shared/ctx';
import type { FileHash, FileType, SafeFile } from '#db/shared/incoming-file';
import type { Instant } from '#db/shared/instant';
import type { KeptFile } from './receipts.contract.ts';
import { type KeptFileRow, keptFileTable } from './receipts.table.ts';

const FACTS = 'SELECT hash, media_type, byte_count, width, height, pages, kept_at FROM kept_file';

const toFile = (row: Omit<KeptFileRow, 'bytes'>): KeptFile => ({
  hash: row.hash as FileHash,
  mediaType: row.media_type as FileType,
  byteCount: row.byte_count,
  width: row.width,
  height: row.height,
  pages: row.pages,
  keptAt: row.kept_at as Instant,
});

export async function find(ctx: Ctx, hash: FileHash): Promise<KeptFile | undefined> {
  const rows: readonly Omit<KeptFileRow, 'bytes'>[] = await ctx.tx.query(
    `${FACTS} WHERE hash = ?`,
    [hash],
  );
  return rows[0] === undefined ? undefined : toFile(rows[0]);
}

export async function findBytes(ctx: Ctx, hash: FileHash): Promise<Uint8Array | undefined> {
  const rows: readonly Pick<KeptFileRow, 'bytes'>[] = await ctx.tx.query(
    'SELECT bytes FROM kept_file WHERE hash = ?',
    [hash],
  );
  return rows[0]?.bytes;
}

export async function insert(ctx: Ctx, file: SafeFile): Promise<void> {
  await ctx.tx.insert(keptFileTable, {
    hash: file.hash,
    media_type: file.mediaType,
    byte_count: file.bytes.length,
    width: file.width,
    height: file.height,
    pages: file.pages,
    kept_at: ctx.now(),
    bytes: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength),
  });
}

export async function remove(ctx: Ctx, hash: FileHash): Promise<void> {
  await ctx.tx.delete(keptFileTable, { hash });
}

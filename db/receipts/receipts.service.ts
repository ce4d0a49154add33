import { createHash } from 'node:crypto';
import type { Ctx, SlowWork } from '#db/shared/ctx';
import type { FileHash, SafeFile } from '#db/shared/incoming-file';
import type { FileContent, GivenFile, KeptFile } from './receipts.contract.ts';
import { receiptErrors } from './receipts.errors.ts';
import * as receipts from './receipts.repository.ts';
import { harmlessName, refusalOf } from './receipts.rules.ts';

/** A file that was looked at and may be kept, with a name that does no harm anywhere. */
export type IncomingFile = SafeFile & { readonly name: string };

/**
 * Looks at a file from anybody in a thread with limits of its own, and takes out of it what is neither picture nor
 * page. Called between units of work, never in one.
 * @throws DomainError receipt.* with what to do instead
 */
export async function readIncoming(
  steps: { readonly slow: Pick<SlowWork, 'readIncomingFile'> },
  given: GivenFile,
): Promise<IncomingFile> {
  const read = await steps.slow.readIncomingFile(Buffer.from(given.base64, 'base64'));
  if ('fault' in read) throw refusalOf(read.fault);
  return { ...read.file, name: harmlessName(given.name, read.file.mediaType) };
}

/** Keeps a file under its hash. The same file again is kept once, so keeping it twice changes nothing. */
export async function keepFile(ctx: Ctx, file: IncomingFile): Promise<KeptFile> {
  const before = await receipts.find(ctx, file.hash);
  if (before !== undefined) return before;
  await receipts.insert(ctx, file);
  return getFile(ctx, file.hash);
}

/** What a kept file is, without its bytes. @throws DomainError receipt.not-found */
export async function getFile(ctx: Ctx, hash: FileHash): Promise<KeptFile> {
  const file = await receipts.find(ctx, hash);
  if (file === undefined) throw receiptErrors.error('receipt.not-found', { hash });
  return file;
}

/**
 * The bytes of a kept file, exactly as they were taken in.
 * @throws DomainError receipt.not-found, receipt.altered
 */
export async function readBytes(ctx: Ctx, hash: FileHash): Promise<Uint8Array> {
  const bytes = await receipts.findBytes(ctx, hash);
  if (bytes === undefined) throw receiptErrors.error('receipt.not-found', { hash });
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw receiptErrors.error('receipt.altered', { hash });
  return bytes;
}

/** A kept file as a page shows it. @throws DomainError receipt.not-found, receipt.altered */
export async function readContent(ctx: Ctx, hash: FileHash): Promise<FileContent> {
  const file = await getFile(ctx, hash);
  const bytes = await readBytes(ctx, hash);
  return {
    ...file,
    base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  };
}

/**
 * Wipes a file for good; no trace of it stays in the database. Whoever calls this knows that nobody uses it any more;
 * a table that points to it by a foreign key makes the database refuse otherwise.
 */
export async function forgetFile(ctx: Ctx, hash: FileHash): Promise<void> {
  await receipts.remove(ctx, hash);
}

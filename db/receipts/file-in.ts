import { createHash } from 'node:crypto';
import type { FileHash, FileRead, FileType, SafeFile } from '#db/shared/incoming-file';
import { Faulty } from './faulty.ts';
import { kindOf } from './file-head.rules.ts';
import { stripJpeg } from './jpeg-in.ts';
import { checkPdf } from './pdf-in.ts';
import { stripPng } from './png-in.ts';

/**
 * Looks at a file that may come from anybody, by its content and never by its name, and answers it in the form in
 * which it may be kept. Called in a thread with limits of its own.
 */
export async function readFileFromAnybody(bytes: Uint8Array): Promise<FileRead> {
  const found = kindOf(bytes);
  if ('fault' in found) return found;
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { file: await madeSafe(file, found.kind) };
  } catch (error) {
    if (!(error instanceof Faulty)) throw error;
    return { fault: error.fault };
  }
}

async function madeSafe(file: Buffer, mediaType: FileType): Promise<SafeFile> {
  if (mediaType === 'application/pdf') {
    const { bytes, pages } = await checkPdf(file);
    return { bytes, hash: hashOf(bytes), mediaType, width: null, height: null, pages };
  }
  const picture = mediaType === 'image/jpeg' ? stripJpeg(file) : await stripPng(file);
  return { ...picture, hash: hashOf(picture.bytes), mediaType, pages: null };
}

const hashOf = (bytes: Uint8Array): FileHash =>
  createHash('sha256').update(bytes).digest('hex') as FileHash;

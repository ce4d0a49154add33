import { z } from 'zod';
import { FileHash, FileType } from '#db/shared/incoming-file';
import { Instant } from '#db/shared/instant';
import { Line } from '#db/shared/text';
import { LARGEST_FILE_BYTES } from './limits.rules.ts';

/** Base64 writes three bytes as four letters. */
const MOST_LETTERS = Math.ceil(LARGEST_FILE_BYTES / 3) * 4;

/** A file as somebody brings it: any name, and its bytes in base64. Input of every procedure that takes one. */
export const GivenFile = z.strictObject({
  name: Line.max(1000),
  base64: z
    .string()
    .max(MOST_LETTERS, 'This file is larger than 7 MB. Photograph the paper here instead.')
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'This file did not arrive whole. Choose it again.'),
});
export type GivenFile = z.infer<typeof GivenFile>;

/** A file that is kept; what it is for and what it was called is known by whoever uses it. */
export const KeptFile = z.object({
  hash: FileHash,
  mediaType: FileType,
  byteCount: z.int(),
  /** Dots of a picture; null of a PDF. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Pages of a PDF; null of a picture. */
  pages: z.int().nullable(),
  keptAt: Instant,
});
export type KeptFile = z.infer<typeof KeptFile>;

/** A kept file with its bytes, as a page gets it. Output of every procedure that shows one. */
export const FileContent = z.object({ ...KeptFile.shape, base64: z.string() });
export type FileContent = z.infer<typeof FileContent>;

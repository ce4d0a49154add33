// [browser-safe]
import { z } from 'zod';

/** The kinds of file that are kept, known by their content. */
export const FileType = z.enum(['image/jpeg', 'image/png', 'application/pdf']);
export type FileType = z.infer<typeof FileType>;

/** SHA-256 of a file as it is kept, in small hexadecimal letters; the name under which it is found again. */
export const FileHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('FileHash');
export type FileHash = z.infer<typeof FileHash>;

/** Why a file that somebody brought is not kept. */
export type FileFault =
  | 'empty'
  | 'too-large'
  | 'too-many-dots'
  | 'other-kind'
  | 'heic'
  | 'picture-damaged'
  | 'pdf-locked'
  | 'pdf-active'
  | 'pdf-unreadable'
  | 'pdf-too-long'
  | 'took-too-much';

/** A file that may be kept: its bytes without anything that is neither picture nor page. */
export type SafeFile = {
  readonly bytes: Uint8Array;
  readonly hash: FileHash;
  readonly mediaType: FileType;
  /** Dots of a picture; null of a PDF. */
  readonly width: number | null;
  readonly height: number | null;
  /** Pages of a PDF; null of a picture. */
  readonly pages: number | null;
};

/** What the thread answers that looked at a file from anybody. */
export type FileRead = { readonly file: SafeFile } | { readonly fault: FileFault };

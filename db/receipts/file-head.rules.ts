import type { FileFault, FileType } from '#db/shared/incoming-file';
import { LARGEST_FILE_BYTES, LONGEST_SIDE_DOTS, MOST_DOTS } from './limits.rules.ts';

const JPEG_START = [0xff, 0xd8, 0xff];
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PDF_START = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** What stands at the fifth byte of pictures as newer phones take them. */
const HEIC_BRANDS = new Set([
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'mif1',
  'msf1',
  'avif',
]);

export const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const lettersAt = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** What a file is by its first bytes; its name is not asked. A fault where it is nothing that is kept. */
export function kindOf(
  bytes: Uint8Array,
): { readonly kind: FileType } | { readonly fault: FileFault } {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.length > LARGEST_FILE_BYTES) return { fault: 'too-large' };
  if (startsWith(bytes, JPEG_START)) return { kind: 'image/jpeg' };
  if (startsWith(bytes, PNG_START)) return { kind: 'image/png' };
  if (startsWith(bytes, PDF_START)) return { kind: 'application/pdf' };
  const isHeic =
    lettersAt(bytes, 4, 8) === 'ftyp' && HEIC_BRANDS.has(lettersAt(bytes, 8, 12).toLowerCase());
  return { fault: isHeic ? 'heic' : 'other-kind' };
}

/** Whether a picture of this many dots may be decoded; asked of its head, before anything decodes it. */
export function faultOfSize(width: number, height: number): FileFault | undefined {
  if (width < 1 || height < 1) return 'picture-damaged';
  const isTooMuch = width * height > MOST_DOTS || Math.max(width, height) > LONGEST_SIDE_DOTS;
  return isTooMuch ? 'too-many-dots' : undefined;
}

/** The dots of a picture as its head says, without decoding anything; undefined where it says none. */
export function dotsOf(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, PNG_START))
    return bytes.length < 24
      ? undefined
      : { width: view.getUint32(16), height: view.getUint32(20) };
  let at = 2;
  while (at + 9 < bytes.length && view.getUint8(at) === 0xff) {
    const mark = view.getUint8(at + 1);
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

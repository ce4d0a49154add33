import type { DomainError } from '#db/shared/domain-error';
import type { FileFault, FileType } from '#db/shared/incoming-file';
import { cleanLine } from '#db/shared/text';
import { receiptErrors } from './receipts.errors.ts';

const ENDINGS: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};

const MOST_LETTERS = 80;
/** Names that mean a device on Windows, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** As people count letters, so that none of them is cut in two. */
const lettersOf = (text: string): readonly string[] =>
  [...new Intl.Segmenter('en-GB').segment(text)].map(({ segment }) => segment);

/**
 * What a file is called here: text that turns no writing direction, climbs out of no folder, names no device and ends
 * as its content says. 'C:\\photos\\lunch.exe' of a JPEG is 'lunch.jpg'.
 */
export function harmlessName(name: string, mediaType: FileType): string {
  const last = cleanLine(name).split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = lettersOf(stem)
    .slice(0, MOST_LETTERS)
    .join('')
    .replace(/[\s.]+$/, '');
  const known = short === '' ? (mediaType === 'application/pdf' ? 'paper' : 'picture') : short;
  const safe = DEVICE.test(known.split('.')[0] ?? '') ? `file ${known}` : known;
  return `${safe}.${ENDINGS[mediaType]}`;
}

const REFUSALS: Readonly<Record<FileFault, () => DomainError>> = {
  empty: () => receiptErrors.error('receipt.empty', {}),
  'too-large': () => receiptErrors.error('receipt.too-large', {}),
  'too-many-dots': () => receiptErrors.error('receipt.too-many-dots', {}),
  'other-kind': () => receiptErrors.error('receipt.other-kind', {}),
  heic: () => receiptErrors.error('receipt.heic', {}),
  'picture-damaged': () => receiptErrors.error('receipt.picture-damaged', {}),
  'pdf-locked': () => receiptErrors.error('receipt.pdf-locked', {}),
  'pdf-active': () => receiptErrors.error('receipt.pdf-active', {}),
  'pdf-unreadable': () => receiptErrors.error('receipt.pdf-unreadable', {}),
  'pdf-too-long': () => receiptErrors.error('receipt.pdf-too-long', {}),
  'took-too-much': () => receiptErrors.error('receipt.took-too-much', {}),
};

/** The refusal that says why a file is not kept. */
export const refusalOf = (fault: FileFault): DomainError => REFUSALS[fault]();

import type { ImportKind } from '#db/imports/imports.contract';
import { toBase64 } from '../shared/base64.ts';

/** A file's text: UTF-8 where it is that, otherwise as older spreadsheets on Windows write it. */
export async function readFileText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // Anything else than 'these bytes are no UTF-8' is a defect.
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What is in a file, as whoever chose it says; a diary that is a calendar file says so by its name. */
export type FileAbout = 'diary' | 'people' | 'groups';

export const kindOfFile = (about: FileAbout, name: string): ImportKind =>
  about !== 'diary' ? about : /\.(ics|ical|ifb)$/i.test(name) ? 'diary-ics' : 'diary-csv';

/** Larger files are refused before they are read; a workbook travels as text that is a third longer. */
export const LARGEST_FILE_BYTES = 7_500_000;

/** What workbooks begin with: those of today, and those of before 2007, which are refused in words. */
const WORKBOOK_STARTS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** What stands in a file: its text, or a workbook's bytes in base64. A workbook is one by its content or its name. */
export async function readFile(
  file: File,
): Promise<{ readonly form: 'text' | 'workbook'; readonly text: string }> {
  const first = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const isWorkbook =
    /\.(xlsx|xlsm|xls)$/i.test(file.name) ||
    WORKBOOK_STARTS.some((start) => start.every((byte, at) => first[at] === byte));
  return isWorkbook
    ? { form: 'workbook', text: await toBase64(file) }
    : { form: 'text', text: await readFileText(file) };
}

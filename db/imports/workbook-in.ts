import { crc32, inflateRawSync } from 'node:zlib';
import readExcelFile from 'read-excel-file/universal';
import { toInstant } from '#db/shared/instant';
import type { WorkbookFault, WorkbookRead } from '#db/shared/table';

/** More parts than this has no workbook that people keep. */
const MOST_PARTS = 2000;
/** What all parts of a workbook may be once unpacked; 10,000 rows of 30 columns are 30 MB. */
const MOST_UNPACKED_BYTES = 200_000_000;

const MINUTE_MILLISECONDS = 60_000;

const ZIP_START = 0x04034b50;
const CENTRAL_START = 0x02014b50;
const END_START = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
/** What a workbook of before 2007 begins with, and one that a password locks. */
const OLD_START = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const LOCKED_PART = Buffer.from('EncryptedPackage', 'utf16le');

class Faulty extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Reads the sheets of a workbook from anybody. It is unpacked here, part by part and to a limit, before the library
 * sees it: a small file may hold gigabytes, name its parts twice or lie about their sizes. Formulas are read as the
 * values they had when the file was saved; nothing in the file is followed or reckoned with. Called in a thread with
 * limits of its own, because a sheet may also claim a cell in its millionth row.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRead> {
  try {
    const parts = unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const plain = packStored(parts);
    const sheets = await readExcelFile<string>(plain, {
      trim: false,
      parseNumber: (number) => number,
    }).catch(() => {
      throw new Faulty('damaged');
    });
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(toTexts) })) };
  } catch (error) {
    if (!(error instanceof Faulty)) throw error;
    return { fault: error.fault };
  }
}

type Part = { readonly name: string; readonly content: Buffer };

/** The parts in which a workbook keeps its sheets; pictures, macros and printer settings are left packed. */
function unpack(file: Buffer): readonly Part[] {
  if (file.subarray(0, OLD_START.length).equals(OLD_START))
    throw new Faulty(file.includes(LOCKED_PART) ? 'locked' : 'old-workbook');
  if (file.length < 22 || file.readUInt32LE(0) !== ZIP_START) throw new Faulty('not-a-workbook');
  const parts: Part[] = [];
  let left = MOST_UNPACKED_BYTES;
  const names = new Set<string>();
  for (const entry of listEntries(file)) {
    if (names.has(entry.name)) throw new Faulty('damaged');
    names.add(entry.name);
    if (!/\.(xml|rels)$/.test(entry.name)) continue;
    const content = unpackOne(file, entry, left);
    left -= content.length;
    // A workbook has no document types; they are how a file of XML makes its reader fetch or repeat something.
    if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw new Faulty('damaged');
    parts.push({ name: entry.name, content: withErrorsAsText(entry.name, content) });
  }
  if (!names.has('xl/workbook.xml')) throw new Faulty('not-a-workbook');
  return parts;
}

/** The library drops cells in which a formula went wrong; they are shown as they look, so that nobody takes them for empty. */
function withErrorsAsText(name: string, content: Buffer): Buffer {
  if (!name.startsWith('xl/worksheets/') || !content.includes('t="e"')) return content;
  return Buffer.from(content.toString('utf8').replace(/(<c\s[^<>]*\bt=)"e"/g, '$1"str"'));
}

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly at: number;
};

/** The entries as the list at the end of the file has them. */
function listEntries(file: Buffer): readonly Entry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END_START)
    throw new Faulty('damaged');
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new Faulty('too-large');
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL_START)
      throw new Faulty('damaged');
    const [nameBytes, extraBytes, noteBytes] = [28, 30, 32].map((by) => file.readUInt16LE(at + by));
    const nameEnd = at + 46 + (nameBytes ?? 0);
    const isLocked = (file.readUInt16LE(at + 8) & 1) === 1;
    if (isLocked) throw new Faulty('locked');
    entries.push({
      name: file.toString('utf8', at + 46, nameEnd),
      method: file.readUInt16LE(at + 10),
      packedBytes: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at = nameEnd + (extraBytes ?? 0) + (noteBytes ?? 0);
  }
  return entries;
}

/** What an entry holds, whatever it says of its own size; never more than is left of the limit. */
function unpackOne(file: Buffer, entry: Entry, left: number): Buffer {
  const { at, method, packedBytes } = entry;
  if (at + 30 > file.length || file.readUInt32LE(at) !== ZIP_START) throw new Faulty('damaged');
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(from, from + packedBytes);
  if (packed.length !== packedBytes) throw new Faulty('damaged');
  if (method === STORED) {
    if (packedBytes > left) throw new Faulty('too-large');
    return packed;
  }
  if (method !== DEFLATED) throw new Faulty('damaged');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    const isTooMuch =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Faulty(isTooMuch ? 'too-large' : 'damaged');
  }
}

/** The unpacked parts in a plain archive of our own making, for the library that wants one. */
function packStored(parts: readonly Part[]): ArrayBuffer {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content } of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    // Both heads of an entry share version, flags (names are UTF-8), method, time, day, check sum, sizes and length of the name.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([start(ZIP_START), shared, nameBytes, content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(
      Buffer.concat([start(CENTRAL_START), shared.subarray(0, 2), shared, rest, nameBytes]),
    );
    pieces.push(local);
    at += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  const file = new Uint8Array(Buffer.concat([...pieces, list, start(END_START), end]));
  return file.buffer;
}

function start(mark: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(mark);
  return bytes;
}

const toTexts = (row: readonly unknown[]): readonly string[] => row.map(toText);

/** A cell as a person reads it: dates dd/mm/yyyy with the time where there is one, whole numbers without a tail. */
function toText(cell: unknown): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'string') return plainNumber(cell);
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return '';
  const [, year = '', month = '', day = '', time = ''] =
    /^[+-]?(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(toMinute(cell)) ?? [];
  // Below the first day of the count there is only a time.
  if (Number(year) < 1900) return time;
  return `${day}/${month}/${year}${time === '00:00' ? '' : ` ${time}`}`;
}

/** A time of day is a part of a day with a tail; half a minute up belongs to the next. */
const toMinute = (cell: Date): string =>
  toInstant(Math.round(cell.getTime() / MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS);

/** A long number such as a phone's is written with a power of ten by some programs; as text it is its digits. */
function plainNumber(text: string): string {
  if (!/^-?\d+(\.\d+)?E\+?\d{1,2}$/i.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : text;
}

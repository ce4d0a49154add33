import { constants, createInflate } from 'node:zlib';
import { Faulty, mustHold } from './faulty.ts';
import type { PdfDictionary } from './pdf-tokens.ts';

/** All of a PDF unpacked; a coloured scan of a page in the finest way is half of it. */
const MOST_UNPACKED_BYTES = 200_000_000;
/** What an object stream, or a photograph packed twice, may be unpacked; it is read whole. */
const MOST_OBJECT_BYTES = 20_000_000;
/** An A3 sheet scanned in the finest way. */
const MOST_DOTS_OF_A_SCAN = 100_000_000;

/** Ways of packing that are looked into, or that pack pictures only and cannot be turned into anything else. */
const FILTERS = new Set([
  'FlateDecode',
  'ASCII85Decode',
  'ASCIIHexDecode',
  'DCTDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'JPXDecode',
]);

/** Bytes written as letters, so that they pass where only text does. */
const AS_LETTERS = new Set(['ASCII85Decode', 'ASCIIHexDecode']);

export type PdfStream = { readonly entries: PdfDictionary; readonly data: Buffer };

const mustBe = (holds: boolean): void => mustHold(holds, 'pdf-unreadable');

/** The names of the ways in which a stream is packed, the outermost first. */
export function filtersOf({ entries }: PdfStream): readonly string[] {
  const filter = entries.get('Filter');
  if (filter === undefined) return [];
  const items = filter.is === 'list' ? filter.items : [filter];
  return items.map((item) => {
    if (item.is !== 'name' || !FILTERS.has(item.name)) throw new Faulty('pdf-unreadable');
    return item.name;
  });
}

/**
 * Looks at streams one by one against one budget: each may be packed once, unpacks to no gigabytes, is no picture of
 * more dots than anybody scans, and lies in this file.
 */
export function newStreamCheck() {
  let left = MOST_UNPACKED_BYTES;
  return async (stream: PdfStream): Promise<void> => {
    const filters = filtersOf(stream);
    mustBe(filters.length <= 2 && filters.filter((name) => name === 'FlateDecode').length <= 1);
    mustHold(!stream.entries.has('F'), 'pdf-active');
    const [width, height] = ['Width', 'Height'].map((key) => stream.entries.get(key));
    if (width?.is === 'number' && height?.is === 'number')
      mustHold(width.number * height.number <= MOST_DOTS_OF_A_SCAN, 'too-many-dots');
    if (filters.includes('FlateDecode'))
      await unpack(stream, (piece) => {
        left -= piece.length;
        mustHold(left >= 0, 'took-too-much');
      });
  };
}

/** An object stream unpacked: other objects, which must be looked at like those that lie open. */
export async function unpackObjects(stream: PdfStream): Promise<Buffer> {
  // A way of writing numbers more tightly, meant for pictures; here it would only hide words. Some readers take the
  // short name as well.
  mustBe(!stream.entries.has('DecodeParms') && !stream.entries.has('DP'));
  if (filtersOf(stream).length === 0) return stream.data;
  // Anything behind the packing would be read once more by others, and say something else to them.
  mustBe(filtersOf(stream).at(-1) === 'FlateDecode');
  return unpackWhole(stream);
}

/** A photograph that is packed once more round its own packing, without that. */
export async function unpackPhotograph(stream: PdfStream): Promise<Buffer> {
  const [outer = ''] = filtersOf(stream);
  if (outer === 'FlateDecode') return unpackWhole(stream);
  mustBe(AS_LETTERS.has(outer));
  return outer === 'ASCII85Decode' ? fromAscii85(stream.data) : fromHex(stream.data);
}

async function unpackWhole(stream: PdfStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  await unpack(stream, (piece) => {
    bytes += piece.length;
    mustHold(bytes <= MOST_OBJECT_BYTES, 'took-too-much');
    pieces.push(piece);
  });
  return Buffer.concat(pieces);
}

async function unpack(stream: PdfStream, take: (piece: Buffer) => void): Promise<void> {
  const [outer, inner] = filtersOf(stream);
  if (outer !== 'FlateDecode') mustBe(AS_LETTERS.has(outer ?? '') && inner === 'FlateDecode');
  const packed =
    outer === 'ASCII85Decode'
      ? fromAscii85(stream.data)
      : outer === 'ASCIIHexDecode'
        ? fromHex(stream.data)
        : stream.data;
  // Some programs leave out the check sum at the end, and every reader puts up with it.
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  inflate.end(packed);
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) take(piece);
  } catch (error) {
    throw error instanceof Faulty ? error : new Faulty('pdf-unreadable');
  }
}

function fromHex(data: Buffer): Buffer {
  const figures = data.toString('latin1').replace(/[\s\0]/g, '');
  mustBe(/^[0-9A-Fa-f]*>?$/.test(figures));
  return Buffer.from(figures.replace('>', ''), 'hex');
}

/** Five letters are four bytes; `z` is four times nothing; `~>` ends it. */
function fromAscii85(data: Buffer): Buffer {
  const bytes: number[] = [];
  let group: number[] = [];
  const give = (missing: number): void => {
    const value = group.reduce((sum, figure) => sum * 85 + figure, 0);
    mustBe(value <= 0xffffffff);
    for (let n = 0; n < 4 - missing; n += 1) bytes.push(Math.floor(value / 256 ** (3 - n)) % 256);
    group = [];
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte <= 0x20) continue;
    if (byte === 0x7a && group.length === 0) group = [0, 0, 0, 0, 0];
    else {
      mustBe(byte >= 0x21 && byte <= 0x75);
      group.push(byte - 0x21);
    }
    if (group.length === 5) give(0);
  }
  const missing = group.length === 0 ? 0 : 5 - group.length;
  while (group.length > 0 && group.length < 5) group.push(84);
  if (missing > 0) give(missing);
  return Buffer.from(bytes);
}

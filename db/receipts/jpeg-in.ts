import { Faulty, mustHold } from './faulty.ts';
import { faultOfSize } from './file-head.rules.ts';

/** A picture without anything that is not needed to show it. */
export type StrippedPicture = {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
};

/** Pictures that build up in steps have about ten; each costs whoever decodes it a whole pass. */
const MOST_SCANS = 100;

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DHT = 0xc4;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP14 = 0xee;
const COM = 0xfe;

const mustBe = (holds: boolean): void => mustHold(holds, 'picture-damaged');

/**
 * Rebuilds a JPEG from the segments that a picture needs: size, tables, scans, and the two that say how its colours
 * are meant. What cameras and people add (place, time, owner, small copies, comments) and all that follows the end
 * is left out. Nothing is decoded, so that nobody's decoder runs on a file that has not been looked at.
 * @throws Faulty
 */
export function stripJpeg(file: Buffer): StrippedPicture {
  const kept: Buffer[] = [Buffer.from([0xff, SOI])];
  let size: { readonly width: number; readonly height: number } | undefined;
  let scans = 0;
  let at = 2;
  for (;;) {
    const { mark, after } = nextMark(file, at);
    if (mark === EOI) break;
    const segment = segmentAt(file, after);
    at = after + segment.length;
    if (isDropped(mark)) continue;
    if (isFrame(mark)) {
      mustBe(size === undefined);
      size = readFrame(segment);
    } else if (mark === SOS) {
      scans += 1;
      mustBe(size !== undefined && scans <= MOST_SCANS);
      mustBe(segment.length === 6 + 2 * segment.readUInt8(2));
      const end = endOfScan(file, at);
      kept.push(marked(mark, segment), file.subarray(at, end));
      at = end;
      continue;
    } else if (mark === APP0 || mark === APP14) {
      const plain = mark === APP0 ? plainJfif(segment) : plainAdobe(segment);
      if (plain !== undefined) kept.push(marked(mark, plain));
      continue;
    } else checkTable(mark, segment);
    kept.push(marked(mark, segment));
  }
  mustBe(size !== undefined && scans > 0);
  kept.push(Buffer.from([0xff, EOI]));
  return { bytes: Buffer.concat(kept), ...(size ?? { width: 0, height: 0 }) };
}

/** The mark at a place; any number of filling bytes may stand before it. */
function nextMark(file: Buffer, from: number): { readonly mark: number; readonly after: number } {
  let at = from;
  mustBe(file[at] === 0xff);
  while (file[at] === 0xff) at += 1;
  const mark = file[at];
  if (mark === undefined) throw new Faulty('picture-damaged');
  return { mark, after: at + 1 };
}

/** A segment with the two bytes of its length. */
function segmentAt(file: Buffer, at: number): Buffer {
  mustBe(at + 2 <= file.length);
  const length = file.readUInt16BE(at);
  mustBe(length >= 2 && at + length <= file.length);
  return file.subarray(at, at + length);
}

/** How notes of cameras, programs and agencies begin. */
const NOTES = ['Exif\0', 'http://ns.adobe.com/', 'Photoshop 3.0\0'];

/** Notes of cameras and programs, and comments; the two that change how colours are shown are looked at apart. */
const isDropped = (mark: number): boolean =>
  mark === COM || (mark > APP0 && mark <= 0xef && mark !== APP14);

/** The three ways of packing that every program can show. */
const isFrame = (mark: number): boolean => mark >= 0xc0 && mark <= 0xc2;

function readFrame(segment: Buffer): { readonly width: number; readonly height: number } {
  mustBe(segment.length >= 8);
  const parts = segment.readUInt8(7);
  mustBe([1, 3, 4].includes(parts) && segment.length === 8 + 3 * parts);
  mustBe(segment.readUInt8(2) === 8);
  for (let part = 0; part < parts; part += 1) {
    const sampling = segment.readUInt8(9 + 3 * part);
    mustBe([sampling >> 4, sampling & 15].every((times) => times >= 1 && times <= 4));
  }
  const [height, width] = [segment.readUInt16BE(3), segment.readUInt16BE(5)];
  const fault = faultOfSize(width, height);
  if (fault !== undefined) throw new Faulty(fault);
  return { width, height };
}

/** Tables have the length that follows from what is in them, so that nothing else can be. */
function checkTable(mark: number, segment: Buffer): void {
  let at = 2;
  if (mark === DRI) at = 4;
  else if (mark === DQT)
    while (at < segment.length) at += segment.readUInt8(at) >> 4 === 0 ? 65 : 129;
  else if (mark === DHT)
    while (at + 17 <= segment.length)
      at += 17 + segment.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
  else throw new Faulty('picture-damaged');
  mustBe(at === segment.length);
}

/** Where the packed dots end: at the first mark that is neither a stuffed byte nor a place to start again. */
function endOfScan(file: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = file.indexOf(0xff, at);
    mustBe(at >= 0 && at + 1 < file.length);
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

const marked = (mark: number, segment: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, mark]), segment]);

/** How close the dots lie, without the small copy of the picture that may follow. */
function plainJfif(segment: Buffer): Buffer | undefined {
  if (segment.length < 16 || segment.toString('latin1', 2, 7) !== 'JFIF\0') return undefined;
  const plain = Buffer.from(segment.subarray(0, 16));
  plain.writeUInt16BE(16, 0);
  plain.fill(0, 14);
  return plain;
}

/** In which colours the picture is packed. */
function plainAdobe(segment: Buffer): Buffer | undefined {
  if (segment.length < 14 || segment.toString('latin1', 2, 7) !== 'Adobe') return undefined;
  const plain = Buffer.from(segment.subarray(0, 14));
  plain.writeUInt16BE(14, 0);
  return plain;
}

/**
 * Blanks out, in place, what cameras note in a photograph that lies inside another file and must keep its length.
 * A photograph that is not built as it should be stays as it is, and shows as nothing.
 */
export function blankJpegNotes(photograph: Buffer): void {
  let at = 2;
  try {
    for (;;) {
      const { mark, after } = nextMark(photograph, at);
      if (mark === EOI) {
        photograph.fill(0, after);
        return;
      }
      const segment = segmentAt(photograph, after);
      if (isDropped(mark)) segment.fill(0, 2);
      at = after + segment.length;
      if (mark === SOS) at = endOfScan(photograph, at);
    }
  } catch (error) {
    if (!(error instanceof Faulty)) throw error;
  }
}

/** Whether there is anything in a photograph that cameras and people note; its colours, which many programs add, are not. */
export function hasJpegNotes(photograph: Buffer): boolean {
  return NOTES.some((note) => photograph.includes(note));
}

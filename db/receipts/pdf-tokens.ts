import { Faulty } from './faulty.ts';

/** A value of a PDF, as far as it matters here: names, numbers, lists and dictionaries; all else is `other`. */
export type PdfValue =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'list'; readonly items: readonly PdfValue[] }
  | { readonly is: 'dictionary'; readonly entries: PdfDictionary }
  | { readonly is: 'other' };

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** No honest file lies deeper; one that does is made to exhaust whoever reads it. */
const DEEPEST = 60;

const SPACE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITER = new Set(Buffer.from('()<>[]{}/%'));
const [OPEN, CLOSE, ESCAPE, PERCENT, SLASH] = [0x28, 0x29, 0x5c, 0x25, 0x2f];

const unreadable = (): Faulty => new Faulty('pdf-unreadable');

const isPlain = (byte: number | undefined): boolean =>
  byte !== undefined && !SPACE.has(byte) && !DELIMITER.has(byte);

/** `#41` in a name is an A; a name may be spelt in many ways, and means the same. */
export const plainName = (spelt: string): string =>
  spelt.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Reads a PDF from front to back, token by token; it never jumps, so nothing is passed over. */
export type PdfReader = {
  /** Where the last token ended. */
  readonly placeNow: () => number;
  readonly isAtEnd: () => boolean;
  /** Takes a word such as `obj` if it stands next. */
  readonly takes: (word: string) => boolean;
  readonly takeInteger: () => number;
  readonly takeValue: () => PdfValue;
  /** Goes on from a place, as after a stream. */
  readonly goTo: (place: number) => void;
};

export function newPdfReader(bytes: Buffer, from: number): PdfReader {
  let at = from;

  function skipSpace(): void {
    for (;;) {
      while (SPACE.has(bytes[at] ?? -1)) at += 1;
      if (bytes[at] !== PERCENT) return;
      while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
    }
  }

  function takes(word: string): boolean {
    skipSpace();
    const end = at + word.length;
    if (bytes.toString('latin1', at, end) !== word || isPlain(bytes[end])) return false;
    at = end;
    return true;
  }

  function takeWord(): string {
    const start = at;
    while (isPlain(bytes[at])) at += 1;
    return bytes.toString('latin1', start, at);
  }

  function takeInteger(): number {
    skipSpace();
    const word = takeWord();
    if (!/^\d{1,10}$/.test(word)) throw unreadable();
    return Number(word);
  }

  function takesMark(mark: string): boolean {
    skipSpace();
    if (bytes.toString('latin1', at, at + mark.length) !== mark) return false;
    at += mark.length;
    return true;
  }

  /** A text in round brackets, which may hold others. */
  function skipText(): void {
    let open = 0;
    do {
      const byte = bytes[at];
      if (byte === undefined) throw unreadable();
      if (byte === ESCAPE) at += 1;
      else if (byte === OPEN) open += 1;
      else if (byte === CLOSE) open -= 1;
      at += 1;
    } while (open > 0);
  }

  /** A text as hexadecimal figures in angle brackets. */
  function skipFigures(): void {
    const end = bytes.indexOf(0x3e, at);
    if (end < 0 || !/^<[0-9A-Fa-f\s\0]*$/.test(bytes.toString('latin1', at, end)))
      throw unreadable();
    at = end + 1;
  }

  function takeName(): string {
    at += 1;
    return plainName(takeWord());
  }

  function takeDictionary(depth: number): PdfValue {
    const entries = new Map<string, PdfValue>();
    while (!takesMark('>>')) {
      if (bytes[at] !== SLASH) throw unreadable();
      const key = takeName();
      // Readers differ in which of two they believe.
      if (entries.has(key)) throw unreadable();
      entries.set(key, takeValue(depth + 1));
    }
    return { is: 'dictionary', entries };
  }

  function takeList(depth: number): PdfValue {
    const items: PdfValue[] = [];
    while (!takesMark(']')) items.push(takeValue(depth + 1));
    return { is: 'list', items };
  }

  /** `12 0 R` points to another object. */
  function takeNumberOrPointer(word: string): PdfValue {
    const after = at;
    if (/^\d{1,10}$/.test(word)) {
      skipSpace();
      if (/^\d{1,5}$/.test(takeWord()) && takes('R')) return { is: 'other' };
      at = after;
    }
    return { is: 'number', number: Number(word) };
  }

  function takeValue(depth = 0): PdfValue {
    if (depth > DEEPEST) throw unreadable();
    if (takesMark('<<')) return takeDictionary(depth);
    if (takesMark('[')) return takeList(depth);
    if (bytes[at] === SLASH) return { is: 'name', name: takeName() };
    if (bytes[at] === OPEN) skipText();
    else if (bytes[at] === 0x3c) skipFigures();
    else {
      const word = takeWord();
      if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return takeNumberOrPointer(word);
      if (!['true', 'false', 'null'].includes(word)) throw unreadable();
    }
    return { is: 'other' };
  }

  return {
    placeNow: () => at,
    isAtEnd: () => {
      skipSpace();
      return at >= bytes.length;
    },
    takes,
    takeInteger,
    takeValue: () => takeValue(),
    goTo: (place) => {
      at = place;
    },
  };
}

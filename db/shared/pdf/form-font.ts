import { deflateSync } from 'node:zlib';
import type { Face } from './fonts.ts';

/**
 * Letters of names that WinAnsi lacks, for a font of 255 places is all that every reader types with: Polish, Romanian,
 * Hungarian, Czech, Slovak, Croatian, Turkish, Latvian and Lithuanian.
 */
const MORE_LETTERS: readonly string[] = Array.from(
  'ŁłĄąĆćĘęŃńŚśŹźŻżȘșȚțĂăŐőŰűČčĎďĚěŇňŘřŤťŮůĐđĽľĞğİıŞşĀāĒēĪīŪūĖėĮįŲų',
);

/** Places that WinAnsi leaves empty, then those of signs that nobody types into a form; one for each of the letters. */
const FREE_PLACES = Uint8Array.from(
  Buffer.from(
    '0102030405060708' +
      '0b0c' +
      '0e0f101112131415161718191a1b1c1d1e1f' +
      '7f818d8f909d' +
      'a4a5a6a8a9aaacadaeafb1b2b3b4b5b6b8b9bad7f7' +
      '838687888998' +
      '99a2a7',
    'hex',
  ),
);

const PLACES = 256;
/** Bits of ISO 32000-1, 9.8.2: its letters are known by their names. */
const NONSYMBOLIC = 1 << 5;

/** The whole face packed for a file; it is the same in every form. */
const packedFaces = new WeakMap<Face, Uint8Array>();

function packed(face: Face): Uint8Array {
  const known = packedFaces.get(face) ?? deflateSync(face.file);
  packedFaces.set(face, known);
  return known;
}

/**
 * The font of what is typed into fields. The fonts of the paper hold only the letters that are printed on it, so this
 * is the whole face; and it has one byte for each letter, because readers do not agree on how to type with two.
 */
export function formFont(pdf: PDFKit.PDFDocument, face: Face): PDFKit.PDFKitReference {
  const { parsed, file } = face;
  const letters = lettersByPlace();
  const inThousandths = (units: number): number => Math.round((units * 1000) / parsed.unitsPerEm);
  const whole = pdf.ref({ Length1: file.length, Filter: 'FlateDecode' });
  whole.compress = false;
  whole.end(packed(face));
  const { minX, minY, maxX, maxY } = parsed.bbox;
  const descriptor = pdf.ref({
    Type: 'FontDescriptor',
    FontName: parsed.postscriptName,
    Flags: NONSYMBOLIC,
    FontBBox: [minX, minY, maxX, maxY].map(inThousandths),
    ItalicAngle: 0,
    Ascent: inThousandths(parsed.ascent),
    Descent: inThousandths(parsed.descent),
    CapHeight: inThousandths(parsed.capHeight),
    StemV: 80,
    FontFile2: whole,
  });
  descriptor.end(null);
  const font = pdf.ref({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: parsed.postscriptName,
    FirstChar: 0,
    LastChar: PLACES - 1,
    Widths: letters.map((letter) =>
      letter === undefined ? 0 : inThousandths(parsed.glyphForCodePoint(letter).advanceWidth),
    ),
    Encoding: {
      Type: 'Encoding',
      BaseEncoding: 'WinAnsiEncoding',
      Differences: MORE_LETTERS.flatMap((letter, i) => [
        FREE_PLACES[i] ?? 0,
        parsed.glyphForCodePoint(letter.codePointAt(0) ?? 0).name,
      ]),
    },
    FontDescriptor: descriptor,
    ToUnicode: lettersTable(pdf, letters),
  });
  font.end(null);
  return font;
}

/** Says of each place which letter it is; some viewers find the place of a letter by it. */
function lettersTable(
  pdf: PDFKit.PDFDocument,
  letters: readonly (number | undefined)[],
): PDFKit.PDFKitReference {
  const hex = (number: number, digits: number): string =>
    `<${number.toString(16).padStart(digits, '0')}>`;
  const pairs = letters.flatMap((letter, place) =>
    letter === undefined ? [] : [`${hex(place, 2)} ${hex(letter, 4)}`],
  );
  // A hundred at a time is the most that a table may hold in one block.
  const blocks = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, i) => {
    const block = pairs.slice(i * 100, i * 100 + 100);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  const table = pdf.ref({});
  table.end(
    Buffer.from(
      [
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
        '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
        '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
        '1 begincodespacerange <00> <ff> endcodespacerange',
        ...blocks,
        'endcmap CMapName currentdict /CMap defineresource pop end end',
      ].join('\n'),
    ),
  );
  return table;
}

/** Which letter stands at each of the places; undefined where none does. */
function lettersByPlace(): readonly (number | undefined)[] {
  const winAnsi = new TextDecoder('windows-1252').decode(
    Uint8Array.from({ length: PLACES }, (_, place) => place),
  );
  const more = new Map(MORE_LETTERS.map((letter, i) => [FREE_PLACES[i], letter]));
  return Array.from({ length: PLACES }, (_, place) => {
    const letter = more.get(place)?.codePointAt(0) ?? winAnsi.codePointAt(place);
    return letter === undefined || letter < 0x20 || (letter >= 0x7f && letter < 0xa0)
      ? undefined
      : letter;
  });
}

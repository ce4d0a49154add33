import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { newPackedStreams, type PackedStreams, packOnce } from './packed-streams.ts';

/** The four faces of Source Sans 3; each file is a whole TrueType font, never a subset. */
export type FaceName = 'regular' | 'italic' | 'semibold' | 'bold';

const FILES: Readonly<Record<FaceName, string>> = {
  regular: 'SourceSans3-Regular.ttf',
  italic: 'SourceSans3-Italic.ttf',
  semibold: 'SourceSans3-SemiBold.ttf',
  bold: 'SourceSans3-Bold.ttf',
};

/** One face, read once, with everything about it that later papers need not work out again. */
export type Face = {
  readonly name: FaceName;
  readonly parsed: PDFKit.ParsedFont;
  /** The whole font as its file has it. */
  readonly file: Uint8Array;
  /** Shaped words, in PDFKit's own form; every document of this process shares them. */
  readonly shaped: SharedWords;
  /** Encoded subsets by the glyphs in them; most papers need the same ones. */
  readonly subsets: Map<string, Uint8Array>;
  /** Words of usual glyphs alone, as every file shows them. */
  readonly usualWords: Map<string, EncodedWord>;
  /** The same subsets and their tables of letters as they stand in a file. */
  readonly packed: PackedStreams;
  /** The width of a text at a size of one point. */
  readonly measure: (text: string) => number;
};

type SharedWords = { words: object };

/** The fonts of all papers. Open them once in each process or worker thread. */
export type PaperFonts = Readonly<Record<FaceName, Face>>;

/** Names and references never repeat themselves for ever, so the caches begin again at this size. */
export const MOST_CACHED_WORDS = 20_000;
const MOST_CACHED_SUBSETS = 50;

/** Reads the four fonts from a folder. Throws when a file is missing or is not a font. */
export function openPaperFonts(folder: string): PaperFonts {
  return {
    regular: openFace(folder, 'regular'),
    italic: openFace(folder, 'italic'),
    semibold: openFace(folder, 'semibold'),
    bold: openFace(folder, 'bold'),
  };
}

function openFace(folder: string, name: FaceName): Face {
  // A document without pages is PDFKit's only door to a parsed font, and to its way of measuring.
  const document = new PDFDocument({ font: '', autoFirstPage: false });
  const file = readFileSync(join(folder, FILES[name]));
  document.font(file);
  const measuring = document._font;
  meetEveryLetter(measuring.font);
  const shaped: SharedWords = { words: Object.create(null) as object };
  const widths = new Map<string, number>();
  measuring.layoutCache = shaped.words;
  const measure = (text: string): number => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= MOST_CACHED_WORDS) {
      widths.clear();
      shaped.words = Object.create(null) as object;
      measuring.layoutCache = shaped.words;
    }
    const width = measuring.widthOfString(text, 1);
    widths.set(text, width);
    return width;
  };
  return {
    name,
    parsed: measuring.font,
    file,
    shaped,
    subsets: new Map(),
    usualWords: new Map(),
    packed: newPackedStreams(),
    measure,
  };
}

/** Joined letters that have code points of their own; copied text wants the letters. */
const isJoined = (codePoint: number) => codePoint >= 0xfb00 && codePoint <= 0xfb06;

/**
 * A parsed font remembers each glyph with the letter it was first met as. Without this, the
 * dotless i would be met as a nameless part of í while one paper is embedded, and the ı of a name
 * on a later paper could not be copied or read out.
 */
function meetEveryLetter(font: PDFKit.ParsedFont): void {
  for (const codePoint of font.characterSet) {
    if (!isJoined(codePoint)) font.glyphForCodePoint(codePoint);
  }
}

/**
 * Most papers use no glyph outside these. Putting them into every file in the same order makes
 * most subsets equal, so that a subset is encoded once and not for each of a thousand papers;
 * it costs about 4 kB a face.
 */
const USUAL_GLYPHS =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?\'"()[]{}/\\|-+=*&@#%_<>~^`$ £–—‘’“”•·…éíóáúÉñçöüŵŷâêîôûàèòì☐☑□✓→½°';

/** A face in a document, and how many of its glyphs stand under the same numbers in every document. */
export type UsedFace = { readonly font: PDFKit.EmbeddedFont; readonly usualGlyphs: number };

/** Glyphs shown from one place on, which is so far from the word's start; thousandths of the size. */
export type Run = { readonly right: number; readonly up: number; readonly show: string };

/** A word as a PDF shows it: glyph numbers with the kerning between them. */
export type EncodedWord = { readonly runs: readonly Run[]; readonly advance: number };

/** Puts a face into a document. The document's font then shares all that is known of the face. */
export function useFace(document: PDFKit.PDFDocument, face: Face): UsedFace {
  document.font(face.parsed);
  const font = document._font;
  font.layoutCache = face.shaped.words;
  font.encode(USUAL_GLYPHS);
  const usualGlyphs = font.subset.glyphs.length;
  const encodeSubset = font.subset.encode.bind(font.subset);
  font.subset.encode = () => {
    const key = font.subset.glyphs.join();
    const known = face.subsets.get(key);
    if (known) return known;
    if (face.subsets.size >= MOST_CACHED_SUBSETS) face.subsets.clear();
    const bytes = encodeSubset();
    face.subsets.set(key, bytes);
    return bytes;
  };
  packOnce(document, font, face.packed);
  return { font, usualGlyphs };
}

import type { Face, FaceName, PaperFonts } from './fonts.ts';

/** A stretch of text in one face, or a blank to write on; `blankEms` is its length in ems. */
export type Span =
  | { readonly text: string; readonly face?: FaceName }
  | { readonly blankEms: number };

/** Text on paper. A line break in it begins a new line; other white space is a space. */
export type PaperText = string | readonly Span[];

/** The words of a text without its faces and blanks. */
export function plainText(text: PaperText): string {
  if (typeof text === 'string') return text;
  return text.map((span) => ('text' in span ? span.text : '')).join('');
}

/** What is drawn where a character has no glyph: a box, so that nobody overlooks the gap. */
const MISSING_BOX = '□';

/** A piece of a line in one face, placed at `x` points from the line's start. */
export type Segment =
  | { readonly x: number; readonly width: number; readonly face: FaceName; readonly text: string }
  | { readonly x: number; readonly width: number; readonly face: undefined };

export type Line = { readonly segments: readonly Segment[]; readonly width: number };

/** How text is to be broken: type size in points, the width to keep to, the face of plain text. */
export type TextStyle = {
  readonly size: number;
  readonly width: number;
  readonly face: FaceName;
};

/** Every character here is in all four faces, so that ordinary English skips the closer look. */
const SURELY_THERE = /^[\n\x20-\x7e\xa3\xb7\xe9\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;
const NEVER_VISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const SPACES = /[\t\v\f\r\u2000-\u200a\u2028\u2029\u205f\u3000]/gu;

/**
 * Makes text ready to draw: composed letters, plain spaces, and a box for each character that the
 * face has no glyph for. Those characters are added to `missing`.
 */
export function readyText(text: string, face: Face, missing: Set<string>): string {
  if (SURELY_THERE.test(text)) return text;
  let ready = '';
  const plain = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(SPACES, ' ');
  for (const character of plain) {
    if (character === '\n' || face.parsed.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) {
      ready += character;
    } else if (!NEVER_VISIBLE.test(character)) {
      missing.add(character);
      ready += MISSING_BOX;
    }
  }
  return ready;
}

/** Keeps the words of a phone number or another short text on one line. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

type Word = {
  readonly face: FaceName | undefined;
  readonly text: string;
  readonly width: number;
  /** Whether a space follows, so that a line may end here. */
  readonly space: number;
  readonly mayBreakAfter: boolean;
};

/** A word may end a line at a space, and after a hyphen or slash inside it unless a figure follows. */
const PARTS = /[^ \-/–—]*[-/–—]+|[^ \-/–—]+| +/g;
const GRAPHEMES = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** Breaks text into lines no wider than asked. A word longer than a line is broken inside. */
export function breakLines(
  fonts: PaperFonts,
  text: PaperText,
  style: TextStyle,
  missing: Set<string>,
): Line[] {
  const lines: Line[] = [];
  for (const paragraph of wordsByLine(fonts, text, style, missing)) {
    fillLines(fonts, paragraph, style, lines);
  }
  return lines;
}

function wordsByLine(
  fonts: PaperFonts,
  text: PaperText,
  style: TextStyle,
  missing: Set<string>,
): Word[][] {
  const paragraphs: Word[][] = [[]];
  for (const span of typeof text === 'string' ? [{ text }] : text) {
    if ('blankEms' in span) {
      const width = Math.min(span.blankEms * style.size, style.width);
      paragraphs.at(-1)?.push({ face: undefined, text: '', width, space: 0, mayBreakAfter: true });
      continue;
    }
    const name = span.face ?? style.face;
    const face = fonts[name];
    const space = face.measure(' ') * style.size;
    readyText(span.text, face, missing)
      .split('\n')
      .forEach((part, i) => {
        if (i > 0) paragraphs.push([]);
        const words = paragraphs.at(-1) ?? [];
        const pieces = part.match(PARTS) ?? [];
        for (const [nth, piece] of pieces.entries()) {
          const previous = words.at(-1);
          if (piece.startsWith(' ')) {
            if (previous && previous.face !== undefined && previous.space === 0) {
              words[words.length - 1] = { ...previous, space, mayBreakAfter: true };
            } else {
              words.push({ face: name, text: '', width: 0, space, mayBreakAfter: true });
            }
          } else {
            const width = face.measure(piece) * style.size;
            // A reference, a year such as 2026-27 or a date in figures is read as one.
            const isNumber = /^\d/.test(pieces[nth + 1] ?? '');
            const mayBreakAfter = /[-/–—]$/.test(piece) && piece.length > 1 && !isNumber;
            words.push({ face: name, text: piece, width, space: 0, mayBreakAfter });
          }
        }
      });
  }
  return paragraphs;
}

function fillLines(
  fonts: PaperFonts,
  words: readonly Word[],
  style: TextStyle,
  lines: Line[],
): void {
  let line: Word[] = [];
  let width = 0;
  const endLine = () => {
    lines.push(lineOf(line));
    line = [];
    width = 0;
  };
  for (const unit of unbreakableUnits(words)) {
    const unitWidth = unit.reduce((sum, word) => sum + word.width, 0);
    if (line.length > 0 && width + unitWidth > style.width) endLine();
    for (const word of unitWidth > style.width ? brokenUp(fonts, unit, style) : unit) {
      if (line.length > 0 && width + word.width > style.width) endLine();
      line.push(word);
      width += word.width + word.space;
    }
  }
  endLine();
}

/** Words with nothing to break at between them, such as two faces meeting in the middle of a word. */
function* unbreakableUnits(words: readonly Word[]): Generator<Word[]> {
  let unit: Word[] = [];
  for (const word of words) {
    unit.push(word);
    if (word.mayBreakAfter) {
      yield unit;
      unit = [];
    }
  }
  if (unit.length > 0) yield unit;
}

/** The same words in pieces of one letter each; for a word that is longer than a whole line. */
function* brokenUp(fonts: PaperFonts, unit: readonly Word[], style: TextStyle): Generator<Word> {
  for (const word of unit) {
    if (word.face === undefined || word.text === '') {
      yield word;
      continue;
    }
    const face = fonts[word.face];
    let piece = '';
    for (const { segment } of GRAPHEMES.segment(word.text)) {
      if (piece !== '' && face.measure(piece + segment) * style.size > style.width) {
        const width = face.measure(piece) * style.size;
        yield { face: word.face, text: piece, width, space: 0, mayBreakAfter: true };
        piece = '';
      }
      piece += segment;
    }
    yield { ...word, text: piece, width: face.measure(piece) * style.size };
  }
}

/**
 * Joins the words of a line into as few segments as its faces allow. The space that ended the line
 * stays in the text, or a reader's voice would join two words.
 */
function lineOf(words: readonly Word[]): Line {
  const segments: Segment[] = [];
  let x = 0;
  let end = 0;
  for (const word of words) {
    const text = word.space > 0 ? `${word.text} ` : word.text;
    const width = word.width + word.space;
    const last = segments.at(-1);
    if (word.face === undefined) {
      segments.push({ x, width, face: undefined });
    } else if (last?.face === word.face) {
      segments[segments.length - 1] = {
        ...last,
        width: last.width + width,
        text: last.text + text,
      };
    } else {
      segments.push({ x, width, face: word.face, text });
    }
    x += width;
    if (word.text !== '' || word.face === undefined) end = x - word.space;
  }
  return { segments, width: end };
}

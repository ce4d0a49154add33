import { type EncodedWord, type Face, MOST_CACHED_WORDS, type Run, useFace } from './fonts.ts';

const NO_RUN: Run = { right: 0, up: 0, show: '' };

/** A face in use by one document. */
export class EmbeddedFace {
  readonly #id: string;
  readonly #font: PDFKit.EmbeddedFont;
  readonly #face: Face;
  readonly #usualGlyphs: number;
  readonly #words = new Map<string, EncodedWord>();

  constructor(pdf: PDFKit.PDFDocument, face: Face) {
    const { font, usualGlyphs } = useFace(pdf, face);
    this.#face = face;
    this.#font = font;
    this.#usualGlyphs = usualGlyphs;
    this.#id = this.#font.id;
  }

  /** Names the face among the page's fonts; a page may only use what it names. */
  useOnPage(page: PDFKit.PDFPage): void {
    const fonts = page.fonts as Record<string, unknown>;
    fonts[this.#id] ??= this.#font.ref();
  }

  /**
   * The orders that show a text, from `x` on along a line `baseline` points below the page's top.
   * The page's y axis points down, so the text matrix turns the letters the right way up.
   */
  orders(text: string, x: number, baseline: number, size: number): string {
    const words = (text.match(/[^ ]* |[^ ]+$/g) ?? []).map((word) => this.#encoded(word));
    const setFont = `/${this.#id} ${num(size)} Tf`;
    if (words.every((word) => word.runs.length === 1)) {
      const shown = words.map((word) => (word.runs[0] ?? NO_RUN).show).join('');
      return `${setFont} 1 0 0 -1 ${num(x)} ${num(baseline)} Tm [${shown}] TJ`;
    }
    const orders = [setFont];
    let at = x;
    for (const { runs, advance } of words) {
      for (const run of runs) {
        const runX = num(at + (run.right * size) / 1000);
        const runY = num(baseline - (run.up * size) / 1000);
        orders.push(`1 0 0 -1 ${runX} ${runY} Tm [${run.show}] TJ`);
      }
      at += (advance * size) / 1000;
    }
    return orders.join(' ');
  }

  #encoded(word: string): EncodedWord {
    const known = this.#words.get(word) ?? this.#face.usualWords.get(word);
    if (known !== undefined) return known;
    const [hex, positions] = this.#font.encode(word);
    const encoded = encodedWord(hex, positions);
    if (hex.every((glyph) => Number.parseInt(glyph, 16) < this.#usualGlyphs))
      this.#share(word, encoded);
    else this.#words.set(word, encoded);
    return encoded;
  }

  /** Its glyphs stand under the same numbers in every file, so every file shows it alike. */
  #share(word: string, encoded: EncodedWord): void {
    const { usualWords } = this.#face;
    if (usualWords.size >= MOST_CACHED_WORDS) usualWords.clear();
    usualWords.set(word, encoded);
  }
}

/** A mark above or below a letter has its own place, and so a run of its own. */
function encodedWord(
  hex: readonly string[],
  positions: readonly PDFKit.GlyphPosition[],
): EncodedWord {
  const runs: Run[] = [];
  let run = { right: 0, up: 0, show: '' };
  let waiting = '';
  let x = 0;
  const endRun = () => {
    if (waiting !== '') run.show += `<${waiting}>`;
    if (run.show !== '') runs.push(run);
    waiting = '';
  };
  positions.forEach((position, i) => {
    const moved = position.xOffset !== 0 || position.yOffset !== 0;
    if (moved) {
      endRun();
      run = { right: x + position.xOffset, up: position.yOffset, show: `<${hex[i] ?? ''}>` };
      endRun();
      x += position.xAdvance;
      run = { right: x, up: 0, show: '' };
      return;
    }
    waiting += hex[i] ?? '';
    const kerning = position.xAdvance - position.advanceWidth;
    if (kerning !== 0) {
      run.show += `<${waiting}> ${num(-kerning)} `;
      waiting = '';
    }
    x += position.xAdvance;
  });
  endRun();
  return { runs, advance: x };
}

/** A number as PDF writes it: no exponent, and no more digits than a printer can show. */
export function num(n: number): number {
  return Math.round(n * 1000) / 1000;
}

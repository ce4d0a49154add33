import { type ReferenceMark, referencePieces } from './code.ts';
import type { Element } from './document.ts';
import { type Field, fieldPieces, rowsAsFields } from './fields.ts';
import { type Piece, unsplit } from './flow.ts';
import { type CheckBox, checkBoxPieces, writingLinePieces, writingRowPieces } from './forms.ts';
import { type Picture, picturePieces } from './pictures.ts';
import { type Signatory, signaturePieces } from './signatures.ts';
import { drawText, type Sheet, setText, type TextLook, textPieces } from './sheet.ts';
import { ACCENT, BAND, INK, lineHeight, QUIET_INK } from './style.ts';
import { fitsAcross, type Table, tablePieces } from './table.ts';
import type { PaperText } from './text.ts';

/** A heading as the bookmarks need it; `page` counts from 1. */
export type PlacedHeading = {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly page: number;
  readonly y: number;
};

/** What a paper may contain besides words, such as a chart. */
export type Figure = {
  /** Says in words what the figure shows. */
  readonly alt: string;
  /** What is drawn in one go, from top to bottom; a figure of many parts may go on over the page. */
  readonly parts: readonly FigurePart[];
};

export type FigurePart = {
  readonly height: number;
  readonly draw: (sheet: Sheet, x: number, y: number) => void;
};

/** Where a figure is divided, so many parts of it at least stand on either page. */
const LEAST_PARTS = 3;

export type Paragraph = {
  readonly face?: 'regular' | 'italic' | 'semibold' | 'bold';
  readonly quiet?: boolean;
  /** Language of the text when it is not English: `cy`, `pl`. */
  readonly lang?: string;
  readonly keepWithNext?: boolean;
};

/**
 * Writes a paper block by block, from top to bottom. One definition draws every paper size: where
 * large print leaves no room beside, things go below each other. Nothing is ever cut off.
 */
export class PaperWriter {
  readonly sheet: Sheet;
  readonly headings: PlacedHeading[] = [];
  #pieces: Piece[] = [];
  #extraGap = 0;
  #startsPage = false;
  readonly #parent: Element;

  constructor(sheet: Sheet, parent: Element) {
    this.sheet = sheet;
    this.#parent = parent;
  }

  /** Everything written so far, in order. */
  get pieces(): readonly Piece[] {
    return this.#pieces;
  }

  heading(text: string, level: 1 | 2 | 3 = 2): void {
    const { document, style, left, width } = this.sheet;
    const size = level === 1 ? style.title : level === 2 ? style.heading : style.subheading;
    const look: TextLook = { size, face: 'semibold', colour: level === 3 ? INK : ACCENT };
    const set = setText(this.sheet, text, width, look);
    const element = document.element(this.#parent, `H${level}`);
    const draw = (y: number) => {
      this.headings.push({ level, text, page: document.pageCount, y });
      document.content(element, () => drawText(this.sheet, set, { x: left, y }));
    };
    const gap = level === 3 ? style.sectionGap * 0.6 : style.sectionGap;
    this.add([{ height: set.height, gap, withNext: 'always', draw }]);
  }

  paragraph(text: PaperText, options: Paragraph = {}): void {
    const { document, style, left, width } = this.sheet;
    const element = document.element(
      this.#parent,
      'P',
      options.lang === undefined ? {} : { lang: options.lang },
    );
    const set = setText(this.sheet, text, width, {
      face: options.face ?? 'regular',
      colour: options.quiet ? QUIET_INK : INK,
    });
    const pieces = textPieces(this.sheet, element, set, { x: left, gap: style.gap });
    const last = pieces.at(-1);
    if (options.keepWithNext && last) pieces[pieces.length - 1] = { ...last, withNext: 'always' };
    this.add(pieces);
  }

  /** Words to be read from across a room, on notices and door signs. */
  announcement(text: PaperText, times = 1.6): void {
    const { document, style, left, width } = this.sheet;
    const element = document.element(this.#parent, 'P');
    const set = setText(this.sheet, text, width, { size: style.body * times, face: 'semibold' });
    this.add(textPieces(this.sheet, element, set, { x: left, gap: style.gap * 1.6 }));
  }

  /** A list with bullets, or numbered. */
  list(items: readonly PaperText[], options: { readonly numbered?: boolean } = {}): void {
    const { document, style, left, width } = this.sheet;
    const list = document.element(this.#parent, 'L');
    const indent = style.body * (options.numbered ? 1.8 : 1.2);
    items.forEach((item, i) => {
      const element = document.element(list, 'LI');
      const label = document.element(element, 'Lbl');
      const mark = setText(this.sheet, options.numbered ? `${i + 1}. ` : '• ', indent);
      const set = setText(this.sheet, item, width - indent);
      const beside = (y: number) =>
        document.content(label, () => drawText(this.sheet, mark, { x: left, y }));
      const body = document.element(element, 'LBody');
      const gap = i === 0 ? style.gap : style.gap * 0.35;
      const pieces = textPieces(this.sheet, body, set, { x: left + indent, gap, beside });
      const last = pieces.at(-1);
      // Neither the first nor the last line of a list stands on a page without its neighbour.
      const isKept = items.length > 2 && (i === 0 || i === items.length - 2);
      if (isKept && last) pieces[pieces.length - 1] = { ...last, withNext: 'if it fits' };
      this.add(pieces);
    });
  }

  /** Labels with their values. */
  fieldGrid(fields: readonly Field[]): void {
    this.add(fieldPieces(this.sheet, this.#parent, fields));
  }

  /** A table; on paper too narrow for its columns, each row becomes a list of labels and values. */
  table(table: Table): void {
    if (fitsAcross(this.sheet, table.columns)) {
      this.add(tablePieces(this.sheet, this.#parent, table));
      return;
    }
    rowsAsFields(table).forEach((fields, i) => {
      if (i > 0) this.space();
      this.add(unsplit(fieldPieces(this.sheet, this.#parent, fields)));
    });
  }

  /** What matters most, in a panel: the first line in larger letters. */
  panel(lines: readonly PaperText[], tone: 'calm' | 'alert' = 'calm'): void {
    const { document, style, left, width } = this.sheet;
    const inset = style.padding * 2.5;
    const texts = lines.map((line, i) => {
      const look: TextLook =
        i === 0 ? { size: style.heading, face: 'semibold', colour: INK } : { colour: INK };
      return {
        element: document.element(this.#parent, 'P'),
        set: setText(this.sheet, line, width - 2 * inset, look),
      };
    });
    const height = texts.reduce((sum, text) => sum + text.set.height, 0) + style.padding * 4;
    if (height > this.sheet.bodyHeight) {
      // No page could hold the panel, and its words matter more than its band.
      const place = { x: left, gap: style.gap };
      this.add(texts.flatMap(({ element, set }) => textPieces(this.sheet, element, set, place)));
      return;
    }
    const background = (y: number) =>
      document.artifact(() => {
        const box = { x: left, y, width, height };
        if (tone === 'calm') document.fillBox(box, BAND);
        else document.strokeBox(box, 2, INK);
        document.fillBox({ ...box, width: style.padding }, tone === 'calm' ? ACCENT : INK);
      });
    const draw = (y: number) => {
      background(y);
      let top = y + style.padding * 2;
      for (const { element, set } of texts) {
        document.content(element, () => drawText(this.sheet, set, { x: left + inset, y: top }));
        top += set.height;
      }
    };
    this.add([{ height, gap: style.gap * 1.5, draw }]);
  }

  writingLines(label: string, count = 1): void {
    this.add(writingLinePieces(this.sheet, this.#parent, label, count));
  }

  /** Short answers side by side. */
  writingRow(labels: readonly string[]): void {
    this.add(writingRowPieces(this.sheet, this.#parent, labels));
  }

  checkBoxes(boxes: readonly CheckBox[]): void {
    this.add(checkBoxPieces(this.sheet, this.#parent, boxes));
  }

  signatureBlock(signatories: readonly Signatory[]): void {
    this.add(signaturePieces(this.sheet, this.#parent, signatories));
  }

  figure(figure: Figure): void {
    const { document, style, left } = this.sheet;
    const element = document.element(this.#parent, 'Figure', { alt: figure.alt });
    const count = figure.parts.length;
    this.add(
      figure.parts.map((part, i): Piece => {
        const mayEndPage = i === count - 1 || (i >= LEAST_PARTS - 1 && i < count - LEAST_PARTS);
        return {
          height: part.height,
          gap: i === 0 ? style.gap : 0,
          ...(mayEndPage ? {} : { withNext: 'always' }),
          draw: (y) => document.content(element, () => part.draw(this.sheet, left, y)),
        };
      }),
    );
  }

  /** The number that the paper is found by again, in huge type and as a code. */
  referenceMark(mark: ReferenceMark): void {
    this.add(referencePieces(this.sheet, this.#parent, mark));
  }

  /** Pictures behind the paper, four to a page, under a heading of one line. */
  pictures(heading: string, pictures: readonly Picture[]): void {
    if (pictures.length === 0) return;
    this.newPage();
    this.heading(heading);
    const room = lineHeight(this.sheet.style.heading);
    this.add(picturePieces(this.sheet, this.#parent, pictures, room));
  }

  /** Whatever is written inside stays on one page, if a page is long enough for it. */
  neverSplit(write: () => void): void {
    const before = this.#pieces;
    this.#pieces = [];
    try {
      write();
    } finally {
      this.#pieces = [...before, ...unsplit(this.#pieces)];
    }
  }

  /** Extra space, in lines; it disappears at the end of a page. */
  space(lines = 1): void {
    this.#extraGap += lines * lineHeight(this.sheet.style.body);
  }

  /** What is written next begins a page, as the next of several letters does. */
  newPage(): void {
    this.#startsPage = true;
  }

  /** Adds blocks set elsewhere in this folder; a paper uses the words above. */
  add(pieces: readonly Piece[]): void {
    const [first, ...rest] = pieces;
    if (!first) return;
    const startsPage = this.#startsPage ? { startsPage: true } : {};
    this.#pieces.push({ ...first, ...startsPage, gap: first.gap + this.#extraGap }, ...rest);
    this.#extraGap = 0;
    this.#startsPage = false;
  }
}

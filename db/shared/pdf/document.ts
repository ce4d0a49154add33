import PDFDocument from 'pdfkit';
import { type DocumentFacts, infoOf, setIdentity } from './document-facts.ts';
import { EmbeddedFace, num } from './embedded-face.ts';
import type { FaceName, PaperFonts } from './fonts.ts';
import { FormFields } from './form-fields.ts';
import type { Line } from './text.ts';

/** Red, green and blue from 0 to 1, as a PDF's drawing orders want them. */
export type Colour = readonly [number, number, number];

/** The kinds of structure a reading program is told about. */
export type Tag =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Form';

/** One element of the structure tree. */
export type Element = { readonly tag: Tag; readonly element: PDFKit.PDFStructureElement };

export type ElementFacts = {
  readonly scope?: 'Row' | 'Column';
  readonly alt?: string;
  readonly lang?: string;
};

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Where a line begins; `baseline` is the distance of its letters' feet from the page's top. */
export type LinePlace = { readonly x: number; readonly baseline: number };

/** A4 in points. */
const A4_SHORT_PT = 595.28;
const A4_LONG_PT = 841.89;

/**
 * A tagged PDF file being drawn: pages, structure, text and lines, measured in points from the
 * top left corner of the page. It writes PDF drawing orders itself, because PDFKit's own text
 * functions shape and save again what a paper has drawn a hundred times already.
 */
export class PaperDocument {
  readonly width: number;
  readonly height: number;
  readonly root: Element;
  readonly #pdf: PDFKit.PDFDocument;
  readonly #fonts: PaperFonts;
  readonly #embedded = new Map<FaceName, EmbeddedFace>();
  #fields: FormFields | undefined;
  #pageIndex = -1;

  constructor(fonts: PaperFonts, facts: DocumentFacts, landscape: boolean) {
    this.#fonts = fonts;
    this.width = landscape ? A4_LONG_PT : A4_SHORT_PT;
    this.height = landscape ? A4_SHORT_PT : A4_LONG_PT;
    this.#pdf = new PDFDocument({
      size: [this.width, this.height],
      margin: 0,
      font: '',
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en-GB',
      displayTitle: true,
      info: infoOf(facts),
    });
    setIdentity(this.#pdf, facts);
    this.root = this.#attach(undefined, 'Document', {});
  }

  /** How many pages there are so far. */
  get pageCount(): number {
    return this.#pageIndex + 1;
  }

  addPage(): void {
    this.#pdf.addPage();
    this.#pageIndex = this.#pdf.bufferedPageRange().count - 1;
    // Even a page of writing lines gets its place in the structure tree.
    void this.#pdf.page.structParentTreeKey;
  }

  /** Goes back to a page to draw what is known only at the end, such as "page 1 of 3". */
  eachPage(draw: (pageNumber: number) => void): void {
    for (let i = 0; i < this.pageCount; i++) {
      this.#pdf.switchToPage(i);
      draw(i + 1);
    }
  }

  /** Adds an element to the structure tree, after its parent's other children. */
  element(parent: Element, tag: Tag, facts: ElementFacts = {}): Element {
    return this.#attach(parent, tag, facts);
  }

  #attach(parent: Element | undefined, tag: Tag, facts: ElementFacts): Element {
    const element = this.#pdf.struct(tag, facts);
    if (parent) parent.element.add(element);
    else this.#pdf.addStructure(element);
    return { tag, element };
  }

  /** Whatever is drawn inside belongs to the element. Never nest these. */
  content(element: Element, draw: () => void): void {
    const content = this.#pdf.markStructureContent(element.tag);
    draw();
    this.#pdf.endMarkedContent();
    element.element.add(content);
  }

  /** Whatever is drawn inside is decoration: reading programs pass over it. */
  artifact(draw: () => void, attached?: 'Top' | 'Bottom'): void {
    this.#pdf.markContent(
      'Artifact',
      attached ? { type: 'Pagination', attached: [attached] } : { type: 'Layout' },
    );
    draw();
    this.#pdf.endMarkedContent();
  }

  /** Draws the words of a line. */
  line(line: Line, at: LinePlace, size: number, colour: Colour): void {
    const orders: string[] = [];
    for (const segment of line.segments) {
      if (segment.face !== undefined && segment.text !== '') {
        const face = this.#embeddedFace(segment.face);
        face.useOnPage(this.#pdf.page);
        orders.push(face.orders(segment.text, at.x + segment.x, at.baseline, size));
      }
    }
    if (orders.length > 0) {
      this.#pdf.addContent(`BT ${colour.map(num).join(' ')} rg ${orders.join(' ')} ET`);
    }
  }

  fillBox(box: Box, colour: Colour): void {
    this.#pdf.addContent(`${colour.map(num).join(' ')} rg ${sidesOf(box)} re f`);
  }

  strokeBox(box: Box, thickness: number, colour: Colour): void {
    const pen = `${num(thickness)} w ${colour.map(num).join(' ')} RG`;
    this.#pdf.addContent(`${pen} ${sidesOf(box)} re S`);
  }

  /** Draws straight strokes through the points. */
  stroke(points: readonly (readonly [number, number])[], thickness: number, colour: Colour): void {
    const path = points.map(([x, y], i) => `${num(x)} ${num(y)} ${i === 0 ? 'm' : 'l'}`).join(' ');
    this.#pdf.addContent(`${num(thickness)} w ${colour.map(num).join(' ')} RG ${path} S`);
  }

  /** Fills many boxes in one order, as a code of squares needs. */
  fillBoxes(boxes: readonly Box[], colour: Colour): void {
    const path = boxes.map((box) => `${sidesOf(box)} re`).join(' ');
    this.#pdf.addContent(`${colour.map(num).join(' ')} rg ${path} f`);
  }

  /** Draws a pen's strokes with round ends; a stroke of one point is a dot. */
  penStrokes(
    strokes: readonly (readonly (readonly [number, number])[])[],
    thickness: number,
    colour: Colour,
  ): void {
    const paths = strokes.map((points) => {
      const [x, y] = points[0] ?? [0, 0];
      const on = points.length === 1 ? points : points.slice(1);
      return `${num(x)} ${num(y)} m ${on.map(([toX, toY]) => `${num(toX)} ${num(toY)} l`).join(' ')}`;
    });
    const pen = `${num(thickness)} w ${colour.map(num).join(' ')} RG 1 J 1 j`;
    this.#pdf.addContent(`q ${pen} ${paths.join(' ')} S Q`);
  }

  /** Draws a JPEG or PNG as large as the box allows, in its middle. */
  picture(bytes: Uint8Array, box: Box): void {
    const image = this.#pdf.openImage(bytes);
    const scale = Math.min(box.width / image.width, box.height / image.height);
    const [width, height] = [image.width * scale, image.height * scale];
    this.#pdf.image(
      image as unknown as string,
      box.x + (box.width - width) / 2,
      box.y + (box.height - height) / 2,
      { width, height },
    );
  }

  /** The fields to fill in on a screen; a file that asks for none has no form. */
  get fields(): FormFields {
    this.#fields ??= new FormFields(this.#pdf, this.#fonts.regular);
    return this.#fields;
  }

  /** Draws one word turned about its middle, for a mark across the page. */
  turnedWord(word: string, size: number, degrees: number, colour: Colour): void {
    const face = this.#embeddedFace('semibold');
    face.useOnPage(this.#pdf.page);
    const angle = (-degrees * Math.PI) / 180;
    const turn = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle)].map(num);
    const middle = `${num(this.width / 2)} ${num(this.height / 2)}`;
    const half = (this.#fonts.semibold.measure(word) * size) / 2;
    const text = face.orders(word, -half, size * 0.33, size);
    this.#pdf.addContent(
      `q ${turn.join(' ')} ${middle} cm BT ${colour.map(num).join(' ')} rg ${text} ET Q`,
    );
  }

  /** Adds a bookmark, under another if one is given. `y` is the heading's distance from the top. */
  bookmark(
    title: string,
    pageNumber: number,
    y: number,
    under?: PDFKit.PDFOutline,
  ): PDFKit.PDFOutline {
    const parent = under ?? this.#pdf.outline;
    // PDFKit takes `left` off the page's width, so the full width means the left edge.
    return parent.addItem(title, { pageNumber: pageNumber - 1, top: y, left: this.width });
  }

  /** Ends the file. */
  finish(): Uint8Array {
    this.#pdf.end();
    // PDFKit is a stream, but all of it has been written by now and waits to be read in one piece.
    const bytes: unknown = this.#pdf.read();
    if (!(bytes instanceof Uint8Array)) throw new Error('PDFKit gave no file.');
    return bytes;
  }

  #embeddedFace(name: FaceName): EmbeddedFace {
    let face = this.#embedded.get(name);
    if (!face) {
      face = new EmbeddedFace(this.#pdf, this.#fonts[name]);
      this.#embedded.set(name, face);
    }
    return face;
  }
}

function sidesOf(box: Box): string {
  return [box.x, box.y, box.width, box.height].map(num).join(' ');
}

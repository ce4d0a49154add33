import { num } from './embedded-face.ts';
import type { Face } from './fonts.ts';
import { formFont } from './form-font.ts';

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What a field is for. `label` is read out by reading programs and shown when the pointer rests on it. */
export type TextFieldFacts = {
  readonly label: string;
  readonly size: number;
  readonly isMultiline?: boolean;
  readonly align?: 'left' | 'right' | 'centre';
};

/** Bits and numbers of ISO 32000-1, 12.7.4. */
const MULTILINE = 1 << 12;
const PRINTED = 1 << 2;
const QUADDING = { left: 0, centre: 1, right: 2 } as const;

/**
 * The fields of one file that are filled in on a screen. PDFKit's own form functions drop the label and the place in
 * the structure, and leave check boxes without a picture, so the dictionaries are written here.
 */
export class FormFields {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #form: PDFKit.FieldsOfForm = [];
  readonly #marks = new Map<number, PDFKit.PDFKitReference>();

  constructor(pdf: PDFKit.PDFDocument, face: Face) {
    this.#pdf = pdf;
    const fonts = { Typed: formFont(pdf, face), ZaDb: zapfDingbats(pdf) };
    pdf._acroform = { fonts, defaultFont: 'Typed' };
    pdf._root.data['AcroForm'] = pdf.ref({
      Fields: this.#form,
      // Viewers draw what was typed; a program that fills in values need not draw them.
      NeedAppearances: true,
      DA: textOf('/Typed 0 Tf 0 g'),
      DR: { Font: { ...fonts } },
    });
  }

  /** A line, or a box of lines, to type in. Call it outside `content` and `artifact`. */
  text(element: PDFKit.PDFStructureElement, box: Box, facts: TextFieldFacts): void {
    this.#add(element, box, facts.label, {
      FT: 'Tx',
      Ff: facts.isMultiline === true ? MULTILINE : 0,
      Q: QUADDING[facts.align ?? 'left'],
      DA: textOf(`/Typed ${num(facts.size)} Tf 0 g`),
    });
  }

  /** A square to tick; `box` is the square itself. Call it outside `content` and `artifact`. */
  check(
    element: PDFKit.PDFStructureElement,
    box: Box,
    facts: { readonly label: string; readonly isTicked: boolean },
  ): void {
    const state = facts.isTicked ? 'Yes' : 'Off';
    this.#add(element, box, facts.label, {
      FT: 'Btn',
      Ff: 0,
      V: state,
      AS: state,
      DA: textOf('/ZaDb 0 Tf 0 g'),
      // The tick of ZapfDingbats, for viewers that draw the box again.
      MK: { CA: textOf('4') },
      AP: { N: { Yes: this.#picture(box.width, true), Off: this.#picture(box.width, false) } },
    });
  }

  #add(
    element: PDFKit.PDFStructureElement,
    box: Box,
    label: string,
    entries: Readonly<Record<string, unknown>>,
  ): void {
    const pdf = this.#pdf;
    pdf.annotate(box.x, box.y, box.width, box.height, {
      Subtype: 'Widget',
      F: PRINTED,
      // A full stop in a name would make parts of it, and two fields of one name would be one field.
      T: textOf(`${this.#form.length + 1} ${label.replaceAll('.', '')}`),
      TU: textOf(label),
      ...entries,
      structParent: element,
    });
    const onPage = pdf.page.annotations as readonly PDFKit.PDFKitReference[];
    this.#form.push(...onPage.slice(-1));
  }

  /** How a box of this side looks, ticked or empty. The square round it is part of the paper. */
  #picture(side: number, isTicked: boolean): PDFKit.PDFKitReference {
    const key = isTicked ? side : -side;
    const known = this.#marks.get(key);
    if (known !== undefined) return known;
    const picture = this.#pdf.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, num(side), num(side)],
      Resources: {},
    });
    const at = (share: number) => num(side * share);
    const tick = `${at(0.12)} w 1 J 1 j ${at(0.2)} ${at(0.52)} m ${at(0.42)} ${at(0.26)} l ${at(0.8)} ${at(0.8)} l S`;
    picture.end(Buffer.from(isTicked ? tick : 'n'));
    this.#marks.set(key, picture);
    return picture;
  }
}

/** The font of ticks, which every viewer has. */
function zapfDingbats(pdf: PDFKit.PDFDocument): PDFKit.PDFKitReference {
  const font = pdf.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'ZapfDingbats' });
  font.end(null);
  return font;
}

/** PDFKit writes a String object as text, and a plain string as a name. */
function textOf(text: string): object {
  return Object(text) as object;
}

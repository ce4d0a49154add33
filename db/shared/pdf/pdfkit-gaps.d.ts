/**
 * What PDFKit 0.20 has and its published types do not know. Everything here was read in PDFKit's
 * own source; check it again when PDFKit changes, since the names with an underscore are its own.
 */
declare namespace PDFKit {
  /** A font that fontkit has read; PDFKit takes it as it is and reads nothing again. */
  type ParsedFont = {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly bbox: {
      readonly minX: number;
      readonly minY: number;
      readonly maxX: number;
      readonly maxY: number;
    };
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly name: string; readonly advanceWidth: number };
  };

  /** Where one glyph goes, in thousandths of the type size. */
  type GlyphPosition = {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
    readonly advanceWidth: number;
  };

  /** A parsed font in use by one document: only the glyphs drawn are embedded. */
  type EmbeddedFont = {
    readonly id: string;
    readonly font: ParsedFont;
    readonly subset: { readonly glyphs: readonly number[]; encode(): Uint8Array };
    /** Shaped words by their text. */
    layoutCache: object;
    encode(text: string): [hex: string[], positions: GlyphPosition[]];
    widthOfString(text: string, size: number): number;
    ref(): PDFKitReference;
    /** Writes the font and its tables into the file; PDFKit calls it at the end. */
    embed(): void;
  };

  interface PDFDocument {
    _font: EmbeddedFont;
    /** The file's identity in its trailer. */
    _id: Uint8Array;
    /** The catalogue, and what is known of the file's form; PDFKit ends both with the file. */
    readonly _root: { readonly data: Record<string, unknown> };
    _acroform?: {
      readonly fonts: Readonly<Record<string, PDFKitReference>>;
      readonly defaultFont: string;
    };
    openImage(bytes: Uint8Array): OpenedImage;
  }

  /** A picture that PDFKit has read; its size is in dots. */
  type OpenedImage = { readonly width: number; readonly height: number };

  /** Every field of a form, in the order of the tab key. */
  type FieldsOfForm = PDFKitReference[];

  interface PDFPage {
    /** Reading it gives the page its place in the structure tree. */
    readonly structParentTreeKey: number;
  }

  interface PDFOutline {
    addItem(title: string, options: { pageNumber: number; top: number; left: number }): PDFOutline;
  }

  namespace Mixins {
    interface PDFFont {
      font(src: ParsedFont): this;
    }
    interface StructureElementOptions {
      scope?: 'Row' | 'Column';
    }
    interface AnnotationOption {
      Subtype?: string;
      F?: number;
      T?: object;
      TU?: object;
      structParent?: PDFStructureElement;
    }
    interface MarkingOptions {
      attached?: readonly string[];
    }
  }
}

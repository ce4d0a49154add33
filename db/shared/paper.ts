import { z } from 'zod';

/** How large a paper's text is: 12 pt, or 18 pt for readers who need it. */
export const PaperSize = z.enum(['normal', 'large']);
export type PaperSize = z.infer<typeof PaperSize>;

/** A paper to draw: which one, from which values. The values are plain JSON and complete. */
export type PaperJob = {
  readonly paper: string;
  readonly values: unknown;
};

/** Hears how far a long paper is, part by part; it throws where nobody wants the paper any more. */
export type TellDrawn = (done: number, total: number) => void;

/** A finished paper as the drawing worker hands it over. */
export type DrawnPaper = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters that no font of ours has; each was printed as a visible box. */
  readonly missingGlyphs: readonly string[];
};

/** A finished paper as every door hands it out. */
export const Paper = z.object({
  title: z.string(),
  fileName: z.string(),
  pages: z.int().positive(),
  missingGlyphs: z.array(z.string()),
  base64: z.string(),
});
export type Paper = z.infer<typeof Paper>;

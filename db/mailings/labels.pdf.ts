import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import { PaperDocument } from '#db/shared/pdf/document';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { fitted } from '#db/shared/pdf/merged-letters';
import { drawText, type Sheet } from '#db/shared/pdf/sheet';
import { STYLES, WATERMARK } from '#db/shared/pdf/style';
import { LabelSheet } from './mailings.contract.ts';

/** Address labels for a sheet of A4 as stationers sell it. */
export const LabelsValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  sheet: LabelSheet,
  /** The first label that is still on the sheet, from 1. */
  startAt: z.int().positive(),
  labels: z.array(z.array(z.string()).readonly()).readonly(),
});
export type LabelsValues = z.infer<typeof LabelsValues>;

const mm = (length: number): number => (length * 72) / 25.4;

/** Where labels lie on the usual sheets, in points: L7160 with 21 and L7163 with 14 labels. */
const SHEETS: Readonly<
  Record<
    LabelSheet,
    {
      readonly across: number;
      readonly down: number;
      readonly left: number;
      readonly width: number;
      readonly stepRight: number;
    }
  >
> = {
  '21': { across: 3, down: 7, left: mm(7.25), width: mm(63.5), stepRight: mm(66) },
  '14': { across: 2, down: 7, left: mm(4.65), width: mm(99.1), stepRight: mm(101.6) },
};
const TOP_PT = mm(15.15);
const HEIGHT_PT = mm(38.1);
/** Printers are a millimetre or two off; nothing stands closer to an edge than this. */
const INSET_PT = mm(5);
const SIZE_PT = 12;
const LINE_PT = 14.4;

export function drawLabels(fonts: PaperFonts, values: LabelsValues): DrawnPaper {
  const place = SHEETS[values.sheet];
  const onOneSheet = place.across * place.down;
  const document = new PaperDocument(
    fonts,
    {
      title: `Labels ${values.reference}`,
      author: values.letterhead.centre,
      subject: values.reference,
      createdAt: values.printedAt,
    },
    false,
  );
  const missing = new Set<string>();
  const width = place.width - 2 * INSET_PT;
  const sheet: Sheet = {
    document,
    fonts,
    style: STYLES.normal,
    left: 0,
    width,
    bodyHeight: HEIGHT_PT,
    missing,
  };
  values.labels.forEach((lines, i) => {
    const at = i + values.startAt - 1;
    const spot = at % onOneSheet;
    if (i === 0 || spot === 0) {
      document.addPage();
      if (values.practice)
        document.artifact(() => document.turnedWord('PRACTICE', SIZE_PT * 10, 52, WATERMARK));
    }
    const x = place.left + (spot % place.across) * place.stepRight + INSET_PT;
    const top = TOP_PT + Math.floor(spot / place.across) * HEIGHT_PT;
    const y = top + (HEIGHT_PT - lines.length * LINE_PT) / 2;
    document.content(document.element(document.root, 'P'), () =>
      lines.forEach((line, row) =>
        drawText(sheet, fitted(sheet, line, width, SIZE_PT), { x, y: y + row * LINE_PT }),
      ),
    );
  });
  const pages = document.pageCount;
  return { bytes: document.finish(), pages, missingGlyphs: [...missing].sort() };
}

import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';

/** Each area with the groups and representatives that are there for it (DOC-18, GRP-20). */
export const CoverageListValues = z.object({
  ...PaperFrame.shape,
  /** What the list is called, by what it leaves out. */
  title: z.string(),
  /** How many have nobody. */
  summary: z.string(),
  lines: z
    .array(z.object({ area: z.string(), kind: z.string(), cover: z.string(), groups: z.string() }))
    .readonly(),
});
export type CoverageListValues = z.infer<typeof CoverageListValues>;

/** Draws the list of areas. */
export function drawCoverageList(fonts: PaperFonts, values: CoverageListValues): DrawnPaper {
  const options = {
    frame: values,
    title: values.title,
    template: 'Area coverage list, version 2',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(values.summary);
    if (values.lines.length === 0) return;
    paper.table({
      columns: [
        { heading: 'Area', share: 30, leastEms: 8, namesRow: true },
        { heading: 'Kind', share: 18, leastEms: 6 },
        { heading: 'Who is there', share: 20, leastEms: 7 },
        { heading: 'Groups and representatives', share: 32, leastEms: 8 },
      ],
      rows: values.lines.map((line) => [line.area, line.kind, line.cover, line.groups]),
    });
  });
}

import { z } from 'zod';
import type { DrawnPaper, PaperSize } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawOnOnePage, drawPaper } from '#db/shared/pdf/paper';

/** The conditions of use for the wall (DOC-05). */
export const NoticeValues = z.object({
  ...PaperFrame.shape,
  /** One sentence each, in the words of the settings. */
  conditions: z.array(z.string()).readonly(),
});
export type NoticeValues = z.infer<typeof NoticeValues>;

/** How many times as large as running text the conditions stand, from the largest on; never smaller than across a room. */
const TIMES_AS_LARGE: Readonly<Record<PaperSize, readonly number[]>> = {
  normal: [3.2, 2.9, 2.6, 2.4, 2.2, 2, 1.8],
  large: [2.2, 2, 1.8, 1.6, 1.4, 1.25, 1.1],
};

/** Draws the notice in letters that can be read from across a room, as large as one page lets them be. */
export function drawNotice(fonts: PaperFonts, values: NoticeValues): DrawnPaper {
  return drawOnOnePage(TIMES_AS_LARGE[values.size], (times) =>
    drawConditions(fonts, values, times),
  );
}

function drawConditions(fonts: PaperFonts, values: NoticeValues, times: number): DrawnPaper {
  const options = {
    frame: values,
    title: 'Conditions of use',
    template: 'Conditions of use, version 2',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.announcement('Everybody who uses this centre agrees to this:', times);
    for (const condition of values.conditions) paper.announcement(condition, times);
    if (values.conditions.length === 0)
      paper.announcement('Leave the rooms as you would like to find them.', times);
    paper.announcement('Ask at the desk if anything is not clear.', Math.max(1, times * 0.6));
  });
}

import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';

/** The conditions of use for the wall (DOC-05). */
export const NoticeValues = z.object({
  ...PaperFrame.shape,
  /** One sentence each, in the words of the settings. */
  conditions: z.array(z.string()).readonly(),
});
export type NoticeValues = z.infer<typeof NoticeValues>;

/** Draws the notice in letters that can be read from across a room. */
export function drawNotice(fonts: PaperFonts, values: NoticeValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Conditions of use',
    template: 'Conditions of use, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    const times = values.size === 'normal' ? 1.8 : 1.1;
    paper.announcement('Everybody who uses this centre agrees to this:', times);
    for (const condition of values.conditions) paper.announcement(condition, times);
    if (values.conditions.length === 0)
      paper.announcement('Leave the rooms as you would like to find them.', times);
    paper.paragraph('Ask at the desk if anything is not clear.');
  });
}

import { z } from 'zod';
import { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import type { DrawnPaper, PaperSize } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawOnOnePage, drawPaper } from '#db/shared/pdf/paper';
import { formatDate, formatTimeRange } from '#db/shared/plain-words';

/** The sign for a room's door for one day. */
export const DoorSignValues = z.object({
  ...PaperFrame.shape,
  facility: z.string(),
  date: LocalDate,
  /** Why it is closed; empty without a reason; null when it is open. */
  closed: z.string().nullable(),
  bookings: z
    .array(
      z.object({
        from: LocalTime,
        until: LocalEndTime,
        /** Who meets; only with leave, else 'Booked'. */
        words: z.string(),
      }),
    )
    .readonly(),
});
export type DoorSignValues = z.infer<typeof DoorSignValues>;

/**
 * How many times as large as running text the times stand, from the largest on. Large print would rather have another
 * page than smaller letters than 27 point.
 */
const TIMES_AS_LARGE: Readonly<Record<PaperSize, readonly number[]>> = {
  normal: [4.5, 4, 3.6, 3.2, 2.8, 2.5, 2.2, 1.9, 1.6],
  large: [3.6, 3.2, 2.8, 2.4, 2.1, 1.8, 1.5],
};

/** Draws the sign in letters that are read from the corridor, as large as one page lets them be. */
export function drawDoorSign(fonts: PaperFonts, values: DoorSignValues): DrawnPaper {
  return drawOnOnePage(TIMES_AS_LARGE[values.size], (times) => drawSign(fonts, values, times));
}

function drawSign(fonts: PaperFonts, values: DoorSignValues, times: number): DrawnPaper {
  const options = {
    frame: values,
    title: values.facility,
    template: 'Door sign, version 2',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.announcement(formatDate(values.date), times * 0.8);
    if (values.closed !== null)
      paper.announcement(values.closed === '' ? 'Closed' : `Closed: ${values.closed}`, times);
    for (const booking of values.bookings)
      paper.neverSplit(() => {
        paper.space(0.6);
        paper.announcement(formatTimeRange(booking.from, booking.until), times);
        paper.announcement(booking.words, times * 0.85);
      });
    if (values.bookings.length === 0 && values.closed === null) {
      paper.space(0.6);
      paper.announcement('Free all day. Ask at the desk.', times);
    }
  });
}

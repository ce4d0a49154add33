import { z } from 'zod';
import { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
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

/** Draws the sign in letters that are read from the corridor; large print is larger still. */
export function drawDoorSign(fonts: PaperFonts, values: DoorSignValues): DrawnPaper {
  const options = {
    frame: values,
    title: values.facility,
    template: 'Door sign, version 1',
  };
  const times = timesAsLarge(values);
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

/** As large as a usual day lets the letters be on one page. */
function timesAsLarge({ size, bookings }: DoorSignValues): number {
  if (size === 'large') return bookings.length > 2 ? 1.8 : 2.4;
  return bookings.length > 3 ? 2.2 : 3.2;
}

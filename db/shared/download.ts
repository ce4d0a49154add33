import { z } from 'zod';

/** A file of text to keep: a table for a spreadsheet, a calendar file. The door hands it out as it stands. */
export const Download = z.object({
  title: z.string(),
  fileName: z.string(),
  mediaType: z.enum(['text/csv', 'text/calendar']),
  text: z.string(),
});
export type Download = z.infer<typeof Download>;

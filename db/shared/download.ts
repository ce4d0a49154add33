// [browser-safe]
import { z } from 'zod';

/** A file to keep: a table for a spreadsheet, a calendar file, data for another program. The door hands it out as it stands. */
export const Download = z.object({
  title: z.string(),
  fileName: z.string(),
  mediaType: z.enum([
    'text/csv',
    'text/calendar',
    'application/json',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]),
  /** The file's text; of a workbook, which is no text, its bytes in base64. */
  text: z.string(),
});
export type Download = z.infer<typeof Download>;

/** Whether the text of a file is its bytes in base64. */
export const isInBase64 = (file: { readonly mediaType: string }): boolean =>
  !file.mediaType.startsWith('text/') && file.mediaType !== 'application/json';

import { z } from 'zod';

/** One part of a group's record sheet, as the module that knows it gives it: facts, a table, or one line. */
export const SheetSection = z.object({
  heading: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
  table: z
    .object({ headings: z.array(z.string()), rows: z.array(z.array(z.string())) })
    .nullable()
    .default(null),
  /** Said in place of an empty table. */
  empty: z.string().default(''),
});
export type SheetSection = z.input<typeof SheetSection>;

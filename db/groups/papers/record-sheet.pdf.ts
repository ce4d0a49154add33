import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { Table } from '#db/shared/pdf/table';
import { SheetSection } from './sheet-section.ts';

/** All that is on record about one group, module by module (DOC-17). */
export const RecordSheetValues = z.object({
  ...PaperFrame.shape,
  /** 'Group record sheet', or that of a person. */
  title: z.string(),
  name: z.string(),
  /** Said large at the top: that it ended, and what goes on in its place. */
  notice: z.array(z.string()).readonly(),
  sections: z.array(SheetSection).readonly(),
});
export type RecordSheetValues = z.infer<typeof RecordSheetValues>;

/** Draws the record sheet of a group. */
export function drawRecordSheet(fonts: PaperFonts, values: RecordSheetValues): DrawnPaper {
  const options = {
    frame: values,
    title: values.title,
    reference: values.name,
    template: `${values.title}, version 2`,
  };
  return drawPaper(fonts, options, (paper) => {
    if (values.notice.length > 0) paper.panel(values.notice, 'alert');
    for (const section of values.sections) writeSection(paper, section);
  });
}

function writeSection(paper: PaperWriter, section: RecordSheetValues['sections'][number]): void {
  const { fields, table } = section;
  paper.heading(section.heading);
  if (fields.length > 0) paper.fieldGrid(fields);
  if (table !== null && table.rows.length > 0) paper.table(withoutEmptyColumns(table));
  else if (section.empty !== '') paper.paragraph(section.empty);
}

/** A column in which nobody has entered anything says nothing, and in large print it costs a line in every row. */
function withoutEmptyColumns(table: {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): Table {
  const kept = table.headings
    .map((heading, i) => ({ heading, i }))
    .filter(({ i }) => i === 0 || table.rows.some((row) => row[i] !== ''));
  return {
    columns: kept.map(({ heading, i }) => ({
      heading,
      share: i === 0 ? 3 : 2,
      leastEms: i === 0 ? 8 : 6,
      ...(i === 0 ? { namesRow: true } : {}),
    })),
    rows: table.rows.map((row) => kept.map(({ i }) => row[i] ?? '')),
  };
}

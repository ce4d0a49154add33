import { CSV_MARK, formatCsv } from './csv.ts';
import type { SlowWork } from './ctx.ts';
import type { Download } from './download.ts';
import type { PlainTable, TableKind } from './table.ts';

/**
 * A table as a file for a spreadsheet, both kinds from the same columns. A workbook is made in a thread, because ten
 * thousand rows take it a second in which nobody else could be served.
 * @param name the name of the file without its ending: 'sounding-board-2027-01-04'
 */
export async function saveTable(
  steps: { readonly slow: Pick<SlowWork, 'writeWorkbook'> },
  file: { readonly as: TableKind; readonly name: string; readonly table: PlainTable },
): Promise<Download> {
  const { as, name, table } = file;
  const named = { title: table.title, fileName: `${name}.${as}` };
  return as === 'csv'
    ? { ...named, mediaType: 'text/csv', text: toCsv(table) }
    : {
        ...named,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        text: Buffer.from(await steps.slow.writeWorkbook(table)).toString('base64'),
      };
}

/** Dates as 2027-01-04, which no spreadsheet takes for another day; money in pounds; nothing that could be a formula. */
function toCsv({ columns, rows }: PlainTable): string {
  const isMoney = columns.map(({ kind }) => kind === 'money');
  return `${CSV_MARK}${formatCsv([
    columns.map(({ heading }) => heading),
    ...rows.map((row) =>
      row.map((cell, at) => (isMoney[at] === true && typeof cell === 'number' ? cell / 100 : cell)),
    ),
  ])}`;
}

import { setImmediate as theOthersTurn } from 'node:timers/promises';
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
    ? { ...named, mediaType: 'text/csv', text: await toCsv(table) }
    : {
        ...named,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        text: Buffer.from(await steps.slow.writeWorkbook(table)).toString('base64'),
      };
}

/** After so many rows others have their turn. */
const AT_ONCE = 2000;

/** Dates as 2027-01-04, which no spreadsheet takes for another day; money in pounds; nothing that could be a formula. */
async function toCsv({ columns, rows }: PlainTable): Promise<string> {
  const isMoney = columns.map(({ kind }) => kind === 'money');
  const parts = [CSV_MARK, formatCsv([columns.map(({ heading }) => heading)])];
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE);
    parts.push(
      formatCsv(
        some.map((row) =>
          row.map((cell, at) =>
            isMoney[at] === true && typeof cell === 'number' ? cell / 100 : cell,
          ),
        ),
      ),
    );
    await theOthersTurn();
  }
  return parts.join('');
}

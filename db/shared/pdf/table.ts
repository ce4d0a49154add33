import type { Element } from './document.ts';
import type { Piece } from './flow.ts';
import { checkField, textField } from './fillable.ts';
import { drawText, linesOf, type SetText, type Sheet, setText } from './sheet.ts';
import { ACCENT, BAND, HAIRLINE, lineHeight, WRITING_INK } from './style.ts';
import { type PaperText, plainText } from './text.ts';

/** A cell that holds only this is a box to tick. */
const EMPTY_BOX = '☐';

export type Column = {
  readonly heading: string;
  /** Its part of the width, against the other columns' parts. */
  readonly share: number;
  /** It is never narrower than this many ems; too many such columns turn rows into lists. */
  readonly leastEms?: number;
  readonly align?: 'left' | 'right' | 'centre';
  /** Names its row: read out before the row's other cells, and printed semibold. */
  readonly namesRow?: boolean;
};

export type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly PaperText[])[];
  /** Lines round every cell, for tables that people write in. */
  readonly ruled?: boolean;
  /** Rows are at least this high, in writing lines. */
  readonly rowWritingLines?: number;
};

type Cell = {
  readonly text: SetText;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'centre';
};

type Place = { readonly column: Column; readonly x: number; readonly width: number };

type Row = { readonly cells: readonly Cell[]; readonly height: number };

/** Whether the columns can keep their least widths at this paper size. */
export function fitsAcross(sheet: Sheet, columns: readonly Column[]): boolean {
  const least = columns.reduce((sum, column) => sum + (column.leastEms ?? 0), 0);
  return least * sheet.style.body + columns.length * 2 * sheet.style.padding <= sheet.width;
}

/** So many empty rows are there to write in, even if they need a page; more only as far as a page has room. */
const LEAST_EMPTY_ROWS = 3;

/**
 * A table whose heading row comes again on each page. A row is never divided, unless it is taller
 * than a page by itself.
 */
export function tablePieces(sheet: Sheet, parent: Element, table: Table): Piece[] {
  const { document } = sheet;
  const places = columnPlaces(sheet, table.columns);
  const element = document.element(parent, 'Table');
  const head = document.element(document.element(element, 'THead'), 'TR');
  const headings = table.columns.map((column) => column.heading);
  const headRow = setRow(sheet, places, headings, () => true);
  const headCells = headings.map(() => document.element(head, 'TH', { scope: 'Column' }));
  const drawBand = (y: number) =>
    document.artifact(() => {
      document.fillBox({ x: sheet.left, y, width: sheet.width, height: headRow.height }, BAND);
      horizontal(sheet, y + headRow.height, 1.25);
    });
  const repeat = {
    height: headRow.height,
    draw: (y: number) => {
      drawBand(y);
      document.artifact(() => {
        for (const cell of headRow.cells) drawCell(sheet, cell, y);
      });
    },
  };
  const headPiece: Piece = {
    height: headRow.height,
    gap: sheet.style.gap,
    withNext: 'always',
    draw: (y) => {
      drawBand(y);
      drawCells(sheet, headRow, headCells, y);
    },
  };

  const leastHeight = (table.rowWritingLines ?? 0) * sheet.style.writingLine;
  const body = document.element(element, 'TBody');
  const firstToSpare = firstEmptyRow(table) + LEAST_EMPTY_ROWS;
  const rows = table.rows.flatMap((texts, nth) => {
    const isToSpare = nth >= firstToSpare;
    const names = table.columns.map((column) => column.namesRow === true);
    const isFilledIn = sheet.isFillable === true && table.ruled === true;
    const shown = isFilledIn ? texts.map((text) => (text === EMPTY_BOX ? '' : text)) : texts;
    const set = setRow(sheet, places, shown, (place) => place.column.namesRow === true);
    const row = { ...set, height: Math.max(set.height, leastHeight) };
    const cellElements = () => {
      const rowElement = document.element(body, 'TR');
      return names.map((isName) =>
        isName
          ? document.element(rowElement, 'TH', { scope: 'Row' })
          : document.element(rowElement, 'TD'),
      );
    };
    // A row that may be left out comes into being when it is drawn, or it would be read out all the same.
    const cells = isToSpare ? undefined : cellElements();
    return partsOf(sheet, row, sheet.bodyHeight - repeat.height).map(
      (part): Piece => ({
        height: part.height,
        gap: 0,
        repeat,
        ...(isToSpare ? { onlyIfRoom: true } : {}),
        draw: (y) => {
          document.artifact(() => drawRules(sheet, table, part, y));
          const elements = cells ?? cellElements();
          drawCells(sheet, part, elements, y);
          if (!isFilledIn) return;
          part.cells.forEach((cell, column) => {
            const [element, text] = [elements[column], texts[column] ?? ''];
            if (element === undefined || (text !== '' && text !== EMPTY_BOX)) return;
            const label = `${table.columns[column]?.heading ?? ''}, ${nameOfRow(texts, nth)}`;
            drawField(sheet, element, { cell, y, height: part.height, text, label });
          });
        },
      }),
    );
  });
  return [headPiece, ...rows];
}

/** What a reading program says of a row's cells: the name printed in it, else its place. */
function nameOfRow([first = '']: readonly PaperText[], nth: number): string {
  const name = plainText(first);
  return name === '' ? `row ${nth + 1}` : name;
}

/** Where the empty rows at a table's end begin; past its last row when it has none. */
function firstEmptyRow({ rows }: Table): number {
  return rows.findLastIndex((row) => row.some((text) => text !== '')) + 1;
}

function columnPlaces(sheet: Sheet, columns: readonly Column[]): Place[] {
  const least = columns.map(
    (column) => (column.leastEms ?? 0) * sheet.style.body + 2 * sheet.style.padding,
  );
  const shares = sum(columns.map((column) => column.share));
  const wanted = columns.map((column) => (sheet.width * column.share) / shares);
  // What the columns that need more than their share take comes off the others' room to spare.
  const lacking = sum(wanted.map((width, i) => Math.max(0, (least[i] ?? 0) - width)));
  const spare = sum(wanted.map((width, i) => Math.max(0, width - (least[i] ?? 0))));
  let x = sheet.left;
  return columns.map((column, i) => {
    const width = wanted[i] ?? 0;
    const ownLeast = least[i] ?? 0;
    const given =
      width <= ownLeast ? ownLeast : width - ((width - ownLeast) * lacking) / (spare || 1);
    const left = x;
    x += given;
    return { column, x: left, width: given };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function setRow(
  sheet: Sheet,
  places: readonly Place[],
  texts: readonly PaperText[],
  isSemibold: (place: Place) => boolean,
): Row {
  const { padding } = sheet.style;
  const cells = places.map((place, i): Cell => {
    const width = place.width - 2 * padding;
    const face = isSemibold(place) ? 'semibold' : 'regular';
    const text = setText(sheet, texts[i] ?? '', width, { face });
    return { text, x: place.x + padding, width, align: place.column.align ?? 'left' };
  });
  const height = Math.max(...cells.map((cell) => cell.text.height)) + 2 * padding;
  return { cells, height };
}

/** The row itself, or parts of it when it is taller than a page has room. */
function partsOf(sheet: Sheet, row: Row, room: number): Row[] {
  if (row.height <= room) return [row];
  const { padding, body } = sheet.style;
  const linesAPart = Math.max(1, Math.floor((room - 2 * padding) / lineHeight(body)));
  const lineCount = Math.max(...row.cells.map((cell) => cell.text.lines.length));
  const parts: Row[] = [];
  for (let start = 0; start < lineCount; start += linesAPart) {
    const cells = row.cells.map((cell) => ({
      ...cell,
      text: linesOf(cell.text, start, linesAPart),
    }));
    const height = Math.max(...cells.map((cell) => cell.text.height)) + 2 * padding;
    parts.push({ cells, height });
  }
  return parts;
}

function drawCells(sheet: Sheet, row: Row, elements: readonly Element[], y: number): void {
  row.cells.forEach((cell, i) => {
    const element = elements[i];
    if (element && cell.text.lines.some((line) => line.segments.length > 0)) {
      sheet.document.content(element, () => drawCell(sheet, cell, y));
    }
  });
}

function drawCell(sheet: Sheet, cell: Cell, y: number): void {
  drawText(sheet, cell.text, { ...cell, y: y + sheet.style.padding });
}

/** A cell to write in or to tick, as a field over the cell. */
function drawField(
  sheet: Sheet,
  element: Element,
  field: {
    readonly cell: Cell;
    readonly y: number;
    readonly height: number;
    readonly text: PaperText;
    readonly label: string;
  },
): void {
  const { cell, y, height, label } = field;
  if (field.text === EMPTY_BOX) {
    const side = sheet.style.body;
    const x = cell.align === 'centre' ? cell.x + (cell.width - side) / 2 : cell.x;
    checkField(sheet, element, { x, y: y + (height - side) / 2, side }, { label, isTicked: false });
    return;
  }
  const inset = sheet.style.padding / 2;
  const box = {
    x: cell.x - inset,
    y: y + inset,
    width: cell.width + 2 * inset,
    height: height - 2 * inset,
  };
  textField(sheet, element, box, {
    label,
    align: cell.align,
    isMultiline: height > 2 * sheet.style.writingLine,
  });
}

function drawRules(sheet: Sheet, table: Table, row: Row, y: number): void {
  if (!table.ruled) {
    horizontal(sheet, y + row.height, 0.5);
    return;
  }
  for (const cell of row.cells) {
    const x = cell.x - sheet.style.padding;
    const width = cell.width + 2 * sheet.style.padding;
    sheet.document.strokeBox({ x, y, width, height: row.height }, 0.75, WRITING_INK);
  }
}

function horizontal(sheet: Sheet, y: number, thickness: number): void {
  const ends = [
    [sheet.left, y],
    [sheet.left + sheet.width, y],
  ] as const;
  sheet.document.stroke(ends, thickness, thickness > 1 ? ACCENT : HAIRLINE);
}

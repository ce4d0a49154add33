/**
 * How a number stands on a page: as it is; as fewer than the threshold; or hidden, because it would give one of the
 * small ones away.
 */
export type Mark = 'shown' | 'small' | 'hidden';

/** A number that could lead to somebody: under the threshold and not none. That nobody gave an answer names nobody. */
export const isSmall = (count: number, threshold: number): boolean =>
  count > 0 && count < threshold;

/**
 * Which lines of one list are hidden when its sum is shown. Every small one is; then the next smallest, until each
 * small line could still be anything from 1 to one under the threshold for all that the others tell. Where no choice
 * of lines does that, none is shown.
 */
export function markLines(totals: readonly number[], threshold: number): readonly Mark[] {
  const marks: Mark[] = totals.map((total) => (isSmall(total, threshold) ? 'small' : 'shown'));
  if (!marks.includes('small')) return marks;
  while (!isVagueEnough(totals, marks, threshold)) {
    const next = smallestShown(totals, marks);
    if (next === undefined) return totals.map(() => 'hidden');
    marks[next] = 'hidden';
  }
  return marks;
}

/** Whether the sum of what is hidden leaves every small line free to be anything from 1 to one under the threshold. */
function isVagueEnough(
  totals: readonly number[],
  marks: readonly Mark[],
  threshold: number,
): boolean {
  const most = threshold - 1;
  const sum = totals.reduce((all, total, i) => (marks[i] === 'shown' ? all : all + total), 0);
  const small = marks.filter((mark) => mark === 'small').length;
  const others = marks.filter((mark) => mark === 'hidden').length;
  return others === 0
    ? sum - most >= small - 1 && sum - 1 <= (small - 1) * most
    : sum - others * threshold - small >= most - 1;
}

function smallestShown(totals: readonly number[], marks: readonly Mark[]): number | undefined {
  const shown = totals.flatMap((total, i) =>
    marks[i] === 'shown' && total > 0 ? [{ total, i }] : [],
  );
  return shown.toSorted((a, b) => a.total - b.total)[0]?.i;
}

/** Numbers in rows and columns. */
export type Grid = readonly (readonly number[])[];

/**
 * Which cells of a table are hidden when the sums of its rows and columns are known, none of them small. Small cells
 * are; then others that round off a cell that could still be reckoned, until every hidden one could have as many
 * values as a small one has. Where saying “small” would tell too much, a small cell is only hidden. A table in which
 * that does not do shows none of its cells but those of rows that are empty.
 */
export function markTable(grid: Grid, threshold: number): readonly (readonly Mark[])[] {
  const marks = grid.map((row) =>
    row.map((count): Mark => (isSmall(count, threshold) ? 'small' : 'shown')),
  );
  const waiting = hiddenCells(marks);
  for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
    // Whatever is hidden later only leaves more room, so a cell that passed needs no second look.
    while (!isWide({ grid, marks, threshold }, cell)) {
      const corners = cheapestCorners(grid, marks, cell);
      if (corners.length > 0 && isWide({ grid, marks: allHidden(grid, marks), threshold }, cell)) {
        for (const corner of corners) setMark(marks, corner, 'hidden');
        waiting.push(...corners);
        continue;
      }
      // However much else is hidden, saying that these are small would tell too much of them.
      const labelled = besideSmall(marks, cell);
      if (labelled.length === 0) return grid.map(hideRow);
      for (const each of labelled) setMark(marks, each, 'hidden');
    }
  }
  return marks;
}

const hideRow = (row: readonly number[]): readonly Mark[] =>
  row.map(() => (row.every((count) => count === 0) ? 'shown' : 'hidden'));

/** The marks if every cell that is not empty were hidden, and the small ones still said to be small. */
const allHidden = (grid: Grid, marks: readonly (readonly Mark[])[]): Mark[][] =>
  marks.map((line, row) =>
    line.map((mark, column) =>
      mark === 'shown' && countIn(grid, { row, column }) > 0 ? 'hidden' : mark,
    ),
  );

/** The cells said to be small in the row and column of this one. */
const besideSmall = (marks: readonly (readonly Mark[])[], cell: Cell): readonly Cell[] =>
  cellsOf(marks, (mark) => mark === 'small').filter(
    ({ row, column }) => row === cell.row || column === cell.column,
  );

type Cell = { readonly row: number; readonly column: number };

const cellsOf = (marks: readonly (readonly Mark[])[], wanted: (mark: Mark) => boolean): Cell[] =>
  marks.flatMap((line, row) =>
    line.flatMap((mark, column) => (wanted(mark) ? [{ row, column }] : [])),
  );

const hiddenCells = (marks: readonly (readonly Mark[])[]): Cell[] =>
  cellsOf(marks, (mark) => mark !== 'shown');

function setMark(marks: Mark[][], { row, column }: Cell, mark: Mark): void {
  const line = marks[row];
  if (line !== undefined) line[column] = mark;
}

/**
 * What is shown of the three corners that make a rectangle with this cell, where hiding them takes the fewest people
 * off the page: within a rectangle, counts can be moved round without changing a sum. Empty once all is hidden.
 */
function cheapestCorners(grid: Grid, marks: Mark[][], cell: Cell): readonly Cell[] {
  const isShown = ({ row, column }: Cell): boolean => marks[row]?.[column] === 'shown';
  // An empty cell can hide nothing: it would have to be told from the small ones.
  const isEmpty = (corner: Cell): boolean => countIn(grid, corner) === 0;
  let best: { readonly corners: readonly Cell[]; readonly people: number } | undefined;
  for (const row of grid.keys())
    for (const column of (grid[0] ?? []).keys()) {
      if (row === cell.row || column === cell.column) continue;
      const others = [
        { row, column },
        { row, column: cell.column },
        { row: cell.row, column },
      ];
      if (others.some(isEmpty)) continue;
      const corners = others.filter(isShown);
      const people = corners.reduce((sum, corner) => sum + countIn(grid, corner), 0);
      if (corners.length > 0 && (best === undefined || people < best.people))
        best = { corners, people };
    }
  return best?.corners ?? [];
}

const countIn = (grid: Grid, { row, column }: Cell): number => grid[row]?.[column] ?? 0;

type Marked = { readonly grid: Grid; readonly marks: Mark[][]; readonly threshold: number };

/**
 * Whether a hidden cell could have as many different values as a small one has: the table is turned round in
 * thought, one at a time, without changing any sum or anything shown, as far as the cell can go up and down.
 */
function isWide(table: Marked, cell: Cell): boolean {
  const least = table.threshold - 2;
  const up = stepsFrom(table, cell, 1, least);
  return up >= least || up + stepsFrom(table, cell, -1, least - up) >= least;
}

function stepsFrom(table: Marked, cell: Cell, direction: 1 | -1, most: number): number {
  const counts = table.grid.map((row) => [...row]);
  let steps = 0;
  while (steps < most && moveOne({ ...table, counts }, cell, direction)) steps++;
  return steps;
}

type Moving = Marked & { readonly counts: number[][] };

/** Puts one more (or one fewer) into a cell and evens out the sums along other hidden cells; false where that fails. */
function moveOne(table: Moving, cell: Cell, direction: 1 | -1): boolean {
  if (!mayMove(table, cell, direction)) return false;
  const path = findPath(table, cell, direction);
  if (path === undefined) return false;
  shift(table, cell, direction);
  path.forEach((step, i) => shift(table, step, i % 2 === 0 ? (-direction as 1 | -1) : direction));
  return true;
}

function shift(table: Moving, { row, column }: Cell, by: 1 | -1): void {
  const line = table.counts[row];
  if (line !== undefined) line[column] = (line[column] ?? 0) + by;
}

/** A small cell stays from 1 to under the threshold; of another hidden one it is known that it is not empty. */
function mayMove(table: Moving, cell: Cell, by: 1 | -1): boolean {
  const mark = table.marks[cell.row]?.[cell.column];
  const next = countIn(table.counts, cell) + by;
  if (mark === 'small') return next >= 1 && next < table.threshold;
  return mark === 'hidden' && next >= 1;
}

/**
 * Cells to be changed by turns, the first in the column of the cell and the last in its row, so that every sum stays.
 * Found by looking from columns to rows and from rows to columns, the nearest way first.
 */
function findPath(table: Moving, start: Cell, direction: 1 | -1): readonly Cell[] | undefined {
  const back = -direction as 1 | -1;
  const rows = table.counts.map((_, i) => i);
  const columns = (table.counts[0] ?? []).map((_, i) => i);
  const columnSeen = new Set([start.column]);
  const rowSeen = new Set<number>();
  let ways: readonly { readonly column: number; readonly path: readonly Cell[] }[] = [
    { column: start.column, path: [] },
  ];
  while (ways.length > 0) {
    const next: { readonly column: number; readonly path: readonly Cell[] }[] = [];
    for (const { column, path } of ways)
      for (const row of rows) {
        if (rowSeen.has(row)) continue;
        const first = { row, column };
        const isItself = row === start.row && column === start.column;
        if (isItself || !mayMove(table, first, back)) continue;
        if (row === start.row) return [...path, first];
        rowSeen.add(row);
        for (const onward of columns) {
          const second = { row, column: onward };
          if (columnSeen.has(onward) || !mayMove(table, second, direction)) continue;
          columnSeen.add(onward);
          next.push({ column: onward, path: [...path, first, second] });
        }
      }
    ways = next;
  }
  return undefined;
}

/**
 * Which columns of a table are told apart: those of the threshold or more. The others are put together with the
 * `already` of whom nothing is told, and where together they are still too few, the smallest of the rest joins them.
 */
export function columnsApart(
  totals: readonly number[],
  threshold: number,
  already = 0,
): readonly boolean[] {
  const isApart = totals.map((total) => total >= threshold);
  const together = (): number =>
    totals.reduce((sum, total, i) => (isApart[i] === true ? sum : sum + total), already);
  while (together() > 0 && together() < threshold) {
    const smallest = totals
      .flatMap((total, i) => (isApart[i] === true ? [{ total, i }] : []))
      .toSorted((a, b) => a.total - b.total)[0];
    if (smallest === undefined) break;
    isApart[smallest.i] = false;
  }
  return isApart;
}

import {
  columnsApart,
  type Grid,
  isSmall,
  type Mark,
  markLines,
  markTable,
} from './disclosure.rules.ts';

/** The numbers of one question before anything is hidden. Every row adds up to the same in all three tables. */
export type QuestionNumbers = {
  /** Rows of two: those involved and those not. */
  readonly byInvolved: Grid;
  /** Columns as the caller has them; the last one holds those whose area is not told apart. */
  readonly byArea: Grid;
  readonly byTenure: Grid;
  /** For each row the number of the group it belongs to; -1 for none. */
  readonly groupOf: readonly number[];
};

/** A table by area or tenure as it may be shown: the columns told apart, then all others together. */
export type ShownTable = {
  /** Places in the numbers, of the columns told apart. */
  readonly columns: readonly number[];
  readonly hasOthers: boolean;
  readonly totals: readonly number[];
  readonly rows: readonly {
    /** Place of the row in the numbers; -1 for the lines that are hidden, together. */
    readonly row: number;
    readonly counts: readonly number[];
    readonly marks: readonly Mark[];
  }[];
};

/** What of a question may be shown. */
export type Published = {
  readonly all: readonly Mark[];
  readonly involved: readonly Mark[];
  /** For each group, whether it and those of it who are involved may be shown as sums. */
  readonly groups: readonly { readonly all: boolean; readonly involved: boolean }[];
  readonly byArea: ShownTable | null;
  readonly byTenure: ShownTable | null;
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const totalsOf = (grid: Grid): readonly number[] => grid.map(sumOf);
const columnTotals = (rows: Grid): readonly number[] =>
  (rows[0] ?? []).map((_, c) => sumOf(rows.map((row) => row[c] ?? 0)));

/**
 * Decides what of one question may be shown so that no hidden number can be computed from all of it together: from
 * the totals, the share of those involved, the sums of groups, and the tables by area and tenure.
 *
 * Lines whose total is hidden become one line, whose total is then known as everybody could reckon it. From there on
 * the totals of all lines are taken as known, so the three tables tell nothing of one another, and each is made safe
 * by itself. A group whose sum is shown makes of the table by involvement two tables, each safe by itself.
 */
export function publish(numbers: QuestionNumbers, threshold: number): Published {
  const { byInvolved, groupOf } = numbers;
  const totals = totalsOf(byInvolved);
  const isSplit = columnTotals(byInvolved).every((total) => total >= threshold);
  const blocks = blocksOf(byInvolved, groupOf, threshold);
  const all: Mark[] = totals.map(() => 'hidden');
  const involved: Mark[] = totals.map(() => 'hidden');
  for (const rows of blocks.values()) {
    const marks = markLines(
      rows.map((row) => totals[row] ?? 0),
      threshold,
    );
    rows.forEach((row, i) => (all[row] = marks[i] ?? 'hidden'));
    if (!isSplit) continue;
    const lines = joinHidden(
      rows.map((row) => ({ row, counts: byInvolved[row] ?? [] })),
      all,
    );
    const cells = markTable(
      lines.map(({ counts }) => counts),
      threshold,
    );
    lines.forEach(({ row }, i) => {
      if (row >= 0) involved[row] = cells[i]?.[0] ?? 'hidden';
    });
    for (const row of rows) if (all[row] === 'small') involved[row] = 'small';
  }
  const groupCount = Math.max(-1, ...groupOf) + 1;
  return {
    all,
    involved,
    groups: Array.from({ length: groupCount }, (_, group) => {
      const rows = groupOf.flatMap((each, row) => (each === group ? [row] : []));
      return {
        all: blocks.has(group) || rows.every((row) => all[row] === 'shown'),
        involved: (blocks.has(group) && isSplit) || rows.every((row) => involved[row] === 'shown'),
      };
    }),
    byArea: showTable(numbers.byArea, all, threshold),
    byTenure: showTable(numbers.byTenure, all, threshold),
  };
}

/**
 * The rows of each group whose sums may be shown, and the others under -1. A group that is too small, or that leaves
 * too few beside it, joins the others.
 */
function blocksOf(
  grid: Grid,
  groupOf: readonly number[],
  threshold: number,
): ReadonlyMap<number, readonly number[]> {
  const isSplit = columnTotals(grid).every((total) => total >= threshold);
  const blocks = Map.groupBy(grid.keys(), (row) => groupOf[row] ?? -1);
  const sizes = (rows: readonly number[]): readonly number[] => {
    const sums = columnTotals(rows.map((row) => grid[row] ?? []));
    return isSplit ? sums : [sumOf(sums)];
  };
  const isTooSmall = (rows: readonly number[]): boolean =>
    sizes(rows).some((size) => isSmall(size, threshold));
  const joinOthers = (group: number): void => {
    blocks.set(
      -1,
      [...(blocks.get(-1) ?? []), ...(blocks.get(group) ?? [])].toSorted((a, b) => a - b),
    );
    blocks.delete(group);
  };
  for (const [group, rows] of blocks) if (group >= 0 && isTooSmall(rows)) joinOthers(group);
  for (;;) {
    const others = blocks.get(-1);
    if (others === undefined || !isTooSmall(others)) return blocks;
    const smallest = [...blocks]
      .filter(([group]) => group >= 0)
      .toSorted(([, a], [, b]) => sumOf(sizes(a)) - sumOf(sizes(b)))[0];
    if (smallest === undefined) return blocks;
    joinOthers(smallest[0]);
  }
}

type Line = { readonly row: number; readonly counts: readonly number[] };

/** Lines as they are, and those whose total is hidden as one line, which has the row -1. */
function joinHidden(lines: readonly Line[], all: readonly Mark[]): readonly Line[] {
  const shown = lines.filter(({ row }) => all[row] === 'shown');
  const hidden = lines.filter(({ row }) => all[row] !== 'shown');
  return hidden.length === 0
    ? shown
    : [...shown, { row: -1, counts: columnTotals(hidden.map(({ counts }) => counts)) }];
}

/** A table by area or tenure; null where fewer than two columns could be told apart. */
function showTable(grid: Grid, all: readonly Mark[], threshold: number): ShownTable | null {
  const totals = columnTotals(grid);
  const others = totals.length - 1;
  // The last column is never told apart: it holds those of whom nothing is said.
  const isApart = columnsApart([...totals.slice(0, others), 0], threshold, totals[others] ?? 0);
  const columns = totals.flatMap((_, c) => (isApart[c] === true ? [c] : []));
  const rest = totals.flatMap((_, c) => (isApart[c] === true ? [] : [c]));
  const hasOthers = sumOf(rest.map((c) => totals[c] ?? 0)) > 0;
  if (columns.length + (hasOthers ? 1 : 0) < 2) return null;
  const regroup = (counts: readonly number[]): readonly number[] => [
    ...columns.map((c) => counts[c] ?? 0),
    ...(hasOthers ? [sumOf(rest.map((c) => counts[c] ?? 0))] : []),
  ];
  const lines = joinHidden(
    grid.map((counts, row) => ({ row, counts: regroup(counts) })),
    all,
  );
  const marks = markTable(
    lines.map(({ counts }) => counts),
    threshold,
  );
  return {
    columns,
    hasOthers,
    totals: regroup(totals),
    rows: lines.map(({ row, counts }, i) => ({ row, counts, marks: marks[i] ?? [] })),
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '#db/profiles/disclosure.rules';
import { type Published, publish, type QuestionNumbers } from '#db/profiles/publish.rules';

const THRESHOLD = 3;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Splits the total of each row over so many columns, by chance. */
function spread(totals: readonly number[], columns: number, picks: readonly number[]): Grid {
  let next = 0;
  return totals.map((total) => {
    const row = Array.from({ length: columns }, () => 0);
    for (let i = 0; i < total; i++) {
      const column = (picks[next++ % picks.length] ?? 0) % columns;
      row[column] = (row[column] ?? 0) + 1;
    }
    return row;
  });
}

const question = fc
  .record({
    totals: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 6 }),
    picks: fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 40, maxLength: 40 }),
    groupOf: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 6, maxLength: 6 }),
  })
  .map(
    ({ totals, picks, groupOf }): QuestionNumbers => ({
      byInvolved: spread(totals, 2, picks),
      byArea: spread(totals, 4, picks.slice(7)),
      byTenure: spread(totals, 3, picks.slice(13)),
      groupOf: groupOf.slice(0, totals.length),
    }),
  )
  .filter(({ byInvolved }) => sum(byInvolved.map(sum)) >= THRESHOLD);

type Equation = { readonly of: ReadonlyMap<string, number>; readonly is: number };

/**
 * Everything that somebody can write down who sees the page: each number that is shown, the size of each column, the
 * sums of groups, and that the rows of all three tables add up to the same. The unknowns are the cells of the tables.
 */
function whatIsSeen(numbers: QuestionNumbers, shown: Published): readonly Equation[] {
  const { byInvolved, byArea, byTenure, groupOf } = numbers;
  const name = (table: string, row: number, column: number) => `${table} ${row} ${column}`;
  const cells = (table: string, rows: readonly number[], columns: readonly number[]) =>
    new Map(rows.flatMap((row) => columns.map((column) => [name(table, row, column), 1] as const)));
  const places = (grid: Grid) => [...(grid[0] ?? []).keys()];
  const rows = [...byInvolved.keys()];
  const at = (grid: Grid, some: readonly number[], columns: readonly number[]) =>
    sum(some.flatMap((row) => columns.map((column) => grid[row]?.[column] ?? 0)));
  const equation = (
    table: string,
    grid: Grid,
    some: readonly number[],
    columns: readonly number[],
  ) => ({
    of: cells(table, some, columns),
    is: at(grid, some, columns),
  });
  const totals = byInvolved.map(sum);
  const isSplit = places(byInvolved).every((column) => at(byInvolved, rows, [column]) >= THRESHOLD);
  const equations: Equation[] = [equation('i', byInvolved, rows, [0, 1])];
  if (isSplit) equations.push(equation('i', byInvolved, rows, [0]));
  for (const row of rows) {
    if (shown.all[row] === 'shown') equations.push(equation('i', byInvolved, [row], [0, 1]));
    if (shown.involved[row] === 'shown') equations.push(equation('i', byInvolved, [row], [0]));
    for (const [table, grid] of [
      ['a', byArea],
      ['t', byTenure],
    ] as const) {
      const of = new Map<string, number>(cells('i', [row], [0, 1]));
      for (const key of cells(table, [row], places(grid)).keys()) of.set(key, -1);
      equations.push({ of, is: 0 });
    }
  }
  shown.groups.forEach(({ all, involved }, group) => {
    const some = rows.filter((row) => groupOf[row] === group);
    if (all) equations.push(equation('i', byInvolved, some, [0, 1]));
    if (involved) equations.push(equation('i', byInvolved, some, [0]));
  });
  for (const [table, grid, seen] of [
    ['a', byArea, shown.byArea],
    ['t', byTenure, shown.byTenure],
  ] as const) {
    if (seen === null) continue;
    const rest = places(grid).filter((column) => !seen.columns.includes(column));
    const columns = [...seen.columns.map((column) => [column]), ...(seen.hasOthers ? [rest] : [])];
    for (const column of columns) equations.push(equation(table, grid, rows, column));
    const hidden = rows.filter((row) => shown.all[row] !== 'shown');
    for (const line of seen.rows)
      line.marks.forEach((mark, i) => {
        if (mark === 'shown')
          equations.push(
            equation(table, grid, line.row < 0 ? hidden : [line.row], columns[i] ?? []),
          );
      });
  }
  expect(totals.length).toBe(rows.length);
  return equations;
}

const PRIME = 1_000_003;
const mod = (n: number): number => ((n % PRIME) + PRIME) % PRIME;
function inverse(n: number): number {
  let [result, base] = [1, mod(n)];
  for (let power = PRIME - 2; power > 0; power = Math.trunc(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

/** Whether a sum of unknowns follows from what is seen, by adding and subtracting alone. */
function reckoner(equations: readonly Equation[]) {
  const reduced: { readonly lead: string; readonly of: ReadonlyMap<string, number> }[] = [];
  const reduce = (from: ReadonlyMap<string, number>): Map<string, number> => {
    const left = new Map([...from].map(([key, n]): [string, number] => [key, mod(n)]));
    for (const { lead, of } of reduced) {
      const factor = left.get(lead) ?? 0;
      if (factor === 0) continue;
      for (const [key, n] of of) left.set(key, mod((left.get(key) ?? 0) - factor * n));
    }
    return new Map([...left].filter(([, n]) => n !== 0));
  };
  for (const { of } of equations) {
    const left = reduce(of);
    const [lead, n] = [...left][0] ?? [];
    if (lead === undefined || n === undefined) continue;
    const factor = inverse(n);
    reduced.push({ lead, of: new Map([...left].map(([key, m]) => [key, mod(m * factor)])) });
  }
  return (wanted: ReadonlyMap<string, number>): boolean => reduce(wanted).size === 0;
}

const ones = (names: readonly string[]) => new Map(names.map((each) => [each, 1]));

describe('What is shown of a question', () => {
  it('lets nobody reckon a hidden number from totals, groups and the tables by area and tenure together', () => {
    let hidden = 0;
    fc.assert(
      fc.property(question, (numbers) => {
        const shown = publish(numbers, THRESHOLD);
        const follows = reckoner(whatIsSeen(numbers, shown));
        numbers.byInvolved.forEach((_, row) => {
          if (shown.all[row] !== 'shown') {
            hidden++;
            expect(follows(ones([`i ${row} 0`, `i ${row} 1`]))).toBe(false);
          }
          if (shown.involved[row] !== 'shown') expect(follows(ones([`i ${row} 0`]))).toBe(false);
        });
        shown.byArea?.rows.forEach(({ row, marks }) =>
          marks.forEach((mark, i) => {
            const column = shown.byArea?.columns[i];
            if (row < 0 || column === undefined || mark === 'shown') return;
            hidden++;
            expect(follows(ones([`a ${row} ${column}`]))).toBe(false);
          }),
        );
      }),
      { numRuns: 1500 },
    );
    expect(hidden).toBeGreaterThan(100);
  });

  it('never shows a small number, nor the complement of one', () => {
    fc.assert(
      fc.property(question, (numbers) => {
        const shown = publish(numbers, THRESHOLD);
        numbers.byInvolved.forEach(([involved = 0, not = 0], row) => {
          if (shown.all[row] === 'shown') expect([1, 2]).not.toContain(involved + not);
          if (shown.involved[row] === 'shown') {
            expect([1, 2]).not.toContain(involved);
            expect([1, 2]).not.toContain(not);
          }
        });
        for (const table of [shown.byArea, shown.byTenure])
          for (const { counts, marks } of table?.rows ?? [])
            marks.forEach((mark, i) =>
              expect(mark === 'shown' && [1, 2].includes(counts[i] ?? 0)).toBe(false),
            );
      }),
      { numRuns: 400 },
    );
  });

  it('tells those involved apart only where they and the others are enough', () => {
    const numbers = {
      byInvolved: [
        [10, 1],
        [20, 1],
      ],
      byArea: [[11], [21]],
      byTenure: [[11], [21]],
      groupOf: [-1, -1],
    };
    expect(publish(numbers, 5)).toMatchObject({
      all: ['shown', 'shown'],
      involved: ['hidden', 'hidden'],
    });
  });

  it('shows the sum of a group of answers that are each too few', () => {
    const numbers = {
      byInvolved: [
        [60, 60],
        [4, 5],
        [4, 4],
        [4, 6],
        [30, 20],
      ],
      byArea: [[120], [9], [8], [10], [50]],
      byTenure: [[120], [9], [8], [10], [50]],
      groupOf: [-1, 0, 0, 0, -1],
    };
    const shown = publish(numbers, 5);
    expect(shown.involved.slice(1, 4)).not.toContain('shown');
    expect(shown.groups).toEqual([{ all: true, involved: true }]);
    expect(publish(numbers, 14).groups).toEqual([{ all: false, involved: false }]);
  });

  it('puts the lines that are hidden together in the tables by area too', () => {
    const numbers = {
      byInvolved: [
        [1, 2],
        [10, 11],
        [40, 40],
      ],
      byArea: [
        [0, 3, 0],
        [10, 11, 0],
        [40, 40, 0],
      ],
      byTenure: [[3], [21], [80]],
      groupOf: [-1, -1, -1],
    };
    const { all, byArea } = publish(numbers, 5);
    expect(all).toEqual(['small', 'hidden', 'shown']);
    expect(byArea?.rows.map(({ row }) => row)).toEqual([2, -1]);
  });

  it('puts areas together that have too few sheets', () => {
    const numbers = {
      byInvolved: [
        [20, 20],
        [20, 20],
      ],
      byArea: [
        [18, 2, 18, 2],
        [18, 1, 20, 1],
      ],
      byTenure: [[40], [40]],
      groupOf: [-1, -1],
    };
    const { byArea, byTenure } = publish(numbers, 5);
    expect(byArea).toMatchObject({ columns: [0, 2], hasOthers: true, totals: [36, 38, 6] });
    expect(byTenure).toBeNull();
  });
});

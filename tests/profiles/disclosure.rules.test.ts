import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsApart,
  type Grid,
  type Mark,
  markLines,
  markTable,
} from '#db/profiles/disclosure.rules';

const count = (most: number) => fc.integer({ min: 0, max: most });

/** Every way in which a list could read, for somebody who sees its marks, what is shown and the sum. */
function listsThatFit(totals: readonly number[], marks: readonly Mark[], threshold: number) {
  const isPlain = !marks.includes('small');
  const sum = totals.reduce((all, one) => all + one, 0);
  const found: number[][] = [];
  const fill = (so: readonly number[], left: number): void => {
    const i = so.length;
    if (i === totals.length) {
      if (left === 0) found.push([...so]);
      return;
    }
    const mark = marks[i];
    const [from, until] =
      mark === 'shown'
        ? [totals[i] ?? 0, totals[i] ?? 0]
        : mark === 'small'
          ? [1, threshold - 1]
          : [isPlain ? 0 : threshold, left];
    for (let value = from; value <= Math.min(until, left); value++)
      fill([...so, value], left - value);
  };
  fill([], sum);
  return found;
}

describe('A list of counts with its sum', () => {
  it('shows everything where nothing is small', () => {
    expect(markLines([5, 9, 30], 5)).toEqual(['shown', 'shown', 'shown']);
  });

  it('hides the next smallest line beside a single small one, which the sum would give away', () => {
    expect(markLines([3, 30, 12, 50], 5)).toEqual(['small', 'shown', 'hidden', 'shown']);
  });

  it('hides another line where the small ones together are so few that they are all but known', () => {
    expect(markLines([1, 1, 40, 60], 5)).toEqual(['small', 'small', 'hidden', 'shown']);
  });

  it('shows that nobody gave an answer, which leads to nobody', () => {
    expect(markLines([0, 12, 0, 9], 5)).toEqual(['shown', 'shown', 'shown', 'shown']);
  });

  it('shows no line where none can be shown safely', () => {
    expect(markLines([1, 5], 5)).toEqual(['hidden', 'hidden']);
  });

  it('leaves every small number free to be anything under the threshold, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(count(9), { minLength: 2, maxLength: 5 }), (totals) => {
        const threshold = 4;
        fc.pre(totals.reduce((all, one) => all + one, 0) >= threshold);
        const marks = markLines(totals, threshold);
        const fitting = listsThatFit(totals, marks, threshold);
        marks.forEach((mark, i) => {
          const values = new Set(fitting.map((list) => list[i]));
          if (mark === 'shown') return;
          expect(values.size).toBeGreaterThanOrEqual(threshold - 1);
          if (mark === 'small') expect(values).toEqual(new Set([1, 2, 3]));
        });
        totals.forEach((total, i) => {
          if (total > 0 && total < threshold) expect(marks[i]).not.toBe('shown');
        });
      }),
      { numRuns: 500 },
    );
  });
});

/** Every way in which a table could read, for somebody who sees its marks, what is shown and all its sums. */
function tablesThatFit(
  grid: Grid,
  marks: readonly (readonly Mark[])[],
  threshold: number,
): number[][] {
  // Where a table shows nothing, what is hidden may be empty; elsewhere an empty cell stands as 0.
  const isEmptyHidden = grid.every((row, r) =>
    marks[r]?.every((mark) => mark === 'hidden' || row.every((cell) => cell === 0)),
  );
  const width = grid[0]?.length ?? 0;
  const cells = grid.flat();
  const cellMarks = marks.flat();
  const rowLeft = grid.map((row) => row.reduce((a, b) => a + b, 0));
  const columnLeft = Array.from({ length: width }, (_, c) =>
    grid.reduce((sum, row) => sum + (row[c] ?? 0), 0),
  );
  const found: number[][] = [];
  const fill = (so: number[]): void => {
    const i = so.length;
    if (i === cells.length) {
      found.push([...so]);
      return;
    }
    const [row, column] = [Math.trunc(i / width), i % width];
    const mark = cellMarks[i];
    const most = Math.min(rowLeft[row] ?? 0, columnLeft[column] ?? 0);
    const [from, until] =
      mark === 'shown'
        ? [cells[i] ?? 0, cells[i] ?? 0]
        : mark === 'small'
          ? [1, threshold - 1]
          : [isEmptyHidden ? 0 : 1, most];
    for (let value = from; value <= Math.min(until, most); value++) {
      rowLeft[row] = (rowLeft[row] ?? 0) - value;
      columnLeft[column] = (columnLeft[column] ?? 0) - value;
      const rowDone = column < width - 1 || rowLeft[row] === 0;
      const columnDone = row < grid.length - 1 || columnLeft[column] === 0;
      if (rowDone && columnDone) fill([...so, value]);
      rowLeft[row] = (rowLeft[row] ?? 0) + value;
      columnLeft[column] = (columnLeft[column] ?? 0) + value;
    }
  };
  fill([]);
  return found;
}

const sums = (grid: Grid) => [
  ...grid.map((row) => row.reduce((a, b) => a + b, 0)),
  ...(grid[0] ?? []).map((_, c) => grid.reduce((sum, row) => sum + (row[c] ?? 0), 0)),
];

const tableOf = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(count(most), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

describe('A table of counts with its sums', () => {
  it('hides three more cells to keep one small cell from being reckoned', () => {
    const marks = markTable(
      [
        [2, 30, 40],
        [20, 30, 50],
        [30, 40, 60],
      ],
      5,
    );
    expect(marks.flat().filter((mark) => mark !== 'shown')).toHaveLength(4);
    expect(marks[0]?.[0]).toBe('small');
  });

  it('only hides what “small” would tell too much of, and leaves the rest of the table to be read', () => {
    const marks = markTable(
      [
        [75, 45],
        [9, 6],
        [4, 2],
      ],
      5,
    );
    expect(marks).toEqual([
      ['shown', 'shown'],
      ['hidden', 'hidden'],
      ['hidden', 'hidden'],
    ]);
  });

  it('shows no cell where none can be shown safely', () => {
    expect(
      markTable(
        [
          [1, 4],
          [4, 96],
        ],
        5,
      ).flat(),
    ).not.toContain('shown');
  });

  it.each([
    [3, 2, 8],
    [2, 3, 8],
    [3, 3, 4],
  ])(
    'lets no hidden cell of %i rows and %i columns be computed from what is shown',
    (rows, columns, most) => {
      fc.assert(
        fc.property(tableOf(rows, columns, most), (grid) => {
          const threshold = 4;
          fc.pre(sums(grid).every((sum) => sum >= threshold));
          const marks = markTable(grid, threshold);
          const fitting = tablesThatFit(grid, marks, threshold);
          marks.flat().forEach((mark, i) => {
            if (mark === 'shown') return;
            expect(new Set(fitting.map((cells) => cells[i])).size).toBeGreaterThanOrEqual(
              threshold - 1,
            );
          });
          grid.flat().forEach((cell, i) => {
            if (cell > 0 && cell < threshold) expect(marks.flat()[i]).not.toBe('shown');
          });
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe('Columns of a table', () => {
  it('are told apart where each has enough, and the others are put together', () => {
    expect(columnsApart([20, 3, 2, 9], 5)).toEqual([true, false, false, true]);
  });

  it('join the smallest one where those put together are still too few', () => {
    expect(columnsApart([20, 3, 9], 5)).toEqual([true, false, false]);
  });

  it('never leave a sum under the threshold, apart or together', () => {
    fc.assert(
      fc.property(fc.array(count(20), { minLength: 1, maxLength: 8 }), (totals) => {
        fc.pre(totals.reduce((a, b) => a + b, 0) >= 5);
        const apart = columnsApart(totals, 5);
        const together = totals.filter((_, i) => apart[i] !== true).reduce((a, b) => a + b, 0);
        expect(together === 0 || together >= 5).toBe(true);
        totals.forEach((total, i) => expect(apart[i] !== true || total >= 5).toBe(true));
      }),
    );
  });
});

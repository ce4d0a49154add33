import { describe, expect, it } from 'vitest';
import { readTable } from '#db/imports/source-table';

describe('A line that does not fit its headings', () => {
  it.each([
    ['Room,Date\nHall\n', 'The line has 1 column, and there are 2 headings.'],
    ['Room\nHall,1/3/2027\n', 'The line has 2 columns, and there is 1 heading.'],
  ])('is counted in words that fit the number', (text, said) => {
    const [row] = readTable(
      { kind: 'text', text },
      {},
      { columns: {}, sheet: '', headingsOn: null },
    ).rows;
    expect(row?.unreadable).toBe(`${said} Look for a comma too many or too few.`);
  });
});

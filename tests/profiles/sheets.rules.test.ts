import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '#db/profiles/profiles.contract';
import { lastMonthOver, monthOf, releases, yearOf } from '#db/profiles/sheets.rules';
import { LocalDate } from '#db/shared/local-date';
import { sheetDetails } from '../support/builders/profiles.ts';

const sheet = (key: string, part: object = {}): Sheet =>
  ({
    ...sheetDetails(),
    key,
    isCounted: false,
    isCountedByArea: false,
    isCountedByTenure: false,
    ...part,
  }) as Sheet;
const sheets = (many: number, part: object = {}, name = 'a') =>
  Array.from({ length: many }, (_, i) => sheet(`${name}${i}`, part));

describe('Sheets that wait', () => {
  it('join the counts together once enough of a kind wait, and none before', () => {
    expect(releases(sheets(4), 5)).toEqual([]);
    expect(releases(sheets(5), 5)).toHaveLength(5);
  });

  it('wait for others who are involved, or not, like them, and of the same year', () => {
    expect(releases([...sheets(4), ...sheets(4, { isInvolved: false }, 'b')], 5)).toEqual([]);
    expect(releases([...sheets(4), ...sheets(4, { month: '2026-03' }, 'b')], 5)).toEqual([]);
  });

  it('count by area and tenure only with enough of the same area and tenure', () => {
    const joined = releases(
      [
        ...sheets(5, { areaId: 'north' }),
        ...sheets(2, { areaId: 'east', tenure: 'leaseholder' }, 'b'),
      ],
      5,
    );
    expect(joined.filter(({ isCountedByArea }) => isCountedByArea)).toHaveLength(5);
    expect(joined.filter(({ isCountedByTenure }) => isCountedByTenure)).toHaveLength(5);
    expect(joined).toHaveLength(7);
  });

  it('are never fewer than the threshold where they join, whatever waits', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            isInvolved: fc.boolean(),
            areaId: fc.constantFrom(null, 'north', 'east'),
            tenure: fc.constantFrom('tenant', 'leaseholder'),
            month: fc.constantFrom('2027-01', '2026-03'),
            isCounted: fc.boolean(),
          }),
          { maxLength: 30 },
        ),
        (parts) => {
          const all = parts.map((part, i) => sheet(`s${i}`, part));
          const joined = releases(all, 4);
          const before = new Map(all.map((each) => [String(each.key), each]));
          const sizes = (kindOf: (each: Sheet) => string, joins: (key: string) => boolean) => [
            ...Map.groupBy(
              joined.flatMap(({ key }) => (joins(key) ? [before.get(key) as Sheet] : [])),
              (each) => `${yearOf(each.month)} ${kindOf(each)}`,
            ).values(),
          ];
          const now = new Map(joined.map((each) => [String(each.key), each]));
          for (const alike of sizes(
            ({ isInvolved }) => String(isInvolved),
            (key) => before.get(key)?.isCounted === false,
          ))
            expect(alike.length).toBeGreaterThanOrEqual(4);
          for (const alike of sizes(
            ({ areaId }) => String(areaId),
            (key) => now.get(key)?.isCountedByArea === true,
          ))
            expect(alike.length).toBeGreaterThanOrEqual(4);
        },
      ),
    );
  });
});

describe('The months of sheets', () => {
  it('belong to the financial year from April to March', () => {
    expect(yearOf('2027-03' as never)).toBe('2026/27');
    expect(yearOf('2027-04' as never)).toBe('2027/28');
  });

  it('are over when they lie as many months back as answers are kept', () => {
    const today = LocalDate.parse('2027-01-31');
    expect(monthOf(today)).toBe('2027-01');
    expect(lastMonthOver(today, 12)).toBe('2026-01');
    expect(lastMonthOver(today, 1)).toBe('2026-12');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addPence,
  formatPence,
  formatPenceShort,
  Pence,
  PenceSum,
  parsePounds,
  pence,
  shareOf,
  splitEvenly,
  sumPence,
  timesQuantity,
} from '#db/shared/money';

const amounts = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }).map(pence);

describe('reading an amount in pounds', () => {
  test.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.50', 1250],
    ['£12.50', 1250],
    ['£ 12.50', 1250],
    [' 12 ', 1200],
    ['1234.5', 123_450],
    ['£1,234.50', 123_450],
    ['1,234', 123_400],
    ['1,234,567.89', 123_456_789],
    ['.50', 50],
    ['0.07', 7],
    ['0', 0],
    ['50p', 50],
    ['21474836.47', 2_147_483_647],
  ])('reads %s', (text, expected) => {
    expect(parsePounds(text)).toBe(expected);
  });

  test.each([
    ['three decimals', '12.505'],
    ['a comma as the decimal mark', '12,50'],
    ['commas and points the other way round', '1.234,50'],
    ['the letter O for nought', '1O'],
    ['the letter O after the point', '12.5O'],
    ['a comma in the wrong place', '12,34.50'],
    ['a comma missing further on', '1,234567'],
    ['a leading comma', ',123'],
    ['a nought in front of a comma', '0,123'],
    ['a point with nothing after it', '12.'],
    ['two points', '1.2.3'],
    ['a minus sign', '-12'],
    ['a power of ten', '1e3'],
    ['digits of another script', '١٢'],
    ['another currency', '$12'],
    ['nothing', ''],
    ['only the pound sign', '£'],
    ['a word', 'twelve'],
    ['more than the records can hold', '21474836.48'],
    ['far more than the records can hold', '9'.repeat(400)],
  ])('refuses %s', (_reason, text) => {
    expect(parsePounds(text)).toBeUndefined();
  });

  test('reads back every amount it writes, with and without the commas', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }).map(pence), (amount) => {
        expect(parsePounds(formatPence(amount))).toBe(amount);
        expect(parsePounds(formatPenceShort(amount))).toBe(amount);
        expect(parsePounds(formatPence(amount).replaceAll(',', ''))).toBe(amount);
      }),
    );
  });
});

describe('writing an amount', () => {
  test.each([
    [123_450, '£1,234.50', '£1,234.50'],
    [1200, '£12.00', '£12'],
    [7, '£0.07', '£0.07'],
    [0, '£0.00', '£0'],
    [-300, '-£3.00', '-£3'],
    [-2_147_483_648, '-£21,474,836.48', '-£21,474,836.48'],
    [100_000_000, '£1,000,000.00', '£1,000,000'],
  ])('%d pence is %s, in a sentence %s', (amount, long, short) => {
    expect(formatPence(pence(amount))).toBe(long);
    expect(formatPenceShort(pence(amount))).toBe(short);
  });
});

describe('the amount itself', () => {
  test('is whole pence that both databases can hold', () => {
    expect(Pence.safeParse(1250).success).toBe(true);
    for (const wrong of [12.5, 2_147_483_648, -2_147_483_649, Number.NaN, '1250']) {
      expect(Pence.safeParse(wrong).success).toBe(false);
    }
    expect(() => pence(0.1)).toThrow(RangeError);
    expect(() => pence(2_147_483_648)).toThrow(RangeError);
  });

  test('never becomes a negative nought', () => {
    expect(Object.is(pence(-0), 0)).toBe(true);
    expect(Object.is(shareOf(pence(-1), 1, 3), 0)).toBe(true);
    expect(Object.is(timesQuantity(pence(-1), 0), 0)).toBe(true);
  });
});

describe('sums and shares', () => {
  test('adding nothing gives nothing, and a total too large to keep is refused', () => {
    expect(addPence()).toBe(0);
    expect(addPence(pence(10), pence(20), pence(-5))).toBe(25);
    expect(() => addPence(pence(2_147_483_647), pence(1))).toThrow(RangeError);
  });

  test('a quantity is a whole number', () => {
    expect(timesQuantity(pence(5), 30)).toBe(150);
    expect(() => timesQuantity(pence(4), 1.5)).toThrow(RangeError);
  });

  test.each([
    [5, 1, 2, 3],
    [-5, 1, 2, -3],
    [4, 1, 2, 2],
    [100, 1, 3, 33],
    [200, 1, 3, 67],
    [45, 65, 10, 293],
    [2_147_483_647, 2_147_483_647, 2_147_483_647, 2_147_483_647],
  ])('%d pence times %d/%d is %d pence, half a penny up', (amount, part, whole, expected) => {
    expect(shareOf(pence(amount), part, whole)).toBe(expected);
  });

  test('a share is never further than half a penny from the exact one', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (amount, a, b) => {
          const [part, whole] = a <= b ? [a, b] : [b, a];
          const share = shareOf(amount, part, whole);
          const error = 2n * (BigInt(share) * BigInt(whole) - BigInt(amount) * BigInt(part));
          expect(error <= BigInt(whole) && error >= -BigInt(whole)).toBe(true);
          if (amount > -2_147_483_648) {
            expect(addPence(share, shareOf(pence(-amount), part, whole))).toBe(0);
          }
        },
      ),
    );
  });

  test('a share of nothing or in part-numbers is refused', () => {
    expect(() => shareOf(pence(5), 1, 0)).toThrow(RangeError);
    expect(() => shareOf(pence(5), 1, -2)).toThrow(RangeError);
    expect(() => shareOf(pence(5), 0.5, 1)).toThrow(RangeError);
  });

  test('£100 in three is £33.34, £33.33 and £33.33', () => {
    expect(splitEvenly(pence(10_000), 3)).toEqual([3334, 3333, 3333]);
    expect(splitEvenly(pence(-10_000), 3)).toEqual([-3334, -3333, -3333]);
    expect(() => splitEvenly(pence(10_000), 0)).toThrow(RangeError);
    expect(() => splitEvenly(pence(10_000), 1.5)).toThrow(RangeError);
  });

  test('the parts of a split add up to it and differ by a penny at most', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 200 }), (amount, count) => {
        const parts = splitEvenly(amount, count);
        expect(parts).toHaveLength(count);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('sums of a report', () => {
  test('pass what a column holds, and are written as amounts are', () => {
    const many = Array.from({ length: 300 }, () => pence(10_000_000));
    expect(formatPence(sumPence(...many))).toBe('£30,000,000.00');
    expect(() => addPence(...many)).toThrow(RangeError);
  });

  test('are refused past what a number holds exactly', () => {
    const most = sumPence(Number.MAX_SAFE_INTEGER as PenceSum);
    expect(PenceSum.safeParse(most).success).toBe(true);
    expect(() => sumPence(most, pence(1))).toThrow(RangeError);
    expect(PenceSum.safeParse(Number.MAX_SAFE_INTEGER + 1).success).toBe(false);
  });
});

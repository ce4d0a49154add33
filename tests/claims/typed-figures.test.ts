import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatHours,
  formatMiles,
  parseAmount,
  parseHours,
  parseMiles,
} from '../../renderer/claims/form/typed-figures.ts';

describe('Figures of a claim as they are typed', () => {
  it.each([
    ['6', '60'],
    ['6.5', '65'],
    ['6½', '65'],
    ['6.5 miles', '65'],
    ['1 mile', '10'],
    ['0.5', '5'],
  ])('reads %s as miles', (typed, tenths) => {
    expect(parseMiles(typed)).toBe(tenths);
  });

  it.each(['six', '6.55', '6,5', '-6', '6.5½', ''])('reads no miles in “%s”', (typed) => {
    expect(parseMiles(typed)).toBeUndefined();
  });

  it.each([
    ['3', '180'],
    ['2.5', '150'],
    ['2.25 hours', '135'],
    ['2:30', '150'],
    ['2h 30', '150'],
    ['90 min', '90'],
    ['2 hours 15 minutes', '135'],
  ])('reads %s as hours', (typed, minutes) => {
    expect(parseHours(typed)).toBe(minutes);
  });

  it.each(['2.3', '2:75', 'two', ''])('reads no hours in “%s”', (typed) => {
    expect(parseHours(typed)).toBeUndefined();
  });

  it('reads again what it says of each figure', () => {
    for (const tenths of ['1', '10', '65', '1000'])
      expect(parseMiles(formatMiles(tenths))).toBe(tenths);
    for (const minutes of ['30', '60', '135', '600'])
      expect(parseHours(formatHours(minutes))).toBe(minutes);
    for (const sum of ['1', '480', '120000']) expect(parseAmount(formatAmount(sum))).toBe(sum);
  });

  it('says nothing of what is no figure', () => {
    expect([formatMiles('x'), formatHours(''), formatAmount('4.80')]).toEqual(['', '', '']);
  });
});

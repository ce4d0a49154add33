import { expect, test } from 'vitest';
import { formatReference, parseReference, Reference } from '#db/shared/reference';

test('a reference has its kind, its year and at least four digits', () => {
  expect(formatReference('BKG', 2027, 41)).toBe('BKG-2027-0041');
  expect(formatReference('CLM', 2027, 9999)).toBe('CLM-2027-9999');
  expect(formatReference('CLM', 2027, 10_000)).toBe('CLM-2027-10000');
  for (const wrong of ['BKG-2027-41', 'bkg-2027-0041', 'BKG20270041', 'B-2027-0041', '']) {
    expect(Reference.safeParse(wrong).success, wrong).toBe(false);
  }
});

test('a reference is not built from parts that do not fit', () => {
  expect(() => formatReference('bkg', 2027, 1)).toThrow(RangeError);
  expect(() => formatReference('BKG', 27, 1)).toThrow(RangeError);
  expect(() => formatReference('BKG', 2027, 0)).toThrow(RangeError);
  expect(() => formatReference('BKG', 2027, 1.5)).toThrow(RangeError);
});

test.each([
  'BKG-2027-0041',
  'bkg-2027-41',
  'bkg 2027 41',
  ' Bkg2027-0041 ',
  'BKG20270041',
  'BKG/2027/41',
  'BKG – 2027 – 0041',
])('reads %s as the booking 41 of 2027', (text) => {
  expect(parseReference(text)).toBe('BKG-2027-0041');
});

test.each(['2027-0041', 'BKG-2027', 'BKG-27-0041', 'BKG-2027-0000', 'Oak Estate', ''])(
  'does not take "%s" for a reference',
  (text) => {
    expect(parseReference(text)).toBeUndefined();
  },
);

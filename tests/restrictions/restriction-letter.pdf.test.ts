import { describe, expect, it } from 'vitest';
import {
  drawRestrictionLetter,
  RestrictionLetterValues,
} from '#db/restrictions/restriction-letter.pdf';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import { formValues } from '../bookings/booking-paper-values.ts';
import { infoOf, textOf, typeSizesOf, untaggedMarksOf, wordsOf } from '../support/read-pdf.ts';

const fonts = openPaperFonts('resources/fonts');
const LONG_ROOM = 'Large ground-floor meeting room with the folding partition A';

const letter = (more: object = {}) =>
  drawRestrictionLetter(
    fonts,
    RestrictionLetterValues.parse({
      ...formValues(),
      reference: 'RST-2026-0007',
      date: '2026-11-22',
      to: 'Tenants and Residents Association of the Northern Oak Estate',
      scope: LONG_ROOM,
      isOneService: true,
      reason: 'Equipment was taken out of the centre twice without agreement.',
      incidentOn: '2026-11-14',
      from: '2026-11-23',
      until: null,
      lifted: null,
      decidedBy: 'Maya Quill',
      bookings: [],
      appeal: '',
      ...more,
    }),
  );
const bookings = Array.from({ length: 10 }, (_, i) => ({
  reference: `BKG-2026-01${10 + i}`,
  facility: LONG_ROOM,
  startsAt: '2026-12-02T18:30',
  isCancelled: i % 2 === 0,
}));

describe('The letter on the removal of a service on paper (DOC-09)', () => {
  it('is one page when no booking is touched', () => {
    expect(infoOf(letter().bytes)['Pages']).toBe('1');
  });

  it.each([
    ['normal', 12, 2],
    ['large', 18, 4],
  ] as const)('gives long names room beside the dates in %s print', (size, least, most) => {
    const paper = letter({ size, bookings });
    expect(Number(infoOf(paper.bytes)['Pages'])).toBeLessThanOrEqual(most);
    expect(typeSizesOf(paper.bytes)[0]).toBe(least);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
    const text = textOf(paper.bytes);
    for (const { reference } of bookings) expect(text).toContain(reference);
    expect(text.match(/Not cancelled/g)).toHaveLength(5);
    // A hyphen alone on its line is what a column too narrow for its words looks like.
    expect(text).not.toMatch(/^-$/m);
    for (const word of wordsOf(paper.bytes)) expect(word.right).toBeLessThan(595.28 - 40);
  });
});

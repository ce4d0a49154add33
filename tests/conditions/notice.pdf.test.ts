import { describe, expect, it } from 'vitest';
import { drawNotice, NoticeValues } from '#db/conditions/notice.pdf';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import { formValues } from '../bookings/booking-paper-values.ts';
import { checkFile, textOf, typeSizesOf, wordsOf } from '../support/read-pdf.ts';

const fonts = openPaperFonts('resources/fonts');
const SENTENCES = [
  'Leave the room tidy and take everything with you.',
  'Whoever booked answers for the room until it is locked.',
  'A booking that is not needed any more is cancelled as early as possible.',
];

const notice = (count: number, size: 'normal' | 'large' = 'normal') =>
  drawNotice(
    fonts,
    NoticeValues.parse({
      ...formValues(),
      size,
      conditions: Array.from({ length: count }, (_, i) => SENTENCES[i % 3]),
    }),
  );
const largest = (paper: { readonly bytes: Uint8Array }) => typeSizesOf(paper.bytes).at(-1) ?? 0;

describe('The notice of the conditions of use', () => {
  it.each([0, 5, 8, 10])('is one page with %i conditions, each of them whole', (count) => {
    const paper = notice(count);
    expect(checkFile(paper.bytes)).toContain('No syntax or stream encoding errors found');
    expect(paper.pages).toBe(1);
    const text = textOf(paper.bytes).replaceAll(/\s+/g, ' ');
    for (const sentence of SENTENCES.slice(0, count)) expect(text).toContain(sentence);
    expect(text).toContain('Ask at the desk if anything is not clear.');
  });

  it('has letters as large as the page lets them be, down to what is read across a room', () => {
    expect(largest(notice(5))).toBeGreaterThan(largest(notice(10)));
    expect(largest(notice(5, 'large'))).toBeGreaterThan(24);
    expect(largest(notice(40))).toBeGreaterThan(18);
  });

  it('leaves little of its page blank with five conditions', () => {
    const { bytes } = notice(5);
    const lowest = Math.max(
      ...wordsOf(bytes)
        .filter(({ text }) => text === 'clear.')
        .map(({ bottom }) => bottom),
    );
    // A4 is 842 points tall, and the footer begins at about 780.
    expect(lowest).toBeGreaterThan(600);
  });
});

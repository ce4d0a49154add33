import { describe, expect, it } from 'vitest';
import { ContactSheetValues, drawContactSheet } from '#db/officers/contact-sheet.pdf';
import { drawHandOverLetters, HandOverLettersValues } from '#db/officers/hand-over-letters.pdf';
import {
  drawOfficerNotification,
  OfficerNotificationValues,
} from '#db/officers/officer-notification.pdf';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import { formValues } from '../bookings/booking-paper-values.ts';
import { infoOf, textOf, typeSizesOf, untaggedMarksOf } from '../support/read-pdf.ts';

const fonts = openPaperFonts('resources/fonts');
const SIZES = [
  ['normal', 12],
  ['large', 18],
] as const;

const EMPTY = {
  group: '',
  post: '',
  name: '',
  phone: '',
  email: '',
  from: '',
  replaces: '',
  meeting: '',
  isVoting: null,
  mayName: false,
  mayGivePhone: false,
};
const notification = (part: object) =>
  drawOfficerNotification(
    fonts,
    OfficerNotificationValues.parse({ ...formValues(), ...EMPTY, ...part }),
  );

describe('The notification of an officer or media contact on paper (DOC-19)', () => {
  it.each(SIZES)('is a form to fill by hand in %s print', (size, least) => {
    const paper = notification({ size });
    const text = textOf(paper.bytes);
    for (const words of ['Treasurer', 'Media contact', 'Takes over from', 'Chair or secretary'])
      expect(text).toContain(words);
    expect(Number(infoOf(paper.bytes)['Pages'])).toBe(size === 'normal' ? 1 : 2);
    expect(typeSizesOf(paper.bytes)[0]).toBe(least);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
  });

  it.each(SIZES)('says what is on record in %s print', (size) => {
    const paper = notification({
      size,
      group: 'Cedar Estate TRA',
      post: 'Treasurer',
      name: 'Sam Lane',
      isVoting: true,
      replaces: 'Ngozi Okafor',
      meeting: 'Annual general meeting, 24 June 2027',
    });
    const text = textOf(paper.bytes);
    for (const words of ['Cedar Estate TRA', 'Sam Lane', 'Ngozi Okafor', '24 June 2027'])
      expect(text).toContain(words);
    expect(text).not.toContain('Another post');
  });
});

describe('The contact sheet of a group on paper', () => {
  it.each(SIZES)('says what is shared and what is not in %s print (PPL-10)', (size) => {
    const paper = drawContactSheet(
      fonts,
      ContactSheetValues.parse({
        ...formValues(),
        size,
        group: 'Cedar Estate TRA',
        on: '2027-07-08',
        groupPhone: '',
        officers: [
          { post: 'Chair', name: 'Vera Blackwood', phone: '07700 900321', from: '2027-07-01' },
          { post: 'Treasurer', name: null, phone: null, from: '2027-07-01' },
        ],
        vacant: ['Secretary'],
      }),
    );
    const text = textOf(paper.bytes);
    expect(text.match(/Not shared/g)).toHaveLength(2);
    for (const words of ['Vera Blackwood', '07700 900321', 'Secretary', '8 July 2027'])
      expect(text).toContain(words);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
  });
});

describe('The hand-over letters on paper', () => {
  const part = {
    post: 'Treasurer',
    outgoing: 'the former treasurer',
    incoming: 'Sam Lane',
    on: '2027-07-01',
    lines: [
      { words: 'Key “Store cupboard”', isDone: false },
      { words: 'The bank mandate', isDone: true },
    ],
  };
  const letters = (size: 'normal' | 'large', more: object) =>
    drawHandOverLetters(
      fonts,
      HandOverLettersValues.parse({
        ...formValues(),
        size,
        group: 'Cedar Estate TRA',
        date: '2027-07-01',
        meeting: 'Annual general meeting, 24 June 2027',
        letters: [],
        lists: [],
        ...more,
      }),
    );

  it.each(SIZES)('are a page each, with what goes over, in %s print', (size, least) => {
    const paper = letters(size, {
      letters: [
        { to: 'Ngozi Okafor', isOutgoing: true, part },
        { to: 'Sam Lane', isOutgoing: false, part },
      ],
    });
    const pages = textOf(paper.bytes).split('\f');
    expect(pages[0]).toContain('To Ngozi Okafor');
    expect(pages[0]).not.toContain('To Sam Lane');
    expect(pages.join(' ').replaceAll(/\s+/g, ' ')).toContain(
      'You take over from the former treasurer.',
    );
    expect(textOf(paper.bytes).match(/Store cupboard/g)).toHaveLength(2);
    expect(Number(infoOf(paper.bytes)['Pages'])).toBeLessThanOrEqual(size === 'normal' ? 2 : 3);
    expect(typeSizesOf(paper.bytes)[0]).toBe(least);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
  });

  it('come with a list to tick and to sign, and say where nobody follows', () => {
    const text = textOf(letters('normal', { lists: [{ ...part, incoming: null }] }).bytes);
    expect(text).toContain('Hand-over list: Treasurer');
    expect(text).toContain('Nobody follows yet');
    expect(text).toContain('Taken in by the centre');
  });

  it('say so where nothing is handed over', () => {
    expect(textOf(letters('normal', {}).bytes)).toContain('Nothing is handed over');
  });
});

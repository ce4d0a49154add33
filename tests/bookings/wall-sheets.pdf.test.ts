import { describe, expect, it } from 'vitest';
import { DoorSignValues, drawDoorSign } from '#db/bookings/papers/door-sign.pdf';
import { drawMonthOverview, MonthOverviewValues } from '#db/bookings/papers/month-overview.pdf';
import { drawWeekSheet, WeekSheetValues } from '#db/bookings/papers/week-sheet.pdf';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import {
  checkFile,
  infoOf,
  textOf,
  typeSizesOf,
  untaggedMarksOf,
  wordsOf,
} from '../support/read-pdf.ts';
import { formValues } from './booking-paper-values.ts';

const fonts = openPaperFonts('resources/fonts');
const SIZES = ['normal', 'large'] as const;
const LONG_ROOM = 'Large ground-floor meeting room with the folding partition A';
const LONG_GROUP = 'Tenants and Residents Association of the Northern Oak Estate';

const pagesIn = (paper: { bytes: Uint8Array }) => Number(infoOf(paper.bytes)['Pages']);
const textIn = (paper: { bytes: Uint8Array }) => textOf(paper.bytes).replace(/\s+/g, ' ');
/** The half hour that begins `nth` half hours after 7am. */
const halfHour = (nth: number) => {
  const at = (n: number) =>
    `${String(7 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`;
  return { from: at(nth), until: at(nth + 1) };
};

describe('The month overview on paper', () => {
  const month = (
    dayOf: (day: number) => { closed?: string | null; taken?: readonly object[] },
    more: object = {},
  ) =>
    drawMonthOverview(
      fonts,
      MonthOverviewValues.parse({
        ...formValues(),
        facility: LONG_ROOM,
        // August 2026 begins on a Saturday and so has six weeks.
        days: Array.from({ length: 31 }, (_, i) => ({
          date: `2026-08-${String(i + 1).padStart(2, '0')}`,
          closed: null,
          taken: [],
          ...dayOf(i + 1),
        })),
        ...more,
      }),
    );
  const every = (count: number, step: number) => ({
    taken: Array.from({ length: count }, (_, i) => halfHour(i * step)),
  });

  it.each([
    ['nothing', 0, 1],
    ['four bookings a day', 4, 3],
    ['eight bookings a day, an hour between', 8, 3],
    ['sixteen bookings a day, half an hour between', 16, 2],
    ['thirty bookings a day, one after the other', 30, 1],
  ] as const)('is one page with %s', (_, count, step) => {
    const paper = month(() => every(count, step), { practice: true });
    expect(checkFile(paper.bytes)).toContain('No syntax or stream encoding errors found');
    expect(pagesIn(paper)).toBe(1);
    expect(typeSizesOf(paper.bytes)[0]).toBe(12);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
    const text = textIn(paper);
    for (let day = 1; day <= 31; day++) expect(text).toMatch(new RegExp(`\\b${day}\\b`));
  });

  it('is one page when each day is closed for a long reason, which then stands once', () => {
    const why = 'Heating and ventilation works in the whole building';
    const paper = month((day) => ({ ...every(6, 3), closed: day < 20 ? why : null }));
    expect(pagesIn(paper)).toBe(1);
    expect(textIn(paper)).toContain(`Closed on 1 to 19: ${why}`);
  });

  it('joins times that meet, and says so when it joins others', () => {
    const meeting = textIn(month((day) => (day === 4 ? every(4, 1) : {})));
    expect(meeting).toContain('7am to 9am');
    expect(meeting).not.toContain('Less than');
    const airy = textIn(month((day) => (day === 4 ? every(2, 2) : {})));
    expect(airy).toMatch(/7am to 7:30am 8am to 8:30am/);
    const full = textIn(month(() => every(16, 2)));
    expect(full).toContain('Less than 1 hour between two bookings is shown as taken.');
    expect(full).toContain('7am to 10:30pm');
  });

  it('says in large print in one line that days on end are free or closed', () => {
    const paper = month(
      (day) => (day === 5 ? every(1, 1) : { closed: day > 20 ? 'New floor' : null }),
      { size: 'large' },
    );
    expect(pagesIn(paper)).toBe(1);
    const text = textIn(paper);
    for (const line of [
      'Sat 1 Aug to Tue 4 Aug Free',
      'Wed 5 Aug 7am to 7:30am',
      'Thu 6 Aug to Thu 20 Aug Free',
      'Fri 21 Aug to Mon 31 Aug Closed: New floor',
    ])
      expect(text).toContain(line);
  });
});

describe('The week sheet on paper', () => {
  const dates = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
  const booking = (nth: number, more: object = {}) => ({
    ...halfHour(nth),
    words: 'Oak Estate TRA',
    lines: ['Meeting of a group', `BKG-2026-0${100 + nth}`],
    ...more,
  });
  type Day = { closed?: string | null; bookings?: readonly object[] };
  const week = (rooms: Readonly<Record<string, (day: number) => Day>>, more: object = {}) =>
    drawWeekSheet(
      fonts,
      WeekSheetValues.parse({
        ...formValues(),
        audience: 'desk',
        dates,
        facilities: Object.entries(rooms).map(([name, dayOf]) => ({
          name,
          days: dates.map((_, day) => ({ closed: null, bookings: [], ...dayOf(day) })),
        })),
        ...more,
      }),
    );

  it.each([
    ['normal', 1],
    ['large', 2],
  ] as const)(
    'names the rooms that nobody has booked in closing lines, in %s print',
    (size, pages) => {
      const paper = week(
        {
          Hall: (day) => ({ bookings: day < 2 ? [booking(4)] : [] }),
          Kitchen: () => ({}),
          Library: (day) => ({ closed: day === 1 ? 'New shelves' : null }),
          Shed: () => ({ closed: 'Leaking roof' }),
          Copier: () => ({}),
        },
        { size },
      );
      expect(pagesIn(paper)).toBe(pages);
      const text = textIn(paper);
      for (const line of [
        'Free all week: Kitchen, Copier.',
        'Free, but closed on Tue 24 Nov (New shelves): Library.',
        'Closed all week (Leaking roof): Shed.',
      ])
        expect(text).toContain(line);
      expect(text.lastIndexOf('Oak Estate TRA')).toBeLessThan(text.indexOf('Free all week'));
    },
  );

  it('shows every room of a week in which nothing is booked', () => {
    const paper = week({ Hall: () => ({}), Kitchen: () => ({ closed: 'Deep clean' }) });
    expect(pagesIn(paper)).toBe(1);
    expect(textIn(paper)).toContain('Hall Free Free Free Free Free');
    expect(textIn(paper)).toContain('Closed: Deep clean');
  });

  it('puts a day of four bookings without names in one row, so that a usual week is one page', () => {
    const names = { words: 'Booked', lines: [] };
    const four = () => ({ bookings: [4, 8, 12, 16].map((nth) => booking(nth, names)) });
    const paper = week({ Hall: four, Annexe: four }, { audience: 'public' });
    expect(pagesIn(paper)).toBe(1);
    expect(textIn(paper).match(/Hall|Annexe/g)).toHaveLength(2);
  });

  it.each(SIZES)('divides no booking of a full week between pages, in %s print', (size) => {
    const paper = week(
      {
        Hall: () => ({
          bookings: Array.from({ length: 12 }, (_, i) => booking(i, { words: LONG_GROUP })),
        }),
      },
      { size, practice: true },
    );
    for (let i = 0; i < 12; i++) {
      const reference = `BKG-2026-0${100 + i}`;
      expect(textIn(paper).split(reference)).toHaveLength(6);
    }
    for (const word of wordsOf(paper.bytes)) expect(word.bottom).toBeLessThan(841.89 - 18);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
  });
});

describe('The door sign on paper', () => {
  const sign = (count: number, more: object = {}) =>
    drawDoorSign(
      fonts,
      DoorSignValues.parse({
        ...formValues(),
        facility: 'Meeting Room',
        date: '2026-11-24',
        closed: null,
        bookings: Array.from({ length: count }, (_, i) => ({
          ...halfHour(i * 2),
          words: 'Booked',
        })),
        ...more,
      }),
    );
  const largest = (paper: { bytes: Uint8Array }) => typeSizesOf(paper.bytes).at(-1) ?? 0;

  it.each([0, 1, 3, 5, 8])('is one page with %i bookings', (count) => {
    expect(pagesIn(sign(count))).toBe(1);
  });

  it('is one page with three groups of long names in a room of a long name', () => {
    const bookings = [0, 3, 6].map((nth) => ({ ...halfHour(nth), words: LONG_GROUP }));
    for (const size of SIZES)
      expect(pagesIn(sign(0, { bookings, facility: LONG_ROOM, size }))).toBe(1);
  });

  it('has letters as large as the page lets them be, and larger ones in large print', () => {
    expect(largest(sign(1))).toBeGreaterThan(50);
    expect(largest(sign(1))).toBeGreaterThan(largest(sign(8)));
    expect(largest(sign(1, { size: 'large' }))).toBeGreaterThan(largest(sign(1)));
    expect(largest(sign(12, { size: 'large' }))).toBeGreaterThanOrEqual(27);
  });
});

import { describe, expect, it } from 'vitest';
import { drawDaySheet } from '#db/bookings/papers/day-sheet.pdf';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import {
  checkFile,
  drawingOrdersOf,
  infoOf,
  lettersOf,
  structureOf,
  textOf,
  typeSizesOf,
  untaggedMarksOf,
} from '../support/read-pdf.ts';
import { dayBooking, daySheetValues, LONGEST_NOTES } from './booking-paper-values.ts';

const fonts = openPaperFonts('resources/fonts');
const sheet = (more: object = {}) => drawDaySheet(fonts, daySheetValues(more));

describe('The day sheet', () => {
  it('shows the day, and for each facility its bookings in a table', () => {
    const paper = sheet();
    expect(checkFile(paper.bytes)).toContain('No syntax or stream encoding errors found');
    const text = textOf(paper.bytes);
    expect(text).toContain('Tuesday 24 November 2026');
    expect(text).toContain('Main meeting room (3 bookings)');
    const structure = structureOf(paper.bytes);
    for (const heading of ['Time', 'Booked for', 'People expected', 'Status', 'What happened']) {
      expect(lettersOf(structure)).toContain(lettersOf(`/Scope /Column "${heading}"`));
    }
    expect(structure).toContain('9:30am to 11am');
    expect(structure).toContain('Meeting of a group');
    expect(structure).toContain('Łukasz Wiśniewski, 01632 960 200');
    expect(structure).toContain('Hearing loop');
  });

  it('marks what is out of hours or cancelled (BOOK-04)', () => {
    const text = textOf(sheet().bytes);
    expect(text.split('Out of hours')).toHaveLength(2);
    expect(text.split('Cancelled')).toHaveLength(2);
    expect(text.split('Confirmed')).toHaveLength(3);
  });

  it('leaves space to write true times and numbers beside each booking', () => {
    const heard = lettersOf(structureOf(sheet().bytes).replaceAll('"', ''));
    expect(heard.split('InOutPeople')).toHaveLength(4);
    const writingLine = /0\.75 w 0\.4 0\.44 0\.48 RG [\d. ]+ m [\d. ]+ l S/g;
    expect(drawingOrdersOf(sheet().bytes).match(writingLine)).toHaveLength(9);
  });

  it('names the rooms without bookings in closing lines, those that are closed with the reason', () => {
    const facilities = [
      { name: 'Main meeting room', closed: null, bookings: [dayBooking()] },
      { name: 'Library', closed: 'New shelves are being fitted', bookings: [] },
      { name: 'Kitchen', closed: null, bookings: [] },
      { name: 'Hall', closed: null, note: 'Open 1pm to 5pm: Carols', bookings: [] },
      { name: 'Photocopier', closed: null, bookings: [] },
      { name: 'Shed', closed: '', bookings: [] },
      { name: 'Annexe', closed: 'New shelves are being fitted', bookings: [] },
    ];
    const paper = sheet({ facilities });
    expect(paper.pages).toBe(1);
    const text = textOf(paper.bytes).replace(/\s+/g, ' ');
    for (const line of [
      'Nothing booked: Kitchen, Photocopier.',
      'Nothing booked: Hall. Open 1pm to 5pm: Carols.',
      'Closed (New shelves are being fitted): Library, Annexe.',
      'Closed: Shed.',
    ])
      expect(text).toContain(line);
    expect(text.indexOf('Closed (')).toBeGreaterThan(text.indexOf('Photocopier'));
    expect(text.indexOf('Nothing booked')).toBeGreaterThan(text.indexOf('Oak Estate TRA'));
  });

  it.each([
    ['normal', 2],
    ['large', 4],
  ] as const)('needs no page for the rooms that are free in %s print', (size, pages) => {
    const facilities = (free: number) =>
      Array.from({ length: 2 + free }, (_, i) => ({
        name: `Room ${i + 1}`,
        closed: null,
        bookings: i > 1 ? [] : [dayBooking(), dayBooking(), dayBooking()],
      }));
    const paper = sheet({ size, facilities: facilities(7) });
    expect(infoOf(paper.bytes)['Pages']).toBe(String(pages));
    expect(sheet({ size, facilities: facilities(1) }).pages).toBe(pages);
    expect(textOf(paper.bytes, pages)).toContain('Nothing booked: Room 3, Room 4');
  });

  it('still shows the bookings of a facility that is closed, since people may come', () => {
    const facilities = [{ name: 'Library', closed: '', bookings: [dayBooking()] }];
    const text = textOf(sheet({ facilities }).bytes);
    expect(text).toMatch(/^Closed$/m);
    expect(text).toContain('Oak Estate TRA');
  });

  it('carries the newest entry of the record of changes, whole', () => {
    expect(textOf(sheet().bytes)).toContain('Record check: entry 1234, 9f2c41d07b6e8a35');
    expect(textOf(sheet({ auditAnchor: null }).bytes)).not.toContain('Record check');
  });

  it.each(['normal', 'large'] as const)('prints the longest notes whole in %s print', (size) => {
    const facilities = [
      { name: 'Hall', closed: null, bookings: [dayBooking({ notes: LONGEST_NOTES })] },
    ];
    const structure = structureOf(sheet({ size, facilities }).bytes).replaceAll('"', '');
    expect(lettersOf(structure)).toContain(lettersOf(LONGEST_NOTES));
  });

  it('repeats its headings on every page of a busy day', () => {
    const bookings = Array.from({ length: 40 }, (_, i) => dayBooking({ reference: `BKG-${i}.` }));
    const paper = sheet({ facilities: [{ name: 'Hall', closed: null, bookings }] });
    expect(paper.pages).toBeGreaterThan(3);
    for (let page = 1; page <= paper.pages; page++) {
      const text = textOf(paper.bytes, page);
      if (text.includes('BKG-')) expect(text).toContain('Booked for');
    }
    for (const { reference } of bookings) expect(textOf(paper.bytes)).toContain(reference);
  });

  it('becomes lists of labels in large print, with all that the tables say', () => {
    const large = structureOf(sheet({ size: 'large' }).bytes);
    expect(large).not.toContain('/Scope /Column');
    expect(large).toMatch(/"Needs and set-up"\s+TD\s+"Hearing loop"/);
    expect(large.split('"What happened"')).toHaveLength(4);
  });

  it.each([
    ['normal', 12],
    ['large', 18],
  ] as const)('is tagged throughout and has no small letters in %s print', (size, least) => {
    const paper = sheet({ size, practice: true });
    expect(typeSizesOf(paper.bytes)[0]).toBe(least);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
  });
});

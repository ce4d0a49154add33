import { describe, expect, it } from 'vitest';
import { drawBookingSlip } from '#db/bookings/papers/booking-slip.pdf';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import {
  checkFile,
  infoOf,
  lettersOf,
  structureOf,
  textOf,
  typeSizesOf,
  untaggedMarksOf,
} from '../support/read-pdf.ts';
import { LONGEST_NOTES, slipValues } from './booking-paper-values.ts';

const fonts = openPaperFonts('resources/fonts');
const slip = (more: object = {}) => drawBookingSlip(fonts, slipValues(more));

describe('The booking slip', () => {
  it('fits an ordinary booking on one page', () => {
    const paper = slip({ isOutOfHours: true });
    expect(paper.pages).toBe(1);
    expect(paper.missingGlyphs).toEqual([]);
    expect(checkFile(paper.bytes)).toContain('No syntax or stream encoding errors found');
    expect(infoOf(paper.bytes)).toMatchObject({
      Title: 'Booking slip BKG-2026-0142',
      Tagged: 'yes',
      Pages: '1',
    });
  });

  it('says what is booked, when, by whom and for what', () => {
    const structure = structureOf(slip().bytes);
    for (const words of ['Booking slip', 'BKG-2026-0142', 'Main meeting room']) {
      expect(structure).toContain(`"${words}"`);
    }
    expect(structure).toContain('"Tuesday 24 November 2026, 6:30pm to 8:30pm"');
    const fields = [
      ['Group', 'Oak Estate Tenants’ and Residents’ Association'],
      ['Booked by', 'Siân Ó Néill-Żak'],
      ['Responsible person', 'Łukasz Wiśniewski, phone 01632 960 200'],
      ['Purpose', 'Meeting of a group'],
      ['People expected', '18'],
      ['Needs', 'Hearing loop, step-free access, tables in a horseshoe'],
      ['Issued', 'Sunday 22 November 2026, 9:15am, by Ann Baker'],
    ] as const;
    for (const [label, value] of fields) {
      expect(structure).toMatch(new RegExp(`/Scope /Row\\s+"${label}"\\s+TD\\s+"${value}"`));
    }
  });

  it('carries every condition it is given and no other', () => {
    const given = slip({ conditions: ['No smoking.', 'Wash the cups.'] });
    const text = textOf(given.bytes);
    expect(text).toContain('No smoking.');
    expect(text).toContain('Wash the cups.');
    expect(textOf(slip().bytes)).not.toContain('smoking');
    expect(textOf(slip({ conditions: [] }).bytes)).not.toContain('What you agree to');
  });

  it('marks a booking out of office hours, and only such a booking (BOOK-04)', () => {
    expect(textOf(slip({ isOutOfHours: true }).bytes)).toContain('Out of office hours');
    expect(textOf(slip().bytes)).not.toContain('Out of office hours');
  });

  it('has boxes for checking in and out', () => {
    const text = textOf(slip().bytes);
    for (const words of ['Check in', 'Check out', 'Room clean and tidy', 'Nothing left behind']) {
      expect(text).toContain(words);
    }
    expect(text.split('☐')).toHaveLength(5);
  });

  it('says that a cancelled booking is cancelled, when and why, and checks nobody in', () => {
    const paper = slip({ cancelled: { at: '2026-11-23T10:00', reason: 'The chair is ill' } });
    const text = textOf(paper.bytes);
    expect(text).toContain('CANCELLED');
    expect(text).toContain('This booking was cancelled on Monday 23 November 2026, 10am.');
    expect(text).toContain('Reason: The chair is ill');
    expect(text).not.toContain('Check in');
    expect(textOf(slip().bytes)).not.toContain('CANCELLED');
  });

  it.each(['normal', 'large'] as const)('prints the longest notes whole in %s print', (size) => {
    const paper = slip({ size, notes: LONGEST_NOTES });
    expect(lettersOf(structureOf(paper.bytes).replaceAll('"', ''))).toContain(
      lettersOf(LONGEST_NOTES),
    );
  });

  it('leaves out a group nobody named, and says when the number is not known', () => {
    const text = textOf(slip({ group: '', notes: '', expectedNumber: null }).bytes);
    expect(text).not.toContain('Group');
    expect(text).not.toContain('Notes');
    expect(text).toContain('Not said');
  });

  it.each([
    ['normal', 12],
    ['large', 18],
  ] as const)('is tagged throughout and has no small letters in %s print', (size, least) => {
    const paper = slip({ size, practice: true });
    expect(typeSizesOf(paper.bytes)[0]).toBe(least);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
  });

  it('reports the letters it had to print as boxes', () => {
    expect(slip({ booker: 'محمد' }).missingGlyphs).toEqual(['ح', 'د', 'م']);
  });
});

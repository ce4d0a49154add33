import { describe, expect, it } from 'vitest';
import { drawBookingForm } from '#db/bookings/papers/booking-form.pdf';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import {
  checkFile,
  lettersOf,
  structureOf,
  textOf,
  typeSizesOf,
  untaggedMarksOf,
} from '../support/read-pdf.ts';
import { formValues } from './booking-paper-values.ts';

const fonts = openPaperFonts('resources/fonts');
const form = (more: object = {}) => drawBookingForm(fonts, formValues(more));

const ASKED = [
  'Your name',
  'Group, if any',
  'Phone or email',
  'Date',
  'Start',
  'Finish',
  'In office hours',
  'Out of office hours',
  'How it helps tenants have their say',
  'People expected',
  'Access needs',
  'Equipment wanted',
  'We will use the kitchen or serve refreshments',
  'I have been given the guidelines for the rooms, facilities and equipment.',
  'I have read the fire procedure.',
  'I accept the conditions of use.',
  'Person booking',
  'For office use',
  'Booking confirmed by',
  'Booking reference',
];

describe('The blank booking form', () => {
  it.each(['normal', 'large'] as const)('asks for everything, in order, in %s print', (size) => {
    const paper = form({ size });
    expect(checkFile(paper.bytes)).toContain('No syntax or stream encoding errors found');
    const heard = lettersOf(structureOf(paper.bytes).replaceAll('"', ''));
    const places = ASKED.map((words) => heard.indexOf(lettersOf(words)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is one sheet printed on both sides', () => {
    expect(form().pages).toBe(2);
  });

  it('has a box to tick for each facility, or a line when none is set up', () => {
    const text = textOf(form().bytes);
    for (const name of ['Main meeting room', 'Computer suite', 'Photocopier', 'Library']) {
      expect(lettersOf(text)).toContain(lettersOf(`☐ ${name}`));
    }
    const without = textOf(form({ facilities: [] }).bytes);
    expect(without).toContain('Room or facility');
    expect(without).not.toContain('Library');
  });

  it('has a place for the booker and the officer to sign', () => {
    expect(textOf(form().bytes).split('Signature')).toHaveLength(3);
  });

  it('has no reference yet, and says which form it is at the foot', () => {
    const foot =
      'Page 1 of 2 · printed 22 November 2026 by Ann Baker · Room booking form, version 2';
    expect(lettersOf(textOf(form().bytes, 1))).toContain(lettersOf(foot));
  });

  it.each([
    ['normal', 12],
    ['large', 18],
  ] as const)('is tagged throughout and has no small letters in %s print', (size, least) => {
    const paper = form({ size, practice: true });
    expect(typeSizesOf(paper.bytes)[0]).toBe(least);
    expect(untaggedMarksOf(paper.bytes)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { LocalDateTime } from '#db/shared/local-date';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import { drawUsageLog, type UsageLogEntry } from '#db/usage/usage-log.pdf';
import { checkFile, lettersOf, structureOf, textOf, typeSizesOf } from '../support/read-pdf.ts';

const fonts = openPaperFonts('resources/fonts');
const entry = (part: Partial<UsageLogEntry> = {}): UsageLogEntry => ({
  date: 'Tue 5 Jan',
  time: '10am to 11:20am',
  person: 'Łukasz Wiśniewski',
  group: 'Birch Court TRA',
  purpose: 'Minutes of the last meeting',
  minutes: 80,
  copies: 14,
  colourCopies: 2,
  ...part,
});
const draw = (part: object = {}) =>
  drawUsageLog(fonts, {
    letterhead: {
      centre: 'Elm Street TRC',
      council: 'Marlow City Council',
      team: '',
      address: ['1 Elm Street'],
      phone: '',
    },
    size: 'normal',
    practice: false,
    printedAt: '2027-02-01T09:00' as LocalDateTime,
    printedBy: 'Dee Hollins',
    facility: 'Computer Suite',
    month: 'January 2027',
    entries: [
      entry(),
      entry({ group: '', person: 'P. Okafor', minutes: 45, copies: 0, colourCopies: 0 }),
    ],
    totals: { minutes: 125, copies: 14, colourCopies: 2 },
    ...part,
  });
const blank = { month: '', entries: [], totals: { minutes: 0, copies: 0, colourCopies: 0 } };

describe('The log of use on paper (DOC-08)', () => {
  it('shows a month line by line with its totals', () => {
    const paper = draw();
    expect(checkFile(paper.bytes)).toContain('No syntax or stream encoding errors found');
    const text = lettersOf(textOf(paper.bytes));
    for (const words of [
      'Log of use: Computer Suite',
      'January 2027',
      '2 uses, 2 hours 5 minutes',
      '14 pages, 2 pages of them in colour',
      'Łukasz Wiśniewski',
      'For themselves',
    ])
      expect(text).toContain(lettersOf(words));
  });

  it('is blank with ruled lines for a date, a name, a group, a purpose, minutes or pages, colour and initials', () => {
    const paper = draw(blank);
    expect(paper.pages).toBe(1);
    const structure = lettersOf(structureOf(paper.bytes));
    for (const heading of [
      'Date',
      'Name',
      'Group, if any',
      'What for',
      'Minutes or pages',
      'In colour',
      'Initials',
    ])
      expect(structure).toContain(lettersOf(`/Scope /Column "${heading}"`));
  });

  it.each([
    ['filled in', {}],
    ['blank', blank],
  ])('is in large print when %s', (_, part) => {
    const paper = draw({ size: 'large', ...part });
    expect(Math.min(...typeSizesOf(paper.bytes))).toBeGreaterThanOrEqual(18);
    expect(paper.missingGlyphs).toEqual([]);
  });

  it('says so when nothing was entered in a month', () => {
    expect(textOf(draw({ entries: [] }).bytes)).toContain('Nothing was entered in this month.');
  });
});

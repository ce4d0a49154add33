import { describe, expect, it } from 'vitest';
import type { LocalDateTime } from '#db/shared/local-date';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import { drawUsageLog, type UsageLogEntry } from '#db/usage/usage-log.pdf';
import {
  checkFile,
  infoOf,
  lettersOf,
  structureOf,
  textOf,
  typeSizesOf,
} from '../support/read-pdf.ts';

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

  it('tells in large print in four columns what eight tell in normal print, six uses to a page', () => {
    const entries = Array.from({ length: 18 }, (_, i) =>
      entry({ person: `Person ${i + 1}`, minutes: i + 1 }),
    );
    const paper = draw({ size: 'large', entries });
    expect(Number(infoOf(paper.bytes)['Pages'])).toBeLessThanOrEqual(5);
    const heard = lettersOf(structureOf(paper.bytes).replaceAll('"', ''));
    for (const heading of ['When', 'Who', 'What for', 'How much'])
      expect(heard).toContain(lettersOf(`/Scope /Column ${heading}`));
    const words = ['Tue 5 Jan', '10am to 11:20am', 'Birch Court TRA', '18 minutes'];
    for (const one of [...words, '14 pages, 2 in colour']) expect(heard).toContain(lettersOf(one));
    for (let i = 1; i <= 18; i++) expect(heard).toContain(`Person${i}Birch`);
  });

  it.each(['normal', 'large'] as const)(
    'is one page when blank in %s print, however long the name of the room',
    (size) => {
      const facility = 'Large ground-floor meeting room with the folding partition';
      const paper = draw({ ...blank, size, facility, practice: true });
      expect(infoOf(paper.bytes)['Pages']).toBe('1');
      const rows = structureOf(paper.bytes).match(/^ *TR\b/gm) ?? [];
      expect(rows.length).toBeGreaterThan(4);
    },
  );

  it('says so when nothing was entered in a month', () => {
    expect(textOf(draw({ entries: [] }).bytes)).toContain('Nothing was entered in this month.');
  });
});

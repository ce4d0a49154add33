import { describe, expect, it } from 'vitest';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import { CouncilAccessLogValues, drawCouncilAccessLog } from '#db/venues/council-access-log.pdf';
import { formValues } from '../bookings/booking-paper-values.ts';
import { checkFile, lettersOf, structureOf, textOf, untaggedMarksOf } from '../support/read-pdf.ts';

const fonts = openPaperFonts('resources/fonts');
const LONG_NOTES =
  'The lock of the back door sticks, and the committee asks for a new one. '.repeat(12);

const values = (part: object = {}) =>
  CouncilAccessLogValues.parse({
    ...formValues(),
    venue: 'Federation Office',
    managedBy: 'Tenants’ Federation',
    entries: [
      {
        at: '2027-01-04T08:30',
        officer: 'Łukasz Wiśniewski',
        reason: 'health-and-safety',
        notes: '',
        committeeToldOn: null,
      },
      {
        at: '2027-01-05T13:00',
        officer: 'Dee Hollins',
        reason: 'cleaning',
        notes: LONG_NOTES,
        committeeToldOn: '2027-01-04',
      },
    ],
    ...part,
  });

describe('The council access log', () => {
  it('says of each visit when, who, why, and when the committee was told (DOC-10)', () => {
    const paper = drawCouncilAccessLog(fonts, values());
    expect(checkFile(paper.bytes)).toContain('No syntax or stream encoding errors found');
    const text = textOf(paper.bytes);
    for (const words of ['Federation Office', '4 January 2027', '8:30am', 'Not yet', 'Cleaning'])
      expect(text).toContain(words);
    expect(text).toMatch(/Health and\s+safety/);
    const structure = structureOf(paper.bytes);
    for (const heading of ['Date', 'Time', 'Officer', 'Reason', 'Committee told'])
      expect(lettersOf(structure)).toContain(lettersOf(`/Scope /Column "${heading}"`));
    expect(paper.missingGlyphs).toEqual([]);
  });

  it.each(['normal', 'large'] as const)('prints long notes whole in %s print', (size) => {
    const { bytes } = drawCouncilAccessLog(fonts, values({ size }));
    const words = lettersOf(structureOf(bytes).replaceAll('"', ''));
    expect(words).toContain(lettersOf(LONG_NOTES));
    expect(untaggedMarksOf(bytes)).toBe(0);
  });

  it.each(['normal', 'large'] as const)(
    'is one page to write on when blank, in %s print',
    (size) => {
      const paper = drawCouncilAccessLog(fonts, values({ size, entries: null }));
      expect(paper.pages).toBe(1);
      expect(textOf(paper.bytes)).not.toContain('Hollins');
    },
  );

  it('begins its large print on the first page and goes on there, below a visit with many notes', () => {
    const visit = (day: number, notes: string) => ({
      at: `2027-01-0${day}T08:30`,
      officer: 'Dee Hollins',
      reason: 'health-and-safety',
      notes,
      committeeToldOn: null,
    });
    const notes = LONG_NOTES.slice(0, 140);
    const entries = [visit(4, notes), visit(5, 'Cleaned'), visit(6, 'Cleaned')];
    const { bytes } = drawCouncilAccessLog(fonts, values({ size: 'large', entries }));
    const first = textOf(bytes, 1);
    for (const day of ['4 January 2027', '5 January 2027']) expect(first).toContain(day);
    expect(textOf(bytes)).toContain('6 January 2027');
  });

  it('says so when the council has not gone in', () => {
    const { bytes } = drawCouncilAccessLog(fonts, values({ entries: [] }));
    expect(textOf(bytes)).toContain('The council has not gone in so far.');
  });
});

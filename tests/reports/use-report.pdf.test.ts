import { describe, expect, it } from 'vitest';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import type { UseRow } from '#db/reports/reports.contract';
import { drawUseReport, type UseReportValues } from '#db/reports/use-report.pdf';
import { hoursWords, shareWords } from '#db/reports/use.rules';
import {
  checkFile,
  dictionariesOf,
  lettersOf,
  structureOf,
  textOf,
  typeSizesOf,
} from '../support/read-pdf.ts';

const fonts = openPaperFonts('resources/fonts');
const row = (words: string, usedMinutes: number, openMinutes: number | null = null): UseRow => ({
  key: words,
  words,
  bookings: 3,
  usedMinutes,
  inHoursMinutes: usedMinutes - 60,
  outOfHoursMinutes: 60,
  cancelled: 4,
  lateCancelled: 1,
  noShows: 2,
  headcount: 30,
  counted: 3,
  openMinutes,
});
const draw = (part: Partial<UseReportValues['report']> = {}, size: 'normal' | 'large' = 'normal') =>
  drawUseReport(fonts, {
    letterhead: {
      centre: 'Elm Street TRC',
      council: 'Marlow City Council',
      team: '',
      address: ['1 Elm Street'],
      phone: '',
    },
    size,
    practice: false,
    printedAt: '2028-04-02T09:00' as LocalDateTime,
    printedBy: 'Dee Hollins',
    room: '',
    asOf: '2028-04-02T09:00' as LocalDateTime,
    report: {
      from: '2027-04-01' as LocalDate,
      until: '2028-03-31' as LocalDate,
      total: row('All rooms', 6000, 24000),
      byRoom: [row('Meeting Room', 4500, 12000), row('Small Room', 1500, 12000)],
      byGroup: Array.from({ length: 20 }, (_, i) => row(`Group ${i + 1}`, 2000 - i * 60)),
      byPurpose: [row('Meeting of a group', 6000)],
      byMonth: [row('April 2027', 6000, 24000)],
      walkIns: { sessions: 12, minutes: 900, copies: 140, colourCopies: 20 },
      users: { people: 41, memberships: 12 },
      ...part,
    },
  });

describe('The use report on paper', () => {
  it('says the whole in a panel, and each figure in a table', () => {
    const paper = draw();
    expect(checkFile(paper.bytes)).toContain('No syntax or stream encoding errors found');
    const text = lettersOf(textOf(paper.bytes));
    for (const words of [
      '100 hours used, 25% of the hours open',
      'Meeting Room',
      '75 hours, 38%',
      '12 sessions',
      '41 people answered for a room or walked in, each counted once; 12 memberships of groups they came for',
      '140 pages, 20 pages of them in colour',
      'Group 20',
    ])
      expect(text).toContain(lettersOf(words));
  });

  it('reads its charts out in words to those who do not see them', () => {
    const figures = dictionariesOf(draw().bytes).filter((one) => one['/S'] === '/Figure');
    expect(figures[0]?.['/Alt']).toBe(
      'u:Hours used by room: Meeting Room 75 hours, 38%; Small Room 25 hours, 13%.',
    );
    expect(lettersOf(structureOf(draw().bytes))).toContain('/Scope/Column"Hoursused"');
  });

  it('charts the first dozen, says so, and lists all', () => {
    const text = lettersOf(textOf(draw().bytes));
    expect(text).toContain(lettersOf('The chart shows the first 12; the table has all.'));
  });

  it.each(['normal', 'large'] as const)(
    'keeps a chart of the longest names on its page in %s print',
    (size) => {
      const long = Array.from({ length: 14 }, (_, i) =>
        row(`${'Association of tenants and residents '.repeat(3)}${i}`, 600 + i),
      );
      const paper = draw({ byGroup: long }, size);
      expect(checkFile(paper.bytes)).toContain('No syntax or stream encoding errors found');
      expect(Math.min(...typeSizesOf(paper.bytes))).toBeGreaterThanOrEqual(
        size === 'large' ? 18 : 12,
      );
    },
  );

  it.each(['normal', 'large'] as const)(
    'goes on with a chart over the page in %s print, three bars at least on either',
    (size) => {
      for (let rooms = 1; rooms < 9; rooms++) {
        const byRoom = Array.from({ length: rooms }, (_, i) => row(`Room${i}`, 600, 1200));
        const byMonth = Array.from({ length: 10 }, (_, i) => row(`Month${i}`, 600 + i, 1200));
        const paper = draw({ byRoom, byMonth }, size);
        const charted = byMonth.map(({ words }) => words);
        const pages = Array.from({ length: paper.pages }, (_, i) => textOf(paper.bytes, i + 1));
        const shares = pages.map(
          (page) =>
            charted.filter((words) => new RegExp(`${words}\\s+1[01][.\\d]* hours, `).test(page))
              .length,
        );
        expect(shares.reduce((sum, n) => sum + n, 0)).toBe(10);
        for (const share of shares) expect([0, 3, 4, 5, 6, 7, 10]).toContain(share);
      }
    },
  );

  it('says so when there was nothing', () => {
    expect(textOf(draw({ byRoom: [], byGroup: [], byPurpose: [] }).bytes)).toContain(
      'Nothing in this time.',
    );
  });
});

describe('Hours and shares in words', () => {
  it('are rounded to the tenth, and say nothing where no hours are known', () => {
    expect([hoursWords(720), hoursWords(90), hoursWords(61), hoursWords(72_030)]).toEqual([
      '12',
      '1.5',
      '1',
      '1,200.5',
    ]);
    expect([
      shareWords(row('a', 300, 600)),
      shareWords(row('a', 300, 0)),
      shareWords(row('a', 300)),
    ]).toEqual(['50%', '', '']);
  });
});

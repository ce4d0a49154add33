import { z } from 'zod';
import { LocalDateTime } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import { type Bar, barChart } from '#db/shared/pdf/bar-chart';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import {
  countOf,
  formatDateNoWeekday,
  formatDateTime,
  formatMinutes,
} from '#db/shared/plain-words';
import { UseReport, type UseRow } from './reports.contract.ts';
import { hoursWords, shareWords, usersWords } from './use.rules.ts';

/** The use report on paper: each figure once as a bar and once in a table. */
export const UseReportValues = z.object({
  ...PaperFrame.shape,
  report: UseReport,
  /** The one room it is about; empty for all. */
  room: z.string(),
  asOf: LocalDateTime,
});
export type UseReportValues = z.infer<typeof UseReportValues>;

/** More bars than this make a chart that nobody reads; the table below has every row. */
const MOST_BARS = 12;
/** Of the longest lists, those of groups and purposes, large print charts only the head. */
const MOST_LARGE_BARS_OF_LIST = 6;

/** Draws the use report. */
export function drawUseReport(fonts: PaperFonts, values: UseReportValues): DrawnPaper {
  const { report, room } = values;
  const options = {
    frame: values,
    title: room === '' ? 'Use of the rooms' : `Use of ${room}`,
    reference: `${formatDateNoWeekday(report.from)} to ${formatDateNoWeekday(report.until)}`,
    template: 'Use of the rooms, version 3',
    // Seven columns of figures in large print want a wide page.
    landscape: values.size === 'large',
  };
  return drawPaper(fonts, options, (paper) => {
    writeTotal(paper, values);
    const isLarge = values.size === 'large';
    const sections: readonly Omit<Section, 'isLarge'>[] = [
      { title: 'By room', rows: report.byRoom, first: 'Room', isOpenKnown: true },
      { title: 'By month', rows: report.byMonth, first: 'Month', isOpenKnown: true },
      { title: 'By group', rows: report.byGroup, first: 'Group', isOpenKnown: false },
      { title: 'By purpose', rows: report.byPurpose, first: 'Purpose', isOpenKnown: false },
    ];
    for (const section of sections) writeTable(paper, { ...section, isLarge });
    writeWalkIns(paper, report);
    writeMeaning(paper, values);
  });
}

function writeTotal(paper: PaperWriter, { report }: UseReportValues): void {
  const { total } = report;
  const share = shareWords(total);
  paper.panel([
    `${formatMinutes(total.usedMinutes)} used${share === '' ? '' : `, ${share} of the hours open`}`,
    `${countOf(total.bookings, 'booking')}, ${formatMinutes(total.outOfHoursMinutes)} of it out of hours`,
    `${countOf(total.noShows, 'no-show')}, ${countOf(total.cancelled, 'cancellation')}, ${total.lateCancelled} of them late`,
    total.counted === 0
      ? 'No heads were counted'
      : `${countOf(total.headcount, 'person', 'people')} counted at ${countOf(total.counted, 'booking')}`,
    usersWords(report.users),
  ]);
}

type Section = {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly UseRow[];
  /** Whether the rows say how long something was open, and not only how long it was used. */
  readonly isOpenKnown: boolean;
  readonly isLarge: boolean;
};

function writeTable(paper: PaperWriter, section: Section): void {
  paper.heading(section.title);
  if (section.rows.length === 0) {
    paper.paragraph('Nothing in this time.');
    return;
  }
  const most = section.isLarge && !section.isOpenKnown ? MOST_LARGE_BARS_OF_LIST : MOST_BARS;
  const bars = section.rows.slice(0, most).map((row) => barOf(row, section));
  if (bars.length < section.rows.length)
    paper.paragraph(`The chart shows the first ${bars.length}; the table has all.`, {
      keepWithNext: true,
    });
  paper.figure(barChart(paper.sheet, bars, altOf(section, bars)));
  paper.space(0.4);
  paper.table({
    columns: [
      { heading: section.first, share: 30, leastEms: 8, namesRow: true },
      { heading: 'Bookings', share: 11, leastEms: 4.6, align: 'right' },
      { heading: 'Hours used', share: 12, leastEms: 4.2, align: 'right' },
      { heading: 'Out of hours', share: 12, leastEms: 3.8, align: 'right' },
      ...(section.isOpenKnown
        ? [{ heading: 'Hours open', share: 12, leastEms: 4.2, align: 'right' } as const]
        : []),
      { heading: 'Cancelled late', share: 14, leastEms: 5, align: 'right' },
      { heading: 'No-shows', share: 10, leastEms: 4.2, align: 'right' },
    ],
    rows: section.rows.map((row) => [
      row.words,
      String(row.bookings),
      hoursWords(row.usedMinutes),
      hoursWords(row.outOfHoursMinutes),
      ...(section.isOpenKnown
        ? [row.openMinutes === null ? 'not given' : hoursWords(row.openMinutes)]
        : []),
      `${row.lateCancelled} of ${row.cancelled}`,
      String(row.noShows),
    ]),
  });
}

function barOf(row: UseRow, section: Section): Bar {
  const share = section.isOpenKnown ? shareWords(row) : '';
  const used = `${hoursWords(row.usedMinutes)} ${row.usedMinutes === 60 ? 'hour' : 'hours'}`;
  return {
    label: row.words,
    value: row.usedMinutes,
    words: share === '' ? used : `${used}, ${share}`,
  };
}

const altOf = (section: Section, bars: readonly Bar[]): string =>
  `Hours used ${section.title.toLowerCase()}: ${bars.map((bar) => `${bar.label} ${bar.words}`).join('; ')}.`;

function writeWalkIns(paper: PaperWriter, { walkIns }: UseReport): void {
  paper.neverSplit(() => {
    paper.heading('People who walked in');
    paper.fieldGrid([
      { label: 'Sessions', value: countOf(walkIns.sessions, 'session') },
      { label: 'Time', value: formatMinutes(walkIns.minutes) },
      {
        label: 'Copies and prints',
        value: `${countOf(walkIns.copies, 'page')}, ${countOf(walkIns.colourCopies, 'page')} of them in colour`,
      },
    ]);
  });
}

function writeMeaning(paper: PaperWriter, { asOf }: UseReportValues): void {
  paper.heading('What the figures mean');
  paper.list([
    `Hours used are those of confirmed bookings that had begun by ${formatDateTime(asOf)}, without no-shows and without the time to set up and clear down. Each place that is held one by one counts.`,
    'Hours open are the opening hours of each room less bank holidays and closed days, until the same moment.',
    'Out of hours means bookings that lie outside office hours, in whole or in part.',
    'Cancellations and no-shows count on the day they were booked for.',
  ]);
}

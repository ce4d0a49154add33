import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { PaperText } from '#db/shared/pdf/text';
import { countOf } from '#db/shared/plain-words';
import { RegisterStanding } from './activities.contract.ts';

/** One person as the sheet shows them, in words. */
export const SheetLine = z.object({
  name: z.string(),
  tenure: z.string(),
  forWhom: z.string(),
  standing: RegisterStanding,
  isFirstTime: z.boolean(),
  arrived: z.string(),
  left: z.string(),
  wantsToClaim: z.boolean(),
});
export type SheetLine = z.infer<typeof SheetLine>;

/** An attendance sheet (DOC-52): blank, half filled with who is expected, or with the register. */
export const AttendanceSheetValues = z.object({
  ...PaperFrame.shape,
  /** Null for the blank sheet. */
  activity: z
    .object({
      reference: z.string(),
      title: z.string(),
      /** Kind, day and time, place, who leads it; lines of the panel at the top. */
      facts: z.array(z.string()).readonly(),
      /** Nobody writes on it any more: no empty lines, and the totals are printed. */
      isComplete: z.boolean(),
      lines: z.array(SheetLine).readonly(),
      came: z.int(),
      apologies: z.int(),
      groups: z.array(z.object({ name: z.string(), count: z.int() })).readonly(),
      forThemself: z.int(),
    })
    .nullable(),
});
export type AttendanceSheetValues = z.infer<typeof AttendanceSheetValues>;

const COLUMNS = [
  { heading: 'Name', share: 23, leastEms: 8, namesRow: true },
  { heading: 'Tenant, leaseholder or other', share: 13, leastEms: 6.5 },
  { heading: 'For which group, or for yourself', share: 20, leastEms: 8 },
  { heading: 'First time?', share: 7, leastEms: 3.2, align: 'centre' },
  { heading: 'Sent apologies', share: 10, leastEms: 4.6, align: 'centre' },
  { heading: 'Arrived', share: 9, leastEms: 4 },
  { heading: 'Left', share: 8, leastEms: 3.6 },
  { heading: 'Claim form wanted?', share: 10, leastEms: 4.4, align: 'centre' },
] as const;

/** Large print has no room for eight columns side by side. */
const LARGE_COLUMNS = [
  { heading: 'Name; tenant, leaseholder or other', share: 31, leastEms: 7, namesRow: true },
  { heading: 'For which group, or for yourself', share: 25, leastEms: 6 },
  { heading: 'First time?', share: 10, leastEms: 2.6, align: 'centre' },
  { heading: 'Sent apologies', share: 16, leastEms: 4.8, align: 'centre' },
  { heading: 'Claim form wanted?', share: 18, leastEms: 4.6, align: 'centre' },
] as const;

/** As many rows as fill both sides of a page; a sheet with many names keeps a few for those who come unasked. */
const ROWS = {
  normal: { inAll: 18, ofOneLine: 1, least: 6 },
  // A name with what they hold, and a group, take two lines of large print.
  large: { inAll: 8, ofOneLine: 2, least: 4 },
} as const;

const EMPTY_LINE: SheetLine = {
  name: '',
  tenure: '',
  forWhom: '',
  standing: 'expected',
  isFirstTime: false,
  arrived: '',
  left: '',
  wantsToClaim: false,
};

export function drawAttendanceSheet(fonts: PaperFonts, values: AttendanceSheetValues): DrawnPaper {
  const { activity } = values;
  const options = {
    frame: values,
    title: 'Attendance sheet',
    ...(activity === null ? {} : { reference: activity.reference }),
    template: 'Attendance sheet, version 1',
    landscape: true,
  };
  return drawPaper(fonts, options, (paper) => {
    if (activity === null) {
      paper.writingLines('What it is', 1);
      paper.writingRow(['Date', 'From', 'Until', 'Place']);
    } else paper.panel([activity.title, ...activity.facts]);
    if (activity?.isComplete !== true)
      paper.paragraph(
        'Please put your name on one line, once, also if you come for more than one group. Write the groups beside it.',
        { keepWithNext: true },
      );
    writeLines(paper, values);
    writeTotals(paper, values);
  });
}

function writeLines(paper: PaperWriter, { activity, size }: AttendanceSheetValues): void {
  const rows = ROWS[size];
  const known = activity?.lines ?? [];
  if (activity?.isComplete === true && known.length === 0) {
    paper.paragraph('Nobody is on this register.');
    return;
  }
  const unused = Math.max(rows.least, rows.inAll - known.length * rows.ofOneLine);
  const empty = activity?.isComplete === true ? 0 : unused;
  const lines = [...known, ...Array.from({ length: empty }, () => EMPTY_LINE)];
  paper.table({
    columns: size === 'large' ? LARGE_COLUMNS : COLUMNS,
    rows: lines.map(size === 'large' ? largeRowOf : rowOf),
    ruled: true,
    ...(activity?.isComplete === true ? {} : { rowWritingLines: 1 }),
  });
}

const tick = (is: boolean): string => (is ? '☑' : '☐');

const rowOf = (line: SheetLine): PaperText[] => [
  line.name,
  line.tenure,
  line.forWhom,
  tick(line.isFirstTime),
  tick(line.standing === 'apologies'),
  line.standing === 'came' && line.arrived === '' ? 'came' : line.arrived,
  line.left,
  tick(line.wantsToClaim),
];

const largeRowOf = (line: SheetLine): PaperText[] => [
  [
    { text: line.tenure === '' ? line.name : `${line.name}\n`, face: 'semibold' },
    { text: line.tenure, face: 'regular' },
  ],
  line.forWhom,
  tick(line.isFirstTime),
  tick(line.standing === 'apologies'),
  tick(line.wantsToClaim),
];

function writeTotals(paper: PaperWriter, { activity }: AttendanceSheetValues): void {
  paper.neverSplit(() => {
    paper.heading('In all');
    if (activity?.isComplete !== true) {
      paper.writingRow(['People who came', 'Groups they came for', 'Sent apologies']);
      return;
    }
    paper.fieldGrid([
      { label: 'Came', value: countOf(activity.came, 'person', 'people') },
      { label: 'Sent apologies', value: countOf(activity.apologies, 'person', 'people') },
      ...activity.groups.map(({ name, count }) => ({
        label: `For ${name}`,
        value: countOf(count, 'person', 'people'),
      })),
      { label: 'For themselves', value: countOf(activity.forThemself, 'person', 'people') },
    ]);
    paper.paragraph(
      'Everybody is counted once. Somebody who came for two groups counts in both of them.',
      { quiet: true },
    );
  });
}

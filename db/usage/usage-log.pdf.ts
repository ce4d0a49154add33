import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { PaperText } from '#db/shared/pdf/text';
import { countOf, formatMinutes } from '#db/shared/plain-words';

/** One use as the printed log shows it, in words. */
export const UsageLogEntry = z.object({
  date: z.string(),
  time: z.string(),
  person: z.string(),
  group: z.string(),
  purpose: z.string(),
  minutes: z.int(),
  copies: z.int(),
  colourCopies: z.int(),
});
export type UsageLogEntry = z.infer<typeof UsageLogEntry>;

/** The log of a photocopier or computer suite (DOC-08): a month filled in, or blank with lines. */
export const UsageLogValues = z.object({
  ...PaperFrame.shape,
  facility: z.string(),
  /** 'June 2027'; empty for the blank log. */
  month: z.string(),
  entries: z.array(UsageLogEntry).readonly(),
  totals: z.object({ minutes: z.int(), copies: z.int(), colourCopies: z.int() }),
});
export type UsageLogValues = z.infer<typeof UsageLogValues>;

const BLANK_COLUMNS = [
  { heading: 'Date', share: 10, leastEms: 4 },
  { heading: 'Name', share: 20, leastEms: 6 },
  { heading: 'Group, if any', share: 18, leastEms: 6 },
  { heading: 'What for', share: 20, leastEms: 6 },
  { heading: 'Minutes or pages', share: 12, leastEms: 4.5 },
  { heading: 'In colour', share: 9, leastEms: 3.5 },
  { heading: 'Initials', share: 11, leastEms: 4 },
] as const;
const BLANK_ROWS = { normal: 11, large: 6 } as const;

const FILLED_COLUMNS = [
  { heading: 'Date', share: 10, leastEms: 5 },
  { heading: 'Time', share: 15, leastEms: 6.5 },
  { heading: 'Name', share: 19, leastEms: 7, namesRow: true },
  { heading: 'Group', share: 18, leastEms: 7 },
  { heading: 'What for', share: 18, leastEms: 7 },
  { heading: 'Minutes', share: 9, leastEms: 4.5, align: 'right' },
  { heading: 'Pages', share: 8, leastEms: 3.5, align: 'right' },
  { heading: 'In colour', share: 8, leastEms: 3.5, align: 'right' },
] as const;

/** Large print has no room for eight columns side by side; as lists of eight lines, a month would fill a folder. */
const LARGE_COLUMNS = [
  { heading: 'When', share: 23, leastEms: 5.6 },
  { heading: 'Who', share: 29, leastEms: 7, namesRow: true },
  { heading: 'What for', share: 25, leastEms: 6 },
  { heading: 'How much', share: 23, leastEms: 5.6 },
] as const;

/** Draws the log. */
export function drawUsageLog(fonts: PaperFonts, values: UsageLogValues): DrawnPaper {
  const isBlank = values.month === '';
  const options = {
    frame: values,
    title: `Log of use: ${values.facility}`,
    ...(isBlank ? {} : { reference: values.month }),
    template: 'Log of use, version 2',
    landscape: true,
  };
  return drawPaper(fonts, options, (paper) => {
    if (isBlank) writeBlank(paper, values);
    else writeMonth(paper, values);
  });
}

function writeBlank(paper: PaperWriter, values: UsageLogValues): void {
  paper.paragraph(
    'Please fill in one line each time you use it. It is free for tenant involvement.',
    { keepWithNext: true },
  );
  paper.table({
    columns: BLANK_COLUMNS,
    rows: Array.from({ length: BLANK_ROWS[values.size] }, () => BLANK_COLUMNS.map(() => '')),
    ruled: true,
    rowWritingLines: 1,
  });
}

function writeMonth(paper: PaperWriter, values: UsageLogValues): void {
  const { minutes, copies, colourCopies } = values.totals;
  paper.panel([
    `${countOf(values.entries.length, 'use')}, ${formatMinutes(minutes)}`,
    `${countOf(copies, 'page')}, ${countOf(colourCopies, 'page')} of them in colour`,
  ]);
  if (values.entries.length === 0) {
    paper.paragraph('Nothing was entered in this month.');
    return;
  }
  if (values.size === 'large')
    paper.table({ columns: LARGE_COLUMNS, rows: values.entries.map(largeRowOf) });
  else paper.table({ columns: FILLED_COLUMNS, rows: values.entries.map(rowOf) });
}

const groupOf = ({ group }: UsageLogEntry): string => (group === '' ? 'For themselves' : group);

function rowOf(entry: UsageLogEntry): PaperText[] {
  return [
    entry.date,
    entry.time,
    entry.person,
    groupOf(entry),
    entry.purpose,
    String(entry.minutes),
    String(entry.copies),
    String(entry.colourCopies),
  ];
}

function largeRowOf(entry: UsageLogEntry): PaperText[] {
  const { minutes, copies, colourCopies } = entry;
  return [
    `${entry.date}\n${entry.time}`,
    [
      { text: `${entry.person}\n`, face: 'semibold' },
      { text: groupOf(entry), face: 'regular' },
    ],
    entry.purpose,
    `${countOf(minutes, 'minute')}\n${countOf(copies, 'page')}${colourCopies === 0 ? '' : `, ${colourCopies} in colour`}`,
  ];
}

import { z } from 'zod';
import { dateOf, timeOf } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperText } from '#db/shared/pdf/text';
import { formatDateNoWeekday, formatTime } from '#db/shared/plain-words';
import { CouncilAccess } from './venues.contract.ts';

/** Each time the council went into a venue that a group manages, filled in or blank to write on (DOC-10). */
export const CouncilAccessLogValues = z.object({
  ...PaperFrame.shape,
  venue: z.string(),
  /** The group that decides about it. */
  managedBy: z.string(),
  /** The oldest first; null for a blank log. */
  entries: z
    .array(
      CouncilAccess.pick({
        at: true,
        officer: true,
        reason: true,
        notes: true,
        committeeToldOn: true,
      }),
    )
    .readonly()
    .nullable(),
});
export type CouncilAccessLogValues = z.infer<typeof CouncilAccessLogValues>;

type Entry = NonNullable<CouncilAccessLogValues['entries']>[number];

const REASON_WORDS: Readonly<Record<Entry['reason'], string>> = {
  maintenance: 'Maintenance',
  cleaning: 'Cleaning',
  'health-and-safety': 'Health and safety',
};

const COLUMNS = [
  { heading: 'Date', share: 15, leastEms: 5.5, namesRow: true },
  { heading: 'Time', share: 10, leastEms: 4 },
  { heading: 'Officer', share: 20, leastEms: 6 },
  { heading: 'Reason', share: 16, leastEms: 6 },
  { heading: 'Notes', share: 24, leastEms: 6 },
  { heading: 'Committee told', share: 15, leastEms: 5.5 },
] as const;

/** Large print has no room for six columns side by side; narrow ones make rows so tall that a page stays empty below them. */
const LARGE_COLUMNS = [
  { heading: 'When', share: 22, leastEms: 5.6 },
  { heading: 'Officer and reason', share: 28, leastEms: 7, namesRow: true },
  { heading: 'Notes', share: 28, leastEms: 7 },
  { heading: 'Committee told', share: 22, leastEms: 5.6 },
] as const;

/** Rows of a blank log that fill one page. */
const BLANK_ROWS = { normal: 11, large: 5 } as const;

/** Draws the log: a table with a row for each visit, or with empty rows to write in. */
export function drawCouncilAccessLog(
  fonts: PaperFonts,
  values: CouncilAccessLogValues,
): DrawnPaper {
  const options = {
    frame: values,
    title: 'Council access log',
    reference: values.venue,
    template: 'Council access log, version 2',
    landscape: true,
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(
      `${values.venue} is managed by ${values.managedBy}. Each time the council goes in, for maintenance, cleaning, or health and safety, it is written down here.`,
    );
    if (values.entries === null) {
      const rows = Array.from({ length: BLANK_ROWS[values.size] }, () => COLUMNS.map(() => ''));
      paper.table({ columns: COLUMNS, rows, ruled: true, rowWritingLines: 1 });
      return;
    }
    if (values.entries.length === 0) paper.paragraph('The council has not gone in so far.');
    else if (values.size === 'large')
      paper.table({ columns: LARGE_COLUMNS, rows: values.entries.map(largeRowOf) });
    else paper.table({ columns: COLUMNS, rows: values.entries.map(rowOf) });
  });
}

const notesOf = ({ notes }: Entry): string => (notes === '' ? 'None' : notes);
const toldOn = ({ committeeToldOn }: Entry): string =>
  committeeToldOn === null ? 'Not yet' : formatDateNoWeekday(committeeToldOn);

function rowOf(entry: Entry): PaperText[] {
  return [
    formatDateNoWeekday(dateOf(entry.at)),
    formatTime(timeOf(entry.at)),
    entry.officer,
    REASON_WORDS[entry.reason],
    notesOf(entry),
    toldOn(entry),
  ];
}

function largeRowOf(entry: Entry): PaperText[] {
  return [
    `${formatDateNoWeekday(dateOf(entry.at))}\n${formatTime(timeOf(entry.at))}`,
    [
      { text: `${entry.officer}\n`, face: 'semibold' },
      { text: REASON_WORDS[entry.reason], face: 'regular' },
    ],
    notesOf(entry),
    toldOn(entry),
  ];
}

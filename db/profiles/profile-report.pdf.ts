import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import { type Bar, barChart } from '#db/shared/pdf/bar-chart';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { countOf } from '#db/shared/plain-words';
import { figureWords, gapWords, hidingWords, sourceWords } from './count-words.rules.ts';
import { type CountLine, ProfileCounts } from './profiles.contract.ts';

/** The counts of a year on paper, small numbers hidden. */
export const ProfileReportValues = z.object({ ...PaperFrame.shape, counts: ProfileCounts });
export type ProfileReportValues = z.infer<typeof ProfileReportValues>;

export function drawProfileReport(fonts: PaperFonts, values: ProfileReportValues): DrawnPaper {
  const { counts } = values;
  const options = {
    frame: values,
    title: 'Who takes part',
    reference: `Forms of ${counts.year}`,
    template: 'Equality counts, version 1',
    landscape: values.size === 'large',
  };
  return drawPaper(fonts, options, (paper) => {
    writeSheets(paper, counts);
    if (counts.sheets === null) return;
    if (counts.gapGroups.length > 0) {
      paper.heading('Groups the council wants to reach');
      writeBars(paper, counts.gapGroups);
      writeLines(paper, 'Group', counts.gapGroups, counts.threshold);
    }
    for (const question of counts.questions) {
      paper.heading(question.words);
      writeLines(paper, 'Answer', question.lines, counts.threshold);
    }
    writeSources(paper, counts);
    paper.heading('What the numbers mean');
    paper.list([
      ...hidingWords(counts.threshold),
      'The same by area and by tenure stands on the screen and in the spreadsheet.',
    ]);
  });
}

function writeSheets(
  paper: PaperWriter,
  { sheets, involvedSheets, threshold }: ProfileCounts,
): void {
  if (sheets === null) {
    paper.panel(['Too few forms to show', `Fewer than ${threshold} forms count in this year.`]);
    return;
  }
  paper.panel([
    `${countOf(sheets, 'form')} count`,
    involvedSheets === null
      ? 'Too few of one kind to tell those involved from the others'
      : `${involvedSheets} of them from people who are involved`,
  ]);
}

/** Those involved beside all tenants, for the groups of which both are known. */
function writeBars(paper: PaperWriter, lines: readonly CountLine[]): void {
  const bars = lines.flatMap((line): readonly Bar[] =>
    line.involved.mark !== 'shown' || line.comparator === null
      ? []
      : [
          {
            label: `${line.words}, involved`,
            value: line.involved.percent,
            words: `${line.involved.percent}%`,
          },
          {
            label: `${line.words}, all tenants`,
            value: line.comparator.percent,
            words: `${line.comparator.percent}%`,
          },
        ],
  );
  if (bars.length === 0) return;
  const alt = `Share of those involved and of all tenants: ${bars.map(({ label, words }) => `${label} ${words}`).join('; ')}.`;
  paper.figure(barChart(paper.sheet, bars, alt));
  paper.space(0.4);
}

function writeLines(
  paper: PaperWriter,
  heading: string,
  lines: readonly CountLine[],
  threshold: number,
): void {
  const isCompared = lines.some(({ comparator }) => comparator !== null);
  paper.table({
    columns: [
      { heading, share: 30, leastEms: 9, namesRow: true },
      { heading: 'Involved', share: 16, leastEms: 6, align: 'right' },
      { heading: 'Everybody', share: 16, leastEms: 6, align: 'right' },
      ...(isCompared
        ? [
            { heading: 'All tenants', share: 14, leastEms: 5, align: 'right' } as const,
            { heading: 'Gap', share: 20, leastEms: 6 } as const,
          ]
        : []),
    ],
    rows: lines.map((line) => [
      line.words,
      figureWords(line.involved, threshold),
      figureWords(line.all, threshold),
      ...(isCompared
        ? [line.comparator === null ? '' : `${line.comparator.percent}%`, gapWords(line.gap)]
        : []),
    ]),
  });
}

function writeSources(paper: PaperWriter, counts: ProfileCounts): void {
  const named = [...counts.gapGroups, ...counts.questions.flatMap(({ lines }) => lines)].flatMap(
    ({ words, comparator }) =>
      comparator === null ? [] : [`${words}: ${comparator.percent}%, ${sourceWords(comparator)}`],
  );
  if (named.length === 0) return;
  paper.heading('Where the shares of all tenants stand');
  paper.list(named);
}

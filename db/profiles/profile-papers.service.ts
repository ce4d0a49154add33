import { PERSON_KIND_WORDS, PersonKind } from '#db/people/people.contract';
import { listAreas } from '#db/areas/areas.service';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import type { Handlers } from '#db/shared/contract';
import { type CsvCell, CSV_MARK, formatCsv } from '#db/shared/csv';
import { figureWords } from './count-words.rules.ts';
import { readCounts } from './counts.service.ts';
import type { ProfileFormValues } from './profile-form.pdf.ts';
import type { ProfileReportValues } from './profile-report.pdf.ts';
import type { Figure, ProfileCounts, profilesContract } from './profiles.contract.ts';
import { listAllQuestions } from './questions.service.ts';

export const profilePapers: Pick<
  Handlers<typeof profilesContract>,
  'printForm' | 'printCounts' | 'exportCounts'
> = {
  async printForm(steps, { size }) {
    const values = await steps.unit(async (ctx): Promise<ProfileFormValues> => {
      const questions = (await listAllQuestions(ctx)).filter(({ isAsked }) => isAsked);
      const areas = (await listAreas(ctx)).filter(
        ({ kind, isActive }) => kind === 'area' && isActive,
      );
      return {
        ...(await paperFrameOf(ctx, size)),
        areas: areas.map(({ name }) => name),
        tenures: PersonKind.options
          .filter((kind) => kind !== 'not-said')
          .map((kind) => PERSON_KIND_WORDS[kind]),
        questions: questions.map(({ words, choices }) => ({
          words,
          choices: choices.filter(({ isOffered }) => isOffered).map((choice) => choice.words),
        })),
      };
    });
    return drawPaperAs(steps, {
      paper: 'profile-form',
      values,
      title: 'About you: equality form',
      fileName: 'equality-form.pdf',
    });
  },

  async printCounts(steps, { year, size }) {
    const values = await steps.unit(
      async (ctx): Promise<ProfileReportValues> => ({
        ...(await paperFrameOf(ctx, size)),
        counts: await readCounts(ctx, year),
      }),
    );
    return drawPaperAs(steps, {
      paper: 'profile-report',
      values,
      title: `Who takes part, ${values.counts.year}`,
      fileName: `who-takes-part-${fileYear(values.counts.year)}.pdf`,
    });
  },

  async exportCounts(steps, { year }) {
    const counts = await steps.unit((ctx) => readCounts(ctx, year));
    return {
      title: `Who takes part, ${counts.year}`,
      fileName: `who-takes-part-${fileYear(counts.year)}.csv`,
      mediaType: 'text/csv',
      text: `${CSV_MARK}${formatCsv([HEADINGS, ...rowsOf(counts)])}`,
    };
  },
};

const fileYear = (year: string): string => year.replace('/', '-');

const HEADINGS = [
  'Question',
  'Answer',
  'Told apart by',
  'Column',
  'Sheets',
  'Percent of the column',
  'Percent of all tenants',
  'As at',
  'Source',
  'Gap in points',
];

/** A number that is hidden stands in its words, and has no percentage. */
function cells(figure: Figure, threshold: number): readonly CsvCell[] {
  return figure.mark === 'shown'
    ? [figure.count, figure.percent]
    : [figureWords(figure, threshold), null];
}

/** A line for each number, so that a spreadsheet can sort and filter them. */
function rowsOf(counts: ProfileCounts): readonly (readonly CsvCell[])[] {
  const { threshold } = counts;
  const lists = [
    ...counts.questions.map(({ words, lines }) => ({ words, lines })),
    { words: 'Groups the council wants to reach', lines: counts.gapGroups },
  ];
  const plain = lists.flatMap(({ words, lines }) =>
    lines.flatMap((line) => [
      [words, line.words, '', 'Everybody', ...cells(line.all, threshold)],
      [
        words,
        line.words,
        '',
        'Involved',
        ...cells(line.involved, threshold),
        ...(line.comparator === null
          ? []
          : [line.comparator.percent, line.comparator.asAt, line.comparator.source, line.gap]),
      ],
    ]),
  );
  const apart = counts.questions.flatMap(({ words, byArea, byTenure }) =>
    [
      { by: 'Area', table: byArea },
      { by: 'Tenure', table: byTenure },
    ].flatMap(({ by, table }) =>
      (table?.lines ?? []).flatMap((line) =>
        line.figures.map((figure, i) => [
          words,
          line.words,
          by,
          table?.columns[i]?.words ?? '',
          ...cells(figure, threshold),
        ]),
      ),
    ),
  );
  return [...plain, ...apart];
}

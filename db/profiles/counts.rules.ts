import type { Mark } from './disclosure.rules.ts';
import type {
  Breakdown,
  Comparator,
  CountLine,
  Figure,
  GapGroup,
  ProfileCounts,
  Question,
  QuestionCounts,
} from './profiles.contract.ts';
import { type Published, publish, type QuestionNumbers, type ShownTable } from './publish.rules.ts';
import { NOT_ANSWERED, PREFER_NOT } from './questions.rules.ts';
import { gridOf, INVOLVED, NOT_APART, NOT_INVOLVED, type Tally } from './tally.rules.ts';

/** A column of a table by area or tenure. */
export type Column = { readonly id: string; readonly words: string };

export type CountsAsked = {
  readonly year: string;
  readonly tallies: readonly Tally[];
  readonly questions: readonly Question[];
  readonly gapGroups: readonly GapGroup[];
  readonly comparatorOf: (questionId: string, choiceId: string) => Comparator | null;
  readonly areas: readonly Column[];
  readonly tenures: readonly Column[];
  readonly threshold: number;
};

/** The counts of one year as they may be shown; nothing of what is hidden is in them. */
export function countYear(
  asked: CountsAsked,
): Pick<ProfileCounts, 'sheets' | 'involvedSheets' | 'questions' | 'gapGroups'> {
  const tallies = asked.tallies.filter(({ year }) => year === asked.year);
  const sheets = sheetsIn(tallies);
  const { threshold } = asked;
  if (sheets.all < threshold)
    return { sheets: null, involvedSheets: null, questions: [], gapGroups: [] };
  const isSplit = sheets.involved >= threshold && sheets.all - sheets.involved >= threshold;
  const counted = asked.questions
    .filter((question) => question.isAsked || hasAnswers(tallies, question))
    .map((question) => countQuestion({ ...asked, tallies }, question, sheets));
  return {
    sheets: sheets.all,
    involvedSheets: isSplit ? sheets.involved : null,
    questions: counted.map(({ counts }) => counts),
    gapGroups: asked.gapGroups.flatMap((group) =>
      counted.flatMap(({ groupLines }) => groupLines.get(group.id) ?? []),
    ),
  };
}

type Sheets = { readonly all: number; readonly involved: number };

/** Every sheet is counted once for every question, so any one of them tells how many there are. */
function sheetsIn(tallies: readonly Tally[]): Sheets {
  const first = tallies[0]?.questionId;
  const one = tallies.filter((tally) => tally.questionId === first && tally.apart === 'involved');
  const sum = (lines: readonly Tally[]) => lines.reduce((all, { count }) => all + count, 0);
  return { all: sum(one), involved: sum(one.filter(({ column }) => column === INVOLVED)) };
}

const hasAnswers = (tallies: readonly Tally[], { id }: Question): boolean =>
  tallies.some((tally) => tally.questionId === id && tally.choiceId !== NOT_ANSWERED);

type Row = { readonly id: string; readonly words: string };

const rowsOf = (question: Question): readonly Row[] => [
  ...question.choices.map(({ id, words, isOffered }) => ({
    id,
    words: isOffered ? words : `${words} (no longer asked)`,
  })),
  { id: PREFER_NOT, words: 'Prefer not to say' },
  { id: NOT_ANSWERED, words: 'Not answered' },
];

function countQuestion(
  asked: CountsAsked,
  question: Question,
  sheets: Sheets,
): { readonly counts: QuestionCounts; readonly groupLines: ReadonlyMap<string, CountLine> } {
  const rows = rowsOf(question);
  const groups = asked.gapGroups.filter(({ questionId }) => questionId === question.id);
  const numbers = numbersOf(asked, question, rows, groups);
  const shown = publish(numbers, asked.threshold);
  const sumAll = (places: readonly number[]): Sheets =>
    places.reduce<Sheets>(
      (sum, place) => {
        const [involved = 0, not = 0] = numbers.byInvolved[place] ?? [];
        return { all: sum.all + involved + not, involved: sum.involved + involved };
      },
      { all: 0, involved: 0 },
    );
  const lineOf = (
    row: Row,
    of: {
      readonly places: readonly number[];
      readonly all: Mark;
      readonly involved: Mark;
      readonly comparator: Comparator | null;
    },
  ): CountLine => {
    const counts = sumAll(of.places);
    const involved = figure(of.involved, counts.involved, sheets.involved);
    return {
      ...row,
      all: figure(of.all, counts.all, sheets.all),
      involved,
      comparator: of.comparator,
      gap: gapOf(involved, of.comparator),
    };
  };
  const counts = {
    id: question.id,
    words: question.words,
    lines: rows.map((row, place) =>
      lineOf(row, {
        places: [place],
        all: shown.all[place] ?? 'hidden',
        involved: shown.involved[place] ?? 'hidden',
        comparator: asked.comparatorOf(question.id, row.id),
      }),
    ),
    byArea: breakdown(shown.byArea, rows, asked.areas),
    byTenure: breakdown(shown.byTenure, rows, asked.tenures),
  };
  const groupLines = groups.map((group, g): [string, CountLine] => [
    group.id,
    lineOf(
      { id: group.id, words: group.name },
      {
        places: numbers.groupOf.flatMap((each, place) => (each === g ? [place] : [])),
        ...groupMarks(shown, g),
        comparator: group.comparator,
      },
    ),
  ]);
  return { counts, groupLines: new Map(groupLines) };
}

const groupMarks = (shown: Published, group: number): { all: Mark; involved: Mark } => ({
  all: shown.groups[group]?.all === true ? 'shown' : 'hidden',
  involved: shown.groups[group]?.involved === true ? 'shown' : 'hidden',
});

function numbersOf(
  asked: CountsAsked,
  question: Question,
  rows: readonly Row[],
  groups: readonly GapGroup[],
): QuestionNumbers {
  const base = { questionId: question.id, choiceIds: rows.map(({ id }) => id) };
  const idsOf = (columns: readonly Column[]) => [...columns.map(({ id }) => id), NOT_APART];
  const grid = (apart: Tally['apart'], columns: readonly string[]) =>
    gridOf(asked.tallies, { ...base, apart, columns });
  return {
    byInvolved: grid('involved', [INVOLVED, NOT_INVOLVED]),
    byArea: grid('area', idsOf(asked.areas)),
    byTenure: grid('tenure', idsOf(asked.tenures)),
    groupOf: rows.map(({ id }) => groups.findIndex(({ choiceIds }) => choiceIds.includes(id))),
  };
}

function figure(mark: Mark, count: number, of: number): Figure {
  return mark === 'shown' ? { mark, count, percent: percentOf(count, of) } : { mark };
}

const percentOf = (count: number, of: number): number =>
  of === 0 ? 0 : Math.round((count * 100) / of);

/** Percentage points of those involved over all tenants; null where one of the two is not there. */
export function gapOf(involved: Figure, comparator: Comparator | null): number | null {
  return involved.mark !== 'shown' || comparator === null
    ? null
    : involved.percent - comparator.percent;
}

function breakdown(
  table: ShownTable | null,
  rows: readonly Row[],
  columns: readonly Column[],
): Breakdown | null {
  if (table === null) return null;
  const words = [
    ...table.columns.map((place) => columns[place]?.words ?? ''),
    ...(table.hasOthers ? ['All others'] : []),
  ];
  return {
    columns: words.map((each, i) => ({ words: each, sheets: table.totals[i] ?? 0 })),
    lines: table.rows.map(({ row, counts, marks }) => ({
      id: rows[row]?.id ?? 'others',
      words: rows[row]?.words ?? 'Answers of the fewest, together',
      figures: counts.map((count, i) => figure(marks[i] ?? 'hidden', count, table.totals[i] ?? 0)),
    })),
  };
}

import type { QuestionId, Sheet } from './profiles.contract.ts';
import { answerTo } from './questions.rules.ts';
import { yearOf } from './sheets.rules.ts';

/** How sheets are told apart in a count: involved or not, by area, by tenure. */
export type Apart = 'involved' | 'area' | 'tenure';

export const INVOLVED = 'yes';
export const NOT_INVOLVED = 'no';
/** The column of sheets whose area or tenure is not told apart. */
export const NOT_APART = '';

/**
 * So many sheets of a year gave an answer and stand in a column. This is also what is left of sheets once they are no
 * longer kept: a line says nothing of any other question, so that no sheet can be put together again.
 */
export type Tally = {
  readonly year: string;
  readonly questionId: QuestionId;
  readonly choiceId: string;
  readonly apart: Apart;
  readonly column: string;
  readonly count: number;
};

const COLUMN_OF: Readonly<Record<Apart, (sheet: Sheet) => string>> = {
  involved: (sheet) => (sheet.isInvolved ? INVOLVED : NOT_INVOLVED),
  area: (sheet) => (sheet.isCountedByArea ? (sheet.areaId ?? NOT_APART) : NOT_APART),
  tenure: (sheet) => (sheet.isCountedByTenure ? sheet.tenure : NOT_APART),
};
const WAYS_APART: readonly Apart[] = ['involved', 'area', 'tenure'];

/** Counts sheets, each once for every question and every way of telling sheets apart. */
export function tallySheets(
  sheets: readonly Sheet[],
  questionIds: readonly QuestionId[],
): readonly Tally[] {
  return sumTallies(
    sheets.flatMap((sheet) =>
      questionIds.flatMap((questionId) =>
        WAYS_APART.map(
          (apart): Tally => ({
            year: yearOf(sheet.month),
            questionId,
            choiceId: answerTo(sheet.answers, questionId),
            apart,
            column: COLUMN_OF[apart](sheet),
            count: 1,
          }),
        ),
      ),
    ),
  );
}

const keyOf = ({ year, questionId, choiceId, apart, column }: Tally): string =>
  JSON.stringify([year, questionId, choiceId, apart, column]);

/** Puts lines together that count the same. */
export function sumTallies(tallies: readonly Tally[]): readonly Tally[] {
  const sums = new Map<string, Tally>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    const before = sums.get(key)?.count ?? 0;
    sums.set(key, { ...tally, count: before + tally.count });
  }
  return [...sums.values()];
}

/** The numbers of one question: a row for each answer, a column for each of `columns`. */
export function gridOf(
  tallies: readonly Tally[],
  of: {
    readonly questionId: QuestionId;
    readonly apart: Apart;
    readonly choiceIds: readonly string[];
    readonly columns: readonly string[];
  },
): readonly (readonly number[])[] {
  const counts = new Map<string, number>();
  for (const { questionId, apart, choiceId, column, count } of tallies)
    if (questionId === of.questionId && apart === of.apart) {
      const key = JSON.stringify([choiceId, column]);
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  return of.choiceIds.map((choiceId) =>
    of.columns.map((column) => counts.get(JSON.stringify([choiceId, column])) ?? 0),
  );
}

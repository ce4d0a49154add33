import type { AreaId } from '#db/areas/areas.contract';
import type { PersonKind } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import { compareText, type LocalDate } from '#db/shared/local-date';
import type {
  Choice,
  Comparator,
  GapGroup,
  Month,
  Question,
  QuestionId,
  Sheet,
  SheetKey,
} from './profiles.contract.ts';
import {
  type ProfileComparatorRow,
  type ProfileCountRow,
  type ProfileGapGroupRow,
  type ProfileQuestionRow,
  type ProfileSheetRow,
  profileComparatorTable,
  profileCountTable,
  profileGapGroupTable,
  profileQuestionTable,
  profileSheetTable,
} from './profiles.table.ts';
import type { Answer } from './questions.rules.ts';
import type { Release } from './sheets.rules.ts';
import { type Apart, sumTallies, type Tally } from './tally.rules.ts';

/** As long as the longest answers are, so that all sealed ones have one length. */
const ANSWERS_LENGTH = 1024;

const flag = (value: boolean): number => (value ? 1 : 0);
const placeOf = (key: string): string => `profile_sheet ${key}`;

const toSheet = (ctx: Ctx, row: ProfileSheetRow): Sheet => ({
  key: row.sheet_key as SheetKey,
  areaId: row.area_id as AreaId | null,
  tenure: row.tenure as PersonKind,
  isInvolved: row.is_involved === 1,
  month: row.month as Month,
  isCounted: row.is_counted === 1,
  isCountedByArea: row.is_counted_by_area === 1,
  isCountedByTenure: row.is_counted_by_tenure === 1,
  // Where the key of the centre is not here, the answers are lost and count as not given.
  answers: JSON.parse(
    ctx.fieldKeys.open(row.answers_sealed, placeOf(row.sheet_key)) ?? '[]',
  ) as Answer[],
});

/** Every sheet that is still kept, in no order that tells anything. */
export async function listSheets(ctx: Ctx): Promise<readonly Sheet[]> {
  const rows: readonly ProfileSheetRow[] = await ctx.tx.query(
    'SELECT * FROM profile_sheet ORDER BY sheet_key',
  );
  return rows.map((row) => toSheet(ctx, row));
}

export async function insertSheet(ctx: Ctx, sheet: Sheet): Promise<void> {
  await ctx.tx.insert(profileSheetTable, {
    sheet_key: sheet.key,
    area_id: sheet.areaId,
    tenure: sheet.tenure,
    is_involved: flag(sheet.isInvolved),
    month: sheet.month,
    is_counted: flag(sheet.isCounted),
    is_counted_by_area: flag(sheet.isCountedByArea),
    is_counted_by_tenure: flag(sheet.isCountedByTenure),
    answers_sealed: ctx.fieldKeys.seal(
      JSON.stringify(sheet.answers).padEnd(ANSWERS_LENGTH),
      placeOf(sheet.key),
    ),
  });
}

/** Removes a sheet that does not count yet; false when there is none. */
export async function removeWaiting(ctx: Ctx, key: SheetKey): Promise<boolean> {
  const gone = await ctx.tx.delete(profileSheetTable, { sheet_key: key, is_counted: 0 });
  return gone.affected === 1;
}

export async function removeSheets(ctx: Ctx, sheets: readonly Sheet[]): Promise<void> {
  for (const { key } of sheets) await ctx.tx.delete(profileSheetTable, { sheet_key: key });
}

export async function release(ctx: Ctx, releases: readonly Release[]): Promise<void> {
  for (const { key, isCounted, isCountedByArea, isCountedByTenure } of releases)
    await ctx.tx.update(
      profileSheetTable,
      { sheet_key: key },
      {
        is_counted: flag(isCounted),
        is_counted_by_area: flag(isCountedByArea),
        is_counted_by_tenure: flag(isCountedByTenure),
      },
    );
}

/** What is left of sheets that are no longer kept. */
export async function listTallies(ctx: Ctx): Promise<readonly Tally[]> {
  const rows: readonly ProfileCountRow[] = await ctx.tx.query('SELECT * FROM profile_count');
  return rows.map((row) => ({
    year: row.year,
    questionId: row.question_id as QuestionId,
    choiceId: row.choice_id,
    apart: row.apart as Apart,
    column: row.column_id,
    count: row.sheets,
  }));
}

/** Adds counts to those that are there. */
export async function addTallies(ctx: Ctx, added: readonly Tally[]): Promise<void> {
  const all = sumTallies([...(await listTallies(ctx)), ...added]);
  await ctx.tx.query('DELETE FROM profile_count');
  for (const { year, questionId, choiceId, apart, column, count } of all)
    await ctx.tx.insert(profileCountTable, {
      year,
      question_id: questionId,
      choice_id: choiceId,
      apart,
      column_id: column,
      sheets: count,
    });
}

/** Questions that a manager has changed. */
export async function listQuestions(ctx: Ctx): Promise<readonly Question[]> {
  const rows: readonly ProfileQuestionRow[] = await ctx.tx.query('SELECT * FROM profile_question');
  return rows.map((row) => ({
    id: row.id as QuestionId,
    words: row.words,
    isAsked: row.is_asked === 1,
    choices: JSON.parse(row.choices_json) as Choice[],
    version: row.version,
  }));
}

/** Writes the question if it is still at `seenVersion`; 0 is one that nobody has changed before. */
export async function saveQuestion(
  ctx: Ctx,
  question: Question,
  seenVersion: number,
): Promise<boolean> {
  const columns = {
    words: question.words,
    is_asked: flag(question.isAsked),
    choices_json: JSON.stringify(question.choices),
    version: seenVersion + 1,
  };
  if (seenVersion === 0) {
    const known = await ctx.tx.findOneBy(profileQuestionTable, { id: question.id });
    if (known !== null) return false;
    await ctx.tx.insert(profileQuestionTable, { id: question.id, ...columns });
    return true;
  }
  const key = { id: question.id, version: seenVersion };
  return (await ctx.tx.update(profileQuestionTable, key, columns)).affected === 1;
}

export type StoredComparator = {
  readonly questionId: QuestionId;
  readonly choiceId: string;
  readonly comparator: Comparator;
};

export async function listComparators(ctx: Ctx): Promise<readonly StoredComparator[]> {
  const rows: readonly ProfileComparatorRow[] = await ctx.tx.query(
    'SELECT * FROM profile_comparator',
  );
  return rows.map((row) => ({
    questionId: row.question_id as QuestionId,
    choiceId: row.choice_id,
    comparator: { percent: row.percent, asAt: row.as_at as LocalDate, source: row.source },
  }));
}

export async function setComparator(
  ctx: Ctx,
  of: { readonly questionId: QuestionId; readonly choiceId: string },
  comparator: Comparator | null,
): Promise<void> {
  const key = { question_id: of.questionId, choice_id: of.choiceId };
  await ctx.tx.delete(profileComparatorTable, key);
  if (comparator === null) return;
  const { percent, asAt, source } = comparator;
  await ctx.tx.insert(profileComparatorTable, { ...key, percent, as_at: asAt, source });
}

const toGapGroup = (row: ProfileGapGroupRow): GapGroup => ({
  id: row.id,
  name: row.name,
  questionId: row.question_id as QuestionId,
  choiceIds: JSON.parse(row.choices_json) as string[],
  comparator:
    row.percent === null || row.as_at === null
      ? null
      : { percent: row.percent, asAt: row.as_at as LocalDate, source: row.source },
  version: row.version,
});

const toGapRow = (group: GapGroup): ProfileGapGroupRow => ({
  id: group.id,
  name: group.name,
  question_id: group.questionId,
  choices_json: JSON.stringify(group.choiceIds),
  percent: group.comparator?.percent ?? null,
  as_at: group.comparator?.asAt ?? null,
  source: group.comparator?.source ?? '',
  version: group.version,
});

/** The under-represented groups by name. */
export async function listGapGroups(ctx: Ctx): Promise<readonly GapGroup[]> {
  const rows: readonly ProfileGapGroupRow[] = await ctx.tx.query('SELECT * FROM profile_gap_group');
  return rows.map(toGapGroup).toSorted((a, b) => compareText(a.name, b.name));
}

export async function insertGapGroup(ctx: Ctx, group: GapGroup): Promise<void> {
  await ctx.tx.insert(profileGapGroupTable, toGapRow(group));
}

/** Writes the group if it is still at `seenVersion`; false when someone else was quicker. */
export async function updateGapGroup(
  ctx: Ctx,
  group: GapGroup,
  seenVersion: number,
): Promise<boolean> {
  const { id, ...columns } = toGapRow(group);
  const key = { id, version: seenVersion };
  return (await ctx.tx.update(profileGapGroupTable, key, columns)).affected === 1;
}

export async function removeGapGroup(ctx: Ctx, id: string, seenVersion: number): Promise<boolean> {
  return (await ctx.tx.delete(profileGapGroupTable, { id, version: seenVersion })).affected === 1;
}

import { EntitySchema } from 'typeorm';

/**
 * A filled sheet. There is no number and no moment of entry: the key is random, and the table is kept in the order of
 * its keys, so that nothing tells in which order sheets came, nor leads to the record of changes or to a person.
 */
export type ProfileSheetRow = {
  readonly sheet_key: string;
  readonly area_id: string | null;
  readonly tenure: string;
  readonly is_involved: number;
  readonly month: string;
  readonly is_counted: number;
  readonly is_counted_by_area: number;
  readonly is_counted_by_tenure: number;
  /** Sealed for the key, and always of one length, so that it tells nothing by how long it is. */
  readonly answers_sealed: string;
};

export const profileSheetTable = new EntitySchema<ProfileSheetRow>({
  name: 'profile_sheet',
  tableName: 'profile_sheet',
  withoutRowid: true,
  columns: {
    sheet_key: { type: 'varchar', length: 36, primary: true },
    area_id: { type: 'varchar', length: 36, nullable: true },
    tenure: { type: 'varchar', length: 20 },
    is_involved: { type: 'integer' },
    month: { type: 'varchar', length: 7 },
    is_counted: { type: 'integer' },
    is_counted_by_area: { type: 'integer' },
    is_counted_by_tenure: { type: 'integer' },
    answers_sealed: { type: 'text' },
  },
  checks: [{ name: 'ck_profile_sheet_month', expression: 'length(month) = 7' }],
  foreignKeys: [
    {
      name: 'fk_profile_sheet_area',
      target: 'area',
      columnNames: ['area_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

/** What is left of sheets that are no longer kept: how many gave an answer, question by question. */
export type ProfileCountRow = {
  readonly year: string;
  readonly question_id: string;
  readonly choice_id: string;
  readonly apart: string;
  readonly column_id: string;
  readonly sheets: number;
};

const countKey = { primary: true, primaryKeyConstraintName: 'pk_profile_count' } as const;

export const profileCountTable = new EntitySchema<ProfileCountRow>({
  name: 'profile_count',
  tableName: 'profile_count',
  columns: {
    year: { type: 'varchar', length: 7, ...countKey },
    question_id: { type: 'varchar', length: 20, ...countKey },
    choice_id: { type: 'varchar', length: 36, ...countKey },
    apart: { type: 'varchar', length: 8, ...countKey },
    column_id: { type: 'varchar', length: 36, ...countKey },
    sheets: { type: 'integer' },
  },
  checks: [
    { name: 'ck_profile_count_apart', expression: "apart IN ('involved', 'area', 'tenure')" },
    { name: 'ck_profile_count_sheets', expression: 'sheets > 0' },
  ],
});

/** A question that a manager has changed; the others are asked as every centre begins with them. */
export type ProfileQuestionRow = {
  readonly id: string;
  readonly words: string;
  readonly is_asked: number;
  readonly choices_json: string;
  readonly version: number;
};

export const profileQuestionTable = new EntitySchema<ProfileQuestionRow>({
  name: 'profile_question',
  tableName: 'profile_question',
  columns: {
    id: { type: 'varchar', length: 20, primary: true },
    words: { type: 'varchar', length: 160 },
    is_asked: { type: 'integer' },
    choices_json: { type: 'text' },
    version: { type: 'integer' },
  },
});

/** The share of all tenants who give an answer. */
export type ProfileComparatorRow = {
  readonly question_id: string;
  readonly choice_id: string;
  readonly percent: number;
  readonly as_at: string;
  readonly source: string;
};

const comparatorKey = { primary: true, primaryKeyConstraintName: 'pk_profile_comparator' } as const;
const percentCheck = (name: string) => ({
  name,
  expression: 'percent IS NULL OR percent BETWEEN 0 AND 100',
});

export const profileComparatorTable = new EntitySchema<ProfileComparatorRow>({
  name: 'profile_comparator',
  tableName: 'profile_comparator',
  columns: {
    question_id: { type: 'varchar', length: 20, ...comparatorKey },
    choice_id: { type: 'varchar', length: 36, ...comparatorKey },
    percent: { type: 'integer' },
    as_at: { type: 'varchar', length: 10 },
    source: { type: 'varchar', length: 120 },
  },
  checks: [percentCheck('ck_profile_comparator_percent')],
});

/** An under-represented group, by the answers that make it up. */
export type ProfileGapGroupRow = {
  readonly id: string;
  readonly name: string;
  readonly question_id: string;
  readonly choices_json: string;
  readonly percent: number | null;
  readonly as_at: string | null;
  readonly source: string;
  readonly version: number;
};

export const profileGapGroupTable = new EntitySchema<ProfileGapGroupRow>({
  name: 'profile_gap_group',
  tableName: 'profile_gap_group',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 80 },
    question_id: { type: 'varchar', length: 20 },
    choices_json: { type: 'text' },
    percent: { type: 'integer', nullable: true },
    as_at: { type: 'varchar', length: 10, nullable: true },
    source: { type: 'varchar', length: 120 },
    version: { type: 'integer' },
  },
  checks: [
    percentCheck('ck_profile_gap_group_percent'),
    { name: 'ck_profile_gap_group_figure', expression: '(percent IS NULL) = (as_at IS NULL)' },
  ],
});

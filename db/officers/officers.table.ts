import { EntitySchema } from 'typeorm';

const ofGroup = (table: string) => ({
  name: `fk_${table}_group`,
  target: 'tenant_group',
  columnNames: ['group_id'],
  referencedColumnNames: ['id'],
});

const to = (name: string, target: string, column: string) => ({
  name,
  target,
  columnNames: [column],
  referencedColumnNames: ['id'],
});

/** What one meeting changed about the posts of a group; kept also when it was taken back. */
export type CommitteeRow = {
  readonly id: string;
  readonly group_id: string;
  readonly meeting_on: string;
  readonly from_date: string;
  readonly decided_at: string;
  readonly is_whole: number;
  readonly made_at: string;
  readonly taken_back_at: string | null;
};

export const committeeTable = new EntitySchema<CommitteeRow>({
  name: 'committee',
  tableName: 'committee',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    meeting_on: { type: 'varchar', length: 10 },
    from_date: { type: 'varchar', length: 10 },
    decided_at: { type: 'varchar', length: 120 },
    is_whole: { type: 'integer' },
    made_at: { type: 'varchar', length: 24 },
    taken_back_at: { type: 'varchar', length: 24, nullable: true },
  },
  foreignKeys: [ofGroup('committee')],
  indices: [{ name: 'ix_committee_group', columns: ['group_id'] }],
});

export type TermRow = {
  readonly id: string;
  readonly group_id: string;
  readonly post: string;
  readonly person_id: string;
  readonly from_date: string;
  /** Last day, included; null while no last day is known. */
  readonly until_date: string | null;
  readonly is_voting: number;
  readonly meeting_that_decided: string;
  readonly needs_induction: number;
  readonly induction_done_on: string | null;
  /** The change that started it, and the one that ended it with the last day that stood before. */
  readonly started_by_id: string | null;
  readonly ended_by_id: string | null;
  readonly until_before: string | null;
  readonly recorded_at: string;
  readonly version: number;
};

export const termTable = new EntitySchema<TermRow>({
  name: 'officer_term',
  tableName: 'officer_term',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    post: { type: 'varchar', length: 60 },
    person_id: { type: 'varchar', length: 36 },
    from_date: { type: 'varchar', length: 10 },
    until_date: { type: 'varchar', length: 10, nullable: true },
    is_voting: { type: 'integer' },
    meeting_that_decided: { type: 'varchar', length: 160 },
    needs_induction: { type: 'integer' },
    induction_done_on: { type: 'varchar', length: 10, nullable: true },
    started_by_id: { type: 'varchar', length: 36, nullable: true },
    ended_by_id: { type: 'varchar', length: 36, nullable: true },
    until_before: { type: 'varchar', length: 10, nullable: true },
    recorded_at: { type: 'varchar', length: 24 },
    version: { type: 'integer' },
  },
  checks: [
    {
      name: 'ck_officer_term_dates',
      expression: 'until_date IS NULL OR until_date >= from_date',
    },
  ],
  foreignKeys: [
    ofGroup('officer_term'),
    to('fk_officer_term_person', 'person', 'person_id'),
    to('fk_officer_term_started_by', 'committee', 'started_by_id'),
    to('fk_officer_term_ended_by', 'committee', 'ended_by_id'),
  ],
  indices: [
    { name: 'ix_officer_term_group', columns: ['group_id'] },
    { name: 'ix_officer_term_person', columns: ['person_id'] },
  ],
});

/** The day by which a vacant post should be filled. */
export type VacancyRow = {
  readonly group_id: string;
  readonly post: string;
  readonly fill_by: string;
};

export const vacancyTable = new EntitySchema<VacancyRow>({
  name: 'officer_vacancy',
  tableName: 'officer_vacancy',
  columns: {
    group_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_officer_vacancy',
    },
    post: {
      type: 'varchar',
      length: 60,
      primary: true,
      primaryKeyConstraintName: 'pk_officer_vacancy',
    },
    fill_by: { type: 'varchar', length: 10 },
  },
  foreignKeys: [ofGroup('officer_vacancy')],
});

export type HandOverRow = {
  readonly id: string;
  readonly group_id: string;
  readonly committee_id: string | null;
  readonly post: string;
  readonly outgoing_id: string | null;
  readonly incoming_id: string | null;
  readonly on_date: string;
  readonly made_at: string;
};

export const handOverTable = new EntitySchema<HandOverRow>({
  name: 'hand_over',
  tableName: 'hand_over',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    committee_id: { type: 'varchar', length: 36, nullable: true },
    post: { type: 'varchar', length: 60 },
    outgoing_id: { type: 'varchar', length: 36, nullable: true },
    incoming_id: { type: 'varchar', length: 36, nullable: true },
    on_date: { type: 'varchar', length: 10 },
    made_at: { type: 'varchar', length: 24 },
  },
  checks: [
    {
      name: 'ck_hand_over_somebody',
      expression: 'outgoing_id IS NOT NULL OR incoming_id IS NOT NULL',
    },
  ],
  foreignKeys: [
    ofGroup('hand_over'),
    to('fk_hand_over_committee', 'committee', 'committee_id'),
    to('fk_hand_over_outgoing', 'person', 'outgoing_id'),
    to('fk_hand_over_incoming', 'person', 'incoming_id'),
  ],
  indices: [
    { name: 'ix_hand_over_group', columns: ['group_id'] },
    { name: 'ix_hand_over_outgoing', columns: ['outgoing_id'] },
    { name: 'ix_hand_over_incoming', columns: ['incoming_id'] },
  ],
});

export type HandOverLineRow = {
  readonly id: string;
  readonly hand_over_id: string;
  readonly position: number;
  readonly words: string;
  readonly done_on: string | null;
};

export const handOverLineTable = new EntitySchema<HandOverLineRow>({
  name: 'hand_over_line',
  tableName: 'hand_over_line',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    hand_over_id: { type: 'varchar', length: 36 },
    position: { type: 'integer' },
    words: { type: 'varchar', length: 300 },
    done_on: { type: 'varchar', length: 10, nullable: true },
  },
  foreignKeys: [to('fk_hand_over_line_hand_over', 'hand_over', 'hand_over_id')],
  indices: [{ name: 'ix_hand_over_line_hand_over', columns: ['hand_over_id'] }],
});

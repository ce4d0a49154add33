import { EntitySchema } from 'typeorm';

/** What is on record about a group beside its name, kind and phone; a group without a row has nothing of it. */
export type GroupRecordRow = {
  readonly group_id: string;
  readonly email: string;
  readonly contact_id: string | null;
  readonly patch: string;
  readonly parent_id: string | null;
  readonly is_scheme: number;
  readonly remit: string;
  readonly active_members: number | null;
  readonly active_members_as_at: string | null;
  readonly quorum_words: string;
  readonly link_officer: string;
  readonly started_on: string | null;
  readonly ended_on: string | null;
  readonly successor_id: string | null;
  readonly end_reason: string;
  readonly last_confirmed_on: string | null;
};

const ofGroup = (table: string) => ({
  name: `fk_${table}_group`,
  target: 'tenant_group',
  columnNames: ['group_id'],
  referencedColumnNames: ['id'],
});

export const groupRecordTable = new EntitySchema<GroupRecordRow>({
  name: 'group_record',
  tableName: 'group_record',
  columns: {
    group_id: { type: 'varchar', length: 36, primary: true },
    email: { type: 'varchar', length: 160 },
    contact_id: { type: 'varchar', length: 36, nullable: true },
    patch: { type: 'text' },
    parent_id: { type: 'varchar', length: 36, nullable: true },
    is_scheme: { type: 'integer' },
    remit: { type: 'text' },
    active_members: { type: 'integer', nullable: true },
    active_members_as_at: { type: 'varchar', length: 10, nullable: true },
    quorum_words: { type: 'varchar', length: 300 },
    link_officer: { type: 'varchar', length: 120 },
    started_on: { type: 'varchar', length: 10, nullable: true },
    ended_on: { type: 'varchar', length: 10, nullable: true },
    successor_id: { type: 'varchar', length: 36, nullable: true },
    end_reason: { type: 'varchar', length: 500 },
    last_confirmed_on: { type: 'varchar', length: 10, nullable: true },
  },
  checks: [
    {
      name: 'ck_group_record_not_own_parent',
      expression: 'parent_id IS NULL OR parent_id <> group_id',
    },
    {
      name: 'ck_group_record_not_own_successor',
      expression: 'successor_id IS NULL OR successor_id <> group_id',
    },
  ],
  foreignKeys: [
    ofGroup('group_record'),
    {
      name: 'fk_group_record_contact',
      target: 'person',
      columnNames: ['contact_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_group_record_parent',
      target: 'tenant_group',
      columnNames: ['parent_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_group_record_successor',
      target: 'tenant_group',
      columnNames: ['successor_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_group_record_parent', columns: ['parent_id'] },
    { name: 'ix_group_record_contact', columns: ['contact_id'] },
  ],
});

export type GroupAreaRow = { readonly group_id: string; readonly area_id: string };

export const groupAreaTable = new EntitySchema<GroupAreaRow>({
  name: 'group_area',
  tableName: 'group_area',
  columns: {
    group_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_group_area',
    },
    area_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_group_area',
    },
  },
  foreignKeys: [
    ofGroup('group_area'),
    {
      name: 'fk_group_area_area',
      target: 'area',
      columnNames: ['area_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_group_area_area', columns: ['area_id'] }],
});

export type GroupHomesRow = {
  readonly id: string;
  readonly group_id: string;
  readonly landlord: string;
  readonly is_council: number;
  readonly properties: number | null;
  readonly tenancies: number | null;
  readonly as_at: string;
  readonly source: string;
  readonly recorded_at: string;
};

export const groupHomesTable = new EntitySchema<GroupHomesRow>({
  name: 'group_homes',
  tableName: 'group_homes',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    landlord: { type: 'varchar', length: 120 },
    is_council: { type: 'integer' },
    properties: { type: 'integer', nullable: true },
    tenancies: { type: 'integer', nullable: true },
    as_at: { type: 'varchar', length: 10 },
    source: { type: 'varchar', length: 120 },
    recorded_at: { type: 'varchar', length: 24 },
  },
  checks: [
    {
      name: 'ck_group_homes_counts',
      expression: 'coalesce(properties, 0) >= 0 AND coalesce(tenancies, 0) >= 0',
    },
  ],
  foreignKeys: [ofGroup('group_homes')],
  indices: [{ name: 'ix_group_homes_group', columns: ['group_id', 'as_at'] }],
});

export type GroupDutyRow = {
  readonly group_id: string;
  readonly kind: string;
  readonly last_on: string | null;
  readonly next_due_on: string | null;
};

export const groupDutyTable = new EntitySchema<GroupDutyRow>({
  name: 'group_duty',
  tableName: 'group_duty',
  columns: {
    group_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_group_duty',
    },
    kind: { type: 'varchar', length: 20, primary: true, primaryKeyConstraintName: 'pk_group_duty' },
    last_on: { type: 'varchar', length: 10, nullable: true },
    next_due_on: { type: 'varchar', length: 10, nullable: true },
  },
  checks: [
    {
      name: 'ck_group_duty_kind',
      expression: "kind IN ('agm', 'accounts', 'insurance', 'constitution-review', 'recognition')",
    },
  ],
  foreignKeys: [ofGroup('group_duty')],
  indices: [{ name: 'ix_group_duty_due', columns: ['next_due_on'] }],
});

export type GroupDocumentRow = {
  readonly id: string;
  readonly group_id: string;
  readonly kind: string;
  readonly title: string;
  readonly version: string;
  readonly dated_on: string | null;
  readonly received_on: string;
  readonly expires_on: string | null;
  readonly where_kept: string;
  readonly note: string;
  readonly replaced_by_id: string | null;
};

export const groupDocumentTable = new EntitySchema<GroupDocumentRow>({
  name: 'group_document',
  tableName: 'group_document',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    kind: { type: 'varchar', length: 20 },
    title: { type: 'varchar', length: 160 },
    version: { type: 'varchar', length: 40 },
    dated_on: { type: 'varchar', length: 10, nullable: true },
    received_on: { type: 'varchar', length: 10 },
    expires_on: { type: 'varchar', length: 10, nullable: true },
    where_kept: { type: 'varchar', length: 160 },
    note: { type: 'text' },
    replaced_by_id: { type: 'varchar', length: 36, nullable: true },
  },
  checks: [
    {
      name: 'ck_group_document_kind',
      expression:
        "kind IN ('constitution', 'terms-of-reference', 'accounts', 'insurance', 'minutes', 'code-adoption', 'equality-statement', 'other')",
    },
  ],
  foreignKeys: [
    ofGroup('group_document'),
    {
      name: 'fk_group_document_replaced_by',
      target: 'group_document',
      columnNames: ['replaced_by_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_group_document_group', columns: ['group_id'] },
    { name: 'ix_group_document_expires', columns: ['expires_on'] },
  ],
});

export type RepresentationRow = {
  readonly id: string;
  readonly group_id: string;
  readonly person_id: string;
  readonly body_group_id: string;
  readonly from_date: string;
  /** Last day, included; null is open-ended. */
  readonly until_date: string | null;
};

export const representationTable = new EntitySchema<RepresentationRow>({
  name: 'representation',
  tableName: 'representation',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    person_id: { type: 'varchar', length: 36 },
    body_group_id: { type: 'varchar', length: 36 },
    from_date: { type: 'varchar', length: 10 },
    until_date: { type: 'varchar', length: 10, nullable: true },
  },
  checks: [
    {
      name: 'ck_representation_dates',
      expression: 'until_date IS NULL OR until_date >= from_date',
    },
    { name: 'ck_representation_other_body', expression: 'group_id <> body_group_id' },
  ],
  foreignKeys: [
    ofGroup('representation'),
    {
      name: 'fk_representation_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_representation_body',
      target: 'tenant_group',
      columnNames: ['body_group_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_representation_group', columns: ['group_id'] },
    { name: 'ix_representation_body', columns: ['body_group_id'] },
    { name: 'ix_representation_person', columns: ['person_id'] },
  ],
});

export type GroupSupportRow = {
  readonly id: string;
  readonly group_id: string;
  readonly on_date: string;
  readonly kind: string;
  readonly what: string;
  readonly by_whom: string;
  readonly recorded_at: string;
};

export const groupSupportTable = new EntitySchema<GroupSupportRow>({
  name: 'group_support',
  tableName: 'group_support',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    on_date: { type: 'varchar', length: 10 },
    kind: { type: 'varchar', length: 20 },
    what: { type: 'varchar', length: 500 },
    by_whom: { type: 'varchar', length: 120 },
    recorded_at: { type: 'varchar', length: 24 },
  },
  checks: [
    {
      name: 'ck_group_support_kind',
      expression:
        "kind IN ('start-up', 'advice', 'publicity', 'documents', 'meeting', 'other-departments', 'note')",
    },
  ],
  foreignKeys: [ofGroup('group_support')],
  indices: [{ name: 'ix_group_support_group', columns: ['group_id', 'on_date'] }],
});

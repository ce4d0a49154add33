import { EntitySchema } from 'typeorm';

export type PayeeRow = {
  readonly id: string;
  readonly group_id: string | null;
  readonly person_id: string | null;
  readonly created_at: string;
  readonly version: number;
  /** Day on which it came with a record that was put together with theirs; null for the way they are paid. */
  readonly joined_on: string | null;
};

const toGroup = (table: string) => ({
  name: `fk_${table}_group`,
  target: 'tenant_group',
  columnNames: ['group_id'],
  referencedColumnNames: ['id'],
});

const toPerson = (table: string) => ({
  name: `fk_${table}_person`,
  target: 'person',
  columnNames: ['person_id'],
  referencedColumnNames: ['id'],
});

export const payeeTable = new EntitySchema<PayeeRow>({
  name: 'payee',
  tableName: 'payee',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36, nullable: true },
    person_id: { type: 'varchar', length: 36, nullable: true },
    created_at: { type: 'varchar', length: 24 },
    version: { type: 'integer' },
    joined_on: { type: 'varchar', length: 10, nullable: true },
  },
  indices: [
    { name: 'uq_payee_group', columns: ['group_id'], unique: true, where: 'joined_on IS NULL' },
    { name: 'uq_payee_person', columns: ['person_id'], unique: true, where: 'joined_on IS NULL' },
    { name: 'ix_payee_group', columns: ['group_id'] },
    { name: 'ix_payee_person', columns: ['person_id'] },
  ],
  checks: [
    { name: 'ck_payee_one_subject', expression: '(group_id IS NULL) <> (person_id IS NULL)' },
  ],
  foreignKeys: [toGroup('payee'), toPerson('payee')],
});

/** One version of a payee's details. What would let somebody pay or be paid is sealed. */
export type PayeeDetailsRow = {
  readonly id: string;
  readonly payee_id: string;
  readonly number: number;
  readonly state: string;
  readonly method: string;
  /** The full details, sealed for this row and no other. */
  readonly sealed: string;
  readonly masked_account: string;
  readonly masked_sort_code: string;
  /** Keyed mark of sort code, account number and reference; empty for cheque and cash. */
  readonly account_mark: string;
  /** Keyed marks of the phone numbers that were on record before, as a JSON array. */
  readonly known_marks: string;
  readonly came_by: string;
  readonly why: string;
  readonly entered_by_user_id: string;
  readonly entered_at: string;
  readonly entered_on: string;
  readonly checked_by_user_id: string | null;
  readonly checked_at: string | null;
  /** Day from which it is paid to. */
  readonly checked_on: string | null;
  readonly called_on: string | null;
  /** Number rung and who spoke, sealed. */
  readonly call_sealed: string | null;
  readonly closed_by_user_id: string | null;
  /** Day on which it was replaced or rejected. */
  readonly closed_on: string | null;
  readonly closed_why: string;
};

const byUser = (what: string) => ({
  name: `fk_payee_details_${what}_by`,
  target: 'app_user',
  columnNames: [`${what}_by_user_id`],
  referencedColumnNames: ['id'],
});

export const payeeDetailsTable = new EntitySchema<PayeeDetailsRow>({
  name: 'payee_details',
  tableName: 'payee_details',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    payee_id: { type: 'varchar', length: 36 },
    number: { type: 'integer' },
    state: { type: 'varchar', length: 10 },
    method: { type: 'varchar', length: 16 },
    sealed: { type: 'text' },
    masked_account: { type: 'varchar', length: 8 },
    masked_sort_code: { type: 'varchar', length: 8 },
    account_mark: { type: 'varchar', length: 64 },
    known_marks: { type: 'text' },
    came_by: { type: 'varchar', length: 12 },
    why: { type: 'varchar', length: 300 },
    entered_by_user_id: { type: 'varchar', length: 36 },
    entered_at: { type: 'varchar', length: 24 },
    entered_on: { type: 'varchar', length: 10 },
    checked_by_user_id: { type: 'varchar', length: 36, nullable: true },
    checked_at: { type: 'varchar', length: 24, nullable: true },
    checked_on: { type: 'varchar', length: 10, nullable: true },
    called_on: { type: 'varchar', length: 10, nullable: true },
    call_sealed: { type: 'text', nullable: true },
    closed_by_user_id: { type: 'varchar', length: 36, nullable: true },
    closed_on: { type: 'varchar', length: 10, nullable: true },
    closed_why: { type: 'varchar', length: 300 },
  },
  uniques: [{ name: 'uq_payee_details_number', columns: ['payee_id', 'number'] }],
  checks: [
    {
      name: 'ck_payee_details_state',
      expression: "state IN ('staged', 'verified', 'replaced', 'rejected')",
    },
    {
      name: 'ck_payee_details_method',
      expression: "method IN ('bank-transfer', 'cheque', 'cash')",
    },
    {
      name: 'ck_payee_details_checked',
      expression:
        "(state IN ('verified', 'replaced')) = (checked_by_user_id IS NOT NULL AND checked_at IS NOT NULL AND checked_on IS NOT NULL AND called_on IS NOT NULL AND call_sealed IS NOT NULL)",
    },
    {
      name: 'ck_payee_details_second_person',
      expression: 'checked_by_user_id IS NULL OR checked_by_user_id <> entered_by_user_id',
    },
    {
      name: 'ck_payee_details_closed',
      expression:
        "(state IN ('replaced', 'rejected')) = (closed_on IS NOT NULL AND closed_by_user_id IS NOT NULL)",
    },
  ],
  foreignKeys: [
    {
      name: 'fk_payee_details_payee',
      target: 'payee',
      columnNames: ['payee_id'],
      referencedColumnNames: ['id'],
    },
    byUser('entered'),
    byUser('checked'),
    byUser('closed'),
  ],
  indices: [
    {
      name: 'uq_payee_details_staged',
      columns: ['payee_id'],
      unique: true,
      where: "state = 'staged'",
    },
    {
      name: 'uq_payee_details_verified',
      columns: ['payee_id'],
      unique: true,
      where: "state = 'verified'",
    },
    { name: 'ix_payee_details_mark', columns: ['account_mark'] },
  ],
});

export type BankMandateRow = {
  readonly group_id: string;
  readonly to_sign: number;
  /** Day on which the group or its bank said so. */
  readonly confirmed_on: string;
  readonly version: number;
};

export const bankMandateTable = new EntitySchema<BankMandateRow>({
  name: 'bank_mandate',
  tableName: 'bank_mandate',
  columns: {
    group_id: { type: 'varchar', length: 36, primary: true },
    to_sign: { type: 'integer' },
    confirmed_on: { type: 'varchar', length: 10 },
    version: { type: 'integer' },
  },
  checks: [{ name: 'ck_bank_mandate_to_sign', expression: 'to_sign BETWEEN 1 AND 5' }],
  foreignKeys: [toGroup('bank_mandate')],
});

export type MandateSignatoryRow = {
  readonly group_id: string;
  readonly person_id: string;
  readonly from_date: string;
  /** Last day, included; null while they may sign. */
  readonly until_date: string | null;
};

export const mandateSignatoryTable = new EntitySchema<MandateSignatoryRow>({
  name: 'mandate_signatory',
  tableName: 'mandate_signatory',
  columns: {
    group_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_mandate_signatory',
    },
    person_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_mandate_signatory',
    },
    from_date: {
      type: 'varchar',
      length: 10,
      primary: true,
      primaryKeyConstraintName: 'pk_mandate_signatory',
    },
    until_date: { type: 'varchar', length: 10, nullable: true },
  },
  checks: [
    {
      name: 'ck_mandate_signatory_dates',
      expression: 'until_date IS NULL OR until_date >= from_date',
    },
  ],
  foreignKeys: [toGroup('mandate_signatory'), toPerson('mandate_signatory')],
  indices: [{ name: 'ix_mandate_signatory_person', columns: ['person_id'] }],
});

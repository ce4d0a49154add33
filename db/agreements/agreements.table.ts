import { EntitySchema } from 'typeorm';

export type AgreementRow = {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly group_id: string | null;
  readonly person_id: string | null;
  readonly title: string;
  readonly scope: string;
  readonly aims: string;
  readonly code_version: string;
  readonly added_clauses: string;
  readonly clauses_only_add: number;
  readonly review_on: string | null;
  readonly who_was_consulted: string;
  readonly quality_note: string;
  readonly state: string;
  /** Since when it stands; a review that ends in new signatures leaves this day. */
  readonly first_signed_on: string | null;
  readonly signed_on: string | null;
  /** Last day on which it stands, included. */
  readonly ended_on: string | null;
  readonly ended_why: string;
  /** Where it stood before the last step, as JSON; null when there is nothing to take back. */
  readonly step_before: string | null;
  readonly recorded_at: string;
  readonly version: number;
};

const ofAgreement = (name: string) => ({
  name,
  target: 'agreement',
  columnNames: ['agreement_id'],
  referencedColumnNames: ['id'],
});

export const agreementTable = new EntitySchema<AgreementRow>({
  name: 'agreement',
  tableName: 'agreement',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    reference: { type: 'varchar', length: 20 },
    kind: { type: 'varchar', length: 16 },
    group_id: { type: 'varchar', length: 36, nullable: true },
    person_id: { type: 'varchar', length: 36, nullable: true },
    title: { type: 'varchar', length: 160 },
    scope: { type: 'text' },
    aims: { type: 'text' },
    code_version: { type: 'varchar', length: 40 },
    added_clauses: { type: 'text' },
    clauses_only_add: { type: 'integer' },
    review_on: { type: 'varchar', length: 10, nullable: true },
    who_was_consulted: { type: 'text' },
    quality_note: { type: 'text' },
    state: { type: 'varchar', length: 12 },
    first_signed_on: { type: 'varchar', length: 10, nullable: true },
    signed_on: { type: 'varchar', length: 10, nullable: true },
    ended_on: { type: 'varchar', length: 10, nullable: true },
    ended_why: { type: 'varchar', length: 500 },
    step_before: { type: 'text', nullable: true },
    recorded_at: { type: 'varchar', length: 24 },
    version: { type: 'integer' },
  },
  uniques: [{ name: 'uq_agreement_reference', columns: ['reference'] }],
  checks: [
    {
      name: 'ck_agreement_kind',
      expression: "kind IN ('compact', 'local-compact', 'code-adoption', 'confidentiality')",
    },
    {
      name: 'ck_agreement_person',
      expression: "(kind = 'confidentiality') = (person_id IS NOT NULL)",
    },
    {
      name: 'ck_agreement_code',
      expression: "kind <> 'code-adoption' OR group_id IS NOT NULL",
    },
    {
      name: 'ck_agreement_state',
      expression: "state IN ('draft', 'signed', 'under-review', 'ended')",
    },
    {
      name: 'ck_agreement_signed',
      expression: "state NOT IN ('signed', 'under-review') OR signed_on IS NOT NULL",
    },
    {
      name: 'ck_agreement_first_signed',
      expression: '(signed_on IS NULL) = (first_signed_on IS NULL)',
    },
    {
      name: 'ck_agreement_ended',
      expression: "(state = 'ended') = (ended_on IS NOT NULL)",
    },
  ],
  foreignKeys: [
    {
      name: 'fk_agreement_group',
      target: 'tenant_group',
      columnNames: ['group_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_agreement_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_agreement_group', columns: ['group_id'] },
    { name: 'ix_agreement_person', columns: ['person_id'] },
  ],
});

export type AgreementAreaRow = { readonly agreement_id: string; readonly area_id: string };

export const agreementAreaTable = new EntitySchema<AgreementAreaRow>({
  name: 'agreement_area',
  tableName: 'agreement_area',
  columns: {
    agreement_id: { type: 'varchar', length: 36, primary: true },
    area_id: { type: 'varchar', length: 36, primary: true },
  },
  foreignKeys: [
    ofAgreement('fk_agreement_area_agreement'),
    {
      name: 'fk_agreement_area_area',
      target: 'area',
      columnNames: ['area_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

export type AgreementPartyRow = {
  readonly agreement_id: string;
  readonly position: number;
  readonly name: string;
  readonly role: string;
  readonly signatory_name: string;
  readonly signed_on: string | null;
};

export const agreementPartyTable = new EntitySchema<AgreementPartyRow>({
  name: 'agreement_party',
  tableName: 'agreement_party',
  columns: {
    agreement_id: { type: 'varchar', length: 36, primary: true },
    position: { type: 'integer', primary: true },
    name: { type: 'varchar', length: 160 },
    role: { type: 'varchar', length: 120 },
    signatory_name: { type: 'varchar', length: 120 },
    signed_on: { type: 'varchar', length: 10, nullable: true },
  },
  foreignKeys: [ofAgreement('fk_agreement_party_agreement')],
});

export type AgreementResponsibilityRow = {
  readonly agreement_id: string;
  readonly position: number;
  readonly who: string;
  readonly what: string;
  readonly standard: string;
};

export const agreementResponsibilityTable = new EntitySchema<AgreementResponsibilityRow>({
  name: 'agreement_responsibility',
  tableName: 'agreement_responsibility',
  columns: {
    agreement_id: { type: 'varchar', length: 36, primary: true },
    position: { type: 'integer', primary: true },
    who: { type: 'varchar', length: 160 },
    what: { type: 'varchar', length: 500 },
    standard: { type: 'varchar', length: 500 },
  },
  foreignKeys: [ofAgreement('fk_agreement_responsibility_agreement')],
});

export type AgreementActionRow = {
  readonly agreement_id: string;
  readonly position: number;
  readonly what: string;
  readonly who: string;
  readonly by_date: string | null;
  readonly done_on: string | null;
};

export const agreementActionTable = new EntitySchema<AgreementActionRow>({
  name: 'agreement_action',
  tableName: 'agreement_action',
  columns: {
    agreement_id: { type: 'varchar', length: 36, primary: true },
    position: { type: 'integer', primary: true },
    what: { type: 'varchar', length: 500 },
    who: { type: 'varchar', length: 160 },
    by_date: { type: 'varchar', length: 10, nullable: true },
    done_on: { type: 'varchar', length: 10, nullable: true },
  },
  foreignKeys: [ofAgreement('fk_agreement_action_agreement')],
});

export type AgreementVersionRow = {
  readonly agreement_id: string;
  readonly number: number;
  readonly recorded_at: string;
  readonly by_user_id: string | null;
  readonly what: string;
  /** The words agreed as they stood, without who signed. */
  readonly words_json: string;
};

export const agreementVersionTable = new EntitySchema<AgreementVersionRow>({
  name: 'agreement_version',
  tableName: 'agreement_version',
  columns: {
    agreement_id: { type: 'varchar', length: 36, primary: true },
    number: { type: 'integer', primary: true },
    recorded_at: { type: 'varchar', length: 24 },
    by_user_id: { type: 'varchar', length: 36, nullable: true },
    what: { type: 'varchar', length: 40 },
    words_json: { type: 'text' },
  },
  foreignKeys: [
    ofAgreement('fk_agreement_version_agreement'),
    {
      name: 'fk_agreement_version_user',
      target: 'app_user',
      columnNames: ['by_user_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

export type CodeVersionRow = {
  readonly version: string;
  readonly from_date: string;
  readonly recorded_at: string;
};

export const codeVersionTable = new EntitySchema<CodeVersionRow>({
  name: 'code_version',
  tableName: 'code_version',
  columns: {
    version: { type: 'varchar', length: 40, primary: true },
    from_date: { type: 'varchar', length: 10 },
    recorded_at: { type: 'varchar', length: 24 },
  },
});

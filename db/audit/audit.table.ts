import { EntitySchema } from 'typeorm';

/** One link of the chain; never changed, never deleted. `before_json` and `after_json` hold no readable personal value. */
export type AuditEntryRow = {
  readonly seq: number;
  readonly at: string;
  readonly local_at: string;
  readonly clock_jumped: number;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_role: string | null;
  readonly on_behalf_of: string | null;
  readonly host: string;
  readonly session_id: string | null;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly reason: string;
  readonly before_json: string;
  readonly after_json: string;
  readonly request_id: string;
  readonly app_version: string;
  readonly prev_hash: string;
  readonly hash: string;
};

export const auditEntryTable = new EntitySchema<AuditEntryRow>({
  name: 'audit_entry',
  tableName: 'audit_entry',
  columns: {
    seq: { type: 'integer', primary: true },
    at: { type: 'varchar', length: 24 },
    local_at: { type: 'varchar', length: 16 },
    clock_jumped: { type: 'integer' },
    actor_kind: { type: 'varchar', length: 10 },
    actor_id: { type: 'varchar', length: 36, nullable: true },
    actor_role: { type: 'varchar', length: 20, nullable: true },
    on_behalf_of: { type: 'varchar', length: 36, nullable: true },
    host: { type: 'varchar', length: 10 },
    session_id: { type: 'varchar', length: 36, nullable: true },
    action: { type: 'varchar', length: 80 },
    object_type: { type: 'varchar', length: 40 },
    object_id: { type: 'varchar', length: 80 },
    reason: { type: 'text' },
    before_json: { type: 'text' },
    after_json: { type: 'text' },
    request_id: { type: 'varchar', length: 36 },
    app_version: { type: 'varchar', length: 20 },
    prev_hash: { type: 'varchar', length: 64 },
    hash: { type: 'varchar', length: 64 },
  },
  indices: [
    { name: 'ix_audit_entry_object', columns: ['object_type', 'object_id', 'seq'] },
    { name: 'ix_audit_entry_actor', columns: ['actor_id', 'seq'] },
  ],
});

/** The readable personal values behind the seals of one entry; erased with the person, the chain stays whole. */
export type AuditPersonalValueRow = {
  readonly seq: number;
  readonly side: string;
  readonly field: string;
  readonly subject_id: string;
  readonly value: string;
};

export const auditPersonalValueTable = new EntitySchema<AuditPersonalValueRow>({
  name: 'audit_personal_value',
  tableName: 'audit_personal_value',
  columns: {
    seq: { type: 'integer', primary: true },
    side: { type: 'varchar', length: 6, primary: true },
    field: { type: 'varchar', length: 60, primary: true },
    subject_id: { type: 'varchar', length: 36 },
    value: { type: 'text' },
  },
  indices: [{ name: 'ix_audit_personal_value_subject', columns: ['subject_id'] }],
});

/** The key that seals one person's values; deleting it makes their seals unreadable for good. */
export type SubjectKeyRow = { readonly subject_id: string; readonly key_hex: string };

export const subjectKeyTable = new EntitySchema<SubjectKeyRow>({
  name: 'subject_key',
  tableName: 'subject_key',
  columns: {
    subject_id: { type: 'varchar', length: 36, primary: true },
    key_hex: { type: 'varchar', length: 64 },
  },
});

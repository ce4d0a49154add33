import { EntitySchema } from 'typeorm';

export type UserRow = {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
  readonly role: string;
  readonly is_active: number;
  readonly passphrase_hash: string;
  readonly pin_hash: string | null;
  /** Wrong tries since the last right one. */
  readonly failed_tries: number;
  /** How many lock-outs in a row; each doubles the next. */
  readonly lock_level: number;
  /** On the steady clock, milliseconds; null when not locked out. */
  readonly locked_at_steady: number | null;
  readonly locked_for_ms: number | null;
  readonly created_at: string;
  readonly version: number;
};

export const userTable = new EntitySchema<UserRow>({
  name: 'app_user',
  tableName: 'app_user',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 40 },
    display_name: { type: 'varchar', length: 100 },
    role: { type: 'varchar', length: 20 },
    is_active: { type: 'integer' },
    passphrase_hash: { type: 'varchar', length: 200 },
    pin_hash: { type: 'varchar', length: 200, nullable: true },
    failed_tries: { type: 'integer' },
    lock_level: { type: 'integer' },
    locked_at_steady: { type: 'integer', nullable: true },
    locked_for_ms: { type: 'integer', nullable: true },
    created_at: { type: 'varchar', length: 24 },
    version: { type: 'integer' },
  },
  uniques: [{ name: 'uq_app_user_name', columns: ['name'] }],
});

/** A change to an account that waits for a second person, or that was confirmed or withdrawn. */
export type AccountChangeRow = {
  readonly id: string;
  readonly user_id: string;
  readonly kind: string;
  readonly role: string | null;
  readonly asked_by_user_id: string;
  readonly asked_at: string;
  readonly state: string;
  readonly settled_by_user_id: string | null;
  readonly settled_at: string | null;
};

export const accountChangeTable = new EntitySchema<AccountChangeRow>({
  name: 'account_change',
  tableName: 'account_change',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    user_id: { type: 'varchar', length: 36 },
    kind: { type: 'varchar', length: 20 },
    role: { type: 'varchar', length: 20, nullable: true },
    asked_by_user_id: { type: 'varchar', length: 36 },
    asked_at: { type: 'varchar', length: 24 },
    state: { type: 'varchar', length: 12 },
    settled_by_user_id: { type: 'varchar', length: 36, nullable: true },
    settled_at: { type: 'varchar', length: 24, nullable: true },
  },
  foreignKeys: [
    {
      name: 'fk_account_change_user',
      target: 'app_user',
      columnNames: ['user_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_account_change_state', columns: ['state', 'asked_at'] }],
});

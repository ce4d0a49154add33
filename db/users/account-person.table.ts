import { EntitySchema } from 'typeorm';

export type AccountPersonRow = {
  readonly user_id: string;
  readonly person_id: string | null;
  readonly said_by_user_id: string;
  readonly said_at: string;
};

export const accountPersonTable = new EntitySchema<AccountPersonRow>({
  name: 'account_person',
  tableName: 'account_person',
  columns: {
    user_id: { type: 'varchar', length: 36, primary: true },
    person_id: { type: 'varchar', length: 36, nullable: true },
    said_by_user_id: { type: 'varchar', length: 36 },
    said_at: { type: 'varchar', length: 24 },
  },
  foreignKeys: [
    {
      name: 'fk_account_person_user',
      target: 'app_user',
      columnNames: ['user_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_account_person_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_account_person_said_by',
      target: 'app_user',
      columnNames: ['said_by_user_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_account_person_person', columns: ['person_id'] }],
});

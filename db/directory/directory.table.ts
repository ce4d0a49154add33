import { EntitySchema } from 'typeorm';

export type ContactRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly web: string;
  readonly note: string;
  readonly last_verified_on: string | null;
  readonly is_active: number;
  readonly closed_note: string;
  readonly version: number;
};

export const contactTable = new EntitySchema<ContactRow>({
  name: 'directory_contact',
  tableName: 'directory_contact',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 160 },
    kind: { type: 'varchar', length: 24 },
    address: { type: 'text' },
    phone: { type: 'varchar', length: 40 },
    email: { type: 'varchar', length: 160 },
    web: { type: 'varchar', length: 200 },
    note: { type: 'text' },
    last_verified_on: { type: 'varchar', length: 10, nullable: true },
    is_active: { type: 'integer' },
    closed_note: { type: 'varchar', length: 300 },
    version: { type: 'integer' },
  },
  checks: [
    {
      name: 'ck_directory_contact_kind',
      expression:
        "kind IN ('council-team', 'federation', 'regulator', 'ombudsman', 'national-adviser', 'national-tenants-body', 'local-adviser', 'voluntary-organisation', 'training', 'mediation', 'other')",
    },
    { name: 'ck_directory_contact_closed', expression: 'is_active = 1 OR length(closed_note) > 0' },
  ],
});

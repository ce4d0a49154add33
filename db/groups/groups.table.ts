import { EntitySchema } from 'typeorm';

/** `group` is a reserved word in SQL, hence the table's longer name. */
export type GroupRow = {
  readonly id: string;
  readonly name: string;
  readonly folded_name: string;
  readonly kind: string;
  readonly phone: string;
  readonly is_active: number;
  readonly version: number;
};

export const groupTable = new EntitySchema<GroupRow>({
  name: 'tenant_group',
  tableName: 'tenant_group',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 120 },
    folded_name: { type: 'varchar', length: 160 },
    kind: { type: 'varchar', length: 40 },
    phone: { type: 'varchar', length: 40 },
    is_active: { type: 'integer' },
    version: { type: 'integer' },
  },
  indices: [{ name: 'ix_tenant_group_folded_name', columns: ['folded_name', 'id'] }],
});

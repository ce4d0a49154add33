import { EntitySchema } from 'typeorm';

export type AreaRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent_id: string | null;
  readonly is_active: number;
  readonly version: number;
};

export const areaTable = new EntitySchema<AreaRow>({
  name: 'area',
  tableName: 'area',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 120 },
    kind: { type: 'varchar', length: 12 },
    parent_id: { type: 'varchar', length: 36, nullable: true },
    is_active: { type: 'integer' },
    version: { type: 'integer' },
  },
  checks: [
    {
      name: 'ck_area_kind',
      expression: "kind IN ('area', 'estate', 'scheme', 'block', 'street')",
    },
    { name: 'ck_area_not_inside_itself', expression: 'parent_id IS NULL OR parent_id <> id' },
  ],
  foreignKeys: [
    {
      name: 'fk_area_parent',
      target: 'area',
      columnNames: ['parent_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_area_parent', columns: ['parent_id'] }],
});

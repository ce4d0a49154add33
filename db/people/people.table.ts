import { EntitySchema } from 'typeorm';

export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly folded_name: string;
  readonly kind: string;
  readonly phone: string;
  /** Only the digits, so that part of a number finds the person however it was typed. */
  readonly phone_digits: string;
  readonly version: number;
  /** From this day on the record is shown nowhere, because it is being erased; null as a rule. */
  readonly hidden_on: string | null;
};

export const personTable = new EntitySchema<PersonRow>({
  name: 'person',
  tableName: 'person',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 120 },
    folded_name: { type: 'varchar', length: 160 },
    kind: { type: 'varchar', length: 40 },
    phone: { type: 'varchar', length: 40 },
    phone_digits: { type: 'varchar', length: 40 },
    version: { type: 'integer' },
    hidden_on: { type: 'varchar', length: 10, nullable: true },
  },
  indices: [
    { name: 'ix_person_folded_name', columns: ['folded_name', 'id'] },
    { name: 'ix_person_phone_digits', columns: ['phone_digits', 'id'] },
  ],
});

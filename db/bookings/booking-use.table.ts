import { EntitySchema } from 'typeorm';

/** How a room was left after a booking. */
export type CloseOutRow = {
  readonly booking_id: string;
  readonly checklist_json: string;
  readonly damage: string;
  readonly notes: string;
  readonly recorded_at: string;
  readonly recorded_by_user_id: string | null;
};

export const closeOutTable = new EntitySchema<CloseOutRow>({
  name: 'booking_close_out',
  tableName: 'booking_close_out',
  columns: {
    booking_id: { type: 'varchar', length: 36, primary: true },
    checklist_json: { type: 'text' },
    damage: { type: 'text' },
    notes: { type: 'text' },
    recorded_at: { type: 'varchar', length: 24 },
    recorded_by_user_id: { type: 'varchar', length: 36, nullable: true },
  },
  foreignKeys: [
    {
      name: 'fk_booking_close_out_booking',
      target: 'booking',
      columnNames: ['booking_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

/** Something somebody left behind. */
export type FoundItemRow = {
  readonly id: string;
  readonly booking_id: string | null;
  readonly what: string;
  readonly found_on: string;
  readonly place: string;
  readonly settled_on: string | null;
  readonly settled_how: string;
  readonly version: number;
};

export const foundItemTable = new EntitySchema<FoundItemRow>({
  name: 'found_item',
  tableName: 'found_item',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    booking_id: { type: 'varchar', length: 36, nullable: true },
    what: { type: 'varchar', length: 200 },
    found_on: { type: 'varchar', length: 10 },
    place: { type: 'varchar', length: 120 },
    settled_on: { type: 'varchar', length: 10, nullable: true },
    settled_how: { type: 'text' },
    version: { type: 'integer' },
  },
  foreignKeys: [
    {
      name: 'fk_found_item_booking',
      target: 'booking',
      columnNames: ['booking_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

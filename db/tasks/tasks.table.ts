import { EntitySchema } from 'typeorm';

export type TaskRow = {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly path: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly role: string | null;
  readonly due_on: string | null;
  readonly made_at: string;
  readonly done_at: string | null;
  readonly done_by_user_id: string | null;
  readonly version: number;
};

export const taskTable = new EntitySchema<TaskRow>({
  name: 'task',
  tableName: 'task',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    kind: { type: 'varchar', length: 40 },
    words: { type: 'text' },
    path: { type: 'varchar', length: 200 },
    object_type: { type: 'varchar', length: 30 },
    object_id: { type: 'varchar', length: 36 },
    role: { type: 'varchar', length: 10, nullable: true },
    due_on: { type: 'varchar', length: 10, nullable: true },
    made_at: { type: 'varchar', length: 24 },
    done_at: { type: 'varchar', length: 24, nullable: true },
    done_by_user_id: { type: 'varchar', length: 36, nullable: true },
    version: { type: 'integer' },
  },
  indices: [
    {
      name: 'uq_task_open',
      columns: ['kind', 'object_type', 'object_id'],
      unique: true,
      where: 'done_at IS NULL',
    },
    { name: 'ix_task_due', columns: ['done_at', 'due_on'] },
  ],
});

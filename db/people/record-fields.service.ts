import type { Ctx } from '#db/shared/ctx';
import * as recordFields from './record-fields.repository.ts';
import type { RecordField } from './record-fields.rules.ts';

/** How many residents are on record, and of how many every one of these fields is filled (PPL-08). */
export const countFilledRecords = (
  ctx: Ctx,
  fields: readonly RecordField[],
): Promise<{ readonly held: number; readonly complete: number }> =>
  recordFields.countFilled(ctx, fields);

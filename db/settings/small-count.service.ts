import type { Ctx } from '#db/shared/ctx';
import { figuresOn, todayOf } from './settings.service.ts';

/** The threshold where the council has entered none. */
const DEFAULT_SMALL_COUNT = 5;

/** Counts of people under this are hidden wherever they could tell of somebody: the council's figure, or 5. */
export async function smallCountOf(ctx: Ctx): Promise<number> {
  const figure = (await figuresOn(ctx, todayOf(ctx))).get('people.smallCount');
  return typeof figure === 'number' ? figure : DEFAULT_SMALL_COUNT;
}

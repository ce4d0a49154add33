import type { AreaId } from '#db/areas/areas.contract';
import { areaAndBelow } from '#db/areas/areas.rules';
import { listAreas } from '#db/areas/areas.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { BoardMember } from './board.contract.ts';
import * as board from './board.repository.ts';
import * as consents from './consents.repository.ts';
import type { ConsentPurpose } from './consents.contract.ts';
import { holdsOn } from './consents.rules.ts';
import type { PersonId } from './people.contract.ts';

/** Who is asked for, by what they said of themselves; an area stands for everything that lies in it. */
export type BoardWish = Omit<board.BoardFilter, 'areaIds'> & {
  readonly areaIds: readonly AreaId[];
};

/**
 * Members of the Sounding Board who fit, and those who left it because they do not want to be involved, so that
 * whoever chooses can be told about them (PPL-03, PPL-13). Alphabetical.
 */
export async function listBoard(ctx: Ctx, wish: BoardWish): Promise<readonly BoardMember[]> {
  const areas = wish.areaIds.length === 0 ? [] : await listAreas(ctx);
  const areaIds = wish.areaIds.flatMap((id) => areaAndBelow(areas, id));
  return board.listBoard(ctx, { ...wish, areaIds: wish.areaIds.length === 0 ? null : areaIds });
}

/** These people as they are now, for what was begun with them. */
export async function listBoardByIds(
  ctx: Ctx,
  ids: readonly PersonId[],
): Promise<readonly BoardMember[]> {
  return board.listByIds(ctx, ids);
}

/** What each person is interested in; nobody who named nothing. */
export async function listInterests(ctx: Ctx): Promise<ReadonlyMap<PersonId, readonly string[]>> {
  return board.listInterests(ctx);
}

/** Every service area that anybody named as an interest, the one named most often first. */
export async function listServiceAreas(ctx: Ctx): Promise<readonly string[]> {
  return board.listServiceAreas(ctx);
}

/** Everybody who agrees to something on a day. */
export async function listAllWhoAgree(
  ctx: Ctx,
  purpose: ConsentPurpose,
  on: LocalDate,
): Promise<ReadonlySet<PersonId>> {
  const given = await consents.listTermsOf(ctx, purpose);
  return new Set(given.filter((one) => holdsOn(one, on)).map(({ personId }) => personId));
}

import type { AreaId } from '#db/areas/areas.contract';
import { areaAndBelow } from '#db/areas/areas.rules';
import { listAreas } from '#db/areas/areas.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { NeedCount, peopleContract } from './people-api.contract.ts';
import { quietSince } from './person-record.rules.ts';
import * as register from './register.repository.ts';
import { needInWords } from './register.rules.ts';

export const registerService: Pick<Handlers<typeof peopleContract>, 'register' | 'needs'> = {
  async register(ctx, { quietMonths, serviceArea, areaId, limit }) {
    const found = await register.listMembers(ctx, {
      quietSince: quietMonths === null ? null : quietSince(todayOf(ctx), quietMonths),
      serviceArea,
      areaIds: areaId === null ? null : await placesIn(ctx, areaId),
      limit,
    });
    return {
      members: [...found.members],
      total: found.total,
      register: await register.countReached(ctx, 'members'),
      everybody: await register.countReached(ctx, 'everybody'),
    };
  },

  async needs(ctx) {
    return [...(await listNeeds(ctx))];
  },
};

/** How many people of each area need which format, language or help, as it is now (PPL-14). */
export async function listNeeds(ctx: Ctx): Promise<readonly NeedCount[]> {
  const counted = await register.countNeeds(ctx);
  return counted.map((one) => ({ ...one, need: needInWords(one.need) }));
}

const placesIn = async (ctx: Ctx, areaId: AreaId): Promise<readonly AreaId[]> =>
  areaAndBelow(await listAreas(ctx), areaId);

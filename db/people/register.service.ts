import type { AreaId } from '#db/areas/areas.contract';
import { areaAndBelow } from '#db/areas/areas.rules';
import { listAreas } from '#db/areas/areas.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { NeedCount, peopleContract } from './people-api.contract.ts';
import type { Person } from './people.contract.ts';
import { quietSince } from './person-record.rules.ts';
import { exportPeople } from './export-people.service.ts';
import * as people from './people.repository.ts';
import * as register from './register.repository.ts';
import { needInWords } from './register.rules.ts';

/** More people than a centre has. */
const EVERYBODY = 1_000_000;

type Narrowed = {
  readonly quietMonths: number | null;
  readonly serviceArea: string;
  readonly areaId: AreaId | null;
};

export const registerService: Pick<
  Handlers<typeof peopleContract>,
  'register' | 'needs' | 'exportMembers' | 'exportEverybody'
> = {
  async register(ctx, { limit, ...narrowed }) {
    const found = await listMembers(ctx, narrowed, limit);
    return {
      members: [...found.members],
      total: found.total,
      register: await register.countReached(ctx, 'members'),
      everybody: await register.countReached(ctx, 'everybody'),
    };
  },

  async exportMembers(steps, { as, act: _, ...narrowed }) {
    return exportPeople(steps, {
      title: 'Sounding Board',
      name: 'sounding-board',
      as,
      list: async (ctx) => (await listMembers(ctx, narrowed, EVERYBODY)).members,
    });
  },

  async exportEverybody(steps, { as }) {
    return exportPeople(steps, {
      title: 'People',
      name: 'people',
      as,
      list: async (ctx) => (await people.listByText(ctx, '', EVERYBODY)).people,
    });
  },

  async needs(ctx) {
    return [...(await listNeeds(ctx))];
  },
};

/** Everybody on the Sounding Board, for other modules. */
export async function listEveryMember(ctx: Ctx): Promise<readonly Person[]> {
  const all = { quietMonths: null, serviceArea: '', areaId: null };
  return (await listMembers(ctx, all, EVERYBODY)).members;
}

/** How many people of each area need which format, language or help, as it is now (PPL-14). */
export async function listNeeds(ctx: Ctx): Promise<readonly NeedCount[]> {
  const counted = await register.countNeeds(ctx);
  return counted.map((one) => ({ ...one, need: needInWords(one.need) }));
}

async function listMembers(
  ctx: Ctx,
  { quietMonths, serviceArea, areaId }: Narrowed,
  limit: number,
): ReturnType<typeof register.listMembers> {
  return register.listMembers(ctx, {
    quietSince: quietMonths === null ? null : quietSince(todayOf(ctx), quietMonths),
    serviceArea,
    areaIds: areaId === null ? null : await placesIn(ctx, areaId),
    limit,
  });
}

const placesIn = async (ctx: Ctx, areaId: AreaId): Promise<readonly AreaId[]> =>
  areaAndBelow(await listAreas(ctx), areaId);

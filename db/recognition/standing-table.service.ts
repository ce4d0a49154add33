import { GROUP_KIND_WORDS, type Group } from '#db/groups/groups.contract';
import { listGroupsInUse } from '#db/groups/groups.service';
import { STATE_WORDS } from '#db/groups/register-words.rules';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import { saveTable } from '#db/shared/save-table';
import { type Column, tableOf } from '#db/shared/table';
import type { recognitionContract } from './recognition-api.contract.ts';
import type { Period } from './recognition.contract.ts';
import * as recognition from './recognition.repository.ts';

type Standing = { readonly group: Group; readonly period: Period | undefined };

/** Every group in use with how it stands today. Reasons are for those who decide and stay out of it. */
export const standingTable: Pick<Handlers<typeof recognitionContract>, 'exportStanding'> = {
  async exportStanding(steps, { as }) {
    const { standing, today } = await steps.unit(async (ctx) => {
      const on = todayOf(ctx);
      const periods = new Map(
        (await recognition.listPeriodsOn(ctx, on)).map((period) => [period.groupId, period]),
      );
      const groups = await listGroupsInUse(ctx);
      return {
        standing: groups.map((group): Standing => ({ group, period: periods.get(group.id) })),
        today: on,
      };
    });
    return saveTable(steps, {
      as,
      name: `recognition-${today}`,
      table: tableOf('Recognition today', STANDING_TABLE, standing),
    });
  },
};

const STANDING_TABLE: readonly Column<Standing>[] = [
  { heading: 'Group', of: ({ group }) => group.name },
  { heading: 'Kind', of: ({ group }) => GROUP_KIND_WORDS[group.kind] },
  { heading: 'Stands', of: ({ period }) => STATE_WORDS[period?.state ?? 'none'] },
  { heading: 'Since', kind: 'date', of: ({ period }) => period?.from ?? null },
  { heading: 'Until', kind: 'date', of: ({ period }) => period?.until ?? null },
];

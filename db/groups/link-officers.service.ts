import { recordExport } from '#db/audit/record-export';
import { MASKED } from '#db/people/people.rules';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { saveTable } from '#db/shared/save-table';
import { type Column, tableOf } from '#db/shared/table';
import * as parts from './group-parts.repository.ts';
import * as records from './group-record.repository.ts';
import type { groupsContract, LinkOfficerLine } from './groups-api.contract.ts';
import * as groups from './groups.repository.ts';

/** Who is there for which group, and the meetings of groups that staff went to, year by year (GRP-15). */
export const linkOfficersService: Pick<
  Handlers<typeof groupsContract>,
  'linkOfficers' | 'exportLinkOfficers'
> = {
  async linkOfficers(ctx, { year }) {
    return [...(await readLinkOfficers(ctx, year))];
  },

  async exportLinkOfficers(steps, { year, as }) {
    const { lines, today } = await steps.unit(async (ctx) => {
      const found = await readLinkOfficers(ctx, year);
      await recordExport(ctx, { name: `link-officers-${year}`, rows: found.length, as });
      return { lines: found, today: todayOf(ctx) };
    });
    return saveTable(steps, {
      as,
      name: `link-officers-${year}-${today}`,
      table: tableOf(`Link officers and meetings, ${year}`, TABLE, lines),
    });
  },
};

const TABLE: readonly Column<LinkOfficerLine>[] = [
  { heading: 'Group', of: (line) => line.group.name },
  { heading: 'Link officer', of: (line) => line.linkOfficer },
  { heading: 'Meetings attended', kind: 'number', of: (line) => line.meetings },
  { heading: 'Last on', kind: 'date', of: (line) => line.lastOn },
  { heading: 'Attended by', of: (line) => line.attendedBy.join('; ') },
];

/** Every group in use, by name; a group to whose meetings nobody went has none. */
async function readLinkOfficers(ctx: Ctx, year: number): Promise<readonly LinkOfficerLine[]> {
  const facts = await records.listFacts(ctx);
  const attended = Map.groupBy(await parts.listMeetingsAttended(ctx, year), (one) => one.groupId);
  const shown = (name: string): string => (name !== '' && isAuditor(ctx.actor) ? MASKED : name);
  return (await groups.listInUse(ctx)).map(({ id, name, kind }) => {
    const meetings = attended.get(id) ?? [];
    return {
      group: { id, name, kind },
      linkOfficer: shown(records.factsIn(facts, id).linkOfficer),
      meetings: meetings.length,
      lastOn: meetings[0]?.on ?? null,
      attendedBy: [...new Set(meetings.map(({ by }) => shown(by)))],
    };
  });
}

import { type Area, AREA_KIND_WORDS } from '#db/areas/areas.contract';
import { areaAndBelow } from '#db/areas/areas.rules';
import { listAreas } from '#db/areas/areas.service';
import { recordExport } from '#db/audit/record-export';
import { listWhoAgree } from '#db/people/consents.service';
import type { PersonId } from '#db/people/people.contract';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { saveTable } from '#db/shared/save-table';
import { type Column, tableOf } from '#db/shared/table';
import { coverageOf } from './coverage.rules.ts';
import * as duties from './duties.repository.ts';
import type { GroupHooks } from './group-hooks.ts';
import { DUTY_WORDS } from './group-record.contract.ts';
import * as records from './group-record.repository.ts';
import type {
  CoverageFilter,
  CoverageLine,
  groupsContract,
  RegisterFilter,
  RegisterLine,
} from './groups-api.contract.ts';
import { GROUP_KIND_WORDS, type Group } from './groups.contract.ts';
import * as groups from './groups.repository.ts';
import { maskGroup } from './groups.service.ts';
import { isVoluntaryKind } from './kinds.rules.ts';
import {
  COVER_WORDS,
  coverageTitle,
  REGISTER_TITLES,
  STATE_WORDS,
} from './register-words.rules.ts';

/** The registers of groups (GRP-18) and the areas without anybody (GRP-20). */
export function registersService(
  hooks: GroupHooks,
): Pick<
  Handlers<typeof groupsContract>,
  'register' | 'exportRegister' | 'coverage' | 'exportCoverage'
> {
  return {
    async register(ctx, filter) {
      return [...(await readRegister(ctx, hooks, filter))];
    },

    async exportRegister(steps, { as, ...filter }) {
      const { lines, today } = await steps.unit(async (ctx) => {
        const found = await readRegister(ctx, hooks, filter);
        await recordExport(ctx, { name: `groups-${filter.register}`, rows: found.length, as });
        return { lines: found, today: todayOf(ctx) };
      });
      return saveTable(steps, {
        as,
        name: `groups-${filter.register}-${today}`,
        table: tableOf(REGISTER_TITLES[filter.register], REGISTER_TABLE, lines),
      });
    },

    async exportCoverage(steps, { as, ...filter }) {
      const { lines, today } = await steps.unit(async (ctx) => ({
        lines: await readCoverage(ctx, filter),
        today: todayOf(ctx),
      }));
      return saveTable(steps, {
        as,
        name: `areas-and-groups-${today}`,
        table: tableOf(
          coverageTitle(filter),
          filter.onlySchemes ? [...COVERAGE_TABLE, SCHEME_COLUMN] : COVERAGE_TABLE,
          lines,
        ),
      });
    },

    async coverage(ctx, filter) {
      return [...(await readCoverage(ctx, filter))];
    },
  };
}

const REGISTER_TABLE: readonly Column<RegisterLine>[] = [
  { heading: 'Name', of: (line) => line.name },
  { heading: 'Kind', of: (line) => GROUP_KIND_WORDS[line.kind] },
  { heading: 'Areas', of: (line) => line.areaNames.join('; ') },
  { heading: 'Recognition', of: (line) => STATE_WORDS[line.state] },
  { heading: 'Phone (with consent)', of: (line) => (line.mayGivePhone ? line.phone : '') },
  { heading: 'Contact (with consent)', of: (line) => line.contactName },
  { heading: 'Due next', of: (line) => line.nextDueWords },
  { heading: 'Due on', kind: 'date', of: (line) => line.nextDueOn },
  { heading: 'Ended on', kind: 'date', of: (line) => line.endedOn },
  { heading: 'Last confirmed on', kind: 'date', of: (line) => line.lastConfirmedOn },
];

const COVERAGE_TABLE: readonly Column<CoverageLine>[] = [
  { heading: 'Area', of: (line) => line.areaName },
  { heading: 'Kind', of: (line) => AREA_KIND_WORDS[line.areaKind] },
  { heading: 'Who is there', of: (line) => COVER_WORDS[line.cover] },
  { heading: 'Groups', of: (line) => line.groups.map(({ name }) => name).join('; ') },
];

/** Asked of schemes only (GRP-21). */
const SCHEME_COLUMN: Column<CoverageLine> = {
  heading: 'Association of its own',
  of: (line) => (line.hasSchemeGroup === true ? 'Yes' : 'No'),
};

/** A register as the filter wants it, in alphabetical order. A contact is named only with consent (PPL-10). */
export async function readRegister(
  ctx: Ctx,
  hooks: GroupHooks,
  filter: RegisterFilter,
): Promise<readonly RegisterLine[]> {
  const today = todayOf(ctx);
  const areas = await listAreas(ctx);
  const world = {
    areas,
    facts: await records.listFacts(ctx),
    areaIds: await records.listAreaIds(ctx, null),
    states: await hooks.recognitionOn(ctx, today),
    due: Map.groupBy(await duties.listDue(ctx, null), (one) => one.groupId),
  };
  const lines = (await groups.listInUse(ctx, filter.withEnded)).map((group) =>
    toLine(maskGroup(ctx, group), world),
  );
  const within = filter.areaId === null ? null : new Set(areaAndBelow(areas, filter.areaId));
  const wanted = lines.filter(
    ({ line, areaIds }) =>
      matches(line, filter) && (within === null || areaIds.some((id) => within.has(id))),
  );
  return withContacts(ctx, wanted, today);
}

type World = {
  readonly areas: readonly Area[];
  readonly facts: Awaited<ReturnType<typeof records.listFacts>>;
  readonly areaIds: Awaited<ReturnType<typeof records.listAreaIds>>;
  readonly states: Awaited<ReturnType<GroupHooks['recognitionOn']>>;
  readonly due: ReadonlyMap<Group['id'], readonly duties.DutyDue[]>;
};

function toLine(group: Group, world: World) {
  const facts = records.factsIn(world.facts, group.id);
  const areaIds = world.areaIds.get(group.id) ?? [];
  const next = world.due.get(group.id)?.[0];
  const line: RegisterLine = {
    ...group,
    areaNames: world.areas.filter((area) => areaIds.includes(area.id)).map((area) => area.name),
    contactName: '',
    mayGivePhone: false,
    state: world.states.get(group.id) ?? 'none',
    isScheme: facts.isScheme,
    nextDueOn: next?.nextDueOn ?? null,
    nextDueWords: next === undefined ? '' : DUTY_WORDS[next.kind],
    endedOn: facts.endedOn,
    lastConfirmedOn: facts.lastConfirmedOn,
  };
  return { line, areaIds, contactId: facts.contactId };
}

function matches(line: RegisterLine, filter: RegisterFilter): boolean {
  const folded = foldForSearch(line.name);
  const words = foldForSearch(filter.text)
    .split(' ')
    .filter((word) => word !== '');
  return (
    words.every(
      (word) => ` ${folded}`.includes(` ${word}`) || folded.replaceAll(' ', '').includes(word),
    ) &&
    (filter.register !== 'recognised' || line.state === 'recognised') &&
    (filter.register !== 'voluntary' || isVoluntaryKind(line.kind)) &&
    (filter.kind === null || line.kind === filter.kind) &&
    (filter.state === null || line.state === filter.state) &&
    (filter.dueBy === null || (line.nextDueOn !== null && line.nextDueOn <= filter.dueBy))
  );
}

async function withContacts(
  ctx: Ctx,
  found: readonly ReturnType<typeof toLine>[],
  today: LocalDate,
): Promise<readonly RegisterLine[]> {
  const ids = found.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]));
  const agree = await listWhoAgree(ctx, ids, 'be-named', today);
  const give = await listWhoAgree(ctx, ids, 'share-contact', today);
  const lines: RegisterLine[] = [];
  for (const { line, contactId } of found) {
    if (contactId === null) lines.push(line);
    else
      lines.push({
        ...line,
        contactName: agree.has(contactId) ? await nameOf(ctx, contactId) : '',
        mayGivePhone: give.has(contactId),
      });
  }
  return lines;
}

const nameOf = async (ctx: Ctx, id: PersonId): Promise<string> =>
  isAuditor(ctx.actor) ? MASKED : (await getPerson(ctx, id)).name;

/** Each area in use with who is there for it; only those with nobody when that is asked. */
export async function readCoverage(
  ctx: Ctx,
  { onlyWithout, onlySchemes }: CoverageFilter,
): Promise<readonly CoverageLine[]> {
  const covered = await records.listAreaIds(ctx, null);
  const facts = await records.listFacts(ctx);
  const living = (await groups.listInUse(ctx)).map(({ id, name, kind }) => ({
    id,
    name,
    kind,
    areaIds: covered.get(id) ?? [],
    isScheme: records.factsIn(facts, id).isScheme,
  }));
  const lines = coverageOf(await listAreas(ctx), living);
  if (onlySchemes)
    return lines.filter(
      ({ hasSchemeGroup }) => hasSchemeGroup !== null && !(onlyWithout && hasSchemeGroup),
    );
  return onlyWithout ? lines.filter((line) => line.cover === 'none') : lines;
}

import { dutyDatesOf } from '#db/groups/duties.service';
import type { groupsContract } from '#db/groups/groups-api.contract';
import type { Group, GroupId } from '#db/groups/groups.contract';
import { addGroup, findGroupsByName, getGroup } from '#db/groups/groups.service';
import type { officersContract } from '#db/officers/officers-api.contract';
import { getCentre, todayOf } from '#db/settings/settings.service';
import { tellAndTurn } from '#db/shared/act-turn';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { progressOf } from '#db/shared/plain-words';
import { type AreaNames, type NamedArea, readAreaNames } from '../area-names.ts';
import { RowProblem } from '../cells.rules.ts';
import type {
  ImportSource,
  MadeThing,
  SourcePlan,
  SourceRow,
  SourceTable,
} from '../import-source.ts';
import type { ImportRow } from '../imports.contract.ts';
import type { FindUses } from '../people-import/people-undo.service.ts';
import { rawWords, rowOf } from '../plan-row.rules.ts';
import { readTable } from '../source-table.ts';
import { type GroupEntry, groupWords, readGroupEntry } from './group-entry.rules.ts';
import { GROUP_COLUMNS } from './groups-columns.rules.ts';
import { undoGroups } from './groups-undo.service.ts';
import { type FoundPerson, type NamedPeople, readNamedPeople } from './named-people.service.ts';

/** What the desk does with groups and officers, by which an import enters them too. Given by `api.ts`. */
export type GroupActs = {
  readonly groups: Pick<
    Handlers<typeof groupsContract>,
    'changeRecord' | 'addHomes' | 'setDuty' | 'confirmDetails'
  >;
  readonly officers: Pick<Handlers<typeof officersContract>, 'addTerm' | 'terms' | 'withdrawTerm'>;
  readonly findUses: FindUses;
};

/** After so many rows others have their turn, the page hears how far it is, and may stop it. */
const AT_ONCE = 20;

/** A table of groups with their areas, homes, dates, contact and officers. */
export const groupsImport = (acts: GroupActs): ImportSource => ({
  kind: 'groups',
  read: (content, reading) => readTable(content, GROUP_COLUMNS, reading),
  plan: (ctx, table, choices) => planGroups(ctx, { table, ...choices }, acts),
  undo: (ctx, made, run) => undoGroups(ctx, { made, run }, acts),
});

type Ready = {
  readonly row: SourceRow;
  readonly entry: GroupEntry;
  readonly areas: readonly NamedArea[];
  readonly contact: FoundPerson | null;
  readonly officers: readonly { readonly post: string; readonly who: FoundPerson }[];
};

type Known = {
  readonly areas: AreaNames;
  readonly people: NamedPeople;
  /** Groups on record and rows above, by folded name: what stands in the way of a second one. */
  readonly taken: Map<string, string>;
  readonly outOfUse: ReadonlySet<GroupId>;
  readonly today: LocalDate;
};

async function planGroups(
  ctx: Ctx,
  { table, makesAreas }: { readonly table: SourceTable; readonly makesAreas: boolean },
  acts: GroupActs,
): Promise<SourcePlan> {
  const read = table.rows.map((row) => ({ row, entry: readRow(row) }));
  const entries = read.flatMap(({ entry }) => (isEntry(entry) ? [entry] : []));
  const onRecord = await findGroupsByName(
    ctx,
    entries.map(({ details }) => details.name),
  );
  const known: Known = {
    areas: await readAreaNames(ctx, makesAreas),
    people: await readNamedPeople(
      ctx,
      entries.flatMap(({ contact, officers }) => [
        ...(contact === null ? [] : [contact]),
        ...officers.map(({ who }) => who),
      ]),
    ),
    taken: new Map(
      [...onRecord].flatMap(([folded, group]) =>
        group.isActive ? [[folded, `${group.name} is on record already.`]] : [],
      ),
    ),
    outOfUse: new Set([...onRecord.values()].filter((one) => !one.isActive).map(({ id }) => id)),
    today: todayOf(ctx),
  };
  const announced = new Set<NamedArea | FoundPerson>();
  const ready: Ready[] = [];
  const rows: ImportRow[] = [];
  for (const [index, { row, entry }] of read.entries()) {
    if (index % AT_ONCE === 0)
      await tellAndTurn(ctx, progressOf(index, read.length, { word: 'row', did: 'looked at' }));
    if (!isEntry(entry)) {
      rows.push(entry);
      continue;
    }
    const one = judgeRow(row, entry, known);
    if ('outcome' in one) rows.push(one);
    else {
      ready.push(one);
      rows.push(shownRow(one, announced));
    }
  }
  return {
    rows,
    unknownAreas: known.areas.unknown(),
    commit: () => commitGroups(ctx, ready, known, acts),
  };
}

const isEntry = (read: GroupEntry | ImportRow): read is GroupEntry => 'details' in read;

const problemRow = (row: SourceRow, why: string): ImportRow =>
  rowOf(row, rawWords(row), 'problem', { why });

function readRow(row: SourceRow): GroupEntry | ImportRow {
  if (row.unreadable !== '') return problemRow(row, row.unreadable);
  try {
    return readGroupEntry(row.cells);
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    return problemRow(row, error.message);
  }
}

function judgeRow(row: SourceRow, entry: GroupEntry, known: Known): Ready | ImportRow {
  const folded = foldForSearch(entry.details.name);
  const taken = known.taken.get(folded);
  if (taken !== undefined) return rowOf(row, groupWords(entry), 'skip', { why: taken });
  try {
    checkDays(entry, known.today);
    const ready: Ready = {
      row,
      entry,
      areas: entry.areaNames.flatMap((name) => known.areas.find(name, 'area') ?? []),
      contact: entry.contact === null ? null : known.people.find(entry.contact),
      officers: entry.officers.map(({ post, who }) => ({ post, who: known.people.find(who) })),
    };
    known.taken.set(folded, `It is the same as line ${row.line}.`);
    return ready;
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    return problemRow(row, error.message);
  }
}

/** What has happened has happened by today. */
function checkDays(entry: GroupEntry, today: LocalDate): void {
  const past: readonly (readonly [string, LocalDate | null])[] = [
    ['Started on', entry.details.startedOn],
    ['Homes counted on', entry.homesAsAt],
    ['Last confirmed on', entry.lastConfirmedOn],
    ...entry.duties.map(({ lastOn }) => ['Last annual general meeting', lastOn] as const),
  ];
  for (const [words, day] of past)
    if (day !== null && day > today)
      throw new RowProblem(`${words}: the day is still to come. Write today or an earlier day.`);
}

function shownRow(one: Ready, announced: Set<NamedArea | FoundPerson>): ImportRow {
  const people = [
    ...(one.contact === null ? [] : [one.contact]),
    ...one.officers.map(({ who }) => who),
  ];
  const isNew = (named: NamedArea | FoundPerson): boolean => {
    if (named.id !== null || announced.has(named)) return false;
    announced.add(named);
    return true;
  };
  const { entry } = one;
  return rowOf(one.row, groupWords(entry), 'add', {
    alsoMakes: [
      ...entry.notes,
      ...(entry.homes.length > 0 && entry.homesAsAt === null ? ['homes as counted today'] : []),
      ...(one.officers.length > 0 && entry.officersSince === null ? ['officers from today'] : []),
      ...one.areas.filter(isNew).map(({ kind, name }) => `new ${kind} ${name}`),
      ...people.filter(isNew).map(({ name }) => `new person ${name}`),
    ],
  });
}

async function commitGroups(
  ctx: Ctx,
  ready: readonly Ready[],
  known: Known,
  acts: GroupActs,
): Promise<readonly MadeThing[]> {
  const people = ready.flatMap(({ contact, officers }) => [
    ...(contact === null ? [] : [contact]),
    ...officers.map(({ who }) => who),
  ]);
  const things: MadeThing[] = [
    ...(await known.areas.enterNew(ctx, new Set(ready.flatMap(({ areas }) => areas)))),
    ...(await known.people.enterNew(ctx, new Set(people))),
  ];
  const { council } = await getCentre(ctx);
  for (const [index, one] of ready.entries()) {
    if (index % AT_ONCE === 0)
      await tellAndTurn(ctx, progressOf(index, ready.length, { word: 'group', did: 'brought in' }));
    const group = await enterGroup(ctx, { one, known, council }, acts);
    const thing = { line: one.row.line, words: group.name };
    const terms = await acts.officers.terms(ctx, { groupId: group.id });
    things.push(
      { ...thing, objectType: 'group', objectId: group.id, version: group.version },
      // Bears the id of a group that was on record, out of use.
      ...(known.outOfUse.has(group.id)
        ? [{ ...thing, objectType: 'group-back', objectId: group.id, version: group.version }]
        : []),
      ...terms.map(({ id, version }) => ({
        ...thing,
        objectType: 'officer-term',
        objectId: id,
        version,
      })),
    );
  }
  return things;
}

/** Enters one group as the desk would: the record, its homes, its dates and its officers, by their own rules. */
async function enterGroup(
  ctx: Ctx,
  { one, known, council }: { readonly one: Ready; readonly known: Known; readonly council: string },
  { groups, officers }: GroupActs,
): Promise<Group> {
  const { entry } = one;
  const { name, kind, phone } = entry.details;
  const { id, version } = await addGroup(ctx, { name, kind, phone });
  await groups.changeRecord(ctx, {
    ...entry.details,
    id,
    version,
    areaIds: one.areas.flatMap((area) => known.areas.idOf(area) ?? []),
    contactId: one.contact === null ? null : known.people.idOf(one.contact),
  });
  await addParts(ctx, { id, entry, council, today: known.today }, groups);
  for (const { post, who } of one.officers)
    await officers.addTerm(ctx, {
      groupId: id,
      post,
      personId: known.people.idOf(who),
      from: entry.officersSince ?? known.today,
      until: null,
      isVoting: true,
      meetingThatDecided: '',
    });
  if (entry.lastConfirmedOn !== null)
    await groups.confirmDetails(ctx, {
      id,
      on: entry.lastConfirmedOn,
      version: (await getGroup(ctx, id)).version,
    });
  return getGroup(ctx, id);
}

async function addParts(
  ctx: Ctx,
  of: {
    readonly id: GroupId;
    readonly entry: GroupEntry;
    readonly council: string;
    readonly today: LocalDate;
  },
  groups: GroupActs['groups'],
): Promise<void> {
  const { id: groupId, entry } = of;
  for (const homes of entry.homes)
    await groups.addHomes(ctx, {
      ...homes,
      groupId,
      landlord: homes.isCouncil ? of.council || 'The council' : entry.otherLandlord,
      asAt: entry.homesAsAt ?? of.today,
      source: 'Imported table',
    });
  for (const duty of entry.duties)
    await groups.setDuty(ctx, {
      groupId,
      ...duty,
      shown: await dutyDatesOf(ctx, groupId, duty.kind),
    });
}

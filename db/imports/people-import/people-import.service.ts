import { checkConsent } from '#db/people/consents.service';
import { enterPeople, listKnown, type NewPerson } from '#db/people/enter-people.service';
import { checkDays, checkInvolvement } from '#db/people/person-record.service';
import { todayOf } from '#db/settings/settings.service';
import { tellAndTurn } from '#db/shared/act-turn';
import type { Ctx } from '#db/shared/ctx';
import { DomainError } from '#db/shared/domain-error';
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
import { rawWords, rowOf } from '../plan-row.rules.ts';
import { readTable } from '../source-table.ts';
import { PEOPLE_COLUMNS } from './people-columns.rules.ts';
import { likelyPeople, likenessOf, personWords } from './people-plan.rules.ts';
import { type FindUses, undoPeople } from './people-undo.service.ts';
import { type PersonEntry, readPersonEntry } from './person-entry.rules.ts';

/** After so many rows others have their turn, the page hears how far it is, and may stop it. */
const AT_ONCE = 100;

/** A table of people, such as the register of the Sounding Board; `findUses` says who else names somebody by now. */
export const peopleImport = (findUses: FindUses): ImportSource => ({
  kind: 'people',
  read: (content, reading) => readTable(content, PEOPLE_COLUMNS, reading),
  plan: planPeople,
  undo: (ctx, made, run) => undoPeople(ctx, { made, run }, findUses),
});

/** A row that can come in, with the places it names. */
type Ready = {
  readonly row: SourceRow;
  readonly entry: PersonEntry;
  readonly area: NamedArea | null;
  readonly scheme: NamedArea | null;
};

/** Judges every row by the rules of the desk; who may be on record already is a question and never put together. */
async function planPeople(
  ctx: Ctx,
  table: SourceTable,
  { makesAreas }: { readonly makesAreas: boolean },
): Promise<SourcePlan> {
  const today = todayOf(ctx);
  const areas = await readAreaNames(ctx, makesAreas);
  const judged = new Map<number, Ready | ImportRow>();
  for (const [index, row] of table.rows.entries()) {
    if (index % AT_ONCE === 0)
      await tellAndTurn(
        ctx,
        progressOf(index, table.rows.length, { word: 'row', did: 'looked at' }),
      );
    judged.set(row.line, judgeRow(row, areas, today));
  }
  const ready = [...judged.values()].filter((one): one is Ready => 'entry' in one);
  const likely = likelyPeople(
    ready.map(({ row, entry }) => likenessOf(entry, row.line)),
    await listKnown(ctx),
  );
  const announced = new Set<NamedArea>();
  const rows = table.rows.flatMap((row): ImportRow[] => {
    const one = judged.get(row.line);
    if (one === undefined) return [];
    return 'entry' in one ? [shownRow(one, likely.get(row.line), announced)] : [one];
  });
  return {
    rows,
    unknownAreas: areas.unknown(),
    commit: (_, doubles) =>
      commitPeople(
        ctx,
        ready.filter(({ row }) => !likely.has(row.line) || doubles.has(row.line)),
        areas,
      ),
  };
}

function judgeRow(row: SourceRow, areas: AreaNames, today: LocalDate): Ready | ImportRow {
  if (row.unreadable !== '') return rowOf(row, rawWords(row), 'problem', { why: row.unreadable });
  try {
    const entry = readPersonEntry(row.cells, today);
    checkDays({ ...entry.facts }, today);
    checkInvolvement(entry.facts);
    for (const consent of entry.consents) checkConsent(entry.facts, consent, today);
    if (entry.lastConfirmedOn !== null && entry.lastConfirmedOn > today)
      throw new RowProblem(
        'Last confirmed on: the day is still to come. Write today or an earlier day.',
      );
    return { row, entry, ...placesOf(entry, areas) };
  } catch (error) {
    if (!(error instanceof RowProblem) && !(error instanceof DomainError)) throw error;
    return rowOf(row, rawWords(row), 'problem', { why: error.message });
  }
}

/** Both are looked for, also where the first is unknown, so that all unknown ones can be named together. */
function placesOf(entry: PersonEntry, areas: AreaNames): Pick<Ready, 'area' | 'scheme'> {
  let scheme: NamedArea | null = null;
  let area: NamedArea | null = null;
  try {
    area = areas.find(entry.areaName, 'area');
  } finally {
    scheme = areas.find(entry.schemeName, 'scheme');
  }
  return { area, scheme };
}

function shownRow(
  { row, entry, area, scheme }: Ready,
  likely: { readonly who: string; readonly reasons: string } | undefined,
  announced: Set<NamedArea>,
): ImportRow {
  const words = personWords(entry);
  if (likely !== undefined)
    return rowOf(row, words, 'double', {
      why: `May be ${likely.who} (${likely.reasons}). Add it only if it is somebody else.`,
      alsoMakes: entry.notes,
    });
  const fresh = [area, scheme].filter(
    (one): one is NamedArea => one !== null && one.id === null && !announced.has(one),
  );
  for (const one of fresh) announced.add(one);
  return rowOf(row, words, 'add', {
    alsoMakes: [...entry.notes, ...fresh.map((one) => `new ${one.kind} ${one.name}`)],
  });
}

async function commitPeople(
  ctx: Ctx,
  ready: readonly Ready[],
  areas: AreaNames,
): Promise<readonly MadeThing[]> {
  const named = new Set(ready.flatMap(({ area, scheme }) => [area, scheme]));
  const things: MadeThing[] = [...(await areas.enterNew(ctx, named))];
  const today = todayOf(ctx);
  for (let start = 0; start < ready.length; start += AT_ONCE) {
    const some = ready.slice(start, start + AT_ONCE);
    const entered = await enterPeople(
      ctx,
      some.map((one) => toNewPerson(one, areas, today)),
    );
    things.push(
      ...entered.map(({ id, name, version }, index) => ({
        objectType: 'person',
        objectId: id,
        line: some[index]?.row.line ?? 0,
        words: name,
        version,
      })),
    );
    await tellAndTurn(
      ctx,
      progressOf(Math.min(start + AT_ONCE, ready.length), ready.length, {
        word: 'person record',
        did: 'brought in',
      }),
    );
  }
  return things;
}

/** Who is on the Sounding Board without a day joins today, as at the desk. */
const toNewPerson = (
  { entry, area, scheme }: Ready,
  areas: AreaNames,
  today: LocalDate,
): NewPerson => ({
  details: entry.details,
  facts: {
    ...entry.facts,
    areaId: areas.idOf(area),
    schemeId: areas.idOf(scheme),
    joinedOn: entry.facts.isOnRegister ? (entry.facts.joinedOn ?? today) : null,
    lastConfirmedOn: entry.lastConfirmedOn,
  },
  placeWords: [area?.name, scheme?.name].filter((name) => name !== undefined).join(', '),
  consents: entry.consents,
});

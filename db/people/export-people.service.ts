import { areaNameIn } from '#db/areas/areas.rules';
import { listAreas } from '#db/areas/areas.service';
import { recordExport } from '#db/audit/record-export';
import { todayOf } from '#db/settings/settings.service';
import { tellAndTurn } from '#db/shared/act-turn';
import type { Ctx, Steps } from '#db/shared/ctx';
import type { Download } from '#db/shared/download';
import { progressOf } from '#db/shared/plain-words';
import { saveTable } from '#db/shared/save-table';
import { type PlainTable, type TableKind, tableOf } from '#db/shared/table';
import { holdsOn } from './consents.rules.ts';
import * as consents from './consents.repository.ts';
import type { Person } from './people.contract.ts';
import * as records from './person-record.repository.ts';
import { PEOPLE_TABLE, type PersonLine } from './people-table.rules.ts';

/** After so many people others have their turn and the page hears how far it is. */
const AT_ONCE = 1000;

/** People with everything on record as a file for a spreadsheet; the record of what happened says that it was made. */
export async function exportPeople(
  steps: Steps,
  file: {
    readonly title: string;
    readonly name: string;
    readonly as: TableKind;
    readonly list: (ctx: Ctx) => Promise<readonly Person[]>;
  },
): Promise<Download> {
  const { title, name, as } = file;
  const { table, today } = await steps.unit(async (ctx) => {
    const people = await file.list(ctx);
    await recordExport(ctx, { name, rows: people.length, as });
    return { table: await tableOfPeople(ctx, title, people), today: todayOf(ctx) };
  });
  return saveTable(steps, { as, name: `${name}-${today}`, table });
}

async function tableOfPeople(
  ctx: Ctx,
  title: string,
  people: readonly Person[],
): Promise<PlainTable> {
  const today = todayOf(ctx);
  const nameOf = areaNameIn(await listAreas(ctx));
  const lines: PersonLine[] = [];
  for (let start = 0; start < people.length; start += AT_ONCE) {
    await tellAndTurn(
      ctx,
      progressOf(start, people.length, { word: 'person record', did: 'written' }),
    );
    const some = people.slice(start, start + AT_ONCE);
    const ids = some.map(({ id }) => id);
    const facts = await records.factsOfMany(ctx, ids);
    const given = Map.groupBy(
      (await consents.listOfPeople(ctx, ids)).filter((one) => holdsOn(one, today)),
      ({ personId }) => personId,
    );
    for (const person of some) {
      const known = records.factsIn(facts, person.id);
      lines.push({
        person,
        facts: known,
        areaName: nameOf(known.areaId),
        schemeName: nameOf(known.schemeId),
        consents: given.get(person.id) ?? [],
      });
    }
  }
  return tableOf(title, PEOPLE_TABLE, lines);
}

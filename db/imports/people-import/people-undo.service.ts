import { listTouchedSinceImport } from '#db/audit/touched.service';
import { takePeopleOut } from '#db/people/enter-people.service';
import type { PersonId } from '#db/people/people.contract';
import { tellAndTurn } from '#db/shared/act-turn';
import type { Ctx } from '#db/shared/ctx';
import type { HoldingSubject } from '#db/shared/holding';
import { countOf, progressOf } from '#db/shared/plain-words';
import type { MadeThing, RunName } from '../import-source.ts';

/**
 * For each of these people or groups one place that names them, in words such as 'booking as the responsible person';
 * places in `without`, each `table.column`, are left out. Given by `api.ts`.
 */
export type FindUses = (
  ctx: Ctx,
  subject: HoldingSubject,
  ids: readonly string[],
  without: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

/** After so many people the page hears how far it is, and may stop it. */
const AT_ONCE = 200;

/** What belongs to a person's own record. */
const OWN = ['person_record', 'person_interest', 'person_consent'].map(
  (table) => `${table}.person_id`,
);

/**
 * Takes imported people off the record again: they were never there. Who was changed since, agreed to something else,
 * or is named by anything else by now stays and is listed. Areas that came with them stay.
 */
export async function undoPeople(
  ctx: Ctx,
  of: { readonly made: readonly MadeThing[]; readonly run: RunName },
  findUses: FindUses,
): Promise<readonly string[]> {
  const kept: string[] = [];
  const people = of.made.filter(({ objectType }) => objectType === 'person');
  for (let start = 0; start < people.length; start += AT_ONCE) {
    await tellAndTurn(
      ctx,
      progressOf(start, people.length, { word: 'person record', did: 'taken out' }),
    );
    const some = people.slice(start, start + AT_ONCE);
    const ids = some.map(({ objectId }) => objectId);
    const touched = await listTouchedSinceImport(ctx, { objectType: 'person', ids }, of.run.id);
    const uses = await findUses(ctx, 'person', ids, OWN);
    const gone: PersonId[] = [];
    for (const { objectId, line, words } of some) {
      const use = uses.get(objectId);
      if (touched.has(objectId)) kept.push(`${words}, line ${line}: the record was changed since.`);
      else if (use !== undefined) kept.push(`${words}, line ${line}: in use since (${use}).`);
      else gone.push(objectId as PersonId);
    }
    await takePeopleOut(ctx, gone, `Import ${of.run.reference} undone`);
  }
  return [...kept, ...areasThatStay(of.made)];
}

/** A place is nobody's record, and others may have chosen it since. */
export function areasThatStay(made: readonly MadeThing[]): readonly string[] {
  const areas = made.filter(({ objectType }) => objectType === 'area').length;
  return areas === 0
    ? []
    : [`${countOf(areas, 'area')} entered with the import ${areas === 1 ? 'stays' : 'stay'}.`];
}

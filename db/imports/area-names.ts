import type { Area, AreaId } from '#db/areas/areas.contract';
import { areaNameIn } from '#db/areas/areas.rules';
import { addArea, listAreas } from '#db/areas/areas.service';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import { mustExist } from '#db/shared/domain-error';
import { RowProblem } from './cells.rules.ts';
import type { MadeThing } from './import-source.ts';

/** An area that a row names: one on record, or one that is entered with the import. */
export type NamedArea = {
  readonly name: string;
  readonly kind: Area['kind'];
  readonly id: AreaId | null;
};

/** Whether a row may name an area as its own or only as the scheme in which somebody lives. */
type Wanted = 'area' | 'scheme';

export type AreaNames = {
  /** The area of a name; null for an empty one. Throws a `RowProblem` where none or several are meant. */
  readonly find: (name: string, wanted: Wanted) => NamedArea | null;
  /** Names that nobody has entered, in the order in which they came. */
  readonly unknown: () => readonly string[];
  /** Enters those of the wanted ones that are new; from then on `idOf` knows them. */
  readonly enterNew: (
    ctx: Ctx,
    wanted: ReadonlySet<NamedArea | null>,
  ) => Promise<readonly MadeThing[]>;
  readonly idOf: (area: NamedArea | null) => AreaId | null;
};

/** Matches names of areas with those in use, whatever their spelling; a new one only where somebody asked for that. */
export async function readAreaNames(ctx: Ctx, makesNew: boolean): Promise<AreaNames> {
  const areas = await listAreas(ctx);
  const inUse = areas.filter(({ isActive }) => isActive);
  const nameOf = areaNameIn(areas);
  const byName = new Map<string, Area[]>();
  for (const area of inUse)
    for (const name of new Set([area.name, nameOf(area.id)]))
      byName.set(foldForSearch(name), [...(byName.get(foldForSearch(name)) ?? []), area]);
  const missing = new Map<string, string>();
  const made = new Map<string, NamedArea>();
  const real = new Map<NamedArea, AreaId>();

  return {
    find(name, wanted) {
      const folded = foldForSearch(name);
      if (folded === '') return null;
      const all = byName.get(folded) ?? [];
      const fitting = wanted === 'scheme' ? all.filter(({ kind }) => kind === 'scheme') : all;
      const [one, ...others] = fitting;
      if (others.length > 0)
        throw new RowProblem(
          `${fitting.length} areas are called ${name}. Write it with the area around it, like ${nameOf(fitting[0]?.id ?? null)}.`,
        );
      if (one !== undefined) return { name: one.name, kind: one.kind, id: one.id };
      if (all.length > 0)
        throw new RowProblem(
          `${name} is no sheltered scheme. Write the name of a scheme, or leave it empty.`,
        );
      if (!missing.has(folded)) missing.set(folded, name);
      if (!makesNew)
        throw new RowProblem(
          `No ${wanted === 'scheme' ? 'scheme' : 'area'} is called ${name}. Write the name of one here, or have those that are not here entered too.`,
        );
      const fresh = made.get(folded) ?? { name, kind: wanted, id: null };
      if (fresh.kind !== wanted && wanted === 'scheme')
        throw new RowProblem(
          `${name} stands in the file as an area and as a scheme. Enter it by hand first.`,
        );
      made.set(folded, fresh);
      return fresh;
    },

    unknown: () => [...missing.values()],

    async enterNew(inUnit, wanted) {
      const things: MadeThing[] = [];
      for (const one of made.values()) {
        if (!wanted.has(one)) continue;
        const area = await addArea(inUnit, { name: one.name, kind: one.kind, parentId: null });
        real.set(one, area.id);
        things.push({
          objectType: 'area',
          objectId: area.id,
          line: 0,
          words: area.name,
          version: area.version,
        });
      }
      return things;
    },

    idOf: (area) =>
      area === null
        ? null
        : (area.id ?? mustExist(real.get(area), 'new areas were entered before the rows')),
  };
}

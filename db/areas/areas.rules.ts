import { foldForSearch } from '#db/shared/fold';
import { compareText } from '#db/shared/local-date';
import type { Area, AreaDetails, AreaId } from './areas.contract.ts';

/** The area itself and every one that lies inside it, however deep. */
export function areaAndBelow(areas: readonly Area[], id: AreaId): readonly AreaId[] {
  const found: AreaId[] = [id];
  // Grows while it is walked: each place found is asked what lies inside it.
  for (const outer of found)
    for (const { id: inner, parentId } of areas)
      if (parentId === outer && !found.includes(inner)) found.push(inner);
  return found;
}

/** The widest areas first, those inside another right after it, each level by name. */
export function inTreeOrder(areas: readonly Area[]): readonly Area[] {
  const byParent = Map.groupBy(
    areas.toSorted(
      (a, b) =>
        compareText(foldForSearch(a.name), foldForSearch(b.name)) || compareText(a.id, b.id),
    ),
    (area) => area.parentId,
  );
  const withInside = (area: Area): readonly Area[] => [
    area,
    ...(byParent.get(area.id) ?? []).flatMap(withInside),
  ];
  return (byParent.get(null) ?? []).flatMap(withInside);
}

/** How many places lie around it: 0 for the widest. */
export function depthOf(areas: readonly Area[], area: Area): number {
  const parent = areas.find(({ id }) => id === area.parentId);
  return parent === undefined ? 0 : depthOf(areas, parent) + 1;
}

/** True when the place could not be found again if it were put there. */
export function isInsideItself(
  areas: readonly Area[],
  id: AreaId,
  parentId: AreaId | null,
): boolean {
  return parentId !== null && areaAndBelow(areas, id).includes(parentId);
}

/** The one in use that bears the same name in the same place; two streets of one name in two places are two. */
export function findSameName(
  areas: readonly Area[],
  wanted: Pick<AreaDetails, 'name' | 'parentId'>,
  ownId: AreaId | null,
): Area | undefined {
  const folded = foldForSearch(wanted.name);
  return areas.find(
    (area) =>
      area.isActive &&
      area.id !== ownId &&
      area.parentId === wanted.parentId &&
      foldForSearch(area.name) === folded,
  );
}

/** The name by which a table names an area: alone where it is the only one, else with the area around it. */
export function areaNameIn(areas: readonly Area[]): (id: AreaId | null) => string {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const folds = Map.groupBy(areas, ({ name }) => foldForSearch(name));
  return (id) => {
    const area = id === null ? undefined : byId.get(id);
    if (area === undefined) return '';
    const isAlone = (folds.get(foldForSearch(area.name)) ?? []).length === 1;
    const around = area.parentId === null ? undefined : byId.get(area.parentId);
    return isAlone || around === undefined ? area.name : `${area.name} (${around.name})`;
  };
}

import type { Area, AreaId } from '#db/areas/areas.contract';
import { areaAndBelow, depthOf } from '#db/areas/areas.rules';
import type { GroupLink } from './group-record.contract.ts';
import type { CoverageLine } from './groups-api.contract.ts';
import type { GroupId, GroupKind } from './groups.contract.ts';
import { isForPlacesWithoutGroup, isRepKind, speaksForAnArea } from './kinds.rules.ts';

/** A living group and the areas it covers. */
export type GroupInAreas = GroupLink & {
  readonly areaIds: readonly AreaId[];
  /** Whether it is the association of a sheltered or supported scheme. */
  readonly isScheme?: boolean;
};

/** The places a group covers: those entered for it and all that lie inside them. */
export function placesOf(areas: readonly Area[], group: GroupInAreas): ReadonlySet<AreaId> {
  return new Set(group.areaIds.flatMap((id) => areaAndBelow(areas, id)));
}

/**
 * Every area in use with the groups and representatives that are there for it (GRP-20). An area whose parts all have
 * a group is not called empty: what covers a place inside it does not cover the whole, so each line says only what
 * covers that very place.
 */
export function coverageOf(
  areas: readonly Area[],
  groups: readonly GroupInAreas[],
): readonly CoverageLine[] {
  const there = groups
    .filter((group) => speaksForAnArea(group.kind) || isRepKind(group.kind))
    .map((group) => ({ group, places: placesOf(areas, group) }));
  return areas
    .filter((area) => area.isActive)
    .map((area) => {
      const here = there.filter(({ places }) => places.has(area.id));
      const found = here.map(({ group: { id, name, kind } }) => ({ id, name, kind }));
      return {
        areaId: area.id,
        areaName: area.name,
        areaKind: area.kind,
        depth: depthOf(areas, area),
        cover: found.some((one) => speaksForAnArea(one.kind))
          ? 'group'
          : found.length > 0
            ? 'rep'
            : 'none',
        // What covers a whole estate is not yet an association of the scheme in it.
        hasSchemeGroup:
          area.kind === 'scheme' ? here.some(({ group }) => group.isScheme === true) : null,
        groups: found,
      };
    });
}

/** Warns of a village or street representative inside the area of a recognised group (GRP-06). */
export function repWarnings(
  areas: readonly Area[],
  rep: {
    readonly id: GroupId | null;
    readonly kind: GroupKind;
    readonly areaIds: readonly AreaId[];
  },
  recognised: readonly GroupInAreas[],
): readonly string[] {
  if (!isForPlacesWithoutGroup(rep.kind)) return [];
  return recognised
    .filter((group) => group.id !== rep.id)
    .flatMap((group) => {
      const places = placesOf(areas, group);
      const inside = areas.filter((area) => rep.areaIds.includes(area.id) && places.has(area.id));
      return inside.map(
        (area) =>
          `${area.name} is covered by ${group.name}, which is recognised. Street and village representatives are for places without an association.`,
      );
    });
}

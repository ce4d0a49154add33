import type { Area, AreaId, AreaKind } from '#db/areas/areas.contract';
import { depthOf } from '#db/areas/areas.rules';
import type { SelectOption } from '../shared/SelectField.tsx';

/** Indents a line of a list, which the computer draws itself and which shows no other sign of depth. */
const STEP = '\u2003';

/** Areas in use as lines of a list, those inside another indented below it; one out of use stays while it is chosen. */
export function areaOptions(
  areas: readonly Area[],
  chosen: AreaId | null,
  kind?: AreaKind,
): readonly SelectOption[] {
  const offered = areas.filter(
    (area) => area.id === chosen || (area.isActive && (kind === undefined || area.kind === kind)),
  );
  return offered.map((area) => ({
    value: area.id,
    words: `${kind === undefined ? STEP.repeat(depthOf(areas, area)) : ''}${area.name}${area.isActive ? '' : ', no longer in use'}`,
  }));
}

/** The area's name with the places around it, the nearest first: 'Elm House, Ashdown Estate'. */
export function placeWords(areas: readonly Area[], id: AreaId | null): string {
  const area = areas.find((each) => each.id === id);
  if (area === undefined) return '';
  const around = placeWords(areas, area.parentId);
  return around === '' ? area.name : `${area.name}, ${around}`;
}

/** A chosen line as the contract takes it: the empty line is no area. */
export const areaIdOf = (value: string): AreaId | null => (value === '' ? null : (value as AreaId));

import { describe, expect, it } from 'vitest';
import type { Area, AreaId } from '#db/areas/areas.contract';
import { areaAndBelow, depthOf, inTreeOrder, isInsideItself } from '#db/areas/areas.rules';

const place = (id: string, name: string, parentId: string | null): Area => ({
  id: id as AreaId,
  name,
  kind: 'area',
  parentId: parentId as AreaId | null,
  isActive: true,
  version: 1,
});

const AREAS = [
  place('court', 'Élan Court', 'east'),
  place('east', 'East', null),
  place('block', 'Block 2', 'court'),
  place('ash', 'Ash Street', 'east'),
  place('west', 'West', null),
];

describe('The tree of areas', () => {
  it('takes in everything that lies inside an area, however deep', () => {
    expect(areaAndBelow(AREAS, 'east' as AreaId)).toEqual(['east', 'court', 'ash', 'block']);
    expect(areaAndBelow(AREAS, 'west' as AreaId)).toEqual(['west']);
  });

  it('shows what lies inside an area right after it, each level by name without regard to accents', () => {
    expect(inTreeOrder(AREAS).map(({ id }) => id)).toEqual([
      'east',
      'ash',
      'court',
      'block',
      'west',
    ]);
  });

  it('knows how deep an area lies', () => {
    expect(AREAS.map((area) => depthOf(AREAS, area))).toEqual([1, 0, 2, 1, 0]);
  });

  it('lets no area lie inside itself, however far round', () => {
    expect(isInsideItself(AREAS, 'east' as AreaId, 'block' as AreaId)).toBe(true);
    expect(isInsideItself(AREAS, 'east' as AreaId, 'east' as AreaId)).toBe(true);
    expect(isInsideItself(AREAS, 'east' as AreaId, 'west' as AreaId)).toBe(false);
    expect(isInsideItself(AREAS, 'east' as AreaId, null)).toBe(false);
  });
});

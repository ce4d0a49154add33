import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anArea } from '../support/builders/areas.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const names = async () =>
  (await core.as('desk').call('areas.list', {})).map(({ name, isActive }) =>
    isActive ? name : `(${name})`,
  );

describe('Areas', () => {
  it('are entered by the manager and listed as a tree for everybody', async () => {
    const east = await anArea(core, { name: 'East' });
    await anArea(core, { name: 'West' });
    await anArea(core, { name: 'Ash Street', kind: 'street', parentId: east.id });
    expect(await names()).toEqual(['East', 'Ash Street', 'West']);
  });

  it('may share a name in two places, never in one', async () => {
    const east = await anArea(core, { name: 'East' });
    const west = await anArea(core, { name: 'West' });
    await anArea(core, { name: 'High Street', parentId: east.id });
    await anArea(core, { name: 'High Street', parentId: west.id });
    const again = { name: 'high  street', kind: 'street', parentId: east.id } as const;
    expect(await core.as('manager').refusal('areas.add', again)).toMatchObject({
      code: 'area.name-taken',
      field: 'name',
      message:
        'High Street stands inside East already. Use that one, or give this one a name that tells them apart.',
    });
    expect(
      await core.as('manager').refusal('areas.add', { ...again, name: 'EAST', parentId: null }),
    ).toMatchObject({ message: expect.stringContaining('East stands in the list already.') });
  });

  it('take no name that is taken when they are renamed or moved, and go nowhere that is out of use', async () => {
    const manager = core.as('manager');
    const east = await anArea(core, { name: 'East' });
    const { id, version } = await anArea(core, { name: 'West' });
    const gone = await anArea(core, { name: 'North' });
    await anArea(core, { name: 'West', parentId: east.id });
    await manager.call('areas.retire', { id: gone.id, version: gone.version });
    const refused = async (part: object) =>
      (
        await manager.refusal('areas.change', {
          id,
          version,
          name: 'West',
          kind: 'area',
          parentId: null,
          ...part,
        })
      ).code;
    expect(await refused({ name: 'east' })).toBe('area.name-taken');
    expect(await refused({ parentId: east.id })).toBe('area.name-taken');
    expect(await refused({ parentId: gone.id })).toBe('area.parent-retired');
    expect(await refused({ parentId: 'none' })).toBe('area.not-found');
  });

  it('are put right while they are out of use, also where another bears the name by now', async () => {
    const manager = core.as('manager');
    const { id, version } = await anArea(core, { name: 'East', kind: 'street' });
    const retired = await manager.call('areas.retire', { id, version });
    await anArea(core, { name: 'East' });
    const details = { id, name: 'East', kind: 'estate', parentId: null } as const;
    expect(
      await manager.call('areas.change', { ...details, version: retired.version }),
    ).toMatchObject({ kind: 'estate', isActive: false });
    expect(
      await manager.refusal('areas.bringBack', { id, version: retired.version + 1 }),
    ).toMatchObject({ code: 'area.name-taken' });
  });

  it('are never put inside themselves', async () => {
    const east = await anArea(core, { name: 'East' });
    const street = await anArea(core, { name: 'Ash Street', parentId: east.id });
    const { isActive: _, ...details } = east;
    expect(
      await core.as('manager').refusal('areas.change', { ...details, parentId: street.id }),
    ).toMatchObject({ code: 'area.inside-itself', field: 'parentId' });
  });

  it('are moved and renamed, and the second of two people is told', async () => {
    const east = await anArea(core, { name: 'East' });
    const { isActive: _, ...street } = await anArea(core, { name: 'Ash Stret', kind: 'street' });
    const moved = { ...street, name: 'Ash Street', parentId: east.id };
    expect(await core.as('manager').call('areas.change', moved)).toMatchObject({
      name: 'Ash Street',
      parentId: east.id,
      version: 2,
    });
    expect(await core.as('manager').refusal('areas.change', moved)).toMatchObject({
      code: 'area.changed-by-someone-else',
    });
  });

  it('go out of use one after another from the inside, and come back from the outside', async () => {
    const manager = core.as('manager');
    const east = await anArea(core, { name: 'East' });
    const street = await anArea(core, { name: 'Ash Street', parentId: east.id });
    expect(await manager.refusal('areas.retire', { id: east.id, version: 1 })).toMatchObject({
      code: 'area.has-areas-inside',
      message: 'Ash Street lies inside East. Take that one out of use first, or put it elsewhere.',
    });
    await manager.call('areas.retire', { id: street.id, version: 1 });
    await manager.call('areas.retire', { id: east.id, version: 1 });
    expect(await names()).toEqual(['(East)', '(Ash Street)']);

    expect(await manager.refusal('areas.bringBack', { id: street.id, version: 2 })).toMatchObject({
      code: 'area.parent-retired',
    });
    await manager.call('areas.bringBack', { id: east.id, version: 2 });
    await manager.call('areas.bringBack', { id: street.id, version: 2 });
    expect(await names()).toEqual(['East', 'Ash Street']);
  });

  it('leave a line of the record for each act', async () => {
    const { id } = await anArea(core);
    await core.as('manager').call('areas.retire', { id, version: 1 });
    const record = await core.as('manager').call('audit.ofObject', {
      objectType: 'area',
      objectId: id,
    });
    expect(record.map(({ action }) => action).toSorted()).toEqual(['area.added', 'area.retired']);
  });

  it('refuse an id that nobody has', async () => {
    expect(
      await core.as('manager').refusal('areas.retire', { id: 'none', version: 1 }),
    ).toMatchObject({ code: 'area.not-found' });
  });
});

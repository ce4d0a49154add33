import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aGroup, recordDetails } from '../support/builders/groups.ts';
import { aMerge } from '../support/builders/merges.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');

/** Oak TRA, kept under the name of the record that went. */
async function renamedOak() {
  const kept = await aGroup(core, { name: 'Oak TRA' });
  const lost = await aGroup(core, { name: 'Oak Tenants' });
  const pair = { kind: 'group', keptId: kept.id, lostId: lost.id } as const;
  const { id } = await aMerge(core, pair, { fromLost: ['name'] });
  return { id, kept: await desk().call('groups.get', { id: kept.id }) };
}
const names = async () => (await desk().call('groups.list', {})).groups.map((one) => one.name);
const undoRefused = (id: string) => desk().refusal('holdings.undoJoin', { id });

describe('A merge of groups that is taken back', () => {
  it('gives both their names again', async () => {
    const { id } = await renamedOak();
    expect(await names()).toEqual(['Oak Tenants']);
    await desk().call('holdings.undoJoin', { id });
    expect(await names()).toEqual(['Oak Tenants', 'Oak TRA']);
  });

  it('is refused while another bears the name that the kept one gave up', async () => {
    const { id } = await renamedOak();
    const { isActive: _, ...other } = await aGroup(core, { name: 'Oak TRA' });
    expect(await undoRefused(id)).toMatchObject({
      code: 'merge.name-taken',
      message: expect.stringContaining('Another group is called Oak TRA now.'),
    });
    await desk().call('groups.change', { ...other, name: 'Ash TRA' });
    await desk().call('holdings.undoJoin', { id });
  });

  it('is refused while the kept one, changed since, would keep the name of the other', async () => {
    const { id, kept } = await renamedOak();
    const details = recordDetails(kept, { phone: '023 8000 1111' });
    const { version } = await desk().call('groups.changeRecord', details);
    expect(await undoRefused(id)).toMatchObject({ code: 'merge.name-taken' });
    await desk().call('groups.changeRecord', { ...details, version, name: 'Oak Court TRA' });
    await desk().call('holdings.undoJoin', { id });
    expect(await names()).toEqual(['Oak Court TRA', 'Oak Tenants']);
  });
});

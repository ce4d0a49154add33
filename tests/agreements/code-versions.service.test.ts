import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Agreement } from '#db/agreements/agreements.contract';
import { aSignedAgreement, anAgreement } from '../support/builders/agreements.ts';
import { aGroup } from '../support/builders/groups.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const manager = () => core.as('manager');
const enter = (version: string) =>
  manager().call('agreements.addCodeVersion', { version, from: '2026-04-01' });
const takeBack = (version: string) =>
  manager().refusal('agreements.withdrawCodeVersion', { version });
const adopted = (groupId: string, codeVersion: string) =>
  aSignedAgreement(core, { kind: 'code-adoption', groupId, codeVersion });

describe('A version of the code', () => {
  it('is taken back while no group has signed it, and entered again', async () => {
    const { id } = await aGroup(core);
    await anAgreement(core, { kind: 'code-adoption', groupId: id, codeVersion: '2062' });
    await adopted(id, '2026');
    const entered = await enter('2062');
    expect(entered).toEqual([{ version: '2062', from: '2026-04-01', isAdopted: false }]);
    expect(await manager().call('agreements.withdrawCodeVersion', { version: '2062' })).toEqual([]);
    const standing = await core.as('desk').call('agreements.codeStanding', {});
    expect([standing.current, standing.lines[0]?.standing]).toEqual(['', 'current']);
    expect(await takeBack('2062')).toMatchObject({ code: 'agreement.code-version-gone' });
    expect(await enter('2062')).toEqual(entered);
  });

  it('stays once a group has signed it, also after the group went on to a newer one', async () => {
    const { id } = await aGroup(core, { name: 'Cedar TRA' });
    const signed = await adopted(id, 'v1');
    await enter('V1');
    expect(await core.as('desk').call('agreements.codeVersions', {})).toMatchObject([
      { isAdopted: true },
    ]);
    const refused = {
      code: 'agreement.code-version-adopted',
      message:
        'Cedar TRA has adopted version V1, so it stays on record. Enter the version that is in force now.',
    };
    expect(await takeBack('V1')).toMatchObject(refused);
    await goOnTo(signed, 'v2');
    await enter('V2');
    for (const version of ['V1', 'V2'])
      expect(await takeBack(version)).toMatchObject({ code: refused.code });
  });

  it('is free again once the only signing is taken back', async () => {
    const { id, version } = await adopted((await aGroup(core)).id, 'v1');
    await enter('v1');
    await core.as('desk').call('agreements.undoStep', { id, version });
    expect(await manager().call('agreements.withdrawCodeVersion', { version: 'v1' })).toEqual([]);
  });
});

/** Reviews a signed adoption and signs it again with another version of the code. */
async function goOnTo({ id, version }: Agreement, codeVersion: string): Promise<void> {
  const desk = core.as('desk');
  const open = await desk.call('agreements.startReview', { id, version });
  const {
    reference: _,
    groupName: _name,
    personName: _person,
    state: _state,
    firstSignedOn: _first,
    signedOn: _on,
    endedOn: _ended,
    areaNames: _areas,
    endedWhy: _why,
    canUndo: _undo,
    versions: _versions,
    ...details
  } = open;
  const changed = await desk.call('agreements.change', { ...details, codeVersion });
  await desk.call('agreements.confirmSigned', {
    id,
    signedOn: '2027-01-04',
    reviewOn: null,
    version: changed.version,
  });
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const handOut = async (part: object = {}) => {
  const { id } = await aPerson(core, { name: 'Ruth Vale' });
  const wanted = {
    keyName: 'Front door 2',
    personId: id,
    heldSince: '2027-01-04',
    notes: '',
    ...part,
  };
  return wanted as never;
};
const recordKey = async (part: object = {}) =>
  core.as('desk').call('venues.recordKey', await handOut(part));
const returnKey = (id: string, returnedOn: string, version = 1) =>
  core.as('desk').call('venues.returnKey', { id, returnedOn, version });
const refuseReturn = (id: string, returnedOn: string, version = 1) =>
  core.as('desk').refusal('venues.returnKey', { id, returnedOn, version });

describe('A key', () => {
  it('has one holder at a time, however its tag is spelt', async () => {
    await recordKey({ heldSince: '2026-12-01' });
    expect(
      await core.as('desk').refusal('venues.recordKey', await handOut({ keyName: 'FRONT DOOR 2' })),
    ).toMatchObject({
      code: 'venue.key-is-held',
      field: 'keyName',
      message:
        'Ruth Vale has held Front door 2 since Tuesday 1 December 2026. Enter that it came back, then hand it out again.',
    });
    expect(() =>
      core
        .raw()
        .exec(
          `INSERT INTO key_holding SELECT 'twice', lower(key_name), person_id, held_since, NULL, '', 1, NULL FROM key_holding`,
        ),
    ).toThrow('UNIQUE constraint failed');
  });

  it('comes back, may be handed out again, and every hand-over stays on record', async () => {
    const first = await recordKey({ heldSince: '2026-12-01' });
    const back = await returnKey(first.id, '2027-01-04');
    expect(back).toEqual({ ...first, returnedOn: '2027-01-04', version: 2 });
    const second = await recordKey();
    const desk = core.as('desk');
    expect(await desk.call('venues.keys', {})).toEqual([second]);
    expect(await desk.call('venues.keys', { withReturned: true })).toEqual([second, back]);
  });

  it('is handed out and comes back today or before, never before it was handed out', async () => {
    const held = await recordKey({ heldSince: '2027-01-02' });
    expect(
      await core
        .as('desk')
        .refusal('venues.recordKey', await handOut({ keyName: 'Loft', heldSince: '2027-01-05' })),
    ).toMatchObject({ code: 'venue.key-to-come', field: 'heldSince' });
    expect(await refuseReturn(held.id, '2027-01-05')).toMatchObject({
      code: 'venue.key-to-come',
      field: 'returnedOn',
    });
    expect(await refuseReturn(held.id, '2027-01-01')).toMatchObject({
      code: 'venue.key-back-too-early',
      message:
        'Front door 2 was only handed out on Saturday 2 January 2027. Enter that day or a later one.',
    });
  });

  it('comes back once, and is one that is on the list', async () => {
    const held = await recordKey();
    expect(await refuseReturn(held.id, '2027-01-04', 7)).toMatchObject({
      code: 'venue.key-changed-by-someone-else',
    });
    await returnKey(held.id, '2027-01-04');
    expect(await refuseReturn(held.id, '2027-01-04', 2)).toMatchObject({
      code: 'venue.key-returned-before',
      message:
        'Front door 2 came back on Monday 4 January 2027 already. Look at the list of keys again.',
    });
    expect(await refuseReturn('none', '2027-01-04')).toMatchObject({
      code: 'venue.key-not-found',
    });
  });

  it('is with somebody who is on record, whom the auditor does not learn', async () => {
    expect(
      await core.as('desk').refusal('venues.recordKey', await handOut({ personId: 'none' })),
    ).toMatchObject({ code: 'person.not-found' });
    await recordKey({ notes: 'Lives next door' });
    expect(await core.as('auditor').call('venues.keys', {})).toMatchObject([
      { keyName: 'Front door 2', personName: '•••', notes: '•••' },
    ]);
  });
});

describe('A key that is held for a group', () => {
  it('names the group beside the person, on the list and in the record', async () => {
    const group = await aGroup(core, { name: 'Birch Lane TRA' });
    const key = await recordKey({ groupId: group.id });
    expect(key).toMatchObject({ personName: 'Ruth Vale', groupName: 'Birch Lane TRA' });
    const [listed] = await core.as('desk').call('venues.keys', {});
    expect(listed).toMatchObject({ groupId: group.id, groupName: 'Birch Lane TRA' });
    expect(
      await core.as('desk').refusal('venues.recordKey', await handOut({ groupId: 'none' })),
    ).toMatchObject({ code: 'venue.key-is-held' });
    expect(
      await core
        .as('desk')
        .refusal('venues.recordKey', await handOut({ keyName: 'Loft', groupId: 'none' })),
    ).toMatchObject({ code: 'group.not-found' });
  });
});

describe('A mistyped entry of a key', () => {
  const correct = async (key: Awaited<ReturnType<typeof recordKey>>, part: object = {}) => {
    const { personName: _, groupName: _group, ...entry } = key;
    return { ...entry, why: 'Wrong tag read', ...part } as never;
  };

  it('is put right with the reason, and the record keeps what had been typed', async () => {
    const key = await recordKey({ heldSince: '2026-12-01' });
    const { id: otherId } = await aPerson(core, { name: 'Olu Bright' });
    const wanted = await correct(key, {
      keyName: 'Back door',
      personId: otherId,
      heldSince: '2026-12-03',
    });
    const right = await core.as('desk').call('venues.changeKey', wanted);
    expect(right).toMatchObject({ keyName: 'Back door', personName: 'Olu Bright', version: 2 });
    expect(await core.as('desk').call('venues.keys', {})).toEqual([right]);

    const ofKey = { objectType: 'key', objectId: key.id } as const;
    const last = (await core.as('desk').call('audit.ofObject', ofKey)).at(-1);
    expect(last).toMatchObject({ action: 'key.corrected', reason: 'Wrong tag read' });
    expect(last?.changes).toContainEqual({
      field: 'keyName',
      before: 'Front door 2',
      after: 'Back door',
    });
    expect(last?.changes).toContainEqual({
      field: 'person',
      before: 'Ruth Vale',
      after: 'Olu Bright',
    });
    expect(JSON.stringify(await core.as('auditor').call('audit.ofObject', ofKey))).not.toMatch(
      /Ruth Vale|Olu Bright/,
    );
  });

  it('may be out again although it was entered as back, unless somebody else has it by now', async () => {
    const key = await recordKey({ heldSince: '2026-12-01' });
    const back = await returnKey(key.id, '2027-01-04');
    const out = await core
      .as('desk')
      .call('venues.changeKey', await correct(back, { returnedOn: null }));
    expect(out).toMatchObject({ returnedOn: null, version: 3 });
    const returned = await returnKey(key.id, '2027-01-04', 3);
    await recordKey();
    expect(
      await core
        .as('desk')
        .refusal('venues.changeKey', await correct(returned, { returnedOn: null })),
    ).toMatchObject({ code: 'venue.key-is-held' });
  });

  it('meets the rules of every entry, asks why, and is put right once by each', async () => {
    const key = await recordKey({ heldSince: '2026-12-01' });
    const refuse = async (part: object) =>
      (await core.as('desk').refusal('venues.changeKey', await correct(key, part))).code;
    expect(await refuse({ heldSince: '2027-01-05' })).toBe('venue.key-to-come');
    expect(await refuse({ returnedOn: '2026-11-30' })).toBe('venue.key-back-too-early');
    expect(await refuse({ returnedOn: '2027-01-05' })).toBe('venue.key-to-come');
    expect(await refuse({ id: 'none' })).toBe('venue.key-not-found');
    expect(await refuse({ why: ' ' })).toBe('api.invalid-input');
    await core.as('desk').call('venues.changeKey', await correct(key));
    expect(await refuse({})).toBe('venue.key-changed-by-someone-else');
  });
});

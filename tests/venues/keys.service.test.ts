import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
          `INSERT INTO key_holding SELECT 'twice', lower(key_name), person_id, held_since, NULL, '', 1 FROM key_holding`,
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

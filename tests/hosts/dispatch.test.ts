import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../electron/host/changes.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const group = { name: 'Ashdown TRA', kind: 'tra', phone: '' } as const;

describe('The door behind all doors', () => {
  it('keeps no change that leaves no entry in the record', async () => {
    const { api } = core.core;
    const { add } = api.groups;
    // The service with its entry undone, as a forgetful one would be.
    Object.assign(api.groups, {
      add: async (ctx: Parameters<typeof add>[0], wanted: Parameters<typeof add>[1]) => {
        const made = await add(ctx, wanted);
        ctx.audited.count = 0;
        return made;
      },
    });
    expect((await core.as('desk').refusal('groups.add', group)).code).toBe('api.defect');
    expect((await core.as('desk').call('groups.list', {})).total).toBe(0);
  });

  it('lets nothing out that the contract does not name', async () => {
    const { api } = core.core;
    const { get } = api.groups;
    Object.assign(api.groups, {
      get: async (ctx: Parameters<typeof get>[0], wanted: Parameters<typeof get>[1]) => ({
        ...(await get(ctx, wanted)),
        passphrase_hash: 'scrypt$17$…',
      }),
    });
    const made = await core.as('desk').call('groups.add', group);
    expect(await core.as('desk').call('groups.get', { id: made.id })).toEqual(made);
  });

  it('names every field that is wrong, each with its own sentence', async () => {
    const refusal = await core
      .as('desk')
      .refusal('groups.add', { name: ' ', kind: 'club', phone: 'x'.repeat(41), colour: 'red' });
    expect(refusal.code).toBe('api.invalid-input');
    expect(refusal.details['fields']).toMatchObject({
      name: 'Enter the name of the group.',
      phone: 'Use 40 characters or fewer.',
      kind: expect.any(String),
    });
    expect(refusal.message).toBe('Enter the name of the group.');
  });

  it('tells every open screen what to read again after a change, and nothing after a refusal', async () => {
    const told: Change[] = [];
    core.program.changes.listen((change) => told.push(change));
    await core.as('desk').call('groups.add', group);
    await core.as('desk').refusal('groups.add', group);
    await core.as('desk').call('groups.list', {});
    expect(told).toEqual([{ changed: ['groups', 'search'] }]);
  });

  it('remembers when the last change reached the disk, not when somebody read or was refused', async () => {
    const savedAt = async () => (await core.as('auditor').call('session.current', {})).lastSavedAt;
    expect(await savedAt()).toBeNull();
    core.clock.advance(60_000);
    await core.as('desk').call('groups.add', group);
    core.clock.advance(60_000);
    await core.as('desk').refusal('groups.add', group);
    await core.as('desk').call('bookings.printBlankForm', {});
    expect(await savedAt()).toBe('2027-01-04T09:01:00.000Z');
  });
});

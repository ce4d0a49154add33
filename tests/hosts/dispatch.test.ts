import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
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

  it('says that the disk is full, saves nothing of the call, and goes on once there is room', async () => {
    const limitPages = (pages: number) =>
      core.core.unit(PROGRAM, 'reads', (ctx) => ctx.tx.query(`PRAGMA max_page_count = ${pages}`));
    const desk = core.as('desk');
    const fill = async (): Promise<number> => {
      for (let n = 0; n < 500; n += 1) {
        const answer = await desk.ask('people.add', {
          name: `Pat ${n}`,
          kind: 'tenant',
          phone: '',
        });
        if (!answer.ok) {
          expect(answer.error.code).toBe('core.disk-full');
          expect(answer.error.message).toBe(
            'The disk is full, so nothing was saved. What you typed is still here. Make room on the disk, then try again.',
          );
          return n;
        }
      }
      return expect.fail('the disk never filled');
    };
    await limitPages(1);
    const kept = await fill();
    expect((await desk.call('people.list', {})).total).toBe(kept);
    await limitPages(1_000_000);
    await desk.call('people.add', { name: 'After all', kind: 'tenant', phone: '' });
    expect((await desk.call('people.list', {})).total).toBe(kept + 1);
    expect((await core.as('auditor').call('audit.check', {})).isWhole).toBe(true);
    expect(core.raw().pragma('integrity_check', { simple: true })).toBe('ok');
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

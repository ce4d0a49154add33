import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mustExist } from '#db/shared/domain-error';
import type { Role } from '#db/shared/roles';
import {
  ACCOUNTS,
  openTestCore,
  passphraseOf,
  setUpCentre,
  type TestCore,
} from '../support/open-test-core.ts';
import { startTestProgram } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const list = () => core.as('manager').call('users.list', {});
const idOf = async (role: Role): Promise<string> =>
  mustExist(
    (await list()).users.find((user) => user.name === ACCOUNTS[role].name),
    'every role has an account',
  ).id;
const waitingId = async (): Promise<string> =>
  mustExist((await list()).waiting[0], 'a change was asked for').id;
const ask = (change: unknown) => core.as('manager').call('users.askChange', { change } as never);
const newAccount = {
  name: 'Sam.Second',
  displayName: 'Sam Second',
  role: 'manager',
  passphrase: 'a long enough passphrase',
} as const;

describe('Accounts', () => {
  it('are listed without any secret, for those who answer for them', async () => {
    const { users } = await core.as('auditor').call('users.list', {});
    expect(users.map((user) => [user.name, user.role, user.isActive])).toEqual([
      ['ada', 'auditor', true],
      ['dee', 'desk', true],
      ['finn', 'finance', true],
      ['maya', 'manager', true],
      ['olu', 'officer', true],
    ]);
    expect(JSON.stringify(users)).not.toContain('scrypt');
  });

  it('are added at once by a lone manager', async () => {
    const started = await startTestProgram();
    const manager = await setUpCentre(started);
    expect(await manager.call('users.add', newAccount)).toEqual({ outcome: 'done' });
    const second = started.nobody();
    await second.call('users.signIn', { name: 'sam.second', secret: newAccount.passphrase });
    expect(second.session?.user.role).toBe('manager');
    await started.close();
  });

  it('wait for a second person once there is one, and cannot be used meanwhile', async () => {
    expect(await core.as('manager').call('users.add', newAccount)).toEqual({ outcome: 'waiting' });
    const signIn = { name: 'sam.second', secret: newAccount.passphrase };
    expect((await core.nobody().refusal('users.signIn', signIn)).code).toBe('user.wrong-secret');
    const { waiting } = await list();
    expect(waiting).toMatchObject([
      { words: 'Add Sam Second as manager', askedBy: 'Maya Quill', mayConfirm: false },
    ]);
    await core.as('finance').call('users.confirmChange', { changeId: await waitingId() });
    expect((await core.nobody().call('users.signIn', signIn)).role).toBe('manager');
  });

  it('never have one sign-in name twice, in either case', async () => {
    expect(
      await core.as('manager').refusal('users.add', { ...newAccount, name: 'DEE' }),
    ).toMatchObject({
      code: 'user.name-taken',
      field: 'name',
      message: 'There is already an account called dee. Choose another sign-in name.',
    });
  });

  it.each([
    ['a passphrase of eleven characters', { passphrase: 'eleven char' }],
    ['a sign-in name with a space', { name: 'sam second' }],
    ['a role that does not exist', { role: 'administrator' }],
  ])('are refused with %s', async (_, part) => {
    expect((await core.as('manager').refusal('users.add', { ...newAccount, ...part })).code).toBe(
      'api.invalid-input',
    );
  });
});

describe('A change of an account', () => {
  it('waits for a second person, who is told what it is', async () => {
    const userId = await idOf('desk');
    expect(await ask({ kind: 'change-role', userId, role: 'officer' })).toEqual({
      outcome: 'waiting',
    });
    const { waiting } = await core.as('finance').call('users.list', {});
    expect(waiting).toMatchObject([{ words: 'Make Dee Hollins officer', mayConfirm: true }]);
    expect((await list()).users.find((user) => user.id === userId)?.role).toBe('desk');
    expect(
      await core.as('finance').call('users.confirmChange', { changeId: await waitingId() }),
    ).toEqual({ outcome: 'done' });
    expect((await list()).users.find((user) => user.id === userId)?.role).toBe('officer');
    expect((await list()).waiting).toEqual([]);
  });

  it('is never confirmed by the person who asked for it', async () => {
    await ask({ kind: 'stop', userId: await idOf('desk') });
    expect(
      await core.as('manager').refusal('users.confirmChange', { changeId: await waitingId() }),
    ).toMatchObject({
      code: 'user.same-person',
      message:
        'You asked for this change, so someone else has to confirm it: another manager or a finance approver.',
    });
  });

  it('is never confirmed by the person whose account it is', async () => {
    await core.as('manager').call('users.add', newAccount);
    await core.as('finance').call('users.confirmChange', { changeId: await waitingId() });
    await ask({ kind: 'change-role', userId: await idOf('finance'), role: 'manager' });
    expect(
      await core.as('finance').refusal('users.confirmChange', { changeId: await waitingId() }),
    ).toMatchObject({ code: 'user.own-account' });
  });

  it('is never asked for one’s own account', async () => {
    const userId = await idOf('manager');
    for (const change of [
      { kind: 'change-role', userId, role: 'finance' },
      { kind: 'stop', userId },
    ])
      expect(await core.as('manager').refusal('users.askChange', { change })).toMatchObject({
        code: 'user.own-account',
        message:
          'Nobody may change their own role or confirm a change to their own account. Ask another manager.',
      });
  });

  it('never takes the last manager away, not even between asking and confirming', async () => {
    await core.as('manager').call('users.add', newAccount);
    await core.as('finance').call('users.confirmChange', { changeId: await waitingId() });
    const second = core.nobody();
    await second.call('users.signIn', { name: 'sam.second', secret: newAccount.passphrase });
    const { users } = await list();
    const sam = mustExist(
      users.find((user) => user.name === 'sam.second'),
      'Sam was added',
    ).id;
    await ask({ kind: 'stop', userId: sam });
    const stopSam = await waitingId();
    await second.call('users.askChange', {
      change: { kind: 'stop', userId: await idOf('manager') },
    });
    const { waiting } = await core.as('finance').call('users.list', {});
    const stopMaya = mustExist(
      waiting.find((one) => one.id !== stopSam),
      'Sam asked too',
    ).id;

    await core.as('finance').call('users.confirmChange', { changeId: stopSam });
    expect(
      await core.as('finance').refusal('users.confirmChange', { changeId: stopMaya }),
    ).toMatchObject({
      code: 'user.last-manager',
      message:
        'This is the only manager. Make someone else a manager first, then change this account.',
    });
  });

  it('needs somebody besides the two whom it concerns', async () => {
    expect(
      await core
        .as('manager')
        .refusal('users.askChange', { change: { kind: 'stop', userId: await idOf('finance') } }),
    ).toMatchObject({
      code: 'user.needs-second-person',
      message:
        'Changing an account needs a second manager or a finance approver to confirm it, and there is none yet. Add one first.',
    });
  });

  it('is taken back, and then neither confirmed nor taken back again', async () => {
    await ask({ kind: 'stop', userId: await idOf('desk') });
    const changeId = await waitingId();
    await core.as('finance').call('users.withdrawChange', { changeId });
    for (const verb of ['confirmChange', 'withdrawChange'] as const)
      expect(await core.as('finance').refusal(`users.${verb}`, { changeId })).toMatchObject({
        code: 'user.change-settled',
        message: 'This change has already been confirmed or taken back. Nothing is left to do.',
      });
  });

  it('refuses an account that is not there', async () => {
    const change = { kind: 'stop', userId: 'none' };
    expect(await core.as('manager').refusal('users.askChange', { change })).toMatchObject({
      code: 'user.not-found',
      message: 'There is no such account. Choose one from the list.',
    });
    expect(
      await core.as('manager').refusal('users.unlockAccount', { userId: 'none' }),
    ).toMatchObject({ code: 'user.not-found' });
  });

  it('stops an account and starts it again, each with two people', async () => {
    const userId = await idOf('desk');
    const signIn = { name: 'dee', secret: passphraseOf('desk') };
    await ask({ kind: 'stop', userId });
    await core.as('finance').call('users.confirmChange', { changeId: await waitingId() });
    expect((await core.nobody().refusal('users.signIn', signIn)).code).toBe('user.wrong-secret');
    await ask({ kind: 'restart', userId });
    expect((await list()).waiting[0]?.words).toBe('Start the account of Dee Hollins again');
    await core.as('finance').call('users.confirmChange', { changeId: await waitingId() });
    expect((await core.nobody().call('users.signIn', signIn)).displayName).toBe('Dee Hollins');
  });
});

describe('Sessions of an account that changes', () => {
  it.each([
    ['is stopped', { kind: 'stop' }],
    ['gets another role', { kind: 'change-role', role: 'auditor' }],
  ])('end with the very answer when it %s', async (_, change) => {
    const desks = [core.as('desk'), core.as('desk')];
    await ask({ ...change, userId: await idOf('desk') });
    const changeId = await waitingId();
    const other = core.as('officer');
    await core.as('finance').call('users.confirmChange', { changeId });
    for (const desk of desks) {
      const session = mustExist(desk.session, 'the desk was signed in');
      expect(core.program.sessions.isOpen(session)).toBe(false);
    }
    expect(core.program.sessions.isOpen(mustExist(other.session, 'signed in'))).toBe(true);
  });

  it('keep a call from going through that was waiting its turn when the account was stopped', async () => {
    const desk = core.as('desk');
    await ask({ kind: 'stop', userId: await idOf('desk') });
    const changeId = await waitingId();
    const confirming = core.as('finance').call('users.confirmChange', { changeId });
    const adding = desk.ask('groups.add', { name: 'Late', kind: 'tra', phone: '' });
    await confirming;
    expect(await adding).toMatchObject({ ok: false, error: { code: 'session.none' } });
    expect((await core.as('officer').call('groups.list', {})).total).toBe(0);
  });
});

describe('One’s own secrets', () => {
  it('change with the old passphrase only, and the new one signs in', async () => {
    const desk = core.as('desk');
    const next = 'an entirely new passphrase';
    expect(
      await desk.refusal('users.setOwnPassphrase', { current: 'not it at all', next }),
    ).toMatchObject({
      code: 'user.wrong-secret',
      message:
        'That is not the passphrase of this account. Check it and try again: 4 tries are left.',
    });
    await desk.call('users.setOwnPassphrase', { current: passphraseOf('desk'), next });
    expect((await core.nobody().call('users.signIn', { name: 'dee', secret: next })).name).toBe(
      'dee',
    );
    expect(
      (await core.nobody().refusal('users.signIn', { name: 'dee', secret: passphraseOf('desk') }))
        .code,
    ).toBe('user.wrong-secret');
  });

  it('take a PIN that unlocks a screen and never signs in', async () => {
    const desk = core.as('desk');
    await desk.call('users.setOwnPin', { passphrase: passphraseOf('desk'), pin: '482913' });
    await desk.call('session.lock', {});
    expect((await desk.refusal('session.unlock', { secret: '482914' })).message).toBe(
      'That is not the passphrase or PIN of this account. Check it and try again: 4 tries are left.',
    );
    expect(await desk.call('session.unlock', { secret: '482913' })).toMatchObject({
      isLocked: false,
      hasPin: true,
    });
    expect(
      (await core.nobody().refusal('users.signIn', { name: 'dee', secret: '482913' })).code,
    ).toBe('user.wrong-secret');
  });

  it('refuse a PIN that anybody would try first', async () => {
    expect(
      await core
        .as('desk')
        .refusal('users.setOwnPin', { passphrase: passphraseOf('desk'), pin: '123456' }),
    ).toMatchObject({
      code: 'user.pin-too-simple',
      field: 'pin',
      message:
        'That PIN is too easy to guess. Do not use one repeated number or a run such as 123456.',
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newSecrets } from '#db/users/secrets';
import { ACCOUNTS, openTestCore, passphraseOf, type TestCore } from '../support/open-test-core.ts';
import { type Desk, newDesk } from '../support/program-for-tests.ts';

const MINUTE_MS = 60_000;

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const right = { name: ACCOUNTS.desk.name, secret: passphraseOf('desk') };
const wrong = { name: ACCOUNTS.desk.name, secret: 'not the passphrase' };
const tryWrong = async (times: number, name = wrong.name) => {
  const refusals = [];
  for (let i = 0; i < times; i += 1)
    refusals.push(await core.nobody().refusal('users.signIn', { name, secret: wrong.secret }));
  return refusals;
};

describe('Signing in', () => {
  it('opens a session with the name in either case, and ends the one before at that screen', async () => {
    const screen = core.nobody();
    expect(await screen.call('users.signIn', { ...right, name: ' DEE ' })).toMatchObject({
      name: 'dee',
      role: 'desk',
      isLocked: false,
      hasPin: false,
    });
    const first = screen.session;
    await screen.call('users.signIn', { name: 'olu', secret: passphraseOf('officer') });
    expect(screen.session?.user.name).toBe('olu');
    expect(core.program.sessions.all()).not.toContain(first);
  });

  it('gives every session a token of its own of 256 bits, of which only the digest is kept', () => {
    const user = { userId: 'u', name: 'n', displayName: 'N', role: 'desk', hasPin: false } as const;
    const tokens = Array.from({ length: 50 }, () => core.program.sessions.open(user, 'web').token);
    expect(new Set(tokens).size).toBe(50);
    expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
    expect(JSON.stringify(core.program.sessions.all())).not.toContain(tokens[0]);
  });

  it('ends with signing out', async () => {
    const screen = core.nobody();
    await screen.call('users.signIn', right);
    const { session } = screen;
    await screen.call('session.signOut', {});
    const again = newDesk(core.program.dispatch, core.program.sessions.find('no such token'));
    expect(await again.refusal('bookings.today', {})).toMatchObject({
      code: 'session.none',
      message: 'You are not signed in. Sign in to go on.',
    });
    expect(core.program.sessions.all()).not.toContain(session);
  });

  it('leaves no passphrase readable in the file', async () => {
    await core.nobody().call('users.signIn', right);
    const kept = core.raw().prepare('SELECT passphrase_hash FROM app_user').pluck().all();
    expect(kept.every((hash) => String(hash).startsWith('scrypt$4$8$1$'))).toBe(true);
    expect(new Set(kept).size).toBe(5);
  });
});

describe('Wrong tries', () => {
  it('are counted down, and the fifth shuts the account for a quarter of an hour', async () => {
    const refusals = await tryWrong(5);
    expect(refusals.map(({ code }) => code)).toEqual([
      'user.wrong-secret',
      'user.wrong-secret',
      'user.wrong-secret',
      'user.wrong-secret',
      'user.locked-out',
    ]);
    expect(refusals[0]?.message).toBe(
      'That name and secret do not belong together. Check both and try again: 4 tries are left.',
    );
    expect(refusals[3]?.message).toBe(
      'That name and secret do not belong together. Try once more with care: after the next wrong try the account is shut for a while.',
    );
    expect(refusals[4]?.message).toBe(
      'There were too many wrong tries, so the account is shut for 15 more minutes. Wait, or ask a manager to unlock it.',
    );
    expect((await core.nobody().refusal('users.signIn', right)).code).toBe('user.locked-out');
  });

  it('are forgotten after a right one', async () => {
    await tryWrong(4);
    await core.nobody().call('users.signIn', right);
    expect((await tryWrong(1))[0]?.details['triesLeft']).toBe(4);
  });

  it('shut the account twice as long each time, and a right one ends that too', async () => {
    const minutes: unknown[] = [];
    for (let round = 0; round < 9; round += 1) {
      const last = (await tryWrong(5)).at(-1);
      minutes.push(last?.details['minutes']);
      core.clock.advance(Number(last?.details['minutes']) * MINUTE_MS);
    }
    expect(minutes).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
    await core.nobody().call('users.signIn', right);
    expect((await tryWrong(5)).at(-1)?.details['minutes']).toBe(15);
  });

  it.each([
    ['a day back', -24 * 60],
    ['a day on', 24 * 60],
    ['two hours back', -120],
    ['to 1970', -57 * 365 * 24 * 60],
    ['past 2038', 12 * 365 * 24 * 60],
  ])('are not shortened by turning the computer’s clock %s', async (_, minutes) => {
    await tryWrong(5);
    core.clock.advance(5 * MINUTE_MS);
    core.clock.jump(minutes * MINUTE_MS);
    const refusal = await core.nobody().refusal('users.signIn', right);
    expect(refusal).toMatchObject({ code: 'user.locked-out', details: { minutes: 10 } });
    core.clock.advance(10 * MINUTE_MS);
    expect((await core.nobody().call('users.signIn', right)).name).toBe('dee');
  });

  it('are ended by a manager, who never sees or chooses the secret', async () => {
    await tryWrong(5);
    const { users } = await core.as('manager').call('users.list', {});
    const dee = users.find((user) => user.name === 'dee');
    expect(dee?.lockedUntil).toBe('2027-01-04T09:15:00.000Z');
    await core.as('manager').call('users.unlockAccount', { userId: dee?.id ?? '' });
    expect((await core.nobody().call('users.signIn', right)).name).toBe('dee');
  });

  it('shut the screen’s unlocking, the passphrase and the sign-in alike', async () => {
    const desk = core.as('desk');
    await desk.call('session.lock', {});
    for (let i = 0; i < 5; i += 1) await desk.refusal('session.unlock', { secret: '999999' });
    expect((await desk.refusal('session.unlock', { secret: right.secret })).code).toBe(
      'user.locked-out',
    );
    expect((await core.nobody().refusal('users.signIn', right)).code).toBe('user.locked-out');
  });

  it('are kept in the record without what was typed', async () => {
    await tryWrong(5);
    const lines = await core.as('auditor').call('audit.recent', { limit: 5 });
    expect(lines.map((line) => line.action)).toEqual([
      'user.locked-out',
      'user.wrong-secret',
      'user.wrong-secret',
      'user.wrong-secret',
      'user.wrong-secret',
    ]);
    expect(core.raw().serialize().includes('not the passphrase')).toBe(false);
  });
});

describe('Names that exist and names that do not', () => {
  it('are answered in the same words, try by try, also in the second lock-out', async () => {
    const rounds = async (name: string) => {
      const answers = [];
      for (const minutes of [15, 30]) {
        answers.push(...(await tryWrong(6, name)));
        core.clock.advance(minutes * MINUTE_MS);
      }
      return answers;
    };
    const known = await rounds('dee');
    const unknown = await rounds(`nobody-${core.home.slice(-6).toLowerCase()}`);
    expect(unknown).toEqual(known);
    expect(known.map(({ details }) => details['minutes'] ?? 0)).toEqual([
      0, 0, 0, 0, 15, 15, 0, 0, 0, 0, 30, 30,
    ]);
  });

  it('take the same time to compare, within a fifth', async () => {
    const secrets = newSecrets(12);
    const stored = await secrets.hashSecret('the right one');
    const timed = async (against: string | undefined): Promise<number> => {
      const from = process.hrtime.bigint();
      await secrets.matchesSecret('a wrong one', against);
      return Number(process.hrtime.bigint() - from);
    };
    await timed(stored);
    await timed(undefined);
    const ratios: number[] = [];
    for (let i = 0; i < 41; i += 1) {
      const [a, b] = i % 2 === 0 ? [stored, undefined] : [undefined, stored];
      const first = await timed(a);
      const second = await timed(b);
      ratios.push(i % 2 === 0 ? first / second : second / first);
    }
    const median = ratios.toSorted((a, b) => a - b)[20] ?? 0;
    expect(median).toBeGreaterThan(0.8);
    expect(median).toBeLessThan(1.2);
  });
});

describe('A screen that nobody touches', () => {
  const idle = (minutes: number) => core.clock.advance(minutes * MINUTE_MS + 15_001);

  it('locks after the idle time of the centre, and answers nothing but what unlocks it', async () => {
    const desk = core.as('desk');
    core.clock.advance(5 * MINUTE_MS);
    expect((await desk.ask('bookings.today')).ok).toBe(true);
    idle(5);
    expect(await desk.refusal('bookings.today', {})).toMatchObject({
      code: 'session.locked',
      message: 'This screen is locked. Unlock it with your PIN or passphrase.',
    });
    expect((await desk.call('session.current', {})).signedIn?.isLocked).toBe(true);
    expect((await desk.refusal('session.touch', {})).code).toBe('session.locked');
    await desk.call('session.unlock', { secret: right.secret });
    expect((await desk.ask('bookings.today')).ok).toBe(true);
  });

  it('stays open while somebody works or says that they are there, but not by reading alone', async () => {
    const [working, reading]: readonly Desk[] = [core.as('desk'), core.as('desk')];
    for (let i = 0; i < 3; i += 1) {
      core.clock.advance(4 * MINUTE_MS);
      if (i === 1) await working?.call('groups.add', { name: `G${i}`, kind: 'tra', phone: '' });
      else await working?.call('session.touch', {});
      await reading?.ask('bookings.today');
    }
    expect((await working?.ask('bookings.today'))?.ok).toBe(true);
    expect(await reading?.ask('bookings.today')).toMatchObject({
      ok: false,
      error: { code: 'session.locked' },
    });
  });

  it('locks however the computer’s clock is turned', async () => {
    const desk = core.as('desk');
    core.clock.jump(-24 * 60 * MINUTE_MS);
    expect((await desk.ask('bookings.today')).ok).toBe(true);
    idle(5);
    expect((await desk.ask('bookings.today')).ok).toBe(false);
  });

  it('is unlocked by the same person only', async () => {
    const desk = core.as('desk');
    await desk.call('session.lock', {});
    expect((await desk.refusal('session.unlock', { secret: passphraseOf('manager') })).code).toBe(
      'user.wrong-secret',
    );
  });
});

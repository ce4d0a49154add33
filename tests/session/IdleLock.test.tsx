import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleLock } from '../../renderer/session/IdleLock.tsx';
import { endLockWish } from '../../renderer/session/lock-wish.ts';
import { answer, callsOf, forgetCalls, ok } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));
const warning = () => screen.queryByRole('alertdialog', { name: 'Still there?' });

describe('A screen that nobody uses', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    forgetCalls();
    endLockWish();
    answer('session.lock', () => ok({}));
    answer('session.touch', () => ok({}));
    answer('session.current', () => ok(aSession()));
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('warns 30 seconds before the lock and counts down', async () => {
    renderScreen(<IdleLock />, { session: aSession({ idleLockMinutes: 2 }) });

    await pass(89);
    expect(warning()).toBeNull();
    await pass(1);
    expect(warning()?.textContent).toContain('Locks in 30 seconds');
    await pass(7);
    expect(warning()?.textContent).toContain('Locks in 23 seconds');
    expect(callsOf('session.lock')).toEqual([]);
  });

  it('locks when the time is up', async () => {
    renderScreen(<IdleLock />, { session: aSession({ idleLockMinutes: 2 }) });

    await pass(121);

    expect(callsOf('session.lock').length).toBeGreaterThan(0);
  });

  it.each(['keydown', 'pointermove', 'touchstart'])(
    'starts counting again after a %s, also during the warning',
    async (sign) => {
      renderScreen(<IdleLock />, { session: aSession({ idleLockMinutes: 2 }) });
      await pass(100);
      expect(warning()).not.toBeNull();

      fireEvent(window, new Event(sign));
      await pass(1);
      expect(warning()).toBeNull();
      await pass(88);
      expect(warning()).toBeNull();
      expect(callsOf('session.lock')).toEqual([]);
    },
  );

  it('tells the program at most every 30 seconds that somebody is there', async () => {
    renderScreen(<IdleLock />, { session: aSession() });

    for (let second = 0; second < 65; second += 1) {
      fireEvent(window, new Event('keydown'));
      await pass(1);
    }

    expect(callsOf('session.touch')).toHaveLength(2);
  });
});

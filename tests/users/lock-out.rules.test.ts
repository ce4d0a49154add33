import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLastManager, secondPeople } from '#db/users/account-change.rules';
import {
  countTry,
  FIRST_LOCK_OUT_MS,
  FRESH,
  isGuessablePin,
  lockOutLength,
  remainingLockOut,
  type TryState,
} from '#db/users/lock-out.rules';

const MINUTE_MS = 60_000;
const tries = (n: number, from: TryState = FRESH, at = 0): TryState =>
  Array.from({ length: n }).reduce<TryState>((state) => countTry(state, at), from);

describe('The lock-out after wrong tries', () => {
  it('lets four tries pass and shuts the account with the fifth', () => {
    expect(remainingLockOut(tries(4), 0)).toBe(0);
    expect(remainingLockOut(tries(5), 0)).toBe(15 * MINUTE_MS);
  });

  it.each([
    [1, 15],
    [2, 30],
    [3, 60],
    [4, 120],
    [7, 960],
    [8, 1440],
    [9, 1440],
    [100, 1440],
  ])('lasts, the %i. time in a row, %i minutes', (level, minutes) => {
    expect(lockOutLength(level) / MINUTE_MS).toBe(minutes);
  });

  it('gives five new tries once it is over, and lasts twice as long the next time', () => {
    const shut = tries(5);
    const open = FIRST_LOCK_OUT_MS;
    expect(remainingLockOut(shut, open)).toBe(0);
    const fourMore = tries(4, shut, open);
    expect(remainingLockOut(fourMore, open)).toBe(0);
    expect(remainingLockOut(countTry(fourMore, open), open)).toBe(2 * FIRST_LOCK_OUT_MS);
  });

  it('lasts its full length when the steady clock stands before its start', () => {
    expect(remainingLockOut(tries(5, FRESH, 1_000_000_000), 5)).toBe(FIRST_LOCK_OUT_MS);
  });

  it('is never longer than a day and never negative, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer(), fc.integer(), (n, at, now) => {
        const remaining = remainingLockOut(tries(n, FRESH, at), now);
        expect(remaining).toBeGreaterThanOrEqual(0);
        expect(remaining).toBeLessThanOrEqual(24 * 60 * MINUTE_MS);
      }),
    );
  });
});

describe('A PIN', () => {
  it.each(['111111', '000000', '123456', '654321', '4567890'.slice(0, 6), '987654321'])(
    'is too easy to guess as %s',
    (pin) => {
      expect(isGuessablePin(pin)).toBe(true);
    },
  );

  it.each(['112233', '135791', '482913', '121212', '1234567890'])('will do as %s', (pin) => {
    expect(isGuessablePin(pin)).toBe(false);
  });
});

describe('The second person', () => {
  const account = (id: string, role: string, isActive = true) => ({ id, role, isActive });

  it('is another active manager or finance approver', () => {
    const accounts = [
      account('asker', 'manager'),
      account('other', 'manager'),
      account('money', 'finance'),
      account('left', 'manager', false),
      account('front', 'desk'),
      account('field', 'officer'),
      account('watch', 'auditor'),
    ];
    expect(secondPeople(accounts, 'asker').map(({ id }) => id)).toEqual(['other', 'money']);
  });

  it('cannot take the last active manager away', () => {
    const one = account('one', 'manager');
    const two = account('two', 'manager');
    expect(isLastManager([one, account('left', 'manager', false)], 'one')).toBe(true);
    expect(isLastManager([one, two], 'one')).toBe(false);
    expect(isLastManager([one, account('desk', 'desk')], 'desk')).toBe(false);
  });
});

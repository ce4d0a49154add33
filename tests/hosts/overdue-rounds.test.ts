import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newChanges } from '../../electron/host/changes.ts';
import { startOverdueRounds } from '../../electron/host/overdue-rounds.ts';
import { aBooking } from '../support/builders/bookings.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

/** Rounds that the test turns by hand, with what they told the screens and the log. */
function roundsOf(place: Pick<TestCore, 'core'> | undefined) {
  const told: unknown[] = [];
  const logged: string[] = [];
  const changes = newChanges();
  changes.listen((change) => told.push(change));
  let turn: () => void = () => undefined;
  const silent = (what: string) => {
    logged.push(what);
  };
  const rounds = startOverdueRounds({
    core: () => place?.core,
    changes,
    log: { info: silent, warn: silent, error: silent, close: () => undefined },
    repeat: (work) => {
      turn = work;
      return () => {
        turn = () => undefined;
      };
    },
  });
  return { ...rounds, told, logged, turn: () => turn() };
}

describe('The rounds of the host', () => {
  it('end a hold once its last day is over, as the program, and tell the screens', async () => {
    const held = await aBooking(core, { hold: { lapsesOn: '2027-01-05' }, date: '2027-01-08' });
    const rounds = roundsOf(core);
    await rounds.round();
    expect(await core.as('desk').call('bookings.get', { id: held.id })).toEqual(held);
    expect(rounds.told).toEqual([]);

    clock.set('2027-01-06T00:00:00.000Z');
    rounds.turn();
    await rounds.stop();
    expect(await core.as('desk').call('bookings.get', { id: held.id })).toMatchObject({
      status: 'lapsed',
      cancelReason: 'Held until Tue 5 Jan and not confirmed',
    });
    expect(rounds.told).toEqual([{ changed: ['bookings', 'search', 'tasks'] }]);
    const lines = await core
      .as('desk')
      .call('audit.ofObject', { objectType: 'booking', objectId: held.id });
    expect(lines.at(-1)).toMatchObject({ action: 'booking.lapsed', who: 'TRC Desk' });
  });

  it('wait for nothing where no centre is open, and stop when they are told to', async () => {
    const rounds = roundsOf(undefined);
    await rounds.round();
    await rounds.stop();
    rounds.turn();
    expect([rounds.told, rounds.logged]).toEqual([[], []]);
  });

  it('are logged when they fail, and try again the next time', async () => {
    const held = await aBooking(core, { hold: { lapsesOn: '2027-01-05' }, date: '2027-01-08' });
    const rounds = roundsOf(core);
    clock.set('2027-01-06T00:00:00.000Z');
    const raw = core.raw();
    raw.exec(
      "CREATE TRIGGER in_the_way BEFORE UPDATE ON booking BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    await rounds.round();
    expect(rounds.logged).toEqual(['overdue.failed']);
    raw.exec('DROP TRIGGER in_the_way');
    await rounds.round();
    expect(await core.as('desk').call('bookings.get', { id: held.id })).toMatchObject({
      status: 'lapsed',
    });
  });
});

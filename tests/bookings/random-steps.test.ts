import { describe, expect, it } from 'vitest';
import { lapseOverdue } from '#db/bookings/queue/lapse.service';
import { PROGRAM } from '#db/open-core';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { millisecondsOf, toInstant } from '#db/shared/instant';
import { compareText, dateOf, localDateTimeOf } from '#db/shared/local-date';
import { bookingDetails } from '../support/builders/bookings.ts';
import { newChance } from '../support/builders/chance.ts';
import { aGroup } from '../support/builders/groups.ts';
import { openTestCore } from '../support/open-test-core.ts';
import { DiaryModel } from './diary-model.ts';
import { addWaiting, answer, startOffer } from './diary-queue-steps.ts';
import {
  cancel,
  create,
  makeRooms,
  momentOf,
  move,
  restore,
  series,
  type Step,
  type World,
} from './diary-steps.ts';

const STEPS_A_UNIT = 100;
const UNITS = 100;

/** What can happen at the desk, the more usual acts more often. */
const STEPS: readonly (readonly [name: string, step: Step])[] = [
  ['create', create],
  ['create', create],
  ['create', create],
  ['series', series],
  ['move', move],
  ['move', move],
  ['cancel', cancel],
  ['cancel', cancel],
  ['restore', restore],
  ['wait', addWaiting],
  ['wait', addWaiting],
  ['offer', startOffer],
  ['answer', answer],
  ['answer', answer],
];

/** The offers that the program made of itself, found by whom they were made to. */
async function matchOffers({ model }: World, ctx: Ctx): Promise<void> {
  for (const offer of model.offered.splice(0)) {
    const rows: readonly { booking_id: string; offer_until: string }[] = await ctx.tx.query(
      'SELECT booking_id, offer_until FROM waiting WHERE id = ?',
      [offer.waitingId],
    );
    const madeId = mustExist(rows[0], 'who waits is on record').booking_id;
    expect(madeId, `an offer to ${offer.waitingId}`).not.toBeNull();
    for (const squeeze of model.squeezes) {
      if (squeeze.from === offer.id) squeeze.from = madeId;
      if (squeeze.for === offer.id) squeeze.for = madeId;
    }
    offer.id = madeId;
    expect(rows[0]?.offer_until).toBe(offer.offerUntil);
  }
}

/** Everything the file says of the diary, as the model says it. */
async function expectSame({ model, rooms }: World, ctx: Ctx): Promise<void> {
  const ids = rooms.map((room) => `'${room.id}'`).join(', ');
  const rows = await ctx.tx.query(
    `SELECT id, facility_id, held_from, held_until, units, status, version FROM booking
     WHERE facility_id IN (${ids}) ORDER BY id`,
  );
  const kept = model.bookings
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) => ({
      id: one.id,
      facility_id: one.room.id,
      held_from: momentOf(one.date, one.heldFrom),
      held_until: momentOf(one.date, one.heldUntil),
      units: one.units,
      status: one.status,
      version: one.version,
    }));
  expect(rows).toEqual(kept);
  const waiting = await ctx.tx.query('SELECT id, state, version FROM waiting ORDER BY id');
  const queued = model.queue
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, state, version }) => ({ id, state, version }));
  expect(waiting).toEqual(queued);
  const squeezed: readonly { n: number }[] = await ctx.tx.query(
    'SELECT count(*) AS n FROM booking_squeeze WHERE ended_at IS NULL',
  );
  expect(squeezed[0]?.n).toBe(model.squeezes.filter((one) => one.stands).length);
}

describe('Ten thousand random steps', () => {
  it('make, move, cancel, restore, repeat, squeeze, offer, answer and lapse exactly as a plain list of all bookings would', async () => {
    const chance = newChance('Ten thousand random steps');
    const core = await openTestCore();
    const { clock } = core;
    const rooms = await makeRooms(core);
    const model = new DiaryModel(() =>
      toInstant(millisecondsOf(clock.now()) + 24 * 60 * 60 * 1000),
    );
    const details = await bookingDetails(core);
    const { id: groupId } = await aGroup(core, { name: 'Quince Court TRA' });
    const bookers = [details.booker, { kind: 'group', groupId } as const];
    const world: World = { core, chance, rooms, details, bookers, model };
    const tally = new Map<string, number>();

    for (let unit = 0; unit < UNITS; unit += 1) {
      clock.advance(chance.between(1, 60) * 60 * 60 * 1000);
      await core.core.unit(PROGRAM, 'writes', async (ctx) => {
        await lapseOverdue(ctx);
        const now = ctx.now();
        model.lapse(dateOf(localDateTimeOf(now)), now);
        await matchOffers(world, ctx);
        for (let nth = 0; nth < STEPS_A_UNIT; nth += 1) {
          clock.advance(1);
          const [name, step] = chance.pick(STEPS);
          const { got, expected } = await step(world, ctx);
          if (got !== expected)
            expect.fail(
              `seed ${chance.seed}, unit ${unit}, step ${nth}, ${name}: ${got}, not ${expected}`,
            );
          await matchOffers(world, ctx);
          tally.set(`${name} ${got}`, (tally.get(`${name} ${got}`) ?? 0) + 1);
        }
        await expectSame(world, ctx);
      });
    }

    const lapsed = model.bookings.filter((one) => one.status === 'lapsed').length;
    tally.set('lapsed', lapsed);
    tally.set('squeezes', model.squeezes.length);
    process.stdout.write(
      `${JSON.stringify(Object.fromEntries([...tally].toSorted(([a], [b]) => compareText(a, b))))}\n`,
    );
    for (const act of [
      'create done',
      'series done',
      'move done',
      'cancel done',
      'restore done',
      'wait done',
      'wait queue.already-waiting',
      'answer done',
      'lapsed',
      'squeezes',
    ])
      expect(tally.get(act), act).toBeGreaterThan(50);
    await core.close();
  }, 600_000);
});

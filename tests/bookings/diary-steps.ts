import { expect } from 'vitest';
import { type Booker, ChangeBooking, CreateBooking } from '#db/bookings/bookings.contract';
import { NewSeries } from '#db/bookings/series/series.contract';
import { partyIdOf } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { addDays, dateOf, localDateTimeOf } from '#db/shared/local-date';
import type { bookingDetails } from '../support/builders/bookings.ts';
import type { SeededChance } from '../support/builders/chance.ts';
import { aFacility, useOf } from '../support/builders/facilities.ts';
import type { TestCore } from '../support/open-test-core.ts';
import {
  type DiaryModel,
  type Kept,
  type ModelRoom,
  newKept,
  waitsAlready,
} from './diary-model.ts';

const DATES = ['2027-06-08', '2027-06-09', '2027-06-10'] as const;

const timeOf = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][quarter % 4]}`;
export const momentOf = (date: string, quarter: number): string => `${date}T${timeOf(quarter)}`;

/** A hall of two halves, a wing of one of these and a room that asks for approval, and a suite of five places. */
export async function makeRooms(core: TestCore): Promise<readonly ModelRoom[]> {
  const manager = core.as('manager');
  const [north, south, hall, west, wing, suite] = await Promise.all(
    ['North', 'South', 'Hall', 'West', 'Wing', 'Suite'].map((name) =>
      aFacility(core, { name, hours: null }),
    ),
  );
  const idOf = (room: typeof north) => mustExist(room, 'the rooms were made').id;
  const use = async (room: typeof north, part: object) =>
    manager.call('facilities.setUse', useOf(mustExist(room, 'the rooms were made'), part));
  await use(hall, { partIds: [idOf(north), idOf(south)] });
  await use(wing, { partIds: [idOf(north), idOf(west)] });
  await use(west, { needsApproval: true });
  await use(suite, { units: 5, unitName: 'computer' });
  const room = (id: string, part: Partial<ModelRoom>): ModelRoom => ({
    id,
    pieces: [id],
    places: 1,
    needsApproval: false,
    ...part,
  });
  return [
    room(idOf(north), {}),
    room(idOf(south), {}),
    room(idOf(hall), { pieces: [idOf(north), idOf(south)] }),
    room(idOf(west), { needsApproval: true }),
    room(idOf(wing), { pieces: [idOf(north), idOf(west)] }),
    room(idOf(suite), { places: 5 }),
  ];
}

export type World = {
  readonly core: TestCore;
  readonly chance: SeededChance;
  readonly rooms: readonly ModelRoom[];
  readonly details: Awaited<ReturnType<typeof bookingDetails>>;
  /** Who waits: nobody waits twice for one time. */
  readonly bookers: readonly Booker[];
  readonly model: DiaryModel;
};

export type Step = (
  world: World,
  ctx: Ctx,
) => Promise<{ readonly got: string; readonly expected: string }>;

/** What an act came to: 'done', or the code of its refusal. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: { readonly code?: string; readonly message: string }) => error.code ?? error.message,
  );
}

export function anySlot({ chance, rooms }: World, room = chance.pick(rooms)) {
  const from = chance.between(10, 76);
  return {
    room,
    date: chance.pick(DATES),
    from,
    until: from + chance.between(1, 8),
    setup: chance.oneIn(2) ? 0 : chance.between(1, 3),
    cleardown: chance.oneIn(2) ? 0 : chance.between(1, 3),
    units: room.places === 1 ? 1 : chance.between(1, 5),
  };
}

export type Slot = ReturnType<typeof anySlot>;

export const typed = ({ details }: World, slot: Slot) => ({
  ...details,
  facilityId: slot.room.id,
  date: slot.date,
  from: timeOf(slot.from),
  until: timeOf(slot.until),
  setupMinutes: slot.setup * 15,
  cleardownMinutes: slot.cleardown * 15,
  units: slot.units,
});

const takenCode = (slot: Slot): string =>
  slot.room.places === 1 ? 'booking.clash' : 'booking.no-places';

export const isFree = (model: DiaryModel, slot: Slot, exceptId = ''): boolean =>
  model.isFree(slot, slot.from - slot.setup, slot.until + slot.cleardown, exceptId);

export const create: Step = async (world, ctx) => {
  const { core, chance, model } = world;
  const slot = anySlot(world);
  const isSqueezed = chance.oneIn(3);
  const today = dateOf(localDateTimeOf(ctx.now()));
  const hold = chance.oneIn(4) ? { lapsesOn: addDays(today, chance.between(0, 6)) } : null;
  const plan = isFree(model, slot) || !isSqueezed ? undefined : model.squeeze(slot, '');
  const expected = isFree(model, slot) || plan !== undefined ? 'done' : takenCode(slot);
  const wanted = CreateBooking.parse({
    ...typed(world, slot),
    hold,
    squeeze: isSqueezed ? { reason: 'They asked for it' } : null,
  });
  const got = await outcomeOf(
    core.core.api.bookings.create(ctx, wanted).then((made) => {
      if (plan !== undefined) model.keepSqueeze(made.id, plan);
      model.bookings.push({
        ...newKept(slot),
        ...(plan === undefined ? {} : { heldFrom: plan.from, heldUntil: plan.until }),
        id: made.id,
        asked: ctx.now(),
        lapsesOn: hold?.lapsesOn ?? null,
        status: hold !== null ? 'provisional' : slot.room.needsApproval ? 'requested' : 'confirmed',
      });
    }),
  );
  return { got, expected };
};

/** Dates picked by hand, at one time of one room: those that are free are booked, the others are still wanted. */
export const series: Step = async (world, ctx) => {
  const { core, chance, model } = world;
  const slot = anySlot(world);
  const dates = DATES.filter(() => chance.oneIn(2));
  if (dates.length === 0) return { got: 'done', expected: 'done' };
  const free = dates.filter((date) => isFree(model, { ...slot, date }));
  const bookerId = partyIdOf(world.details.booker);
  const stillWanted = dates.filter(
    (date) => !free.includes(date) && !waitsAlready(model, { ...slot, date }, bookerId),
  );
  const wanted = NewSeries.parse({
    ...typed(world, slot),
    date: dates[0],
    repeat: { kind: 'picked', dates },
    end: { kind: 'count', count: dates.length },
    onClosedDay: 'skip',
  });
  const got = await outcomeOf(
    core.core.api.bookings.createSeries(ctx, wanted).then(async (made) => {
      for (const booking of made.bookings)
        model.bookings.push({
          ...newKept({ ...slot, date: booking.startsAt.slice(0, 10) }),
          id: booking.id,
          asked: ctx.now(),
          status: slot.room.needsApproval ? 'requested' : 'confirmed',
        });
      const waiting: readonly { readonly id: string; readonly date: string }[] = await ctx.tx.query(
        'SELECT id, date FROM waiting WHERE series_id = ? ORDER BY id',
        [made.id],
      );
      for (const one of waiting)
        model.queue.push({
          ...slot,
          ...one,
          bookerId,
          asked: ctx.now(),
          state: 'waiting',
          version: 1,
        });
      expect(made.bookings.map((booking) => booking.startsAt.slice(0, 10)).toSorted()).toEqual(
        free,
      );
      expect(waiting.map((one) => one.date).toSorted()).toEqual(stillWanted);
    }),
  );
  return { got, expected: free.length > 0 ? 'done' : 'series.nothing-to-book' };
};

const isLive = (one: Kept): boolean =>
  ['provisional', 'requested', 'confirmed'].includes(one.status);

function refusalOfState(one: Kept): string | undefined {
  if (one.status === 'cancelled') return 'booking.already-cancelled';
  if (one.status === 'offered') return 'booking.is-an-offer';
  return isLive(one) ? undefined : 'booking.no-longer-held';
}

export const pickBooking = ({ model, chance }: World): Kept | undefined => {
  const live = model.bookings.filter((one) => model.holds(one));
  if (live.length > 0 && !chance.oneIn(4)) return chance.pick(live);
  return model.bookings.length === 0 ? undefined : chance.pick(model.bookings);
};

export const move: Step = async (world, ctx) => {
  const { core, chance, model } = world;
  const one = pickBooking(world);
  if (one === undefined) return { got: 'done', expected: 'done' };
  const near = anySlot(world, chance.oneIn(2) ? one.room : chance.pick(world.rooms));
  const shift = chance.between(-3, 3);
  const slot: Slot = chance.oneIn(2)
    ? near
    : {
        ...near,
        room: one.room,
        date: one.date as Slot['date'],
        units: one.units,
        from: one.from + shift,
        until: one.until + shift,
      };
  const isSqueezed = chance.oneIn(3);
  const wanted = ChangeBooking.parse({
    ...typed(world, slot),
    id: one.id,
    version: one.version,
    squeeze: isSqueezed ? { reason: 'They asked for it' } : null,
  });
  const judged = judgeMove(model, one, slot, isSqueezed);
  const expected = refusalOfState(one) ?? judged.expected;
  const got = await outcomeOf(core.core.api.bookings.change(ctx, wanted));
  if (got === 'done' && expected === 'done') judged.apply();
  return { got, expected };
};

/** What a move comes to, and the move itself, for when the program agrees. */
function judgeMove(model: DiaryModel, one: Kept, slot: Slot, isSqueezed: boolean) {
  const isSame =
    one.room.id === slot.room.id &&
    one.date === slot.date &&
    one.from === slot.from &&
    one.until === slot.until &&
    one.setup === slot.setup &&
    one.cleardown === slot.cleardown &&
    one.units === slot.units;
  if (isSame)
    return {
      expected: 'done',
      apply: () => {
        one.version += 1;
      },
    };
  const was = one.status;
  const givers = [
    ...new Set(
      model.squeezes
        .filter((each) => each.stands && each.for === one.id && each.from !== one.id)
        .map((each) => each.from),
    ),
  ].map((id) => model.byId(id));
  const before = givers.map((giver) => ({
    giver,
    heldFrom: giver.heldFrom,
    heldUntil: giver.heldUntil,
    version: giver.version,
  }));
  one.status = 'cancelled';
  for (const giver of givers) Object.assign(giver, model.restored(giver, one.id));
  const free = isFree(model, slot, one.id);
  const plan = free || !isSqueezed ? undefined : model.squeeze(slot, one.id);
  const undo = (): void => {
    for (const { giver, ...span } of before) Object.assign(giver, span);
  };
  const then = givers.map((giver) => ({
    giver,
    heldFrom: giver.heldFrom,
    heldUntil: giver.heldUntil,
  }));
  one.status = was;
  undo();
  return {
    expected: free || plan !== undefined ? 'done' : takenCode(slot),
    apply: () => {
      const freed = { ...one };
      const movesIn = slot.room.needsApproval && slot.room.id !== one.room.id;
      model.endSqueezes(one.id);
      // A neighbour that loses time on one side and gets some back on the other is written twice.
      const changed = new Map<Kept, { heldFrom: number; heldUntil: number }>();
      for (const { giver, ...span } of then) changed.set(giver, span);
      for (const { one: neighbour, heldFrom, heldUntil } of plan?.neighbours ?? [])
        changed.set(neighbour, { heldFrom, heldUntil });
      for (const [neighbour, span] of changed) {
        const both = {
          heldFrom: Math.max(neighbour.heldFrom, span.heldFrom),
          heldUntil: Math.min(neighbour.heldUntil, span.heldUntil),
        };
        for (const next of [both, span])
          if (next.heldFrom !== neighbour.heldFrom || next.heldUntil !== neighbour.heldUntil) {
            Object.assign(neighbour, next);
            neighbour.version += 1;
          }
      }
      if (plan !== undefined) model.keepSqueeze(one.id, { ...plan, neighbours: [] });
      Object.assign(one, newKept(slot), {
        ...(plan === undefined ? {} : { heldFrom: plan.from, heldUntil: plan.until }),
        status: was === 'confirmed' && movesIn ? 'requested' : was,
        version: freed.version + 1,
        lapsesOn: freed.lapsesOn,
        waitingId: freed.waitingId,
      });
      model.offerFreed(freed);
    },
  };
}

export const cancel: Step = async (world, ctx) => {
  const { core, model } = world;
  const one = pickBooking(world);
  if (one === undefined) return { got: 'done', expected: 'done' };
  const expected = refusalOfState(one) ?? 'done';
  const asked = { id: one.id as never, version: one.version, reason: 'Too few can come' };
  const got = await outcomeOf(core.core.api.bookings.cancel(ctx, asked));
  if (expected === 'done') {
    const freed = { ...one };
    model.letGo(one, 'cancelled');
    one.cancelledFrom = freed.status;
    model.offerFreed(freed);
  }
  return { got, expected };
};

export const restore: Step = async (world, ctx) => {
  const { core, chance, model } = world;
  const cancelled = model.bookings.filter((each) => each.status === 'cancelled');
  const one =
    cancelled.length === 0 || chance.oneIn(10) ? pickBooking(world) : chance.pick(cancelled);
  if (one === undefined) return { got: 'done', expected: 'done' };
  const judged = judgeRestore(model, one, dateOf(localDateTimeOf(ctx.now())));
  const asked = { id: one.id as never, version: one.version };
  const got = await outcomeOf(core.core.api.bookings.undoCancel(ctx, asked));
  if (judged.expected === 'done') judged.apply();
  return { got, expected: judged.expected };
};

function judgeRestore(model: DiaryModel, one: Kept, today: string) {
  const none = () => undefined;
  if (one.status !== 'cancelled') return { expected: 'booking.not-cancelled', apply: none };
  if (one.cancelledFrom === 'provisional' && one.lapsesOn !== null && one.lapsesOn < today)
    return { expected: 'booking.no-longer-held', apply: none };
  /** Whether the time is free when some bookings are not looked at. */
  const freeWithout = (left: readonly Kept[]): boolean => {
    const were = left.map((each) => each.status);
    for (const each of left) each.status = 'lapsed';
    const free = model.isFree(one, one.heldFrom, one.heldUntil, one.id);
    for (const [index, each] of left.entries()) each.status = were[index] ?? each.status;
    return free;
  };
  const partners = model.partnersOf(one);
  const again = model
    .inTheWay(one, one.heldFrom, one.heldUntil, one.id)
    .filter((each) =>
      partners.length === 0
        ? false
        : partners.includes(each.id)
          ? !(each.from < one.until && one.from < each.until)
          : each.status !== 'offered' && !(each.heldFrom < one.until && one.from < each.heldUntil),
    );
  const offers = model
    .inTheWay(one, one.heldFrom, one.heldUntil, one.id)
    .filter((each) => each.status === 'offered' && !again.includes(each))
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  if (!freeWithout([...again, ...offers])) return { expected: 'booking.slot-gone', apply: none };
  return {
    expected: 'done',
    apply: () => {
      const takenBack: Kept[] = [];
      for (const offer of offers) {
        if (freeWithout([...again, ...takenBack])) break;
        takenBack.push(offer);
      }
      for (const offer of takenBack) {
        offer.status = 'lapsed';
        offer.version += 1;
        const queued = mustExist(model.queued(offer.waitingId), 'an offer is made to somebody');
        queued.state = 'waiting';
        queued.version += 1;
      }
      const plan = partners.length > 0 ? model.squeeze(one, one.id) : undefined;
      if (plan !== undefined) {
        model.keepSqueeze(one.id, plan);
        Object.assign(one, { heldFrom: plan.from, heldUntil: plan.until });
      }
      one.status = one.cancelledFrom ?? 'confirmed';
      one.version += 1;
      for (const offer of takenBack) model.giveBack(model.endSqueezes(offer.id).givers);
    },
  };
}

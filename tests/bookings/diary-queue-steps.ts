import { partyIdOf } from '#db/people/party.rules';
import { type Queued, waitsAlready } from './diary-model.ts';
import {
  anySlot,
  isFree,
  outcomeOf,
  pickBooking,
  type Slot,
  type Step,
  typed,
} from './diary-steps.ts';

export const addWaiting: Step = async (world, ctx) => {
  const { core, model, chance } = world;
  const slot = { ...anySlot(world), setup: 0, cleardown: 0 };
  const booker = chance.pick(world.bookers);
  const {
    setupMinutes: _,
    cleardownMinutes: __,
    needs: ___,
    notes: ____,
    ...wanted
  } = { ...typed(world, slot), booker };
  const isSecond = waitsAlready(model, slot, partyIdOf(booker));
  const expected = isFree(model, slot)
    ? 'queue.free-now'
    : isSecond
      ? 'queue.already-waiting'
      : 'done';
  const got = await outcomeOf(
    core.core.api.bookings.addWaiting(ctx, wanted as never).then((made) => {
      model.queue.push({
        ...slot,
        id: made.id,
        bookerId: partyIdOf(booker),
        asked: ctx.now(),
        state: 'waiting',
        version: 1,
      });
    }),
  );
  return { got, expected };
};

export const startOffer: Step = async (world, ctx) => {
  const { core, chance, model } = world;
  if (model.queue.length === 0) return { got: 'done', expected: 'done' };
  const waiting = model.queue.filter((each) => each.state === 'waiting');
  const one = waiting.length === 0 ? chance.pick(model.queue) : chance.pick(waiting);
  const canHave = (each: Queued): boolean => isFree(model, each as Slot);
  const isBefore = (each: Queued): boolean =>
    each.asked < one.asked || (each.asked === one.asked && each.id < one.id);
  const isFirst = !waiting.some(
    (each) =>
      isBefore(each) &&
      each.date === one.date &&
      each.from < one.until &&
      one.from < each.until &&
      each.room.pieces.some((piece) => one.room.pieces.includes(piece)) &&
      canHave(each),
  );
  let expected = 'done';
  if (one.state !== 'waiting') expected = 'queue.settled';
  else if (!canHave(one)) expected = 'queue.not-free';
  else if (!isFirst) expected = 'queue.somebody-asked-first';
  const asked = { id: one.id as never, facilityId: null, offerUntil: null, version: one.version };
  const got = await outcomeOf(core.core.api.bookings.startOffer(ctx, asked));
  if (expected === 'done') model.offerTo(one);
  return { got, expected };
};

export const answer: Step = async (world, ctx) => {
  const { core, chance, model } = world;
  const undecided = model.bookings.filter(
    (each) => model.holds(each) && each.status !== 'confirmed',
  );
  const one =
    undecided.length === 0 || chance.oneIn(10) ? pickBooking(world) : chance.pick(undecided);
  if (one === undefined) return { got: 'done', expected: 'done' };
  const { bookings } = core.core.api;
  const which = { id: one.id as never, version: one.version };
  const reason = 'It was said on the phone';
  const staysWaiting = chance.oneIn(2);
  const freed = { ...one };
  const once = one.room.needsApproval ? 'requested' : 'confirmed';
  const queued = model.queued(one.waitingId);
  const acts = [
    {
      call: () => bookings.confirmOffer(ctx, which),
      needs: 'offered',
      refusal: 'queue.not-an-offer',
      apply: () => {
        Object.assign(one, { status: once, version: one.version + 1, offerUntil: null });
        if (queued !== undefined)
          Object.assign(queued, { state: 'booked', version: queued.version + 1 });
      },
    },
    {
      call: () => bookings.withdrawOffer(ctx, { ...which, reason, staysWaiting }),
      needs: 'offered',
      refusal: 'queue.not-an-offer',
      apply: () => {
        model.letGo(one, 'lapsed');
        if (queued !== undefined)
          Object.assign(queued, {
            state: staysWaiting ? 'waiting' : 'withdrawn',
            version: queued.version + 1,
          });
        model.offerFreed(freed, queued?.id);
      },
    },
    {
      call: () => bookings.confirmHold(ctx, which),
      needs: 'provisional',
      refusal: 'queue.not-a-hold',
      apply: () => {
        Object.assign(one, { status: once, version: one.version + 1, lapsesOn: null });
      },
    },
    {
      call: () => bookings.confirmRequest(ctx, which),
      needs: 'requested',
      refusal: 'queue.not-a-request',
      apply: () => {
        Object.assign(one, { status: 'confirmed', version: one.version + 1 });
      },
    },
    {
      call: () => bookings.withdrawRequest(ctx, { ...which, reason }),
      needs: 'requested',
      refusal: 'queue.not-a-request',
      apply: () => {
        model.letGo(one, 'refused');
        model.offerFreed(freed);
      },
    },
  ];
  const fitting = acts.filter((each) => each.needs === one.status);
  const act = fitting.length === 0 || chance.oneIn(5) ? chance.pick(acts) : chance.pick(fitting);
  const expected = act.needs === one.status ? 'done' : act.refusal;
  const got = await outcomeOf(act.call());
  if (expected === 'done') act.apply();
  return { got, expected };
};

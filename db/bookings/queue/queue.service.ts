import { recordAudit } from '#db/audit/record';
import { personal } from '#db/audit/record';
import type { Facility } from '#db/facilities/facilities.contract';
import { getFacility, listFacilities } from '#db/facilities/facilities.service';
import { MASKED } from '#db/people/people.rules';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Actor, Ctx } from '#db/shared/ctx';
import type { DomainError } from '#db/shared/domain-error';
import { localDateTimeOf, overlaps } from '#db/shared/local-date';
import { checkCanBook } from '../booking-checks.service.ts';
import { lapseOverdue } from './lapse.service.ts';
import {
  findFit,
  makeOffer,
  offerEnd,
  roomsFor,
  settleWaiting,
  wantedOf,
} from './offers.service.ts';
import { namesOf, useOf } from '../place-booking.service.ts';
import type { NewWaiting, queueProcedures, Waiting, WaitingId } from './queue.contract.ts';
import { queueErrors } from './queue.errors.ts';
import { bookingAnswers } from './booking-answers.service.ts';
import { areJoined } from '../room-time.rules.ts';
import { findSameWish } from './same-wish.rules.ts';
import * as waitings from '../waiting.repository.ts';

/** Settled entries that are worth showing; older ones are in the record. */
const MOST_SETTLED = 200;

/** The one queue: who waits for a time, who was offered one, and what waits for a word. */
export const bookingQueue: Handlers<typeof queueProcedures> = {
  async queue(ctx, { withSettled }) {
    const open = await waitings.listOpen(ctx);
    const settled = withSettled ? await waitings.listSettled(ctx, MOST_SETTLED) : [];
    const rooms = await listFacilities(ctx);
    const shown: Waiting[] = [];
    for (const one of [...open, ...settled])
      shown.push(mask(await standingOf(ctx, one, open, rooms), ctx.actor));
    return shown;
  },

  async addWaiting(ctx, wanted) {
    await lapseOverdue(ctx);
    return addWaiting(ctx, wanted);
  },

  async withdrawWaiting(ctx, { id, reason, version }) {
    const waiting = await getWaiting(ctx, id, version);
    await settleWaiting(ctx, waiting, {
      state: 'withdrawn',
      bookingId: null,
      offerUntil: null,
      settledWhy: reason,
    });
    return readWaiting(ctx, id);
  },

  async startOffer(ctx, { id, facilityId, offerUntil, version }) {
    await lapseOverdue(ctx);
    const waiting = await getWaiting(ctx, id, version);
    const startsAt = useOf(waiting).from;
    const rooms = await listFacilities(ctx);
    const until = offerUntil ?? offerEnd(ctx.now(), startsAt);
    if (until <= ctx.now() || localDateTimeOf(until) > startsAt)
      throw queueErrors.error('queue.offer-out-of-range', { startsAt });
    const asked =
      waiting.facilityId === null && facilityId !== null ? { ...waiting, facilityId } : waiting;
    const fit = await findFit(ctx, asked, rooms);
    if (!('allowed' in fit))
      throw queueErrors.error('queue.not-free', {
        bookerName: waiting.bookerName,
        why: fit.refusal?.message ?? 'No room is booked here.',
      });
    await checkFirst(ctx, asked, rooms);
    await makeOffer(ctx, waiting, { ...fit, until });
    return readWaiting(ctx, id);
  },

  ...bookingAnswers,
};

/** Puts somebody on the waiting list, unless the time can simply be booked or no waiting would make it possible. */
async function addWaiting(ctx: Ctx, wanted: NewWaiting): Promise<Waiting> {
  const rooms = await listFacilities(ctx);
  if (wanted.facilityId !== null) await getFacility(ctx, wanted.facilityId);
  await namesOf(ctx, wanted);
  const row: waitings.NewRow = {
    ...wanted,
    id: ctx.newId() as WaitingId,
    kind: 'waiting',
    details: {},
    seriesId: null,
    originalDate: null,
    why: '',
    requestedAt: ctx.now(),
    state: 'waiting',
    bookingId: null,
    offerUntil: null,
    settledWhy: '',
    version: 1,
  };
  const why = await whyNotNow(ctx, row, rooms);
  await refuseSecondWish(ctx, row, rooms);
  await waitings.insert(ctx, { ...row, why });
  await auditNew(ctx, row);
  return readWaiting(ctx, row.id);
}

async function refuseSecondWish(
  ctx: Ctx,
  row: waitings.NewRow,
  rooms: readonly Facility[],
): Promise<void> {
  const open = await waitings.listOpen(ctx);
  const waiting = findSameWish(open, row);
  if (waiting === undefined) return;
  throw queueErrors.error('queue.already-waiting', {
    bookerName: waiting.bookerName,
    facilityName: waiting.facilityName,
    startsAt: useOf(waiting).from,
    until: waiting.until,
    place: placeAmong(waiting, open, rooms),
    isOffered: waiting.state === 'offered',
  });
}

/** Refusals that go away when others move or cancel; any other one waiting does not cure. */
const PASSING: readonly string[] = ['booking.clash', 'booking.no-places'];

/** Why the time cannot be had now, as the list says it; refused when it can, or when no waiting would help. */
async function whyNotNow(
  ctx: Ctx,
  row: waitings.NewRow,
  rooms: readonly Facility[],
): Promise<string> {
  const refusals: DomainError[] = [];
  for (const facility of roomsFor(row, rooms)) {
    const wanted = wantedOf(row, facility.id);
    const asked = { wanted, use: useOf(wanted) };
    const refusal = await checkCanBook(ctx, facility, asked).then(() => undefined, asRefusal);
    if (refusal === undefined)
      throw queueErrors.error('queue.free-now', { facilityName: facility.name });
    refusals.push(refusal);
  }
  const passing = refusals.find((refusal) => PASSING.includes(refusal.code));
  if (passing === undefined && refusals[0] !== undefined) throw refusals[0];
  return passing?.message ?? '';
}

function asRefusal(error: unknown): DomainError {
  if (error instanceof Error && error.name === 'DomainError') return error as DomainError;
  throw error;
}

/** Refuses an offer while somebody who asked earlier waits for a time that touches it and could have it (BOOK-03). */
async function checkFirst(
  ctx: Ctx,
  waiting: waitings.StoredWaiting,
  rooms: readonly Facility[],
): Promise<void> {
  const open = await waitings.listOpen(ctx);
  for (const other of open.slice(
    0,
    open.findIndex((one) => one.id === waiting.id),
  )) {
    if (other.state !== 'waiting' || !isRival(other, waiting, rooms)) continue;
    if ('allowed' in (await findFit(ctx, other, rooms)))
      throw queueErrors.error('queue.somebody-asked-first', {
        firstName: other.bookerName,
        bookerName: waiting.bookerName,
        asked: localDateTimeOf(other.requestedAt),
      });
  }
}

type Rival = Pick<waitings.StoredWaiting, 'date' | 'from' | 'until' | 'facilityId'>;

/** True when two entries want times that touch, in rooms that stand in each other's way; any room touches every room. */
function isRival(one: Rival, other: Rival, rooms: readonly Facility[]): boolean {
  return overlaps(useOf(one), useOf(other)) && areJoined(one.facilityId, other.facilityId, rooms);
}

/** An entry as it stands among the others: whose turn it is, and whether the time is free now. */
async function standingOf(
  ctx: Ctx,
  waiting: waitings.StoredWaiting,
  open: readonly waitings.StoredWaiting[],
  rooms: readonly Facility[],
): Promise<Waiting> {
  const { details: _, settledWhy, ...shown } = waiting;
  const isOpen = open.some((one) => one.id === waiting.id);
  return {
    ...shown,
    why: isOpen || settledWhy === '' ? waiting.why : settledWhy,
    isFree: waiting.state === 'waiting' && 'allowed' in (await findFit(ctx, waiting, rooms)),
    place: placeAmong(waiting, open, rooms),
  };
}

/** 1 is next, among those who wait for a time that touches this one. */
function placeAmong(
  waiting: waitings.StoredWaiting,
  open: readonly waitings.StoredWaiting[],
  rooms: readonly Facility[],
): number {
  const own = open.findIndex((one) => one.id === waiting.id);
  const before = open.slice(0, Math.max(0, own));
  return 1 + before.filter((one) => isRival(one, waiting, rooms)).length;
}

async function readWaiting(ctx: Ctx, id: WaitingId): Promise<Waiting> {
  const waiting = await waitings.findById(ctx, id);
  if (waiting === undefined) throw queueErrors.error('queue.not-found', { id });
  return standingOf(ctx, waiting, await waitings.listOpen(ctx), await listFacilities(ctx));
}

/** An entry that still waits, at the version that was seen. */
async function getWaiting(
  ctx: Ctx,
  id: WaitingId,
  version: number,
): Promise<waitings.StoredWaiting> {
  const waiting = await waitings.findById(ctx, id);
  if (waiting === undefined) throw queueErrors.error('queue.not-found', { id });
  const { bookerName, state } = waiting;
  if (state !== 'waiting') throw queueErrors.error('queue.settled', { bookerName, state });
  if (waiting.version !== version)
    throw queueErrors.error('queue.changed-by-someone-else', { bookerName });
  return waiting;
}

/** The auditor sees times and groups, not who people are or what they said. */
function mask(waiting: Waiting, actor: Actor): Waiting {
  if (!isAuditor(actor)) return waiting;
  return {
    ...waiting,
    bookerName: waiting.booker.kind === 'group' ? waiting.bookerName : MASKED,
    bookerPhone: MASKED,
    responsibleName: MASKED,
    why: waiting.why === '' ? '' : MASKED,
  };
}

async function auditNew(ctx: Ctx, row: waitings.NewRow): Promise<void> {
  const names = await namesOf(ctx, row);
  await recordAudit(ctx, {
    action: 'waiting.added',
    objectType: 'waiting',
    objectId: row.id,
    after: {
      room: row.facilityId ?? 'any',
      date: row.date,
      from: row.from,
      until: row.until,
      places: row.units,
      bookedFor:
        row.booker.kind === 'group'
          ? names.bookerName
          : personal(row.booker.personId, names.bookerName),
    },
  });
}

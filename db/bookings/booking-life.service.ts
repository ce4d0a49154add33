import type { Facility } from '#db/facilities/facilities.contract';
import { getFacility } from '#db/facilities/facilities.service';
import { getGroup } from '#db/groups/groups.service';
import { getPerson } from '#db/people/people.service';
import { takeReference } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { atTime } from '#db/shared/local-date';
import { auditBooking } from './booking-audit.service.ts';
import { checkCanBook, checkRoomForAll, refuseOverlap } from './booking-checks.service.ts';
import { describeChanges } from './booking-changes.service.ts';
import * as lists from './booking-lists.repository.ts';
import { indexBooking, reindexBooking } from './booking-search.service.ts';
import type { bookingsContract } from './bookings-api.contract.ts';
import type { Booking, BookingId, ChangeBooking, CreateBooking } from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';
import * as bookings from './bookings.repository.ts';

type LifeVerbs = 'create' | 'change' | 'cancel' | 'undoCancel';

/** How a booking begins, changes and ends. */
export const bookingLife: Pick<Handlers<typeof bookingsContract>, LifeVerbs> = {
  async create(ctx, wanted) {
    return createBooking(ctx, wanted);
  },

  async change(ctx, wanted) {
    return changeBooking(ctx, wanted);
  },

  async cancel(ctx, { id, version, reason }) {
    const before = await getBooking(ctx, id);
    if (before.status === 'cancelled')
      throw bookingErrors.error('booking.already-cancelled', { reference: before.reference });
    await checkUnchanged(ctx, before, version);

    await bookings.update(
      ctx,
      {
        ...before,
        status: 'cancelled',
        cancelledAt: ctx.now(),
        cancelledByUserId: actorId(ctx),
        cancelReason: reason,
        version: version + 1,
      },
      version,
    );
    const after = await getBooking(ctx, id);
    await reindexBooking(ctx, after);
    await auditBooking(ctx, { action: 'booking.cancelled', before, after, reason });
    return after;
  },

  async undoCancel(ctx, { id, version }) {
    const before = await getBooking(ctx, id);
    if (before.status !== 'cancelled')
      throw bookingErrors.error('booking.not-cancelled', { reference: before.reference });
    await checkUnchanged(ctx, before, version);
    const inTheWay = await lists.listLiveBetween(
      ctx,
      before.heldFrom,
      before.heldUntil,
      before.facilityId,
    );
    if (inTheWay[0] !== undefined)
      throw bookingErrors.error('booking.slot-gone', {
        facilityName: before.facilityName,
        otherBookerName: inTheWay[0].bookerName,
        otherReference: inTheWay[0].reference,
        otherFrom: inTheWay[0].heldFrom,
        otherUntil: inTheWay[0].heldUntil,
      });

    await bookings.update(
      ctx,
      {
        ...before,
        status: 'confirmed',
        cancelledAt: null,
        cancelledByUserId: null,
        cancelReason: '',
        version: version + 1,
      },
      version,
    );
    const after = await getBooking(ctx, id);
    await reindexBooking(ctx, after);
    await auditBooking(ctx, { action: 'booking.cancellation-undone', before, after });
    return after;
  },
};

/** One booking with its names; refused when there is none of that id. */
export async function getBooking(ctx: Ctx, id: BookingId): Promise<Booking> {
  const found = await bookings.findById(ctx, id);
  if (found === undefined) throw bookingErrors.error('booking.not-found', { id });
  return found;
}

/**
 * Books a room, first come, first served (BOOK-03), for any person or group, free of charge (BOOK-05).
 * Refused when the room is taken, closed, not in use or too small, or the time has passed.
 */
export async function createBooking(ctx: Ctx, wanted: CreateBooking): Promise<Booking> {
  const startsAt = atTime(wanted.date, wanted.from);
  const endsAt = atTime(wanted.date, wanted.until);
  const facility = await getFacility(ctx, wanted.facilityId);
  const bookerNames = await namesOf(ctx, wanted);
  const isOutOfHours = await checkCanBook(ctx, { wanted, facility, startsAt, endsAt });

  const booking: bookings.StoredBooking = {
    id: ctx.newId() as BookingId,
    reference: await takeReference(ctx, 'BKG', Number(wanted.date.slice(0, 4))),
    facilityId: wanted.facilityId,
    startsAt,
    endsAt,
    heldFrom: startsAt,
    heldUntil: endsAt,
    status: 'confirmed',
    ...storedDetails(wanted),
    booker: wanted.booker,
    responsiblePersonId: wanted.responsiblePersonId,
    purpose: wanted.purpose,
    expectedNumber: wanted.expectedNumber,
    needs: wanted.needs,
    notes: wanted.notes,
    isOutOfHours,
    requestedAt: ctx.now(),
    takenByUserId: actorId(ctx),
    cancelledByUserId: null,
    cancelledAt: null,
    cancelReason: '',
    ...NEW_BOOKING,
    version: 1,
  };
  await bookings.insert(ctx, booking).catch(refuseOverlap);

  const made: Booking = {
    ...booking,
    facilityName: facility.name,
    layoutName: layoutNameOf(facility, wanted.layoutId),
    ...bookerNames,
  };
  await indexBooking(ctx, made);
  await auditBooking(ctx, { action: 'booking.created', after: made });
  return made;
}

/** Changes a booking that nobody else has changed since `version` was read; the room's rules apply afresh. */
export async function changeBooking(ctx: Ctx, wanted: ChangeBooking): Promise<Booking> {
  const before = await getBooking(ctx, wanted.id);
  if (before.status === 'cancelled')
    throw bookingErrors.error('booking.already-cancelled', { reference: before.reference });
  await checkUnchanged(ctx, before, wanted.version);
  const startsAt = atTime(wanted.date, wanted.from);
  const endsAt = atTime(wanted.date, wanted.until);
  const facility = await getFacility(ctx, wanted.facilityId);
  await namesOf(ctx, wanted);
  const isMoved =
    startsAt !== before.startsAt ||
    endsAt !== before.endsAt ||
    wanted.facilityId !== before.facilityId;
  const isOutOfHours = isMoved
    ? await checkCanBook(ctx, {
        wanted,
        facility,
        startsAt,
        endsAt,
        exceptId: wanted.id,
        isStartKept: startsAt === before.startsAt,
      })
    : before.isOutOfHours;
  if (!isMoved && wanted.expectedNumber !== before.expectedNumber)
    checkRoomForAll(facility, wanted.expectedNumber);

  await bookings
    .update(
      ctx,
      {
        ...before,
        cancelledByUserId: null,
        facilityId: wanted.facilityId,
        startsAt,
        endsAt,
        heldFrom: startsAt,
        heldUntil: endsAt,
        ...storedDetails(wanted),
        booker: wanted.booker,
        responsiblePersonId: wanted.responsiblePersonId,
        purpose: wanted.purpose,
        expectedNumber: wanted.expectedNumber,
        needs: wanted.needs,
        notes: wanted.notes,
        isOutOfHours,
        version: wanted.version + 1,
      },
      wanted.version,
    )
    .catch(refuseOverlap);
  const after = await getBooking(ctx, wanted.id);
  await reindexBooking(ctx, after);
  await auditBooking(ctx, { action: 'booking.changed', before, after });
  return after;
}

/** Tells the second of two people what the first one changed, in words (two screens, one booking). */
async function checkUnchanged(ctx: Ctx, current: Booking, seenVersion: number): Promise<void> {
  if (current.version === seenVersion) return;
  throw bookingErrors.error(
    'booking.changed-by-someone-else',
    await describeChanges(ctx, current, seenVersion),
  );
}

async function namesOf(
  ctx: Ctx,
  wanted: Pick<CreateBooking, 'booker' | 'responsiblePersonId'>,
): Promise<
  Pick<Booking, 'bookerName' | 'bookerPhone' | 'responsibleName' | 'responsiblePhone' | 'takenBy'>
> {
  const booker =
    wanted.booker.kind === 'group'
      ? await getGroup(ctx, wanted.booker.groupId)
      : await getPerson(ctx, wanted.booker.personId);
  const responsible = await getPerson(ctx, wanted.responsiblePersonId);
  return {
    bookerName: booker.name,
    bookerPhone: booker.phone,
    responsibleName: responsible.name,
    responsiblePhone: responsible.phone,
    takenBy: ctx.actor.kind === 'user' ? ctx.actor.displayName : '',
  };
}

/** What a booking keeps of the form beside its time and its people. */
function storedDetails(wanted: CreateBooking | ChangeBooking) {
  return {
    units: wanted.units,
    layoutId: wanted.layoutId,
    setupMinutes: wanted.setupMinutes ?? 0,
    cleardownMinutes: wanted.cleardownMinutes ?? 0,
    accessNeeds: wanted.accessNeeds,
    crechePlaces: wanted.crechePlaces,
    thingsWanted: wanted.thingsWanted,
    keyholder: wanted.outsideHours?.keyholder ?? '',
    hoursReason: wanted.outsideHours?.reason ?? '',
    mayShowName: wanted.mayShowName,
  };
}

/** What no booking has when it begins. */
const NEW_BOOKING = {
  isLateCancellation: false,
  lapsesOn: null,
  offerUntil: null,
  seriesId: null,
  originalDate: null,
  lateEntryReason: '',
  attendance: 'expected',
  checkedInAt: null,
  checkedOutAt: null,
  headcount: null,
} as const;

const layoutNameOf = (facility: Facility, layoutId: string | null): string =>
  facility.layouts.find((layout) => layout.id === layoutId)?.name ?? '';

const actorId = (ctx: Ctx): string | null => (ctx.actor.kind === 'user' ? ctx.actor.userId : null);

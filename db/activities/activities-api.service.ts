import { HOLDING_STATUSES } from '#db/bookings/bookings.contract';
import { getBooking } from '#db/bookings/place-booking.service';
import { getGroup } from '#db/groups/groups.service';
import { takeReference, todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { dateOf, type LocalDate } from '#db/shared/local-date';
import type { activitiesContract } from './activities-api.contract.ts';
import type { ActivityDetails, ActivityId, Place } from './activities.contract.ts';
import { activityErrors } from './activities.errors.ts';
import { activitiesTable } from './activities-table.service.ts';
import * as activities from './activities.repository.ts';
import { findBadTimes, findKind } from './activities.rules.ts';
import { attendancePaper } from './attendance-paper.service.ts';
import {
  checkNotCancelled,
  getStored,
  keep,
  kindsOf,
  showActivity,
} from './keep-activity.service.ts';
import { registerService } from './register.service.ts';

/** What people attend, and the registers of who came. */
export const activitiesApi: Handlers<typeof activitiesContract> = {
  async list(ctx, wanted) {
    return [...(await activities.list(ctx, wanted))];
  },

  async kinds(ctx) {
    return [...(await kindsOf(ctx))];
  },

  async get(ctx, { id }) {
    return showActivity(ctx, id);
  },

  async add(ctx, wanted) {
    const { details, on } = await checkDetails(ctx, wanted);
    const id = ctx.newId() as ActivityId;
    const reference = await takeReference(ctx, 'ACT', Number(on.slice(0, 4)));
    await activities.insert(ctx, { ...details, id, reference });
    return keep(ctx, id, { action: 'activity.added' });
  },

  async change(ctx, { id, version, ...wanted }) {
    const before = await getStored(ctx, id);
    checkNotCancelled(before);
    const { details, on } = await checkDetails(ctx, wanted, before);
    if (before.attended > 0 && on > todayOf(ctx))
      throw activityErrors.error('activity.day-to-come', { reference: before.reference, on });
    if (!(await activities.updateDetails(ctx, { id, version }, details)))
      throw activityErrors.error('activity.changed-by-someone-else', {
        reference: before.reference,
      });
    return keep(ctx, id, { action: 'activity.changed' }, before);
  },

  async cancel(ctx, { id, version, reason }) {
    const before = await getStored(ctx, id);
    checkNotCancelled(before);
    if (before.attended > 0)
      throw activityErrors.error('activity.people-came', {
        reference: before.reference,
        came: before.attended,
      });
    const changed = { cancelled_at: ctx.now(), cancel_reason: reason };
    if (!(await activities.update(ctx, { id, version }, changed)))
      throw activityErrors.error('activity.changed-by-someone-else', {
        reference: before.reference,
      });
    return keep(ctx, id, { action: 'activity.cancelled', reason }, before);
  },

  async restore(ctx, { id, version }) {
    const before = await getStored(ctx, id);
    if (!before.isCancelled)
      throw activityErrors.error('activity.not-cancelled', { reference: before.reference });
    const changed = { cancelled_at: null, cancel_reason: '' };
    if (!(await activities.update(ctx, { id, version }, changed)))
      throw activityErrors.error('activity.changed-by-someone-else', {
        reference: before.reference,
      });
    return keep(ctx, id, { action: 'activity.brought-back' }, before);
  },

  ...registerService,
  ...activitiesTable,
  ...attendancePaper,
};

/** What is entered as it may be kept, and the day it is on; refused where something of it cannot be. */
async function checkDetails(
  ctx: Ctx,
  wanted: ActivityDetails,
  before?: activities.StoredActivity,
): Promise<{ readonly details: ActivityDetails; readonly on: LocalDate }> {
  // A kind that has left the council's list stays with the activities that have it.
  const known = before === undefined ? [] : [before.kind];
  const kind = findKind([...(await kindsOf(ctx)), ...known], wanted.kind);
  if (kind === undefined)
    throw activityErrors.error('activity.unknown-kind', { kind: wanted.kind });
  if (wanted.groupId !== null) await getGroup(ctx, wanted.groupId);
  const on = await checkPlace(ctx, wanted.place, before);
  return { details: { ...wanted, kind }, on };
}

async function checkPlace(
  ctx: Ctx,
  place: Place,
  before: activities.StoredActivity | undefined,
): Promise<LocalDate> {
  if (place.kind === 'entered') {
    const bad = findBadTimes(place.startsAt, place.endsAt);
    if (bad === 'end-without-start') throw activityErrors.error('activity.end-without-start', {});
    if (bad === 'ends-before-start') throw activityErrors.error('activity.ends-before-start', {});
    return place.on;
  }
  const booking = await getBooking(ctx, place.bookingId);
  const isAnother = before?.bookingId !== place.bookingId;
  if (isAnother && !HOLDING_STATUSES.includes(booking.status))
    throw activityErrors.error('activity.booking-holds-nothing', { reference: booking.reference });
  return dateOf(booking.startsAt);
}

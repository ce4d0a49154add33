import type { Facility } from '#db/facilities/facilities.contract';
import { getGroup } from '#db/groups/groups.service';
import { getPerson } from '#db/people/people.service';
import { takeReference } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import { atTime, type LocalDate } from '#db/shared/local-date';
import { auditBooking, type BookingNote } from './booking-audit.service.ts';
import { describeChanges } from './booking-changes.service.ts';
import { type Allowed, refuseOverlap } from './booking-checks.service.ts';
import { indexBooking, reindexBooking } from './booking-search.service.ts';
import { followUpBooking } from './booking-tasks.service.ts';
import type {
  Booking,
  BookingId,
  BookingStatus,
  CreateBooking,
  SeriesId,
} from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';
import * as bookings from './bookings.repository.ts';
import type { Span } from './bookings.rules.ts';
import { applySqueeze } from './squeeze.service.ts';

/** One booking with its names; refused when there is none of that id. */
export async function getBooking(ctx: Ctx, id: BookingId): Promise<Booking> {
  const found = await bookings.findById(ctx, id);
  if (found === undefined) throw bookingErrors.error('booking.not-found', { id });
  return found;
}

/** Tells the second of two people what the first one changed, in words (two screens, one booking). */
export async function checkUnchanged(
  ctx: Ctx,
  current: Booking,
  seenVersion: number,
): Promise<void> {
  if (current.version === seenVersion) return;
  throw bookingErrors.error(
    'booking.changed-by-someone-else',
    await describeChanges(ctx, current, seenVersion),
  );
}

/** The names that stand beside a booking. */
export type BookingNames = Pick<
  Booking,
  'bookerName' | 'bookerPhone' | 'responsibleName' | 'responsiblePhone' | 'takenBy'
>;

/** Looks up who a booking is for and who answers for it; refused when either is not on record. */
export async function namesOf(
  ctx: Ctx,
  wanted: Pick<CreateBooking, 'booker' | 'responsiblePersonId'>,
): Promise<BookingNames> {
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

/** The time of use of what was typed. */
export const useOf = (wanted: Pick<CreateBooking, 'date' | 'from' | 'until'>): Span => ({
  from: atTime(wanted.date, wanted.from),
  until: atTime(wanted.date, wanted.until),
});

/** What a booking keeps of the form beside its time and its people. */
export function storedDetails(
  wanted: Pick<
    CreateBooking,
    | 'units'
    | 'layoutId'
    | 'booker'
    | 'responsiblePersonId'
    | 'purpose'
    | 'expectedNumber'
    | 'needs'
    | 'notes'
    | 'accessNeeds'
    | 'crechePlaces'
    | 'thingsWanted'
    | 'mayShowName'
  >,
) {
  return {
    units: wanted.units,
    layoutId: wanted.layoutId,
    booker: wanted.booker,
    responsiblePersonId: wanted.responsiblePersonId,
    purpose: wanted.purpose,
    expectedNumber: wanted.expectedNumber,
    needs: wanted.needs,
    notes: wanted.notes,
    accessNeeds: wanted.accessNeeds,
    crechePlaces: wanted.crechePlaces,
    thingsWanted: wanted.thingsWanted,
    mayShowName: wanted.mayShowName,
  };
}

/** What no booking has when it begins. */
const NEW_BOOKING = {
  cancelledByUserId: null,
  cancelledFrom: null,
  cancelledAt: null,
  cancelReason: '',
  isLateCancellation: false,
  attendance: 'expected',
  checkedInAt: null,
  checkedOutAt: null,
  headcount: null,
  version: 1,
} as const;

/** Everything that was found out about a booking before it is written. */
export type Placement = {
  readonly facility: Facility;
  readonly names: BookingNames;
  /** What the rules let it hold; see `checkCanBook`. */
  readonly allowed: Allowed;
  /** Its state where that is not what `statusOf` says: an offer. */
  readonly offerUntil?: Instant;
  /** When it was asked for, where that was earlier: the order of the queue (BOOK-03). */
  readonly requestedAt?: Instant;
  readonly series?: { readonly seriesId: SeriesId; readonly originalDate: LocalDate };
};

/** The state in which a booking begins: a hold until a date, a request where the room asks for approval, else confirmed. */
export function statusOf(facility: Facility, wanted: Pick<CreateBooking, 'hold'>): BookingStatus {
  if (wanted.hold !== null) return 'provisional';
  return facility.needsApproval ? 'requested' : 'confirmed';
}

/** The row of a booking that every rule lets through, under its reference; nothing is written yet. */
export function newStoredBooking(
  ctx: Ctx,
  wanted: CreateBooking,
  placement: Placement,
  reference: string,
): bookings.StoredBooking {
  const { facility, allowed, series } = placement;
  const { judgement, held } = allowed;
  const use = useOf(wanted);
  const outside = judgement.hours.isClosed ? wanted.outsideHours : null;
  return {
    ...NEW_BOOKING,
    ...storedDetails(wanted),
    id: ctx.newId() as BookingId,
    reference,
    facilityId: facility.id,
    startsAt: use.from,
    endsAt: use.until,
    heldFrom: held.from,
    heldUntil: held.until,
    setupMinutes: judgement.around.setup,
    cleardownMinutes: judgement.around.cleardown,
    status: placement.offerUntil === undefined ? statusOf(facility, wanted) : 'offered',
    isOutOfHours: judgement.isOutOfHours,
    requestedAt: placement.requestedAt ?? ctx.now(),
    takenByUserId: userIdOf(ctx.actor),
    lapsesOn: wanted.hold?.lapsesOn ?? null,
    offerUntil: placement.offerUntil ?? null,
    seriesId: series?.seriesId ?? null,
    originalDate: series?.originalDate ?? null,
    keyholder: outside?.keyholder ?? '',
    hoursReason: outside?.reason ?? '',
    lateEntryReason: judgement.hours.isPast ? (wanted.lateEntry?.reason ?? '') : '',
  };
}

/** A booking's row with the names that stand beside it. */
export function withNames(
  booking: bookings.StoredBooking,
  { facility, names }: Pick<Placement, 'facility' | 'names'>,
): Booking {
  return {
    ...booking,
    facilityName: facility.name,
    layoutName: facility.layouts.find((layout) => layout.id === booking.layoutId)?.name ?? '',
    ...names,
  };
}

/** Writes a booking that every rule lets through, with its reference, its search entry and its line in the record. */
export async function placeBooking(
  ctx: Ctx,
  wanted: CreateBooking,
  placement: Placement,
): Promise<Booking> {
  const { squeeze } = placement.allowed;
  const reference = await takeReference(ctx, 'BKG', Number(wanted.date.slice(0, 4)));
  const booking = newStoredBooking(ctx, wanted, placement, reference);
  const write = () => bookings.insert(ctx, booking).catch(refuseOverlap);
  if (squeeze === undefined) await write();
  else
    await applySqueeze(
      ctx,
      { id: booking.id, plan: squeeze, reason: wanted.squeeze?.reason ?? '' },
      write,
    );

  const made = withNames(booking, placement);
  await indexBooking(ctx, made);
  await auditBooking(ctx, { action: 'booking.created', after: made });
  if (made.status !== 'confirmed') await followUpBooking(ctx, made);
  return made;
}

/** Writes a change of a booking with its search entry, its line in the record and what the desk has to do about it. */
export async function saveBooking(
  ctx: Ctx,
  before: Booking,
  change: Partial<bookings.StoredBooking>,
  note: Pick<BookingNote, 'action' | 'reason' | 'facts'>,
): Promise<Booking> {
  await bookings
    .update(
      ctx,
      {
        ...before,
        cancelledByUserId: null,
        cancelledFrom: null,
        ...change,
        version: before.version + 1,
      },
      before.version,
    )
    .catch(refuseOverlap);
  const after = await getBooking(ctx, before.id);
  await reindexBooking(ctx, after);
  await auditBooking(ctx, { ...note, before, after });
  if (after.status !== before.status || after.status !== 'confirmed')
    await followUpBooking(ctx, after);
  return after;
}

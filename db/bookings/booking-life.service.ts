import { type AuditFacts, personal } from '#db/audit/record';
import type { Facility } from '#db/facilities/facilities.contract';
import { getFacility } from '#db/facilities/facilities.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { refuseBarred } from './booking-bars.service.ts';
import { checkCanBook } from './booking-checks.service.ts';
import type { bookingsContract } from './bookings-api.contract.ts';
import type { Booking, ChangeBooking, CreateBooking, FreedOffers } from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';
import { cancelBooking, undoCancellation } from './cancel-booking.service.ts';
import { type AskedTime, findOverCapacity, judgeTime } from './judge.rules.ts';
import { lapseOverdue } from './queue/lapse.service.ts';
import { moveBooking } from './move-booking.service.ts';
import {
  checkUnchanged,
  getBooking,
  namesOf,
  placeBooking,
  saveBooking,
  storedDetails,
  useOf,
} from './place-booking.service.ts';

type LifeVerbs = 'create' | 'change' | 'cancel' | 'undoCancel';

/** How a booking begins, changes and ends. */
export const bookingLife: Pick<Handlers<typeof bookingsContract>, LifeVerbs> = {
  async create(ctx, wanted) {
    return createBooking(ctx, wanted);
  },

  async change(ctx, wanted) {
    return changeBooking(ctx, wanted);
  },

  async cancel(ctx, wanted) {
    return cancelBooking(ctx, wanted);
  },

  async undoCancel(ctx, wanted) {
    return undoCancellation(ctx, wanted);
  },
};

/**
 * Books a room, first come, first served (BOOK-03), for any person or group, free of charge (BOOK-05).
 * Refused when any rule of `judgeTime` says so, when the booker may not use it, or when it is taken.
 */
export async function createBooking(ctx: Ctx, wanted: CreateBooking): Promise<Booking> {
  await lapseOverdue(ctx);
  const facility = await getFacility(ctx, wanted.facilityId);
  const names = await namesOf(ctx, wanted);
  const allowed = await checkCanBook(ctx, facility, { wanted, use: useOf(wanted) });
  return placeBooking(ctx, wanted, { facility, names, allowed });
}

/**
 * Changes a booking that nobody else has changed since `version` was read; a move meets every rule afresh, and the
 * answer names whoever was offered the time it leaves.
 */
export async function changeBooking(
  ctx: Ctx,
  wanted: ChangeBooking,
): Promise<Booking & FreedOffers> {
  await lapseOverdue(ctx);
  const before = await getBooking(ctx, wanted.id);
  checkIsLive(before);
  await checkUnchanged(ctx, before, wanted.version);
  const facility = await getFacility(ctx, wanted.facilityId);
  await namesOf(ctx, wanted);
  const asked = askedOf(before, wanted);
  if (isMoved(before, facility, asked)) {
    checkNotUsed(before, wanted);
    checkAgreement(before, wanted);
    return moveBooking(ctx, { before, wanted, facility, asked, facts: agreementOf(wanted) });
  }
  await checkNewDetails(ctx, before, wanted);
  const numberChanges = wanted.expectedNumber !== before.expectedNumber;
  const tooMany = numberChanges ? findOverCapacity(facility, wanted) : undefined;
  if (tooMany !== undefined) throw tooMany;
  const after = await saveBooking(ctx, before, storedDetails(wanted), {
    action: 'booking.changed',
  });
  return { ...after, offers: [] };
}

/** What a booking may not become, also where its time and room stay: a legal dispute (BOOK-14), or somebody's who is barred (BOOK-12). */
async function checkNewDetails(ctx: Ctx, before: Booking, wanted: ChangeBooking): Promise<void> {
  if (wanted.purpose === 'legal-dispute' && before.purpose !== wanted.purpose)
    throw bookingErrors.error('booking.legal-dispute', {});
  const hasNewHolder =
    JSON.stringify(wanted.booker) !== JSON.stringify(before.booker) ||
    wanted.responsiblePersonId !== before.responsiblePersonId;
  if (hasNewHolder) await refuseBarred(ctx, wanted);
}

/** Refuses a change of a booking that holds nothing any more, and of an offer, which is for the time that was asked for. */
function checkIsLive(booking: Booking): void {
  const { reference, status } = booking;
  if (status === 'cancelled') throw bookingErrors.error('booking.already-cancelled', { reference });
  if (status === 'offered') throw bookingErrors.error('booking.is-an-offer', { reference });
  if (status === 'refused' || status === 'lapsed')
    throw bookingErrors.error('booking.no-longer-held', { reference, status });
}

/** A change as the rules look at it. */
export function askedOf(before: Booking, wanted: ChangeBooking): AskedTime {
  const use = useOf(wanted);
  return {
    wanted,
    use,
    exceptId: before.id,
    isStartKept: use.from === before.startsAt,
    kept:
      wanted.facilityId === before.facilityId
        ? {
            layoutId: before.layoutId,
            around: { setup: before.setupMinutes, cleardown: before.cleardownMinutes },
          }
        : undefined,
  };
}

/** True when the booking would hold another room, another time, or more or fewer places. */
export function isMoved(before: Booking, facility: Facility, asked: AskedTime): boolean {
  const { around } = judgeTime(
    {
      facility,
      open: { facilityId: facility.id, date: asked.wanted.date, spans: null, why: '' },
      office: null,
      now: before.startsAt,
      actor: { kind: 'program' },
    },
    asked,
  );
  return (
    facility.id !== before.facilityId ||
    asked.use.from !== before.startsAt ||
    asked.use.until !== before.endsAt ||
    around.setup !== before.setupMinutes ||
    around.cleardown !== before.cleardownMinutes ||
    asked.wanted.units !== before.units
  );
}

/** What has been used, or was missed, happened then and there; only its end may still change. */
function checkNotUsed(before: Booking, wanted: ChangeBooking): void {
  const { reference, attendance, startsAt, facilityId } = before;
  if (attendance === 'expected') return;
  if (useOf(wanted).from !== startsAt || wanted.facilityId !== facilityId)
    throw bookingErrors.error('booking.was-used', { reference });
}

/** BOOK-03: whoever asked first keeps a confirmed booking; the centre moves it only with the holder's agreement. */
function checkAgreement(before: Booking, wanted: ChangeBooking): void {
  if (before.status !== 'confirmed' || wanted.askedBy === 'holder') return;
  const use = useOf(wanted);
  const isElsewhere =
    wanted.facilityId !== before.facilityId ||
    use.from !== before.startsAt ||
    use.until !== before.endsAt;
  if (isElsewhere && wanted.agreement === null)
    throw bookingErrors.error('booking.agreement-needed', {
      reference: before.reference,
      bookerName: before.bookerName,
    });
}

function agreementOf(wanted: ChangeBooking): AuditFacts {
  const { agreement, askedBy } = wanted;
  if (askedBy === 'holder') return {};
  return {
    askedBy: 'the centre',
    ...(agreement === null
      ? {}
      : {
          agreedBy: personal(wanted.responsiblePersonId, agreement.agreedBy),
          agreedHow: agreement.how,
        }),
  };
}

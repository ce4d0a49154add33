import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { whatIsMissing } from '#db/conditions/conditions.service';
import { MASKED } from '#db/people/people.rules';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor, userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { putTask, settleTasks } from '#db/tasks/tasks.service';
import type {
  bookingUseProcedures,
  Checklist,
  CloseOut,
  FoundItem,
} from './booking-use.contract.ts';
import { bookingUseErrors } from './booking-use.errors.ts';
import * as use from '../booking-use.repository.ts';
import type { Booking, BookingId } from '../bookings.contract.ts';
import { exportCalendar } from '../papers/calendar-file.service.ts';
import { checkUnchanged, getBooking, saveBooking } from '../place-booking.service.ts';
import { usePapers } from '../papers/use-papers.service.ts';

/** What happens at the desk on the day: in, out, nobody came, and what was left behind. */
export const bookingUse: Handlers<typeof bookingUseProcedures> = {
  /** Two presses are a whole visit: this one and `stopUse`, each with nothing to fill in when all is in order. */
  async startUse(ctx, { id, version, headcount }) {
    const before = await getToBeUsed(ctx, id, version);
    const date = dateOf(before.startsAt);
    // A check-in that was forgotten is entered later; both moments stand in the record.
    if (date > todayOf(ctx))
      throw bookingUseErrors.error('booking.not-today', { reference: before.reference, date });
    await refuseWithoutPapers(ctx, before);
    return saveBooking(
      ctx,
      before,
      { attendance: 'in', checkedInAt: ctx.now(), headcount: headcount ?? before.headcount },
      { action: 'booking.checked-in' },
    );
  },

  async stopUse(ctx, { id, version, ...noted }) {
    const before = await getBooking(ctx, id);
    if (before.attendance === 'out') throw checkedOutBefore(before);
    if (before.attendance !== 'in')
      throw bookingUseErrors.error('booking.not-checked-in', { reference: before.reference });
    await checkUnchanged(ctx, before, version);

    await use.insertCloseOut(
      ctx,
      { bookingId: id, checklist: noted.checklist, damage: noted.damage, notes: noted.notes },
      userIdOf(ctx.actor),
    );
    const after = await saveBooking(
      ctx,
      before,
      {
        attendance: 'out',
        checkedOutAt: ctx.now(),
        headcount: noted.headcount ?? before.headcount,
      },
      { action: 'booking.checked-out', facts: closeOutFacts(before, noted) },
    );
    for (const what of noted.found) await keepFound(ctx, after, what);
    if (noted.damage !== '') await putDamageTask(ctx, after, noted.damage);
    return after;
  },

  async recordNoShow(ctx, { id, version }) {
    const before = await getToBeUsed(ctx, id, version);
    if (localDateTimeOf(ctx.now()) < before.startsAt)
      throw bookingUseErrors.error('booking.not-begun', {
        reference: before.reference,
        startsAt: before.startsAt,
      });
    return saveBooking(ctx, before, { attendance: 'no-show' }, { action: 'booking.no-show' });
  },

  async undoUse(ctx, { id, version }) {
    const before = await getBooking(ctx, id);
    if (before.attendance === 'expected')
      throw bookingUseErrors.error('booking.nothing-to-take-back', {
        reference: before.reference,
      });
    await checkUnchanged(ctx, before, version);
    if (before.attendance === 'out') await takeBackCloseOut(ctx, before);
    return saveBooking(
      ctx,
      before,
      before.attendance === 'out'
        ? { attendance: 'in', checkedOutAt: null }
        : { attendance: 'expected', checkedInAt: null, headcount: null },
      { action: 'booking.use-undone' },
    );
  },

  async closeOut(ctx, { id }) {
    const booking = await getBooking(ctx, id);
    const found = await use.findCloseOut(ctx, booking.id);
    return found === undefined ? null : maskCloseOut(ctx, found);
  },

  async found(ctx) {
    return (await use.listFound(ctx)).map((item) => maskFound(ctx, item));
  },

  async settleFound(ctx, { id, how, version }) {
    const before = await use.findFound(ctx, id);
    if (before === undefined) throw bookingUseErrors.error('found.not-here', { id });
    if (!(await use.settleFound(ctx, id, { on: todayOf(ctx), how, seenVersion: version })))
      throw bookingUseErrors.error('found.settled-before', { what: before.what });
    await settleTasks(ctx, { objectType: 'found-item', objectId: id });
    await recordAudit(ctx, {
      action: 'found.settled',
      objectType: before.bookingId === null ? 'found-item' : 'booking',
      objectId: before.bookingId ?? id,
      after: {
        what: personal(id, before.what),
        foundOn: before.foundOn,
        how: personal(id, how),
      },
    });
    return mustExist(await use.findFound(ctx, id), 'it was just settled');
  },

  ...usePapers,
  exportCalendar,
};

/** A confirmed booking that nobody has used yet and nobody else has changed. */
async function getToBeUsed(ctx: Ctx, id: BookingId, version: number): Promise<Booking> {
  const booking = await getBooking(ctx, id);
  const { reference, status, attendance } = booking;
  if (status !== 'confirmed')
    throw bookingUseErrors.error('booking.not-to-be-used', { reference, status });
  if (attendance === 'out') throw checkedOutBefore(booking);
  if (attendance === 'in')
    throw bookingUseErrors.error('booking.checked-in-before', {
      reference,
      at: localDateTimeOf(mustExist(booking.checkedInAt, 'it is checked in')),
    });
  if (attendance === 'no-show')
    throw bookingUseErrors.error('booking.nobody-came-before', { reference });
  await checkUnchanged(ctx, booking, version);
  return booking;
}

const checkedOutBefore = (booking: Booking) =>
  bookingUseErrors.error('booking.checked-out-before', {
    reference: booking.reference,
    at: localDateTimeOf(mustExist(booking.checkedOutAt, 'it is checked out')),
  });

/** Nobody begins before the guidelines (BOOK-07) and the fire procedure (BOOK-08) were given, where the council asks for it. */
async function refuseWithoutPapers(ctx: Ctx, booking: Booking): Promise<void> {
  const missing = await whatIsMissing(ctx, {
    booker: booking.booker,
    responsiblePersonId: booking.responsiblePersonId,
    on: dateOf(booking.startsAt),
  });
  if (missing.length > 0)
    throw bookingUseErrors.error('booking.conditions-missing', {
      reference: booking.reference,
      missing: [...missing],
    });
}

/** What was found waits for its owner (BOOK-10). */
async function keepFound(ctx: Ctx, booking: Booking, what: string): Promise<void> {
  const id = ctx.newId();
  await use.insertFound(ctx, {
    id,
    bookingId: booking.id,
    reference: booking.reference,
    what,
    foundOn: todayOf(ctx),
    place: booking.facilityName.slice(0, 120),
    settledOn: null,
    settledHow: '',
    version: 1,
  });
  await putTask(ctx, {
    kind: 'bookings.found',
    words: `Ask ${booking.bookerName} about what was left in ${booking.facilityName} (${booking.reference}): ${what}.`,
    path: '/rooms/found',
    objectType: 'found-item',
    objectId: id,
    role: null,
    dueOn: null,
  });
}

async function putDamageTask(ctx: Ctx, booking: Booking, damage: string): Promise<void> {
  await putTask(ctx, {
    kind: 'bookings.damage',
    words: `Look at the damage in ${booking.facilityName} after ${booking.reference}, ${booking.bookerName}: ${damage}`,
    path: `/bookings/${booking.id}`,
    objectType: 'booking',
    objectId: booking.id,
    role: 'officer',
    dueOn: todayOf(ctx),
  });
}

/** What a check-out noted goes with it; a found thing that was handed back already stays on record. */
async function takeBackCloseOut(ctx: Ctx, booking: Booking): Promise<void> {
  await use.deleteCloseOut(ctx, booking.id);
  await settleTasks(ctx, {
    kind: 'bookings.damage',
    objectType: 'booking',
    objectId: booking.id,
  });
  for (const item of await use.listFoundOf(ctx, booking.id)) {
    if (item.settledOn !== null) continue;
    await settleTasks(ctx, { objectType: 'found-item', objectId: item.id });
    await use.deleteFound(ctx, item.id);
  }
}

const CHECKLIST_WORDS: Readonly<Record<keyof Checklist, string>> = {
  tidy: 'roomTidy',
  crockery: 'crockeryWashed',
  equipment: 'equipmentThere',
  nothingLeft: 'nothingLeftBehind',
};

/** What the record keeps of a check-out; free text may tell about a person. */
function closeOutFacts(
  booking: Booking,
  noted: {
    readonly checklist: Checklist;
    readonly damage: string;
    readonly notes: string;
    readonly found: readonly string[];
  },
): AuditFacts {
  const subject = booking.responsiblePersonId;
  const looked = (Object.keys(CHECKLIST_WORDS) as (keyof Checklist)[]).flatMap((line) => {
    const value = noted.checklist[line];
    return value === null ? [] : [[CHECKLIST_WORDS[line], value] as const];
  });
  return {
    ...Object.fromEntries(looked),
    ...(noted.damage === '' ? {} : { damage: personal(subject, noted.damage) }),
    ...(noted.notes === '' ? {} : { checkOutNotes: personal(subject, noted.notes) }),
    ...(noted.found.length === 0 ? {} : { found: personal(subject, noted.found.join('; ')) }),
  };
}

const masked = (text: string): string => (text === '' ? '' : MASKED);

function maskCloseOut(ctx: Ctx, closeOut: CloseOut): CloseOut {
  if (!isAuditor(ctx.actor)) return closeOut;
  return { ...closeOut, damage: masked(closeOut.damage), notes: masked(closeOut.notes) };
}

function maskFound(ctx: Ctx, item: FoundItem): FoundItem {
  if (!isAuditor(ctx.actor)) return item;
  return { ...item, what: masked(item.what), settledHow: masked(item.settledHow) };
}

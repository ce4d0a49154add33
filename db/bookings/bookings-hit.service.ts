import type { BookingHit, ClosureDetails } from '#db/calendar/calendar.contract';
import type { ClosureHits } from '#db/calendar/calendar.service';
import { workingDayFrom } from '#db/calendar/opening.service';
import type { FacilityId } from '#db/facilities/facilities.contract';
import type { ComingBookings } from '#db/facilities/facility-use.service';
import { listFacilities } from '#db/facilities/facilities.service';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import {
  addDays,
  atTime,
  dateOf,
  endOfDay,
  type LocalDate,
  type LocalDateTime,
  localDateTimeOf,
  overlaps,
  startOfDay,
} from '#db/shared/local-date';
import { countOf, formatDate, joinWords } from '#db/shared/plain-words';
import { putTask, settleTasks } from '#db/tasks/tasks.service';
import * as lists from './booking-lists.repository.ts';
import { maskCard } from './booking-mask.rules.ts';
import type { BookingCard } from './bookings.contract.ts';
import { fewestFree } from './places.rules.ts';
import { joinedIds } from './room-time.rules.ts';

/** The diary ends here: no booking can be taken for a later day. */
const END_OF_DIARY = startOfDay('2200-01-01' as LocalDate);

/**
 * The coming bookings whose held time lies partly in a closure, in time order: of its room and the rooms joined to it,
 * or of all. An extra open day hits none.
 */
export async function listBookingsHitBy(
  ctx: Ctx,
  closure: ClosureDetails,
): Promise<readonly BookingHit[]> {
  if (closure.effect === 'open') return [];
  const now = localDateTimeOf(ctx.now());
  const from = startOfDay(closure.firstDate);
  const until = endOfDay(closure.lastDate);
  if (until <= now) return [];
  const facilities = await listFacilities(ctx);
  const closed = facilities.find((one) => one.id === closure.facilityId);
  const concerned = closed === undefined ? undefined : joinedIds(closed, facilities);
  const cards = await lists.listLiveBetween(ctx, from, until, null);
  const names = new Map(facilities.map((one) => [one.id, one.name]));
  return cards
    .filter(
      (card) =>
        card.heldUntil > now &&
        (concerned?.has(card.facilityId) ?? true) &&
        isHeldInClosure(card, closure),
    )
    .map((card) => ({
      bookingId: card.id,
      reference: card.reference,
      facilityName: names.get(card.facilityId) ?? '',
      bookerName: maskCard(card, ctx.actor).bookerName,
      startsAt: card.startsAt,
      endsAt: card.endsAt,
    }));
}

function isHeldInClosure(card: BookingCard, closure: ClosureDetails): boolean {
  const held = { from: card.heldFrom, until: card.heldUntil };
  for (let date = dateOf(card.heldFrom); date <= dateOf(card.heldUntil); date = addDays(date, 1)) {
    if (date < closure.firstDate || date > closure.lastDate) continue;
    const closed =
      closure.from === null || closure.until === null
        ? { from: startOfDay(date), until: endOfDay(date) }
        : { from: atTime(date, closure.from), until: atTime(date, closure.until) };
    if (overlaps(held, closed)) return true;
  }
  return false;
}

/** What facilities ask of the bookings to come before a manager takes places away or joins rooms. */
export const comingBookings: ComingBookings = {
  async mostPlacesHeld(ctx, facilityId) {
    const cards = await listComing(ctx, facilityId);
    const first = cards[0];
    if (first === undefined) return 0;
    const held = cards.map(toHeld);
    return -fewestFree(0, held, { from: first.heldFrom, until: END_OF_DIARY });
  },

  async findJoinedClash(ctx, wholeId, partIds) {
    const ofWhole = await listComing(ctx, wholeId);
    if (ofWhole.length === 0) return undefined;
    for (const partId of partIds)
      for (const inPart of await listComing(ctx, partId)) {
        const inWhole = ofWhole.find((one) => overlaps(toHeld(one), toHeld(inPart)));
        if (inWhole !== undefined) return [inWhole.reference, inPart.reference];
      }
    return undefined;
  },
};

function listComing(ctx: Ctx, facilityId: FacilityId): Promise<readonly BookingCard[]> {
  return lists.listLiveBetween(ctx, localDateTimeOf(ctx.now()), END_OF_DIARY, facilityId);
}

const toHeld = (
  card: BookingCard,
): { readonly from: LocalDateTime; readonly until: LocalDateTime; readonly units: number } => ({
  from: card.heldFrom,
  until: card.heldUntil,
  units: card.units,
});

/** More references than this in one task say less than their number. */
const MOST_REFERENCES_SAID = 4;

function firstOf(hits: readonly BookingHit[]): readonly string[] {
  const said = hits.slice(0, MOST_REFERENCES_SAID).map((hit) => hit.reference);
  return hits.length <= said.length ? said : [...said, `${hits.length - said.length} more`];
}

/** What the calendar asks of bookings, and what becomes of bookings that a new closure hits: a task for the desk. */
export const closureHits: ClosureHits = {
  list: listBookingsHitBy,

  async onAdded(ctx, closure, hits) {
    if (hits.length === 0) return;
    const { firstDate, lastDate } = closure;
    const days =
      firstDate === lastDate
        ? `on ${formatDate(firstDate)}`
        : `from ${formatDate(firstDate)} to ${formatDate(lastDate)}`;
    const before = await workingDayFrom(ctx, firstDate, -1, 'last-day-counts');
    const today = todayOf(ctx);
    await putTask(ctx, {
      kind: 'calendar.closure-hits',
      words: `${closure.name} ${days} hits ${countOf(hits.length, 'booking')}: ${joinWords(firstOf(hits))}. Ask the holders whether to move or cancel.`,
      path: '/settings/days',
      objectType: 'closure',
      objectId: closure.id,
      role: null,
      dueOn: before < today ? today : before,
    });
  },

  async onWithdrawn(ctx, closure) {
    await settleTasks(ctx, { objectType: 'closure', objectId: closure.id });
  },
};

import { readOpening } from '#db/calendar/opening.service';
import type { Facility } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import type { Ctx } from '#db/shared/ctx';
import { atTime, type LocalDate, type LocalEndTime, overlaps } from '#db/shared/local-date';
import * as lists from './booking-lists.repository.ts';
import { joinedIds, placesOn } from './room-time.rules.ts';

/**
 * The meeting rooms of the centre that were open and free on a day from one time to another, also in the past: what a
 * room hired elsewhere is held against (BOOK-19). Set-up around it is not asked about.
 */
export async function meetingRoomsFreeAt(
  ctx: Ctx,
  on: LocalDate,
  from: LocalEndTime,
  until: LocalEndTime,
): Promise<readonly Facility[]> {
  const use = { from: atTime(on, from), until: atTime(on, until) };
  const all = await listFacilities(ctx);
  const held = await lists.listHeldBetween(ctx, use.from, use.until);
  const opening = await readOpening(ctx, on, on);
  return all.filter((room) => {
    const { spans } = opening.openOn(room, on);
    const isOpen =
      spans === null || spans.some((span) => span.from <= use.from && use.until <= span.until);
    if (room.kind !== 'meeting-room' || !room.isActive || !room.isBookable || !isOpen) return false;
    const joined = joinedIds(room, all);
    const taken = held
      .filter((one) => joined.has(one.facilityId))
      .filter((one) => overlaps({ from: one.heldFrom, until: one.heldUntil }, use));
    return taken.reduce((sum, one) => sum + one.units, 0) < placesOn(room, on);
  });
}

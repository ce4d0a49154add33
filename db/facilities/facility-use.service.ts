import { recordAudit } from '#db/audit/record';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type {
  facilitiesContract,
  Facility,
  FacilityId,
  FacilityUse,
  Layout,
  LayoutId,
  Seat,
  SeatId,
} from './facilities.contract.ts';
import { facilityErrors } from './facilities.errors.ts';
import * as facilities from './facilities.repository.ts';
import { getFacility } from './facilities.service.ts';

/** What knows the bookings to come; given by `api.ts`. */
export type ComingBookings = {
  /** The most places of a facility that are held at any one moment from now on; 0 for none. */
  readonly mostPlacesHeld: (ctx: Ctx, facilityId: FacilityId) => Promise<number>;
  /** References of a booking of the whole and one of a part that are at the same time. */
  readonly findJoinedClash: (
    ctx: Ctx,
    wholeId: FacilityId,
    partIds: readonly FacilityId[],
  ) => Promise<readonly [whole: string, part: string] | undefined>;
};

/** What `facilityUse` honours of the module's contract; `facilitiesService` honours the rest. */
export type UseVerbs = 'setUse' | 'setLayouts' | 'setSeats' | 'markSeat';

/** How a room is used: its places, parts, layouts, seats, access and limits. */
export function facilityUse(
  coming: ComingBookings,
): Pick<Handlers<typeof facilitiesContract>, UseVerbs> {
  return {
    async setUse(ctx, { id, version, ...wanted }) {
      const before = await getFacility(ctx, id);
      const after: Facility = {
        ...before,
        ...wanted,
        partIds: [...new Set(wanted.partIds)],
        accessFeatures: [...new Set(wanted.accessFeatures)],
      };
      await checkUse(ctx, after, coming);

      const saved = await save(ctx, after, version);
      await facilities.replaceParts(ctx, id, saved.partIds);
      await recordAudit(ctx, {
        action: 'facility.use-changed',
        objectType: 'facility',
        objectId: id,
        before: useFacts(before),
        after: useFacts(saved),
      });
      return saved;
    },

    async setLayouts(ctx, { id, layouts: wanted, version }) {
      const before = await getFacility(ctx, id);
      const known = new Set(before.layouts.map((layout) => layout.id));
      if (wanted.some((layout) => layout.id !== null && !known.has(layout.id)))
        throw facilityErrors.error('facility.no-such-layout', { name: before.name });
      const layout = findTwice(wanted.map((one) => one.name));
      if (layout !== undefined) throw facilityErrors.error('facility.layout-twice', { layout });
      const layouts = wanted.map(
        (one): Layout => ({
          ...one,
          id: one.id ?? (ctx.newId() as LayoutId),
        }),
      );

      const saved = await save(ctx, { ...before, layouts }, version);
      await facilities.saveLayouts(ctx, id, layouts);
      await recordAudit(ctx, {
        action: 'facility.layouts-changed',
        objectType: 'facility',
        objectId: id,
        before: { layouts: before.layouts.map(layoutWords) },
        after: { layouts: layouts.map(layoutWords) },
      });
      return saved;
    },

    async setSeats(ctx, { id, seats: wanted, version }) {
      const before = await getFacility(ctx, id);
      const known = new Map(before.seats.map((seat) => [seat.id, seat]));
      const seats = wanted.map(({ id: seatId, name }): Seat => {
        if (seatId === null) return { ...IN_ORDER, id: ctx.newId() as SeatId, name };
        const seat = known.get(seatId);
        if (seat === undefined) throw facilityErrors.error('facility.no-such-seat', { id: seatId });
        return { ...seat, name };
      });
      const seat = findTwice(seats.map((one) => one.name));
      if (seat !== undefined) throw facilityErrors.error('facility.seat-twice', { seat });
      // As many places as names; a list that is emptied leaves the number as it stood.
      const after = { ...before, seats, units: seats.length === 0 ? before.units : seats.length };
      await checkUse(ctx, after, coming);

      const saved = await save(ctx, after, version);
      await facilities.saveSeats(ctx, id, seats);
      await recordAudit(ctx, {
        action: 'facility.seats-changed',
        objectType: 'facility',
        objectId: id,
        before: { seats: before.seats.map((one) => one.name), units: before.units },
        after: { seats: seats.map((one) => one.name), units: saved.units },
      });
      return saved;
    },

    async markSeat(ctx, { seatId, outOfOrder }) {
      const id = await facilities.findIdOfSeat(ctx, seatId);
      if (id === undefined) throw facilityErrors.error('facility.no-such-seat', { id: seatId });
      if (outOfOrder?.until != null && outOfOrder.until < outOfOrder.from)
        throw facilityErrors.error('facility.mended-before-broken', {});
      const before = (await getFacility(ctx, id)).seats.find((one) => one.id === seatId);

      await facilities.updateSeat(ctx, seatId, outOfOrder);
      await recordAudit(ctx, {
        action: outOfOrder === null ? 'facility.seat-mended' : 'facility.seat-out-of-order',
        objectType: 'facility',
        objectId: id,
        before: {
          seat: before?.name ?? '',
          from: before?.outOfOrderFrom ?? null,
          until: before?.outOfOrderUntil ?? null,
          why: before?.outOfOrderWhy ?? '',
        },
        after: {
          from: outOfOrder?.from ?? null,
          until: outOfOrder?.until ?? null,
          why: outOfOrder?.why ?? '',
        },
      });
      return getFacility(ctx, id);
    },
  };
}

const IN_ORDER = { outOfOrderFrom: null, outOfOrderUntil: null, outOfOrderWhy: '' } as const;

/** Refuses what no set of bookings could keep, and what coming bookings stand against. */
async function checkUse(ctx: Ctx, wanted: Facility, coming: ComingBookings): Promise<void> {
  checkParts(wanted, await facilities.list(ctx));
  const { id, name, seats, units, partIds } = wanted;
  if (seats.length > 0 && seats.length !== units)
    throw facilityErrors.error('facility.places-are-seats', { name, seats: seats.length });
  const held = await coming.mostPlacesHeld(ctx, id);
  if (held > units) throw facilityErrors.error('facility.places-are-held', { held, wanted: units });
  const clash = await coming.findJoinedClash(ctx, id, partIds);
  if (clash !== undefined)
    throw facilityErrors.error('facility.parts-are-booked', { whole: clash[0], part: clash[1] });
}

/** Parts are whole rooms of their own, one level deep; a room booked place by place is neither part nor whole. */
function checkParts(wanted: Facility, all: readonly Facility[]): void {
  const { id, name, units, partIds } = wanted;
  const isPart = all.some((one) => one.partIds.includes(id));
  if (partIds.includes(id)) throw facilityErrors.error('facility.part-of-itself', { name });
  if (units > 1 && (isPart || partIds.length > 0))
    throw facilityErrors.error('facility.whole-with-places', { name });
  if (isPart && partIds.length > 0) throw facilityErrors.error('facility.part-has-parts', { name });
  for (const partId of partIds) {
    const part = all.find((one) => one.id === partId);
    if (part === undefined) throw facilityErrors.error('facility.not-found', { id: partId });
    if (part.partIds.length > 0)
      throw facilityErrors.error('facility.part-has-parts', { name: part.name });
    if (part.units > 1)
      throw facilityErrors.error('facility.whole-with-places', { name: part.name });
  }
}

async function save(ctx: Ctx, wanted: Facility, seenVersion: number): Promise<Facility> {
  const after = { ...wanted, version: seenVersion + 1 };
  if (!(await facilities.update(ctx, after, seenVersion)))
    throw facilityErrors.error('facility.changed-by-someone-else', { name: wanted.name });
  return after;
}

/** A name that stands twice in a list, in either case. */
function findTwice(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => {
    const folded = name.toLowerCase();
    const isSeen = seen.has(folded);
    seen.add(folded);
    return isSeen;
  });
}

const layoutWords = (layout: Layout): string =>
  `${layout.name}: ${layout.capacity ?? 'no limit'}, ${layout.setupMinutes} before, ${layout.cleardownMinutes} after`;

const useFacts = (facility: FacilityUse) => ({
  units: facility.units,
  unitName: facility.unitName,
  partIds: facility.partIds,
  accessFeatures: facility.accessFeatures,
  needsApproval: facility.needsApproval,
  longestMinutes: facility.longestMinutes,
  daysAhead: facility.daysAhead,
  noticeOpenDays: facility.noticeOpenDays,
  minimumAge: facility.minimumAge,
  directions: facility.directions,
});

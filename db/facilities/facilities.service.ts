import { recordAudit } from '#db/audit/record';
import { forgetSearchEntry, saveSearchEntry } from '#db/search/search.service';
import { findBadDay, inWeekOrder } from '#db/settings/hours.rules';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type {
  facilitiesContract,
  Facility,
  FacilityDetails,
  FacilityId,
} from './facilities.contract.ts';
import { facilityErrors } from './facilities.errors.ts';
import type { UseVerbs } from './facility-use.service.ts';
import * as facilities from './facilities.repository.ts';

/** Told after a room's name changed, so that what shows the name can follow; given by `api.ts`. */
export type OnFacilityRenamed = (ctx: Ctx, facility: Facility) => Promise<void>;

export function facilitiesService(
  onRenamed: OnFacilityRenamed,
): Omit<Handlers<typeof facilitiesContract>, UseVerbs> {
  return {
    async list(ctx) {
      return [...(await facilities.list(ctx))];
    },

    async add(ctx, wanted) {
      return addFacility(ctx, wanted);
    },

    async change(ctx, { id, version, isActive, ...wanted }) {
      const before = await getFacility(ctx, id);
      await checkDetails(ctx, wanted, id);

      const after: Facility = {
        ...before,
        ...wanted,
        hours: wanted.hours === null ? null : inWeekOrder(wanted.hours),
        isActive,
        version: version + 1,
      };
      if (!(await facilities.update(ctx, after, version)))
        throw facilityErrors.error('facility.changed-by-someone-else', { name: before.name });

      await index(ctx, after);
      if (after.name !== before.name) await onRenamed(ctx, after);
      await recordAudit(ctx, {
        action: 'facility.changed',
        objectType: 'facility',
        objectId: id,
        before: facts(before),
        after: facts(after),
      });
      return after;
    },
  };
}

/** One facility; refused when there is none of that id. */
export async function getFacility(ctx: Ctx, id: FacilityId): Promise<Facility> {
  const found = await facilities.findById(ctx, id);
  if (found === undefined) throw facilityErrors.error('facility.not-found', { id });
  return found;
}

/** The centre's rooms and services, in the desk's order. */
export async function listFacilities(ctx: Ctx): Promise<readonly Facility[]> {
  return facilities.list(ctx);
}

/** How a room is used until a manager says otherwise: booked whole, and no rule of its own (BOOK-24). */
const AS_NEW = {
  units: 1,
  unitName: '',
  partIds: [],
  layouts: [],
  seats: [],
  accessFeatures: [],
  needsApproval: false,
  longestMinutes: null,
  daysAhead: null,
  noticeOpenDays: null,
  minimumAge: null,
  directions: '',
} satisfies Partial<Facility>;

/** Adds a room at the end of the list (BOOK-01). */
export async function addFacility(ctx: Ctx, wanted: FacilityDetails): Promise<Facility> {
  await checkDetails(ctx, wanted, undefined);
  const position = (await facilities.list(ctx)).length;

  const facility: Facility = {
    ...AS_NEW,
    ...wanted,
    hours: wanted.hours === null ? null : inWeekOrder(wanted.hours),
    id: ctx.newId() as FacilityId,
    isActive: true,
    position,
    version: 1,
  };

  await facilities.insert(ctx, facility);
  await index(ctx, facility);
  await recordAudit(ctx, {
    action: 'facility.added',
    objectType: 'facility',
    objectId: facility.id,
    after: facts(facility),
  });
  return facility;
}

async function checkDetails(
  ctx: Ctx,
  wanted: FacilityDetails,
  ownId: FacilityId | undefined,
): Promise<void> {
  const sameName = await facilities.findByName(ctx, wanted.name);
  if (sameName !== undefined && sameName.id !== ownId)
    throw facilityErrors.error('facility.name-taken', { name: wanted.name });
  const badDay = wanted.hours === null ? undefined : findBadDay(wanted.hours);
  if (badDay !== undefined) throw facilityErrors.error('facility.hours-overlap', { day: badDay });
}

async function index(ctx: Ctx, facility: Facility): Promise<void> {
  if (!facility.isActive) return forgetSearchEntry(ctx, 'facility', facility.id);
  await saveSearchEntry(ctx, {
    kind: 'facility',
    id: facility.id,
    title: facility.name,
    detail: facility.isBookable ? 'Room, booked' : 'Walk-in',
    words: [facility.name],
    sortKey: '',
  });
}

const facts = (facility: Facility) => ({
  name: facility.name,
  kind: facility.kind,
  isBookable: facility.isBookable,
  capacity: facility.capacity,
  hours: JSON.stringify(facility.hours),
  isActive: facility.isActive,
});

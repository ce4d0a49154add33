import { personal, recordAudit } from '#db/audit/record';
import { getGroup } from '#db/groups/groups.service';
import { MASKED } from '#db/people/people.rules';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { findOutOfRange } from '#db/shared/entry-range';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import type { CouncilAccessLogValues } from './council-access-log.pdf.ts';
import { keyHoldings } from './keys.service.ts';
import type {
  CouncilAccess,
  Venue,
  VenueDetails,
  VenueId,
  venuesContract,
} from './venues.contract.ts';
import { venueErrors } from './venues.errors.ts';
import * as venues from './venues.repository.ts';

export const venuesService: Handlers<typeof venuesContract> = {
  ...keyHoldings,

  async list(ctx) {
    return [...(await venues.list(ctx))];
  },

  async add(ctx, wanted) {
    const venue: Venue = {
      ...(await settleDetails(ctx, wanted, undefined)),
      id: ctx.newId() as VenueId,
      isActive: true,
      version: 1,
    };

    await venues.insert(ctx, venue);
    await recordAudit(ctx, {
      action: 'venue.added',
      objectType: 'venue',
      objectId: venue.id,
      after: facts(venue),
    });
    return venue;
  },

  async change(ctx, { id, version, isActive, ...wanted }) {
    const before = await getVenue(ctx, id);
    const details = await settleDetails(ctx, wanted, id);
    const after: Venue = { ...before, ...details, isActive, version: version + 1 };
    if (!(await venues.update(ctx, after, version)))
      throw venueErrors.error('venue.changed-by-someone-else', { name: before.name });

    await recordAudit(ctx, {
      action: 'venue.changed',
      objectType: 'venue',
      objectId: id,
      before: facts(before),
      after: facts(after),
    });
    return after;
  },

  async accessLog(ctx, { venueId }) {
    await getVenue(ctx, venueId);
    return listAccess(ctx, venueId);
  },

  async recordAccess(ctx, wanted) {
    const venue = await getVenue(ctx, wanted.venueId);
    if (venue.managedBy === 'council')
      throw venueErrors.error('venue.managed-by-council', { name: venue.name });
    checkVisitDays(ctx, wanted);
    const access: CouncilAccess = { ...wanted, id: ctx.newId() };

    await venues.insertAccess(ctx, access);
    await recordAudit(ctx, {
      action: 'venue.council-went-in',
      objectType: 'venue',
      objectId: venue.id,
      after: visitFacts(access),
    });
    return access;
  },

  /** The log shows the visit as it was; the record keeps what had been typed, and why that was wrong. */
  async changeAccess(ctx, { id, seen, why, ...wanted }) {
    const before = await venues.findAccess(ctx, id);
    if (before === undefined) throw venueErrors.error('venue.access-not-found', { id });
    checkVisitDays(ctx, wanted, before);
    if (!(await venues.updateAccess(ctx, id, wanted, seen)))
      throw venueErrors.error('venue.access-changed-by-someone-else', {});
    const after: CouncilAccess = { ...before, ...wanted };
    await recordAudit(ctx, {
      action: 'venue.visit-corrected',
      objectType: 'venue',
      objectId: before.venueId,
      before: visitFacts(before),
      after: visitFacts(after),
      reason: why,
    });
    return after;
  },

  async printAccessLog(steps, { venueId, blank, size }) {
    const values = await steps.unit(async (ctx): Promise<CouncilAccessLogValues> => {
      const venue = await getVenue(ctx, venueId);
      return {
        ...(await paperFrameOf(ctx, size)),
        venue: venue.name,
        managedBy: managerOf(venue),
        entries: blank ? null : (await listAccess(ctx, venueId)).toReversed(),
      };
    });
    return drawPaperAs(steps, {
      paper: 'council-access-log',
      values,
      title: `Council access log of ${values.venue}`,
      fileName: 'council-access-log.pdf',
    });
  },
};

/** One venue; refused when there is none of that id. */
export async function getVenue(ctx: Ctx, id: VenueId): Promise<Venue> {
  const found = await venues.findById(ctx, id);
  if (found === undefined) throw venueErrors.error('venue.not-found', { id });
  return found;
}

/**
 * Refuses a venue that a group manages (BOOK-16): the desk does not book it. Whatever offers a venue to be booked,
 * such as a meeting held outside the centre, asks this first.
 */
export async function checkBookedHere(ctx: Ctx, id: VenueId): Promise<Venue> {
  const venue = await getVenue(ctx, id);
  if (venue.managedBy === 'group')
    throw venueErrors.error('venue.managed-by-group', {
      name: venue.name,
      group: managerOf(venue),
    });
  return venue;
}

type Visit = Pick<CouncilAccess, 'at' | 'committeeToldOn'>;

/** A log tells what was, and not of another century; a day that was kept before is not asked again. */
function checkVisitDays(ctx: Ctx, wanted: Visit, before?: Visit): void {
  const now = localDateTimeOf(ctx.now());
  if (wanted.at > now) throw venueErrors.error('venue.access-to-come', {});
  if (wanted.committeeToldOn !== null && wanted.committeeToldOn > dateOf(now))
    throw venueErrors.error('venue.committee-to-come', {});
  const dates = [
    ...(wanted.at === before?.at ? [] : [{ date: dateOf(wanted.at), field: 'at' }]),
    ...(wanted.committeeToldOn === null || wanted.committeeToldOn === before?.committeeToldOn
      ? []
      : [{ date: wanted.committeeToldOn, field: 'committeeToldOn' }]),
  ];
  for (const { date, field } of dates) {
    const range = findOutOfRange(date, dateOf(now));
    if (range?.kind === 'too-long-ago')
      throw venueErrors.error('venue.access-too-long-ago', { date, ...range }, { field });
  }
}

const visitFacts = (access: CouncilAccess) => ({
  at: access.at,
  officer: personal(access.id, access.officer),
  reason: access.reason,
  notes: personal(access.id, access.notes),
  committeeToldOn: access.committeeToldOn,
});

const managerOf = (venue: Venue): string =>
  venue.managedBy === 'group' ? venue.groupName : 'the council';

/** Checks the name and the group, and leaves no group beside a venue that the council manages. */
async function settleDetails(ctx: Ctx, wanted: VenueDetails, ownId: VenueId | undefined) {
  const sameName = await venues.findByName(ctx, wanted.name);
  if (sameName !== undefined && sameName.id !== ownId)
    throw venueErrors.error('venue.name-taken', { name: wanted.name });
  const isGroups = wanted.managedBy === 'group';
  if (isGroups && wanted.groupId === null) throw venueErrors.error('venue.group-missing', {});
  const group = isGroups && wanted.groupId !== null ? await getGroup(ctx, wanted.groupId) : null;
  return {
    ...wanted,
    addressLines: wanted.addressLines.filter((line) => line !== ''),
    accessFeatures: [...new Set(wanted.accessFeatures)],
    groupId: group?.id ?? null,
    groupName: group?.name ?? '',
  };
}

/** The log as the actor may read it: the auditor sees when, who and why, not what was noted. */
async function listAccess(ctx: Ctx, venueId: VenueId): Promise<CouncilAccess[]> {
  const isMasked = isAuditor(ctx.actor);
  const log = await venues.listAccess(ctx, venueId);
  return log.map((entry) => ({
    ...entry,
    notes: isMasked && entry.notes !== '' ? MASKED : entry.notes,
  }));
}

const facts = (venue: Venue) => ({
  name: venue.name,
  addressLines: venue.addressLines,
  managedBy: venue.managedBy,
  groupId: venue.groupId,
  accessFeatures: venue.accessFeatures,
  conditions: venue.conditions,
  isActive: venue.isActive,
});

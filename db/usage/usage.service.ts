import { personal, recordAudit } from '#db/audit/record';
import type { Facility } from '#db/facilities/facilities.contract';
import { getFacility, listFacilities } from '#db/facilities/facilities.service';
import { getGroup } from '#db/groups/groups.service';
import { getPerson } from '#db/people/people.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { findOutOfRange } from '#db/shared/entry-range';
import { addMinutes, dateOf, localDateTimeOf } from '#db/shared/local-date';
import { usageAllowances } from './allowances.service.ts';
import { checkMayWalkIn, walkInWarnings } from './may-walk-in.service.ts';
import { usageLog } from './usage-log.service.ts';
import { maskUsage } from './usage-mask.rules.ts';
import type { Usage, UsageId, usageContract } from './usage.contract.ts';
import { usageErrors } from './usage.errors.ts';
import * as entries from './usage.repository.ts';
import { checkAge, checkPlaceFree, checkWalkInHours, suiteNow } from './walk-in.service.ts';

export const usageService: Handlers<typeof usageContract> = {
  async now(ctx) {
    const open = await entries.listOpen(ctx);
    const suites = [];
    for (const facility of await listFacilities(ctx)) {
      const here = open.filter((one) => one.facilityId === facility.id);
      if (isForWalkIns(facility) || here.length > 0)
        suites.push(
          await suiteNow(
            ctx,
            facility,
            here.map((one) => maskUsage(one, ctx.actor)),
          ),
        );
    }
    return suites;
  },

  async list(ctx, { limit, offset, ...wanted }) {
    const found = await entries.list(ctx, wanted, { limit, offset });
    return {
      entries: found.map((one) => maskUsage(one, ctx.actor)),
      ...(await entries.sum(ctx, wanted)),
    };
  },

  async start(ctx, wanted) {
    const facility = await getFacilityInUse(ctx, wanted);
    const now = localDateTimeOf(ctx.now());
    await checkWalkInHours(ctx, facility, now);
    await checkMayWalkIn(ctx, facility, wanted);
    checkAge(facility, wanted);
    const yields = await checkPlaceFree(ctx, facility, wanted);
    const warnings = await walkInWarnings(ctx, facility, wanted);
    const usage = await keep(ctx, facility, {
      ...wanted,
      startedAt: now,
      endedAt: null,
      copies: 0,
      colourCopies: 0,
      notes: '',
    });
    await audit(ctx, 'usage.started', { after: usage });
    return { usage, warnings: [...yields, ...warnings] };
  },

  async stop(ctx, { id, version, copies, colourCopies, notes }) {
    const before = await getUsage(ctx, id);
    checkCounts(before);
    if (before.endedAt !== null)
      throw usageErrors.error('usage.already-ended', { endedAt: before.endedAt });
    checkCopies(copies, colourCopies);
    const now = localDateTimeOf(ctx.now());
    const endedAt = now < before.startedAt ? before.startedAt : now;
    return change(ctx, 'usage.ended', before, {
      version,
      part: { endedAt, copies, colourCopies, notes },
    });
  },

  async undoStop(ctx, { id, version }) {
    const before = await getUsage(ctx, id);
    checkCounts(before);
    const today = dateOf(localDateTimeOf(ctx.now()));
    if (before.endedAt === null || dateOf(before.endedAt) !== today)
      throw usageErrors.error('usage.not-ended-today', { startedAt: before.startedAt });
    const facility = await getFacility(ctx, before.facilityId);
    await checkPlaceFree(ctx, facility, { seatId: before.seatId, exceptId: id });
    return change(ctx, 'usage.opened-again', before, { version, part: { endedAt: null } });
  },

  async withdraw(ctx, { id, version, reason }) {
    const before = await getUsage(ctx, id);
    checkCounts(before);
    return change(ctx, 'usage.withdrawn', before, {
      version,
      part: { withdrawnWhy: reason },
      reason,
    });
  },

  /** What is over is kept as it happened: what would bar a session from starting is only warned about. */
  async record(ctx, { minutes, ...wanted }) {
    const facility = await getFacilityInUse(ctx, wanted);
    const endedAt = addMinutes(wanted.startedAt, minutes);
    const now = localDateTimeOf(ctx.now());
    if (endedAt > now) throw usageErrors.error('usage.not-over-yet', { endsAt: endedAt });
    const range = findOutOfRange(dateOf(wanted.startedAt), dateOf(now));
    if (range?.kind === 'too-long-ago')
      throw usageErrors.error('usage.too-long-ago', {
        date: dateOf(wanted.startedAt),
        ...range,
      });
    checkCopies(wanted.copies, wanted.colourCopies);
    checkAge(facility, wanted);
    if (wanted.seatId !== null && !facility.seats.some((seat) => seat.id === wanted.seatId))
      throw usageErrors.error('usage.no-such-seat', { facilityName: facility.name });
    const warnings = await walkInWarnings(ctx, facility, { ...wanted, isOver: true });
    const usage = await keep(ctx, facility, { ...wanted, endedAt });
    await audit(ctx, 'usage.recorded', { after: usage });
    return { usage, warnings: [...warnings] };
  },

  ...usageAllowances,
  ...usageLog,
};

/** Walk-in facilities, and those whose places are taken one by one. */
const isForWalkIns = (facility: Facility): boolean =>
  facility.isActive && (!facility.isBookable || facility.units > 1);

async function getFacilityInUse(
  ctx: Ctx,
  { facilityId }: { readonly facilityId: Facility['id'] },
): Promise<Facility> {
  const facility = await getFacility(ctx, facilityId);
  if (!facility.isActive)
    throw usageErrors.error('usage.facility-not-in-use', { facilityName: facility.name });
  return facility;
}

async function getUsage(ctx: Ctx, id: UsageId): Promise<Usage> {
  const found = await entries.findById(ctx, id);
  if (found === undefined) throw usageErrors.error('usage.not-found', { id });
  return found;
}

function checkCounts(usage: Usage): void {
  if (usage.withdrawnWhy !== '') throw usageErrors.error('usage.withdrawn', {});
}

function checkCopies(copies: number, colourCopies: number): void {
  if (colourCopies > copies)
    throw usageErrors.error('usage.more-colour-than-pages', { copies, colourCopies });
}

type NewUsage = Pick<
  Usage,
  | 'seatId'
  | 'personId'
  | 'groupId'
  | 'purpose'
  | 'startedAt'
  | 'endedAt'
  | 'copies'
  | 'colourCopies'
  | 'accompaniedBy'
  | 'notes'
>;

async function keep(ctx: Ctx, facility: Facility, wanted: NewUsage): Promise<Usage> {
  await getPerson(ctx, wanted.personId);
  if (wanted.groupId !== null) await getGroup(ctx, wanted.groupId);
  const id = ctx.newId() as UsageId;
  await entries.insert(ctx, {
    seatId: wanted.seatId,
    personId: wanted.personId,
    groupId: wanted.groupId,
    purpose: wanted.purpose,
    startedAt: wanted.startedAt,
    endedAt: wanted.endedAt,
    copies: wanted.copies,
    colourCopies: wanted.colourCopies,
    accompaniedBy: wanted.accompaniedBy,
    notes: wanted.notes,
    id,
    facilityId: facility.id,
    facilityName: facility.name,
    seatName: '',
    personName: '',
    groupName: '',
    minutes: null,
    withdrawnWhy: '',
    recordedAt: ctx.now(),
    recordedBy: '',
    version: 1,
  });
  return getUsage(ctx, id);
}

async function change(
  ctx: Ctx,
  action: string,
  before: Usage,
  wanted: { readonly version: number; readonly part: Partial<Usage>; readonly reason?: string },
): Promise<Usage> {
  const after = { ...before, ...wanted.part, version: wanted.version + 1 };
  if (!(await entries.update(ctx, after, wanted.version)))
    throw usageErrors.error('usage.changed-by-someone-else', {});
  const saved = await getUsage(ctx, before.id);
  await audit(ctx, action, { before, after: saved, reason: wanted.reason });
  return saved;
}

async function audit(
  ctx: Ctx,
  action: string,
  what: {
    readonly before?: Usage;
    readonly after: Usage;
    readonly reason?: string | undefined;
  },
): Promise<void> {
  await recordAudit(ctx, {
    action,
    objectType: 'usage',
    objectId: what.after.id,
    ...(what.before === undefined ? {} : { before: facts(what.before) }),
    after: facts(what.after),
    ...(what.reason === undefined ? {} : { reason: personal(what.after.personId, what.reason) }),
  });
}

const facts = (usage: Usage) => ({
  facility: usage.facilityName,
  seat: usage.seatName,
  person: personal(usage.personId, usage.personName),
  group: usage.groupName,
  purpose: personal(usage.personId, usage.purpose),
  startedAt: usage.startedAt,
  endedAt: usage.endedAt,
  copies: usage.copies,
  colourCopies: usage.colourCopies,
  accompaniedBy: personal(usage.personId, usage.accompaniedBy),
  notes: personal(usage.personId, usage.notes),
});

import { recordAudit } from '#db/audit/record';
import { getFacility, listFacilities } from '#db/facilities/facilities.service';
import { figuresOn } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { daysBetween, type LocalDate, minutesOfTime } from '#db/shared/local-date';
import { bankHolidaysOf } from './bank-holidays.rules.ts';
import type {
  BookingHit,
  calendarContract,
  Closure,
  ClosureDetails,
  ClosureId,
  SpecialDay,
} from './calendar.contract.ts';
import { calendarErrors } from './calendar.errors.ts';
import * as closures from './calendar.repository.ts';
import { openSpans } from './opening.rules.ts';
import { listClosuresRound } from './opening.service.ts';
import { specialDaysOf } from './special-days.rules.ts';
import {
  addWorkingDays,
  type CountingMethod,
  explainWorkingDays,
  isWorkingDay,
} from './working-days.rules.ts';

/** The longest that one entry may cover; a longer one is a mistyped year. */
export const LONGEST_CLOSURE_DAYS = 366;

/** What knows the bookings: asked which ones a closure hits, and told of it so that somebody rings the holders. */
export type ClosureHits = {
  readonly list: (ctx: Ctx, closure: ClosureDetails) => Promise<readonly BookingHit[]>;
  readonly onAdded: (ctx: Ctx, closure: Closure, hits: readonly BookingHit[]) => Promise<void>;
  readonly onWithdrawn: (ctx: Ctx, closure: Closure) => Promise<void>;
};

export function calendarService(hits: ClosureHits): Handlers<typeof calendarContract> {
  return {
    async year(ctx, { year }) {
      return listSpecialDays(ctx, year);
    },

    async closures(ctx) {
      return [...(await closures.listAll(ctx))];
    },

    async hitBy(ctx, wanted) {
      checkOrder(wanted);
      return [...(await hits.list(ctx, wanted))];
    },

    async addClosure(ctx, wanted) {
      await checkClosure(ctx, wanted);
      const closure: Closure = {
        ...wanted,
        id: ctx.newId() as ClosureId,
        withdrawn: false,
        version: 1,
      };
      const hit = await hits.list(ctx, wanted);

      await closures.insert(ctx, closure);
      await hits.onAdded(ctx, closure, hit);
      await recordAudit(ctx, {
        action: 'closure.added',
        objectType: 'closure',
        objectId: closure.id,
        after: { ...facts(closure), bookingsHit: hit.map(({ reference }) => reference) },
      });
      return { closure, hits: [...hit] };
    },

    async withdrawClosure(ctx, { id, version }) {
      const before = await closures.findById(ctx, id);
      if (before === undefined) throw calendarErrors.error('calendar.not-found', { id });
      if (before.withdrawn)
        throw calendarErrors.error('calendar.withdrawn-before', { name: before.name });
      if (!(await closures.withdraw(ctx, id, version)))
        throw calendarErrors.error('calendar.changed-by-someone-else', { name: before.name });

      await hits.onWithdrawn(ctx, before);
      await recordAudit(ctx, {
        action: 'closure.withdrawn',
        objectType: 'closure',
        objectId: id,
        before: facts(before),
        after: { withdrawn: true },
      });
      return mustExist(await closures.findById(ctx, id), 'it was just withdrawn');
    },

    async countWorkingDays(ctx, { from, days }) {
      const inForce = await listClosuresRound(ctx, from, days);
      const method = await countingMethodOn(ctx, from);
      const date = addWorkingDays(from, days, (day) => isWorkingDay(day, inForce), method);
      return { date, words: explainWorkingDays({ from, until: date, days, method }, inForce) };
    },
  };
}

/** Bank holidays, closures and extra open days of one year, in order. */
async function listSpecialDays(ctx: Ctx, year: number): Promise<SpecialDay[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`] as [LocalDate, LocalDate];
  const inForce = await closures.listBetween(ctx, first, last);
  return specialDaysOf(bankHolidaysOf(year), inForce, first, last);
}

/**
 * How the council counts the days of a notice on a day. Where its paper does not say, clear days: the strictest
 * reading, by which no notice is ever short.
 */
export async function countingMethodOn(ctx: Ctx, date: LocalDate): Promise<CountingMethod> {
  const figure = (await figuresOn(ctx, date)).get('meetings.noticeCounting');
  return figure === 'last day counts' ? 'last-day-counts' : 'clear';
}

function checkOrder(wanted: ClosureDetails): void {
  const { firstDate, lastDate, from, until } = wanted;
  if (lastDate < firstDate) throw calendarErrors.error('calendar.dates-backwards', { firstDate });
  if (daysBetween(firstDate, lastDate) >= LONGEST_CLOSURE_DAYS)
    throw calendarErrors.error('calendar.too-long', { days: LONGEST_CLOSURE_DAYS });
  const isOneMissing = (from === null) !== (until === null);
  const isBackwards =
    from !== null && until !== null && minutesOfTime(until) <= minutesOfTime(from);
  if (isOneMissing || isBackwards) throw calendarErrors.error('calendar.times-unclear', {});
}

async function checkClosure(ctx: Ctx, wanted: ClosureDetails): Promise<void> {
  checkOrder(wanted);
  if (wanted.facilityId !== null) await getFacility(ctx, wanted.facilityId);
  if (wanted.facilityId !== null && wanted.isNonWorking)
    throw calendarErrors.error('calendar.one-room-is-working', {});
  if (wanted.effect === 'open' && wanted.from === null) await checkOpensSomething(ctx, wanted);
}

/** An extra open day without times has the usual hours of its weekday, so there must be some. */
async function checkOpensSomething(ctx: Ctx, wanted: ClosureDetails): Promise<void> {
  const all = await listFacilities(ctx);
  const meant = all.filter((one) => one.isActive && (wanted.facilityId ?? one.id) === one.id);
  const opens = meant.some((facility) => {
    const { spans } = openSpans(facility, wanted.firstDate, [wanted]);
    return spans === null || spans.length > 0;
  });
  if (!opens) throw calendarErrors.error('calendar.open-needs-times', { date: wanted.firstDate });
}

const facts = (closure: Closure) => ({
  name: closure.name,
  effect: closure.effect,
  firstDate: closure.firstDate,
  lastDate: closure.lastDate,
  facilityId: closure.facilityId,
  from: closure.from,
  until: closure.until,
  isNonWorking: closure.isNonWorking,
});

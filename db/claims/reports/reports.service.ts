import type { ActivityId } from '#db/activities/activities.contract';
import { getActivity } from '#db/activities/activities.service';
import { recordExport } from '#db/audit/record-export';
import { isWorkingDay, countDaysBetween } from '#db/calendar/working-days.rules';
import { listClosuresRound } from '#db/calendar/opening.service';
import { MASKED } from '#db/people/people.rules';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { smallCountOf } from '#db/settings/small-count.service';
import { isAuditor, readsNeeds } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { daysBetween, type LocalDate } from '#db/shared/local-date';
import { sumPence } from '#db/shared/money';
import type { PaperSize } from '#db/shared/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { saveTable } from '#db/shared/save-table';
import { tableOf } from '#db/shared/table';
import * as reports from '../claim-reports.repository.ts';
import * as claims from '../claims.repository.ts';
import type { decidingContract } from '../deciding.contract.ts';
import { paperErrors } from '../papers/claim-papers.errors.ts';
import type { ClaimsRegisterValues } from '../papers/claims-register.pdf.ts';
import { toSummaries } from '../read-claim.service.ts';
import {
  averageTenths,
  type Grouping,
  keyWords,
  maskRegisterLine,
  mergeSums,
  needWords,
  REGISTER_TABLE,
} from './report.rules.ts';

type ReportVerb = 'report' | 'register' | 'exportRegister' | 'printRegister';

/** What claims of a time come to, and the register of them (DOC-46). */
export const reportsService: Pick<Handlers<typeof decidingContract>, ReportVerb> = {
  async report(ctx, { by, ...days }) {
    checkDays(days);
    return {
      rows: await sumsBy(ctx, days, by),
      averageDaysTenths: await averageDays(ctx, days),
      refused: await refusedIn(ctx, days),
    };
  },

  async register(ctx, { limit, offset, ...wanted }) {
    checkDays(wanted);
    const { ids, total } = await reports.listRegister(ctx, wanted, { limit, offset });
    return { claims: await toSummaries(ctx, await claims.listByIds(ctx, ids)), total };
  },

  async exportRegister(steps, { as, act: _, ...days }) {
    checkDays(days);
    const lines = await steps.unit(async (ctx) => {
      const found = await reports.listRegisterLines(ctx, days);
      await recordExport(ctx, { name: 'claims', rows: found.length, as });
      return isAuditor(ctx.actor) ? found.map(maskRegisterLine) : found;
    });
    steps.checkGoing();
    return saveTable(steps, {
      as,
      name: `claims-${days.from}-${days.until}`,
      table: tableOf('Claims', REGISTER_TABLE, lines),
    });
  },

  async printRegister(steps, { size, act: _, ...days }) {
    checkDays(days);
    const values = await steps.unit((ctx) => registerValues(ctx, days, size));
    steps.checkGoing();
    return drawPaperAs(steps, {
      paper: 'claims-register',
      values,
      title: 'Claims register',
      fileName: `claims-register-${days.from}-${days.until}.pdf`,
    });
  },
};

function checkDays({ from, until }: reports.Days): void {
  if (until < from) throw paperErrors.error('claim.period-backwards', {});
}

/** Rows under the words that a person reads; needs that somebody must not read, or that could lead to a person, count together. */
async function sumsBy(ctx: Ctx, days: reports.Days, by: Grouping) {
  const rows = [];
  const needs = { threshold: await smallCountOf(ctx), isRead: readsNeeds(ctx.actor) };
  for (const { key, claimants, ...sums } of await reports.sumBy(ctx, days, by)) {
    const isActivity = by === 'activity' && key !== '';
    const words = isActivity ? await activityWords(ctx, key) : keyWords(by, key);
    const isNeed = by === 'access-need';
    rows.push({ words: isNeed ? needWords({ key, claimants }, needs) : words, ...sums });
  }
  return mergeSums(rows);
}

async function activityWords(ctx: Ctx, id: string): Promise<string> {
  const { title, on } = await getActivity(ctx, id as ActivityId);
  return `${title}, ${formatDateNoWeekday(on)}`;
}

async function refusedIn(ctx: Ctx, days: reports.Days) {
  const found = await reports.sumRefused(ctx, days);
  if (!isAuditor(ctx.actor)) return [...found];
  // Reasons are words about somebody; how often and how much is what the auditor follows.
  const lines = found.reduce((sum, one) => sum + one.lines, 0);
  const pence = sumPence(...found.map((one) => one.pence));
  return found.length === 0 ? [] : [{ why: MASKED, lines, pence }];
}

/** Working days from received to decided, on average and in tenths; null where nothing was decided. */
async function averageDays(ctx: Ctx, days: reports.Days): Promise<number | null> {
  const pairs = await reports.countDecidedByDays(ctx, days);
  const last = pairs.reduce(
    (latest, { decided }) => (decided > latest ? decided : latest),
    days.until,
  );
  const closures = await listClosuresRound(ctx, days.from, daysBetween(days.from, last));
  const known = new Map<LocalDate, boolean>();
  const isWorking = (day: LocalDate): boolean => {
    const found = known.get(day) ?? isWorkingDay(day, closures);
    known.set(day, found);
    return found;
  };
  return averageTenths(
    pairs.map(({ received, decided, claims: count }) => ({
      days: countDaysBetween(received, decided, isWorking, 'last-day-counts'),
      claims: count,
    })),
  );
}

async function registerValues(
  ctx: Ctx,
  days: reports.Days,
  size: PaperSize,
): Promise<ClaimsRegisterValues> {
  const everything = { limit: -1, offset: 0 };
  const wanted = { ...days, state: null, personId: null, groupId: null };
  const { ids } = await reports.listRegister(ctx, wanted, everything);
  const summaries = await toSummaries(ctx, await claims.listByIds(ctx, ids));
  return {
    ...(await paperFrameOf(ctx, size)),
    ...days,
    averageDaysTenths: await averageDays(ctx, days),
    byKind: await sumsBy(ctx, days, 'kind'),
    byActivity: await sumsBy(ctx, days, 'activity'),
    refused: await refusedIn(ctx, days),
    claims: summaries.map((one) => ({
      reference: one.reference,
      receivedOn: one.receivedOn,
      claimant: one.claimantName,
      filer: one.filerWords === one.claimantName ? '' : one.filerWords,
      state: one.state,
      lines: one.lines,
      claimedPence: one.claimedPence,
      decidedPence: one.decidedPence,
      paidPence: one.paidPence,
    })),
  };
}

import { getFacility } from '#db/facilities/facilities.service';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { dateOf, lastDayOfMonth, startOfMonth, timeOf } from '#db/shared/local-date';
import { formatShortDate, formatTimeRange } from '#db/shared/plain-words';
import { formatMonths } from './periods.rules.ts';
import type { UsageLogEntry, UsageLogValues } from './usage-log.pdf.ts';
import { maskUsage } from './usage-mask.rules.ts';
import type { Usage, usageContract } from './usage.contract.ts';
import * as entries from './usage.repository.ts';

/** More uses than this in one month of one facility do not fit a paper that anybody reads. */
const MOST_ENTRIES = 5000;

export const usageLog: Pick<Handlers<typeof usageContract>, 'printLog'> = {
  async printLog(steps, wanted) {
    const values = await steps.unit((ctx) => logValues(ctx, wanted));
    const name = values.facility.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    return drawPaperAs(steps, {
      paper: 'usage-log',
      values,
      title: `Log of use: ${values.facility}${values.month === '' ? '' : `, ${values.month}`}`,
      fileName: `log-${name}${wanted.month === null ? '' : `-${wanted.month.slice(0, 7)}`}.pdf`,
    });
  },
};

type Wanted = Parameters<(typeof usageLog)['printLog']>[1];

async function logValues(ctx: Ctx, { facilityId, month, size }: Wanted): Promise<UsageLogValues> {
  const facility = await getFacility(ctx, facilityId);
  const blank: UsageLogValues = {
    ...(await paperFrameOf(ctx, size)),
    facility: facility.name,
    month: '',
    entries: [],
    totals: { minutes: 0, copies: 0, colourCopies: 0 },
  };
  if (month === null) return blank;
  const period = { from: startOfMonth(month), until: lastDayOfMonth(month) };
  const wanted = { ...period, facilityId, personId: null, groupId: null };
  const found = await entries.list(ctx, wanted, { limit: MOST_ENTRIES, offset: 0 });
  return {
    ...blank,
    month: formatMonths(period),
    entries: found.toReversed().map((one) => toLogEntry(maskUsage(one, ctx.actor))),
    totals: await entries.sum(ctx, wanted),
  };
}

function toLogEntry(usage: Usage): UsageLogEntry {
  const from = timeOf(usage.startedAt);
  return {
    date: formatShortDate(dateOf(usage.startedAt)),
    time: usage.endedAt === null ? 'still there' : formatTimeRange(from, timeOf(usage.endedAt)),
    person: usage.personName,
    group: usage.groupName,
    purpose: usage.purpose,
    minutes: usage.minutes ?? 0,
    copies: usage.copies,
    colourCopies: usage.colourCopies,
  };
}

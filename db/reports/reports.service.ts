import { setImmediate as theOthersTurn } from 'node:timers/promises';
import { getFacility } from '#db/facilities/facilities.service';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { tellAndTurn } from '#db/shared/act-turn';
import { isAuditor } from '#db/shared/actor';
import { CSV_MARK, formatCsv } from '#db/shared/csv';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { localDateTimeOf } from '#db/shared/local-date';
import { progressOf } from '#db/shared/plain-words';
import { BOOKING_HEADINGS, bookingCells } from './bookings-table.rules.ts';
import type { reportsContract, UseReport, UseRow } from './reports.contract.ts';
import * as figures from './reports.repository.ts';
import { checkPeriod, monthsIn, type Period, useReport } from './use.service.ts';
import type { UseReportValues } from './use-report.pdf.ts';

export const reportsService: Handlers<typeof reportsContract> = {
  async use(ctx, period) {
    return useReport(ctx, period);
  },

  async exportUse(steps, period) {
    const report = await steps.unit((ctx) => useReport(ctx, period));
    return {
      title: 'Use of the rooms',
      fileName: `use-${period.from}-to-${period.until}.csv`,
      mediaType: 'text/csv',
      text: `${CSV_MARK}${formatCsv([USE_HEADINGS, ...useTable(report)])}`,
    };
  },

  /** A month at a time, and others have their turn between two months: a year is some megabytes. */
  async exportBookings(steps, period) {
    checkPeriod(period);
    const isMasked = isAuditor(steps.actor);
    const names = await steps.unit((ctx) => figures.listNames(ctx));
    const parts = [CSV_MARK, formatCsv([BOOKING_HEADINGS])];
    const months = monthsIn(period);
    for (const [index, month] of months.entries()) {
      await tellAndTurn(steps, progressOf(index, months.length, { word: 'month', did: 'written' }));
      const lines = await steps.unit((ctx) =>
        figures.listBookingLines(ctx, { ...month, facilityId: period.facilityId }),
      );
      await theOthersTurn();
      parts.push(formatCsv(lines.map((line) => bookingCells(line, names, isMasked))));
    }
    return {
      title: 'Bookings',
      fileName: `bookings-${period.from}-to-${period.until}.csv`,
      mediaType: 'text/csv',
      text: parts.join(''),
    };
  },

  async printUse(steps, { size, ...period }) {
    const values = await steps.unit(
      async (ctx): Promise<UseReportValues> => ({
        ...(await paperFrameOf(ctx, size)),
        report: await useReport(ctx, period),
        room: await roomName(ctx, period),
        asOf: localDateTimeOf(ctx.now()),
      }),
    );
    return drawPaperAs(steps, {
      paper: 'use-report',
      values,
      title: 'Use of the rooms',
      fileName: `use-${period.from}-to-${period.until}.pdf`,
    });
  },
};

async function roomName(ctx: Ctx, { facilityId }: Period): Promise<string> {
  return facilityId === null ? '' : (await getFacility(ctx, facilityId)).name;
}

const USE_HEADINGS = [
  'Table',
  'Name',
  'Bookings',
  'Minutes used',
  'Minutes used in office hours',
  'Minutes used out of hours',
  'Minutes open',
  'Cancelled',
  'Cancelled late',
  'No-shows',
  'People counted',
  'Bookings with a count',
] as const;

function useTable(report: UseReport) {
  const rowsOf = (table: string, rows: readonly UseRow[]) =>
    rows.map((row) => [
      table,
      row.words,
      row.bookings,
      row.usedMinutes,
      row.inHoursMinutes,
      row.outOfHoursMinutes,
      row.openMinutes,
      row.cancelled,
      row.lateCancelled,
      row.noShows,
      row.headcount,
      row.counted,
    ]);
  const { walkIns, users } = report;
  return [
    ...rowsOf('Total', [report.total]),
    ...rowsOf('Room', report.byRoom),
    ...rowsOf('Group', report.byGroup),
    ...rowsOf('Purpose', report.byPurpose),
    ...rowsOf('Month', report.byMonth),
    ['Walk-ins', 'Sessions', walkIns.sessions, walkIns.minutes],
    ['Walk-ins', 'Pages', walkIns.copies],
    ['Walk-ins', 'Pages in colour', walkIns.colourCopies],
    ['Who came', 'People, each counted once', users.people],
    ['Who came', 'Memberships, one for each group a person came for', users.memberships],
  ];
}

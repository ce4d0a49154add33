import { setImmediate as theOthersTurn } from 'node:timers/promises';
import { getFacility } from '#db/facilities/facilities.service';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { recordExport } from '#db/audit/record-export';
import { tellAndTurn } from '#db/shared/act-turn';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { localDateTimeOf } from '#db/shared/local-date';
import { progressOf } from '#db/shared/plain-words';
import { saveTable } from '#db/shared/save-table';
import type { TableCell } from '#db/shared/table';
import { BOOKING_DAYS, BOOKING_HEADINGS, bookingCells } from './bookings-table.rules.ts';
import type { reportsContract, UseReport, UseRow } from './reports.contract.ts';
import * as figures from './reports.repository.ts';
import { checkPeriod, monthsIn, type Period, useReport } from './use.service.ts';
import type { UseReportValues } from './use-report.pdf.ts';

export const reportsService: Handlers<typeof reportsContract> = {
  async use(ctx, period) {
    return useReport(ctx, period);
  },

  async exportUse(steps, { as, ...period }) {
    const report = await steps.unit((ctx) => useReport(ctx, period));
    return saveTable(steps, {
      as,
      name: `use-${period.from}-to-${period.until}`,
      table: {
        title: 'Use of the rooms',
        columns: USE_HEADINGS.map((heading, at) => ({ heading, kind: at < 2 ? 'text' : 'number' })),
        rows: useTable(report),
      },
    });
  },

  /** A month at a time, and others have their turn between two months: a year is some megabytes. */
  async exportBookings(steps, { as, ...period }) {
    checkPeriod(period);
    const isMasked = isAuditor(steps.actor);
    const names = await steps.unit((ctx) => figures.listNames(ctx));
    const rows: (readonly TableCell[])[] = [];
    const months = monthsIn(period);
    for (const [index, month] of months.entries()) {
      await tellAndTurn(steps, progressOf(index, months.length, { word: 'month', did: 'written' }));
      const lines = await steps.unit((ctx) =>
        figures.listBookingLines(ctx, { ...month, facilityId: period.facilityId }),
      );
      await theOthersTurn();
      rows.push(...lines.map((line) => bookingCells(line, names, isMasked)));
    }
    await steps.unit((ctx) => recordExport(ctx, { name: 'bookings', rows: rows.length, as }));
    return saveTable(steps, {
      as,
      name: `bookings-${period.from}-to-${period.until}`,
      table: {
        title: 'Bookings',
        columns: BOOKING_HEADINGS.map((heading) => ({
          heading,
          kind: BOOKING_DAYS.has(heading) ? 'date' : 'text',
        })),
        rows,
      },
    });
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

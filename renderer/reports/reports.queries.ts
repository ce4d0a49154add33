import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FacilityId } from '#db/facilities/facilities.contract';
import type { LocalDate } from '#db/shared/local-date';
import type { ActId } from '#db/shared/long-act';
import type { PaperSize } from '#db/shared/paper';
import type { TableKind } from '#db/shared/table';
import { api } from '../app/api-client.ts';

export type Period = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly facilityId: FacilityId | null;
};

/** The use of the rooms in a period; the figures before stay on screen until the new ones are here. */
export function useUseReport(period: Period) {
  return useQuery({
    queryKey: ['reports', 'use', period],
    queryFn: () => api.reports.use(period),
    placeholderData: keepPreviousData,
    // Whatever is booked changes the figures, and nobody tells this screen.
    refetchOnMount: 'always',
  });
}

/** The report and the bookings behind it, on paper and as tables for a spreadsheet. */
export const useReportFiles = (period: Period) => ({
  paper: (size: PaperSize) => api.reports.printUse({ ...period, size }),
  figures: (as: TableKind) => api.reports.exportUse({ ...period, as }),
  bookings: (as: TableKind, act?: ActId) => api.reports.exportBookings({ ...period, as, act }),
});

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { claimsContract } from '#db/claims/claims-api.contract';
import type { ClaimState } from '#db/claims/claims.contract';
import type { InputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import type { ActId } from '#db/shared/long-act';
import type { PaperSize } from '#db/shared/paper';
import type { TableKind } from '#db/shared/table';
import { api } from '../../app/api-client.ts';

export type Period = { readonly from: LocalDate; readonly until: LocalDate };
export type Grouping = InputOf<(typeof claimsContract)['report']>['by'];

export function useClaimReport(period: Period, by: Grouping) {
  return useQuery({
    queryKey: ['claims', 'report', period, by],
    queryFn: () => api.claims.report({ ...period, by }),
    placeholderData: keepPreviousData,
  });
}

export function useClaimRegister(period: Period, state: ClaimState | null, limit: number) {
  return useQuery({
    queryKey: ['claims', 'register', period, state, limit],
    queryFn: () => api.claims.register({ ...period, state, limit }),
    placeholderData: keepPreviousData,
  });
}

/** The register line by line, for a spreadsheet. */
export const registerTable = (period: Period) => (as: TableKind, act?: ActId) =>
  api.claims.exportRegister({ ...period, as, ...(act === undefined ? {} : { act }) });

/** The register on paper (DOC-46), for PaperDialog. */
export const registerPaper = (period: Period) => (size: PaperSize) =>
  api.claims.printRegister({ ...period, size });

import { useMutation, useQuery } from '@tanstack/react-query';
import type { GroupId } from '#db/groups/groups.contract';
import type { MandateDetails } from '#db/payees/mandate.contract';
import type { payeesContract } from '#db/payees/payees-api.contract';
import type { DetailsId, NewDetails } from '#db/payees/payees.contract';
import type { Party } from '#db/people/party.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

type Contract = typeof payeesContract;

/** What was sent and answered is forgotten with the form, because it holds whole numbers. */
const FORGOTTEN_AT_ONCE = { gcTime: 0 } as const;

/** How a group or person is paid, masked; null while nobody has entered it. */
export function usePayee(of: Party) {
  return useQuery({
    queryKey: ['payees', 'ofParty', of],
    queryFn: () => api.payees.ofParty({ of }),
  });
}

export function useAddDetails() {
  return useMutation({
    ...FORGOTTEN_AT_ONCE,
    mutationFn: (details: NewDetails) => api.payees.addDetails(details),
  });
}

export function useRecordCallBack() {
  return useMutation({
    ...FORGOTTEN_AT_ONCE,
    mutationFn: (call: InputOf<Contract['recordCallBack']>) => api.payees.recordCallBack(call),
  });
}

export function useRejectDetails() {
  return useMutation({
    mutationFn: (rejected: InputOf<Contract['rejectDetails']>) =>
      api.payees.rejectDetails(rejected),
  });
}

export function useWithdrawDetails() {
  return useMutation({
    mutationFn: (withdrawn: InputOf<Contract['withdrawDetails']>) =>
      api.payees.withdrawDetails(withdrawn),
  });
}

/** The whole number; it is kept by the window that shows it and nowhere else. */
export function useShowInFull() {
  return useMutation({
    ...FORGOTTEN_AT_ONCE,
    mutationFn: (asked: { id: DetailsId; reason: string }) => api.payees.showInFull(asked),
  });
}

export function useMandate(groupId: GroupId) {
  return useQuery({
    queryKey: ['payees', 'mandate', groupId],
    queryFn: () => api.payees.mandate({ groupId }),
  });
}

export function useChangeMandate() {
  return useMutation({
    mutationFn: (mandate: MandateDetails) => api.payees.changeMandate(mandate),
  });
}

/** The form on which bank details are given, for PaperDialog. */
export const bankDetailsForm = (of: Party | null) => (size: PaperSize) =>
  api.payees.printForm({ of, size });

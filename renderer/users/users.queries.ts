import { useMutation, useQuery } from '@tanstack/react-query';
import type { InputOf } from '#db/shared/contract';
import type { AddUser, usersContract } from '#db/users/users.contract';
import { api } from '../app/api-client.ts';

type Contract = typeof usersContract;

/** The accounts, and the changes that wait for a second person. */
export function useUsers() {
  return useQuery({ queryKey: ['users', 'list'], queryFn: () => api.users.list() });
}

export function useAddUser() {
  return useMutation({ mutationFn: (wanted: AddUser) => api.users.add(wanted) });
}

export function useAskChange() {
  return useMutation({
    mutationFn: (change: InputOf<Contract['askChange']>['change']) =>
      api.users.askChange({ change }),
  });
}

export function useConfirmChange() {
  return useMutation({
    mutationFn: (changeId: string) => api.users.confirmChange({ changeId }),
  });
}

export function useWithdrawChange() {
  return useMutation({
    mutationFn: (changeId: string) => api.users.withdrawChange({ changeId }),
  });
}

export function useSayWho() {
  return useMutation({
    mutationFn: (said: InputOf<Contract['sayWho']>) => api.users.sayWho(said),
  });
}

export function useUnlockAccount() {
  return useMutation({ mutationFn: (userId: string) => api.users.unlockAccount({ userId }) });
}

export function useSetOwnPassphrase() {
  return useMutation({
    mutationFn: (given: InputOf<Contract['setOwnPassphrase']>) => api.users.setOwnPassphrase(given),
  });
}

export function useSetOwnPin() {
  return useMutation({
    mutationFn: (given: InputOf<Contract['setOwnPin']>) => api.users.setOwnPin(given),
  });
}

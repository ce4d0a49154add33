import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { groupsContract } from '#db/groups/groups-api.contract';
import type { GroupDetails, GroupId } from '#db/groups/groups.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

/** Groups whose name contains the text; `limit` keeps a chooser's list short, `isWanted` false asks nothing. */
export function useGroups(text: string, limit = 200, isWanted = true) {
  return useQuery({
    queryKey: ['groups', 'list', text, limit],
    queryFn: () => api.groups.list({ text, limit }),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

export function useGroup(id: GroupId) {
  return useQuery({ queryKey: ['groups', 'get', id], queryFn: () => api.groups.get({ id }) });
}

export function useAddGroup() {
  return useMutation({ mutationFn: (details: GroupDetails) => api.groups.add(details) });
}

export function useChangeGroup() {
  return useMutation({
    mutationFn: (changed: InputOf<(typeof groupsContract)['change']>) => api.groups.change(changed),
  });
}

/** Reads a group as it stands now, past what the screen keeps; for two people changing it at once. */
export function useReadGroupAfresh() {
  return useMutation({ mutationFn: (id: GroupId) => api.groups.get({ id }) });
}

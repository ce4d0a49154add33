import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { GroupDetails, GroupId, groupsContract } from '#db/groups/groups.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

/** Groups whose name contains the text; `limit` keeps a chooser's list short. */
export function useGroups(text: string, limit = 200) {
  return useQuery({
    queryKey: ['groups', 'list', text, limit],
    queryFn: () => api.groups.list({ text, limit }),
    placeholderData: keepPreviousData,
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

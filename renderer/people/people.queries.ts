import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { PersonDetails, PersonId, peopleContract } from '#db/people/people.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

/** People whose name or phone contains the text; `limit` keeps a chooser's list short. */
export function usePeople(text: string, limit = 200) {
  return useQuery({
    queryKey: ['people', 'list', text, limit],
    queryFn: () => api.people.list({ text, limit }),
    placeholderData: keepPreviousData,
  });
}

export function usePerson(id: PersonId) {
  return useQuery({ queryKey: ['people', 'get', id], queryFn: () => api.people.get({ id }) });
}

export function useAddPerson() {
  return useMutation({ mutationFn: (details: PersonDetails) => api.people.add(details) });
}

export function useChangePerson() {
  return useMutation({
    mutationFn: (changed: InputOf<(typeof peopleContract)['change']>) => api.people.change(changed),
  });
}

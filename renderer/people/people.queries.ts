import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { peopleContract } from '#db/people/people-api.contract';
import type { PersonDetails, PersonId } from '#db/people/people.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

/** People whose name or phone contains the text; `limit` keeps a chooser's list short, `isWanted` false asks nothing. */
export function usePeople(text: string, limit = 200, isWanted = true) {
  return useQuery({
    queryKey: ['people', 'list', text, limit],
    queryFn: () => api.people.list({ text, limit }),
    placeholderData: keepPreviousData,
    enabled: isWanted,
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

/** Reads a person as it stands now, past what the screen keeps; for two people changing it at once. */
export function useReadPersonAfresh() {
  return useMutation({ mutationFn: (id: PersonId) => api.people.get({ id }) });
}

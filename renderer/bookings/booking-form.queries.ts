import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { bookingsContract } from '#db/bookings/bookings-api.contract';
import type { Booker } from '#db/bookings/bookings.contract';
import type { conditionsContract } from '#db/conditions/conditions.contract';
import type { FacilityId } from '#db/facilities/facilities.contract';
import type { PersonId } from '#db/people/people.contract';
import type { InputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import { api } from '../app/api-client.ts';

export type Foreseeing = InputOf<(typeof bookingsContract)['foresee']>;

/** What saving would meet; the answer before stays while the next one is fetched. */
export function useForesight(asked: Foreseeing | null) {
  return useQuery({
    queryKey: ['bookings', 'foresee', asked],
    queryFn: () => (asked === null ? null : api.bookings.foresee(asked)),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** The booking a group or person took last; null when there is none, undefined until it is known. */
export function useLastOf(booker: Booker | null) {
  return useQuery({
    queryKey: ['bookings', 'lastOf', booker],
    queryFn: () => (booker === null ? null : api.bookings.lastOf({ booker })),
    enabled: booker !== null,
  });
}

/** What a booker and a responsible person were not given yet on a day. */
export function useMissingConditions(
  asked: {
    readonly booker: Booker;
    readonly responsiblePersonId: PersonId;
    readonly on: LocalDate;
  } | null,
) {
  return useQuery({
    queryKey: ['conditions', 'missing', asked],
    queryFn: () => (asked === null ? [] : api.conditions.missing(asked)),
    enabled: asked !== null,
  });
}

export function useRecordAcknowledged() {
  return useMutation({
    mutationFn: (given: readonly InputOf<(typeof conditionsContract)['recordAcknowledged']>[]) =>
      Promise.all(given.map((each) => api.conditions.recordAcknowledged(each))),
  });
}

/** What a booker has left of the room's allowance on a day. */
export function useAllowanceLeft(
  asked: {
    readonly facilityId: FacilityId;
    readonly booker: Booker;
    readonly on: LocalDate;
  } | null,
) {
  return useQuery({
    queryKey: ['usage', 'left', asked],
    queryFn: () =>
      asked === null
        ? []
        : api.usage.left({
            facilityId: asked.facilityId,
            groupId: asked.booker.kind === 'group' ? asked.booker.groupId : null,
            personId: asked.booker.kind === 'person' ? asked.booker.personId : null,
            on: asked.on,
          }),
    enabled: asked !== null,
  });
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Party } from '#db/people/party.contract';
import { partyIdOf } from '#db/people/party.rules';
import type { PersonId } from '#db/people/people.contract';
import type { PaperSize } from '#db/shared/paper';
import type { TimelineKind } from '#db/timeline/timeline.contract';
import { api } from '../app/api-client.ts';

/** What happened with a group or person, or is to come. */
export function useTimeline(
  of: Party,
  shown: {
    readonly when: 'past' | 'coming';
    readonly kind: TimelineKind | '';
    readonly limit: number;
  },
) {
  const { when, kind, limit } = shown;
  return useQuery({
    queryKey: ['timeline', 'list', partyIdOf(of), shown],
    queryFn: () => api.timeline.list({ of, when, kinds: kind === '' ? [] : [kind], limit }),
    placeholderData: keepPreviousData,
  });
}

/** What is due, and what is allowed today. */
export function useStandingToday(of: Party) {
  return useQuery({
    queryKey: ['timeline', 'today', partyIdOf(of)],
    queryFn: () => api.timeline.today({ of }),
  });
}

export const loadPersonSheet = (personId: PersonId, size: PaperSize) =>
  api.timeline.printPerson({ personId, size });

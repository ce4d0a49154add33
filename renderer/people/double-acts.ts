import type { PersonId } from '#db/people/people.contract';
import { pathTo } from '../app/paths.ts';

/** One thing that can be done with two records that may be one person. */
type DoubleAct = {
  readonly words: string;
  readonly to: (one: PersonId, other: PersonId) => string;
};

/** What is offered beside a possible double; the module that puts records together adds its own line. */
export const DOUBLE_ACTS: readonly DoubleAct[] = [
  { words: 'Put them together', to: (one, other) => pathTo.mergePeople(one, other) },
];

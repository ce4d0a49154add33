import { isAuditor } from '#db/shared/actor';
import type { Actor } from '#db/shared/ctx';
import type { Person } from './people.contract.ts';

/** What the auditor reads in place of a name or a phone number. */
export const MASKED = '•••';

/** The auditor follows money and acts, not people: names and phones are masked for that role. */
export function maskPerson(person: Person, actor: Actor): Person {
  return isAuditor(actor) ? { ...person, name: MASKED, phone: MASKED } : person;
}

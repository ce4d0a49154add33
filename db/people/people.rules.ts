import type { Role } from '#db/shared/roles';
import type { Person } from './people.contract.ts';

/** What the auditor reads in place of a name or a phone number. */
export const MASKED = '•••';

/** The auditor follows money and acts, not people: names and phones are masked for that role. */
export function maskPerson(person: Person, role: Role | undefined): Person {
  return role === 'auditor' ? { ...person, name: MASKED, phone: MASKED } : person;
}

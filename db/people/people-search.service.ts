import type { Found } from '#db/search/search.contract';
import { type SearchEntry, saveSearchEntry } from '#db/search/search.service';
import { shortKeysOfName, shortKeysOfPhone } from '#db/search/short-keys.rules';
import type { Ctx } from '#db/shared/ctx';
import { PERSON_KIND_WORDS, type Person } from './people.contract.ts';
import * as people from './people.repository.ts';
import type { PersonRecord } from './person-record.contract.ts';
import * as records from './person-record.repository.ts';

/** By what a person is found besides their name. */
type Reach = Pick<PersonRecord, 'email' | 'postcode' | 'textPhone'>;

/** Puts a person into the index: found by name, phone, postcode and e-mail. */
export async function indexPerson(ctx: Ctx, person: Person & Reach): Promise<void> {
  await saveSearchEntry(ctx, personSearchEntry(person));
}

/** A person as the index has them. */
export const personSearchEntry = (person: Person & Reach): SearchEntry => ({
  kind: 'person',
  id: person.id,
  title: person.name,
  detail: detailOf(person),
  words: [person.name, person.phone, person.textPhone, person.postcode, person.email],
  shortKeys: [
    ...shortKeysOfName(person.name),
    ...shortKeysOfPhone(person.phone),
    ...shortKeysOfPhone(person.textPhone),
  ],
  sortKey: '',
});

/** The same for a person whose name or phone changed: how else to reach them is looked up. */
export async function reindexPerson(ctx: Ctx, person: Person): Promise<void> {
  await indexPerson(ctx, { ...(await records.factsOf(ctx, person.id)), ...person });
}

/** People by part of their phone number, as lines of the palette. */
export async function findPeopleByPhonePart(
  ctx: Ctx,
  digits: string,
  limit: number,
): Promise<readonly Found[]> {
  const found = await people.listByPhonePart(ctx, digits, limit);
  return found.map((person) => ({
    kind: 'person',
    id: person.id,
    title: person.name,
    detail: detailOf(person),
  }));
}

const detailOf = (person: Person): string =>
  person.phone === ''
    ? PERSON_KIND_WORDS[person.kind]
    : `${PERSON_KIND_WORDS[person.kind]}, ${person.phone}`;

import type { Person, PersonId } from '#db/people/people.contract';
import { addPerson, findPeopleByName } from '#db/people/people.service';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { foldForSearch, phoneDigitsOf } from '#db/shared/fold';
import { RowProblem } from '../cells.rules.ts';
import type { MadeThing } from '../import-source.ts';
import type { NamedInRow } from './group-entry.rules.ts';

/** Somebody whom a row names: on record, or entered with the import. */
export type FoundPerson = { readonly name: string; readonly id: PersonId | null };

export type NamedPeople = {
  /** Throws a `RowProblem` where two people on record bear the name and the phone does not tell which is meant. */
  readonly find: (named: NamedInRow) => FoundPerson;
  /** Enters those of the wanted ones who are new; from then on `idOf` knows them. */
  readonly enterNew: (ctx: Ctx, wanted: ReadonlySet<FoundPerson>) => Promise<readonly MadeThing[]>;
  readonly idOf: (found: FoundPerson) => PersonId;
};

/** Matches the people whom groups name with those on record, whatever the spelling; one name new to all is one new person. */
export async function readNamedPeople(
  ctx: Ctx,
  named: readonly NamedInRow[],
): Promise<NamedPeople> {
  const onRecord = await findPeopleByName(ctx, [...new Set(named.map(({ name }) => name))]);
  const made = new Map<string, FoundPerson & { readonly phone: string }>();
  const real = new Map<FoundPerson, PersonId>();
  return {
    find({ name, phone }) {
      const folded = foldForSearch(name);
      if (folded === '' || name.length > 120)
        throw new RowProblem(`“${name}” is no name of a person. Write it in 120 letters or fewer.`);
      const found = withPhone(onRecord.get(folded) ?? [], phone);
      if (found.length > 1)
        throw new RowProblem(
          `${found.length} people on record are called ${name}. Enter this one by hand, or write their phone beside the name.`,
        );
      if (found[0] !== undefined) return { name: found[0].name, id: found[0].id };
      const fresh = made.get(folded) ?? { name, id: null, phone };
      made.set(folded, fresh);
      return fresh;
    },

    async enterNew(inUnit, wanted) {
      const things: MadeThing[] = [];
      for (const one of made.values()) {
        if (!wanted.has(one)) continue;
        const { name, phone } = one;
        const person = await addPerson(inUnit, { name, kind: 'not-said', phone });
        real.set(one, person.id);
        things.push({
          objectType: 'person',
          objectId: person.id,
          line: 0,
          words: name,
          version: person.version,
        });
      }
      return things;
    },

    idOf: (found) => found.id ?? mustExist(real.get(found), 'new people were entered first'),
  };
}

/** Of several of one name those with the phone that was written; one alone is meant with any. */
function withPhone(people: readonly Person[], phone: string): readonly Person[] {
  if (people.length < 2 || phone === '') return people;
  return people.filter((person) => phoneDigitsOf(person.phone) === phoneDigitsOf(phone));
}

import { personal, recordAudit } from '#db/audit/record';
import { findIdsByText } from '#db/search/slips.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { Person, PersonDetails, PersonId } from './people.contract.ts';
import { consentsService } from './consents.service.ts';
import { doublesService } from './doubles.service.ts';
import { checkIsShown } from './hidden-person.service.ts';
import { indexPerson, reindexPerson } from './people-search.service.ts';
import { peoplePapers } from './people-papers.service.ts';
import type { peopleContract } from './people-api.contract.ts';
import { personErrors } from './people.errors.ts';
import * as people from './people.repository.ts';
import { maskPerson } from './people.rules.ts';
import { NOTHING_KNOWN } from './person-record.rules.ts';
import { personRecordService } from './person-record.service.ts';
import { registerService } from './register.service.ts';

/** Told after a person's name or phone changed; given by `api.ts`. */
export type OnPersonRenamed = (ctx: Ctx, person: Person) => Promise<void>;

export function peopleService(onRenamed: OnPersonRenamed): Handlers<typeof peopleContract> {
  return {
    async list(ctx, { text, limit }) {
      // To find a person by name or phone tells that they are on record, and the auditor is not to know who is.
      if (isAuditor(ctx.actor) && text.trim() !== '') return { people: [], total: 0 };
      const found = await listPeople(ctx, text, limit);
      return {
        people: found.people.map((person) => maskPerson(person, ctx.actor)),
        total: found.total,
      };
    },

    async get(ctx, { id }) {
      return maskPerson(await getPerson(ctx, id), ctx.actor);
    },

    async add(ctx, wanted) {
      return addPerson(ctx, wanted);
    },

    async change(ctx, { id, version, ...wanted }) {
      await checkIsShown(ctx, id);
      const before = await getPerson(ctx, id);

      const after: Person = { ...before, ...wanted, version: version + 1 };
      if (!(await people.update(ctx, after, version)))
        throw personErrors.error('person.changed-by-someone-else', {});

      await reindexPerson(ctx, after);
      if (after.name !== before.name) await onRenamed(ctx, after);
      await recordAudit(ctx, {
        action: 'person.changed',
        objectType: 'person',
        objectId: id,
        before: facts(before),
        after: facts(after),
      });
      return after;
    },

    ...personRecordService,
    ...consentsService,
    ...registerService,
    ...doublesService,
    ...peoplePapers,
  };
}

/** By name or phone; where nobody fits, by postcode, e-mail and what was probably meant. */
async function listPeople(
  ctx: Ctx,
  text: string,
  limit: number,
): Promise<{ readonly people: readonly Person[]; readonly total: number }> {
  const found = await people.listByText(ctx, text, limit);
  if (found.total > 0) return found;
  const others = await people.listByIds(ctx, await findIdsByText(ctx, 'person', text, limit));
  return { people: others, total: others.length };
}

/** Enters a person. Two people may share a name, so nobody is refused for theirs. */
export async function addPerson(ctx: Ctx, wanted: PersonDetails): Promise<Person> {
  const person: Person = { ...wanted, id: ctx.newId() as PersonId, version: 1 };
  await people.insert(ctx, person);
  await indexPerson(ctx, { ...NOTHING_KNOWN, ...person });
  await recordAudit(ctx, {
    action: 'person.added',
    objectType: 'person',
    objectId: person.id,
    after: facts(person),
  });
  return person;
}

/** People by their names as they are written, by the folded name; several may share one. */
export async function findPeopleByName(
  ctx: Ctx,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly Person[]>> {
  const found = new Map<string, Person[]>();
  for (const person of await people.listByFoldedNames(ctx, names.map(foldForSearch))) {
    const folded = foldForSearch(person.name);
    found.set(folded, [...(found.get(folded) ?? []), person]);
  }
  return found;
}

/** One person, unmasked, for other modules; refused when there is none of that id. */
export async function getPerson(ctx: Ctx, id: PersonId): Promise<Person> {
  const found = await people.findById(ctx, id);
  if (found === undefined) throw personErrors.error('person.not-found', { id });
  return found;
}

const facts = (person: Person) => ({
  kind: person.kind,
  name: personal(person.id, person.name),
  phone: personal(person.id, person.phone),
});

import { type AuditFacts, type AuditNote, personal, recordAudits } from '#db/audit/record';
import { addSearchEntries, forgetSearchEntry, type SearchEntry } from '#db/search/search.service';
import type { Ctx } from '#db/shared/ctx';
import type { ConsentDetails, ConsentId, PersonConsent } from './consents.contract.ts';
import * as consents from './consents.repository.ts';
import { consentFacts } from './consents.service.ts';
import { personSearchEntry } from './people-search.service.ts';
import type { Person, PersonDetails, PersonId } from './people.contract.ts';
import * as people from './people.repository.ts';
import { listLikenesses } from './register.repository.ts';
import { removePeople } from './taken-out-people.repository.ts';
import { CHANNEL_WORDS } from './person-record.contract.ts';
import * as records from './person-record.repository.ts';
import { NOTHING_KNOWN } from './person-record.rules.ts';

/** Somebody with everything that is known of them and what they agreed to; `checkDays` and the others have let it through. */
export type NewPerson = {
  readonly details: PersonDetails;
  readonly facts: records.StoredFacts;
  /** Where the facts lie, in words for the record of what happened. */
  readonly placeWords: string;
  readonly consents: readonly Omit<ConsentDetails, 'personId'>[];
};

/** Enters a hundred people or so at once, each with a line in the record of what happened and one in the search. */
export async function enterPeople(
  ctx: Ctx,
  wanted: readonly NewPerson[],
): Promise<readonly Person[]> {
  const entered: Person[] = [];
  const notes: AuditNote[] = [];
  const found: SearchEntry[] = [];
  for (const one of wanted) {
    const person: Person = { ...one.details, id: ctx.newId() as PersonId, version: 1 };
    await people.insert(ctx, person);
    await records.save(ctx, person.id, one.facts);
    const given = one.consents.map(
      (consent): PersonConsent => ({
        ...consent,
        id: ctx.newId() as ConsentId,
        personId: person.id,
        withdrawnOn: null,
      }),
    );
    for (const consent of given) await consents.insert(ctx, consent);
    entered.push(person);
    found.push(personSearchEntry({ ...one.facts, ...person }));
    notes.push(
      {
        action: 'person.added',
        objectType: 'person',
        objectId: person.id,
        after: allFacts(person, one),
      },
      ...given.map((consent) => ({
        action: 'person.consent-given',
        objectType: 'person',
        objectId: person.id,
        after: consentFacts(consent),
      })),
    );
  }
  await addSearchEntries(ctx, found);
  await recordAudits(ctx, notes);
  return entered;
}

/** Only what was said; all of it tells about a person and is sealed. */
function allFacts(person: Person, { facts, placeWords }: NewPerson): AuditFacts {
  const said = Object.entries(facts).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify({ ...NOTHING_KNOWN, lastConfirmedOn: null }[name]),
  );
  const texts = said.flatMap(([name, value]): [string, string][] =>
    typeof value === 'object' || name === 'areaId' || name === 'schemeId'
      ? []
      : [[name, String(value)]],
  );
  const lists: Record<string, string> = {
    ...(placeWords === '' ? {} : { area: placeWords }),
    ...(facts.channels.length === 0
      ? {}
      : { channels: facts.channels.map((channel) => CHANNEL_WORDS[channel]).join(', ') }),
    ...(facts.interests.length === 0
      ? {}
      : {
          interests: facts.interests
            .map(({ serviceArea, methods }) => [serviceArea, ...methods].join(', '))
            .join('; '),
        }),
  };
  return {
    kind: person.kind,
    name: personal(person.id, person.name),
    phone: personal(person.id, person.phone),
    ...Object.fromEntries(
      [...texts, ...Object.entries(lists)].map(([name, text]) => [name, personal(person.id, text)]),
    ),
  };
}

/** Takes people off the record who were entered by mistake and whom nothing else names. */
export async function takePeopleOut(
  ctx: Ctx,
  ids: readonly PersonId[],
  reason: string,
): Promise<void> {
  const gone = await people.listByIds(ctx, ids);
  for (const { id } of gone) await forgetSearchEntry(ctx, 'person', id);
  await removePeople(ctx, ids);
  await recordAudits(
    ctx,
    gone.map((person) => ({
      action: 'person.taken-out',
      objectType: 'person',
      objectId: person.id,
      reason,
      before: {
        kind: person.kind,
        name: personal(person.id, person.name),
        phone: personal(person.id, person.phone),
      },
    })),
  );
}

/** What every record says by which somebody may be known again. */
export const listKnown = listLikenesses;

import type { Group, GroupId } from '#db/groups/groups.contract';
import { addGroup, findGroupsByName } from '#db/groups/groups.service';
import type { MadeThing } from '#db/imports/import-source';
import type { Person, PersonId } from '#db/people/people.contract';
import { addPerson, findPeopleByName } from '#db/people/people.service';
import { tellAndTurn } from '#db/shared/act-turn';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import { progressOf } from '#db/shared/plain-words';
import type { Booker } from '../bookings.contract.ts';
import type { DiaryEntry } from './diary-entry.rules.ts';

/** Whoever an entry names, known or still to be entered; `id` stands in until then. */
type Named = { readonly kind: 'group' | 'person'; readonly name: string; readonly id: string };

export type Who = {
  readonly booker: Named;
  readonly responsible: Named;
  /** What has to be entered for this entry and was not for an earlier one: 'new group Ashdown TRA'. */
  readonly alsoMakes: readonly string[];
  /** Remembers those new names, once the entry is to be added. */
  readonly keep: () => void;
};

export type DiaryPeople = {
  /** Finds out who is meant; a sentence when that cannot be told. */
  readonly whoOf: (entry: DiaryEntry) => Who | { readonly problem: string };
  readonly bookerOf: (who: Who) => Booker;
  readonly responsibleOf: (who: Who) => PersonId;
  /** Enters everybody who was kept; from then on the ids are real. */
  readonly enterNew: (ctx: Ctx) => Promise<readonly MadeThing[]>;
};

const LONGEST_NAME = 120;

/** After so many new groups and people the page hears how far it is, and may stop it. */
const AT_ONCE = 20;

/**
 * Matches names of a diary with the groups and people on record, whatever their spelling (`foldForSearch`). A name
 * nobody knows becomes a new group, or a person where the file says so; a group without a named person gets
 * 'Contact of …', because somebody has to answer for a room.
 */
export async function readDiaryPeople(
  ctx: Ctx,
  entries: readonly DiaryEntry[],
): Promise<DiaryPeople> {
  const names = [
    ...new Set(entries.flatMap((entry) => [entry.who, entry.contact, contactOf(entry.who)])),
  ].filter((name) => name !== '');
  const groups = await findGroupsByName(ctx, names);
  const people = await findPeopleByName(ctx, names);
  const made = new Map<string, Named>();
  const real = new Map<string, string>();

  const findNew = (kind: Named['kind'], name: string): Named | undefined =>
    made.get(`${kind} ${foldForSearch(name)}`);
  const newNamed = (kind: Named['kind'], name: string): Named =>
    findNew(kind, name) ?? { kind, name, id: `new-${kind}-${made.size + 1}` };

  function personNamed(name: string): Named | { readonly problem: string } {
    const found = people.get(foldForSearch(name)) ?? [];
    if (found.length > 1)
      return {
        problem: `${found.length} people are called ${name}. Enter this booking by hand, or write another name.`,
      };
    const [one] = found;
    return one === undefined ? newNamed('person', name) : known('person', one);
  }

  function bookerNamed(entry: DiaryEntry): Named | { readonly problem: string } {
    const group = groups.get(foldForSearch(entry.who));
    if (!entry.isPerson && group?.isActive === true) return known('group', group);
    const isKnownPerson = (people.get(foldForSearch(entry.who)) ?? []).length > 0;
    if (entry.isPerson || isKnownPerson) return personNamed(entry.who);
    return newNamed('group', entry.who);
  }

  return {
    whoOf(entry) {
      const tooLong = [entry.who, entry.contact].find((name) => name.length > LONGEST_NAME);
      if (tooLong !== undefined)
        return { problem: `A name is longer than ${LONGEST_NAME} characters. Shorten it.` };
      if (foldForSearch(entry.who) === '')
        return { problem: `“${entry.who}” is no name. Write who it is for.` };
      const booker = bookerNamed(entry);
      if ('problem' in booker) return booker;
      const responsible =
        entry.contact !== '' && foldForSearch(entry.contact) !== ''
          ? personNamed(entry.contact)
          : booker.kind === 'person'
            ? booker
            : personNamed(contactOf(entry.who));
      if ('problem' in responsible) return responsible;
      const fresh = [booker, responsible].filter(
        (one, index, all) =>
          one.id.startsWith('new-') &&
          findNew(one.kind, one.name) === undefined &&
          all.findIndex((other) => other.kind === one.kind && other.name === one.name) === index,
      );
      return {
        booker,
        responsible,
        alsoMakes: fresh.map((one) => `new ${one.kind} ${one.name}`),
        keep: () => {
          for (const one of fresh) made.set(`${one.kind} ${foldForSearch(one.name)}`, one);
        },
      };
    },

    bookerOf: ({ booker }) => {
      const id = real.get(booker.id) ?? booker.id;
      return booker.kind === 'group'
        ? { kind: 'group', groupId: id as GroupId }
        : { kind: 'person', personId: id as PersonId };
    },

    responsibleOf: ({ responsible }) => (real.get(responsible.id) ?? responsible.id) as PersonId,

    async enterNew(inUnit) {
      const things: MadeThing[] = [];
      for (const one of made.values()) {
        if (things.length % AT_ONCE === 0)
          await tellAndTurn(
            inUnit,
            progressOf(things.length, made.size, { word: 'name', did: 'entered' }),
          );
        const entered =
          one.kind === 'group'
            ? await addGroup(inUnit, { name: one.name, kind: 'other', phone: '' })
            : await addPerson(inUnit, { name: one.name, kind: 'not-said', phone: '' });
        real.set(one.id, entered.id);
        things.push({
          objectType: one.kind,
          objectId: entered.id,
          line: 0,
          words: entered.name,
          version: entered.version,
        });
      }
      return things;
    },
  };
}

const known = (kind: Named['kind'], one: Group | Person): Named => ({
  kind,
  name: one.name,
  id: one.id,
});

const contactOf = (group: string): string => `Contact of ${group}`.slice(0, LONGEST_NAME);

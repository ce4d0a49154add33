import { recordExport } from '#db/audit/record-export';
import { listSpeakersOn } from '#db/groups/representation.service';
import { listShown } from '#db/people/hidden-person.service';
import { listWhoAgree } from '#db/people/consents.service';
import type { Person, PersonId } from '#db/people/people.contract';
import { PERSON_KIND_WORDS } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import { listEveryMember } from '#db/people/register.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { compareText, type LocalDate } from '#db/shared/local-date';
import { saveTable } from '#db/shared/save-table';
import { type Column, tableOf } from '#db/shared/table';
import { withContact } from './officers-on.service.ts';
import type { officersContract } from './officers-api.contract.ts';
import type { Officer } from './officers.contract.ts';
import * as terms from './officers.repository.ts';
import { postWords } from './officers.rules.ts';

/** Stands for a name that nobody may give away (PPL-10). */
const NO_CONSENT = 'Not named: no consent';

/** Officers and active tenants as tables. They go out of the house, so names and phones stand in them with consent only. */
export const officerTables: Pick<
  Handlers<typeof officersContract>,
  'exportToday' | 'exportActiveTenants'
> = {
  async exportToday(steps, { as }) {
    const { officers, today } = await steps.unit(async (ctx) => {
      const on = todayOf(ctx);
      const found = await readOfficers(ctx, on);
      await recordExport(ctx, { name: 'officers', rows: found.length, as });
      return { officers: found, today: on };
    });
    return saveTable(steps, {
      as,
      name: `officers-${today}`,
      table: tableOf('Officers today', OFFICERS_TABLE, officers),
    });
  },

  async exportActiveTenants(steps, { as }) {
    const { active, today } = await steps.unit(async (ctx) => {
      const on = todayOf(ctx);
      const found = await readActive(ctx, on);
      await recordExport(ctx, { name: 'active-tenants', rows: found.length, as });
      return { active: found, today: on };
    });
    return saveTable(steps, {
      as,
      name: `active-tenants-${today}`,
      table: tableOf('Active tenants', ACTIVE_TABLE, active),
    });
  },
};

const OFFICERS_TABLE: readonly Column<Officer>[] = [
  { heading: 'Group', of: (officer) => officer.groupName },
  { heading: 'Post', of: (officer) => postWords(officer.post) },
  {
    heading: 'Name (with consent)',
    of: (officer) => (officer.mayName ? officer.personName : NO_CONSENT),
  },
  { heading: 'Phone (with consent)', of: (officer) => officer.phone },
  { heading: 'From', kind: 'date', of: (officer) => officer.from },
  { heading: 'Until', kind: 'date', of: (officer) => officer.until },
  { heading: 'Votes', of: (officer) => (officer.isVoting ? 'yes' : 'no') },
];

/** Who is being erased is a holder without a name. */
async function readOfficers(ctx: Ctx, on: LocalDate): Promise<readonly Officer[]> {
  const officers = await withContact(ctx, await terms.listRunning(ctx, on), on);
  const shown = await listShown(
    ctx,
    officers.map(({ personId }) => personId),
  );
  return officers.map((officer) =>
    shown.has(officer.personId) ? officer : { ...officer, mayName: false, phone: null },
  );
}

type Active = {
  readonly person: Person;
  readonly mayName: boolean;
  readonly mayGivePhone: boolean;
  readonly takesPart: readonly string[];
};

const ACTIVE_TABLE: readonly Column<Active>[] = [
  { heading: 'Name (with consent)', of: (one) => (one.mayName ? one.person.name : NO_CONSENT) },
  { heading: 'Tenure', of: (one) => PERSON_KIND_WORDS[one.person.kind] },
  { heading: 'Phone (with consent)', of: (one) => (one.mayGivePhone ? one.person.phone : '') },
  { heading: 'Takes part', of: (one) => one.takesPart.join('; ') },
];

/** Who holds a post, speaks for a group or is on the Sounding Board on a day; each once, whatever they do. */
async function readActive(ctx: Ctx, on: LocalDate): Promise<readonly Active[]> {
  const parts = new Map<PersonId, string[]>();
  const add = (id: PersonId, words: string): void => {
    parts.set(id, [...(parts.get(id) ?? []), words]);
  };
  for (const term of await terms.listRunning(ctx, on))
    add(term.personId, `${postWords(term.post)}, ${term.groupName}`);
  for (const one of await listSpeakersOn(ctx, on))
    add(one.personId, `Speaks for ${one.groupName} on ${one.bodyName}`);
  for (const { id } of await listEveryMember(ctx)) add(id, 'Sounding Board');
  const ids = [...(await listShown(ctx, [...parts.keys()]))];
  const named = await listWhoAgree(ctx, ids, 'be-named', on);
  const shared = await listWhoAgree(ctx, ids, 'share-contact', on);
  const found: Active[] = [];
  for (const id of ids)
    found.push({
      person: await getPerson(ctx, id),
      mayName: named.has(id),
      mayGivePhone: shared.has(id),
      takesPart: parts.get(id) ?? [],
    });
  return found.toSorted(
    (a, b) =>
      Number(b.mayName) - Number(a.mayName) ||
      // The order of those who are not named must not tell their names.
      (a.mayName
        ? compareText(a.person.name, b.person.name)
        : compareText(a.person.id, b.person.id)),
  );
}

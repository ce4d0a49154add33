import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch, joinedTails } from '#db/shared/fold';
import type { Found, FoundKind, searchContract } from './search.contract.ts';
import * as entries from './search.repository.ts';
import { phonePartOf, toMatchExpression } from './search.rules.ts';
import { shortKeyTyped, withShortKeys } from './short-keys.rules.ts';
import { findTolerantExpression } from './slips.service.ts';

/** Looks up people by part of a phone number; given by the people module, which owns phones. */
export type FindByPhonePart = (
  ctx: Ctx,
  digits: string,
  limit: number,
) => Promise<readonly Found[]>;

export function searchService(findByPhonePart: FindByPhonePart): Handlers<typeof searchContract> {
  return {
    async everything(ctx, { text, limit }) {
      const expression = toMatchExpression(text);
      if (expression === undefined) return { found: [], total: 0 };
      const digits = phonePartOf(text);

      if (isAuditor(ctx.actor)) return findForAuditor(ctx, expression, text, limit);

      const shortKey = shortKeyTyped(text);
      const byKey = shortKey === undefined ? [] : await entries.matchShortKey(ctx, shortKey, limit);
      const byPhone = digits === undefined ? [] : await findByPhonePart(ctx, digits, limit);
      const byWords = await entries.match(ctx, expression, limit);

      const found = [...byKey.map(toFound), ...byPhone, ...byWords.rows.map(toFound)]
        .filter(newOnce())
        .slice(0, limit);
      const total =
        found.length < limit
          ? found.length
          : (byWords.total ?? (await entries.countMatches(ctx, expression)));
      if (found.length === 0) return findDespiteSlips(ctx, text, limit);
      return { found, total };
    },
  };
}

/** What was probably meant, where nothing is spelt as it was typed. */
async function findDespiteSlips(
  ctx: Ctx,
  text: string,
  limit: number,
): Promise<{ found: Found[]; total: number }> {
  const expression = await findTolerantExpression(ctx, text);
  if (expression === undefined) return { found: [], total: 0 };
  const { rows, total } = await entries.match(ctx, expression, limit);
  return {
    found: rows.map(toFound),
    total: total ?? (await entries.countMatches(ctx, expression)),
  };
}

function toFound(row: entries.SearchEntryRow): Found {
  return { kind: row.kind, id: row.object_id, title: row.title, detail: row.detail };
}

/** Most matches looked through for the auditor, who sees only some of them. */
const MATCHES_LOOKED_THROUGH = 2000;

/**
 * The auditor finds by what the auditor may read: a search for a name or a need that led to a booking would
 * tell as much as showing it.
 */
async function findForAuditor(
  ctx: Ctx,
  expression: string,
  text: string,
  limit: number,
): Promise<{ found: Found[]; total: number }> {
  const { rows } = await entries.match(ctx, expression, MATCHES_LOOKED_THROUGH);
  const found = rows
    .map(toFound)
    .filter((one) => one.kind !== 'person')
    .map((one) => (NAMES_PEOPLE.includes(one.kind) ? referenceOnly(one) : one))
    .filter((one) => one.kind === 'group' || isFoundBy(`${one.title} ${one.detail}`, text));
  return { found: found.slice(0, limit), total: found.length };
}

/** True when every word typed begins a word of `shown`. */
function isFoundBy(shown: string, text: string): boolean {
  const words = foldForSearch(shown).split(' ');
  return foldForSearch(text)
    .split(' ')
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

/** Kinds whose title may name somebody. */
const NAMES_PEOPLE: readonly FoundKind[] = ['booking', 'agreement', 'claim'];

/** Such a title begins with the reference; the auditor reads only that. */
const referenceOnly = (found: Found): Found => ({
  ...found,
  title: found.title.split(' ')[0] ?? found.title,
});

/** Lets each record through once: a person can be found by name and by phone. */
function newOnce(): (one: Found) => boolean {
  const seen = new Set<string>();
  return ({ kind, id }) => {
    const key = `${kind} ${id}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  };
}

export type SearchEntry = {
  readonly kind: FoundKind;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** Everything by which it is found. */
  readonly words: readonly string[];
  /** What four presses may say of it (`shortKeysOfName`, `shortKeysOfPhone`); only groups and people have them. */
  readonly shortKeys?: readonly string[];
  /** Orders entries of one kind, the highest first: a booking's start. */
  readonly sortKey: string;
};

function toRow(entry: SearchEntry): entries.SearchEntryRow {
  const texts = entry.words.map(foldForSearch);
  return {
    kind: entry.kind,
    object_id: entry.id,
    title: entry.title,
    detail: entry.detail,
    folded: withShortKeys(
      [...texts, ...texts.flatMap(joinedTails)].filter((text) => text !== '').join(' '),
      entry.shortKeys ?? [],
    ),
    sort_key: entry.sortKey,
  };
}

/** Puts a new record into the index, in the unit of work that makes it. */
export async function addSearchEntry(ctx: Ctx, entry: SearchEntry): Promise<void> {
  await addSearchEntries(ctx, [entry]);
}

/** Puts a few hundred new records at most into the index at once, in the unit of work that makes them. */
export async function addSearchEntries(ctx: Ctx, added: readonly SearchEntry[]): Promise<void> {
  await entries.insert(ctx, added.map(toRow));
}

/** Puts a record into the index again after a change. */
export async function saveSearchEntry(ctx: Ctx, entry: SearchEntry): Promise<void> {
  await entries.save(ctx, toRow(entry));
}

export async function forgetSearchEntry(ctx: Ctx, kind: FoundKind, id: string): Promise<void> {
  await entries.remove(ctx, kind, id);
}

/** Leaves nothing in the index of words that no record has any more; after an erasure. */
export async function sweepSearch(ctx: Ctx): Promise<void> {
  await entries.rebuild(ctx);
}

import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { Found, FoundKind, searchContract } from './search.contract.ts';
import * as entries from './search.repository.ts';
import { phonePartOf, toMatchExpression } from './search.rules.ts';

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

      const byPhone = digits === undefined ? [] : await findByPhonePart(ctx, digits, limit);
      const byWords = await entries.match(ctx, expression, limit);
      const hidesPeople = ctx.actor.kind === 'user' && ctx.actor.role === 'auditor';

      const found = [...byPhone, ...byWords.map(toFound)]
        .filter((one) => !(hidesPeople && one.kind === 'person'))
        .map((one) => (hidesPeople && one.kind === 'booking' ? withoutBooker(one) : one))
        .filter(isFirstOfItsKind)
        .slice(0, limit);
      const total =
        found.length < limit ? found.length : await entries.countMatches(ctx, expression);
      return { found, total };
    },
  };
}

function toFound(row: entries.SearchEntryRow): Found {
  return { kind: row.kind, id: row.object_id, title: row.title, detail: row.detail };
}

/** A booking's title begins with its reference; the auditor reads only that. */
const withoutBooker = (found: Found): Found => ({
  ...found,
  title: found.title.split(' ')[0] ?? found.title,
});

const isFirstOfItsKind = (one: Found, index: number, all: readonly Found[]): boolean =>
  all.findIndex((other) => other.kind === one.kind && other.id === one.id) === index;

export type SearchEntry = {
  readonly kind: FoundKind;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** Everything by which it is found. */
  readonly words: readonly string[];
  /** Orders entries of one kind, the highest first: a booking's start. */
  readonly sortKey: string;
};

const toRow = (entry: SearchEntry): entries.SearchEntryRow => ({
  kind: entry.kind,
  object_id: entry.id,
  title: entry.title,
  detail: entry.detail,
  folded: foldForSearch(entry.words.join(' ')),
  sort_key: entry.sortKey,
});

/** Puts a new record into the index, in the unit of work that makes it. */
export async function addSearchEntry(ctx: Ctx, entry: SearchEntry): Promise<void> {
  await entries.insert(ctx, toRow(entry));
}

/** Puts a record into the index again after a change. */
export async function saveSearchEntry(ctx: Ctx, entry: SearchEntry): Promise<void> {
  await entries.save(ctx, toRow(entry));
}

export async function forgetSearchEntry(ctx: Ctx, kind: FoundKind, id: string): Promise<void> {
  await entries.remove(ctx, kind, id);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import type { SearchEntryRow } from '#db/search/search.repository';
import {
  MOST_KEYS,
  shortKeysOfName,
  shortKeysOfPhone,
  withoutShortKeys,
} from '#db/search/short-keys.rules';
import { makeBookings } from '../bench/bookings-data.ts';
import { loadPeople, P_GROUPS, PEOPLE, personName } from '../bench/load-people.ts';
import { type OpenCentre, openCentre } from '../bench/open-centre.ts';
import { openPracticeOn, readRows } from '../practice/practice-centre.ts';
import type { TestProgram } from '../support/program-for-tests.ts';

type Find = (text: string) => Promise<readonly { readonly id: string }[]>;

/** What somebody may type for a record with no more than four keys: beginnings of its words, and its short keys. */
function typedFor({ folded, title }: Pick<SearchEntryRow, 'folded' | 'title'>): readonly string[] {
  const beginnings = withoutShortKeys(folded)
    .split(' ')
    .flatMap((word) => [4, 3, 2].map((letters) => Array.from(word).slice(0, letters).join('')));
  const digits = (folded.match(/\b[0-9]{6}\b/g) ?? []).map((number) => number.slice(-MOST_KEYS));
  return [...new Set([...shortKeysOfName(title), ...digits, ...beginnings])].filter(
    (typed) => typed.length >= 2 && typed.length <= MOST_KEYS,
  );
}

/** Whether Enter lands on the record after at most four presses: letters, or fewer letters and the arrow down. */
async function isReached(find: Find, id: string, typed: readonly string[]): Promise<boolean> {
  for (const text of typed) {
    const found = await find(text);
    const presses = found.findIndex((one) => one.id === id);
    if (presses !== -1 && text.length + presses <= MOST_KEYS) return true;
  }
  return false;
}

describe('Short keys', () => {
  it.each([
    ['Birch Lane TRA', 'blt'],
    ['Birch Lane TRA', 'bila'],
    ['Birch Lane TRA', 'btra'],
    ['Noor Al-Tamimi', 'nota'],
    ['Łukasz Wiśniewski', 'luwi'],
    ['Łukasz Wiśniewski', 'wilu'],
    ['Sir O’Neill', 'sone'],
  ])('of %s hold “%s”', (name, key) => {
    expect(shortKeysOfName(name)).toContain(key);
  });

  it('hold the end of a phone number, and nothing of one word or half a number', () => {
    expect(shortKeysOfPhone('+44 (0)7700 900123')).toEqual(['0123']);
    expect(shortKeysOfPhone('999')).toEqual([]);
    expect(shortKeysOfName('Oasis')).toEqual([]);
  });
});

describe('In the practice centre', () => {
  let practice: TestProgram;
  beforeAll(async () => {
    practice = await openPracticeOn('2027-06-10');
  });
  afterAll(() => practice.close());

  it('every group and person is found by four keys and Enter', async () => {
    const rows = await readRows<SearchEntryRow>(
      practice.core,
      `SELECT * FROM search_entry WHERE kind IN ('group', 'person')`,
    );
    const find: Find = (text) =>
      practice.core.unit(PROGRAM, 'reads', async (ctx) => {
        const { found } = await practice.core.api.search.everything(ctx, { text, limit: 5 });
        return found;
      });
    const lost = [];
    for (const row of rows)
      if (!(await isReached(find, row.object_id, typedFor(row)))) lost.push(row.title);
    expect(rows.length).toBeGreaterThan(60);
    expect(lost).toEqual([]);
  });
});

describe('In a centre of 10,000 people and 2,000 groups', () => {
  const parent = mkdtempSync(join(tmpdir(), 'trc-desk-reach-'));
  let centre: OpenCentre;
  beforeAll(async () => {
    centre = await openCentre(parent, makeBookings(10), loadPeople);
  });
  afterAll(async () => {
    await centre.close();
    rmSync(parent, { recursive: true, force: true });
  });

  const SAMPLE_EVERY = 37;

  it('every group, and nine of ten people, of whom many share their name, are found by four keys and Enter', async () => {
    const rows = centre.floor
      .prepare(
        `SELECT * FROM search_entry WHERE kind = 'group' AND title LIKE '%Estate%' OR kind = 'person' AND title LIKE '% %' AND title NOT LIKE 'Contact%'`,
      )
      .all() as SearchEntryRow[];
    expect(rows).toHaveLength(PEOPLE + P_GROUPS);
    const names = Array.from({ length: PEOPLE }, (_, n) => personName(n));
    const shared = names.filter((name, n) => names.indexOf(name) !== n);
    expect(shared.length).toBeGreaterThan(4_000);
    const find: Find = async (text) => {
      const asked = { text, limit: 3 };
      const answer = await centre.program.dispatch(centre.caller, 'search.everything', asked);
      if (!answer.ok) throw new Error(answer.error.message);
      return (answer.value as { found: { id: string }[] }).found;
    };
    const reached = { group: 0, person: 0 };
    const asked = { group: 0, person: 0 };
    for (const row of rows.filter((_, index) => index % SAMPLE_EVERY === 0)) {
      const kind = row.kind as 'group' | 'person';
      asked[kind] += 1;
      if (await isReached(find, row.object_id, typedFor(row))) reached[kind] += 1;
    }
    expect(reached.group).toBe(asked.group);
    expect(reached.person / asked.person).toBeGreaterThan(0.88);
  });
});

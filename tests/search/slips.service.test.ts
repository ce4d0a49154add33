import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const titlesFor = async (text: string) =>
  (await core.as('desk').call('search.everything', { text })).found.map(({ title }) => title);
const namesFor = async (text: string) =>
  (await core.as('desk').call('people.list', { text })).people.map(({ name }) => name);
const keptWords = () =>
  core.core.unit(PROGRAM, 'reads', async (ctx) => {
    const rows: readonly { word: string }[] = await ctx.tx.query('SELECT word FROM search_word');
    return rows.map(({ word }) => word);
  });

describe('What is typed with a slip', () => {
  it.each([['rana hadad'], ['Rana Haddat'], ['arna haddad'], ['rnaa hadda'], ['Hádad']])(
    'finds a person by “%s”, in the search and in the list of people',
    async (text) => {
      await aPerson(core, { name: 'Rana Haddad', phone: '' });
      await aPerson(core, { name: 'Rosa Halloran', phone: '' });
      expect(await titlesFor(text)).toEqual(['Rana Haddad']);
      expect(await namesFor(text)).toEqual(['Rana Haddad']);
    },
  );

  it('finds a group and a room too', async () => {
    await aGroup(core, { name: 'Ashdown Tenants' });
    expect(await titlesFor('ashdwon')).toEqual(['Ashdown Tenants']);
    expect(await titlesFor('meting')).toEqual(['Meeting Room']);
  });

  it('brings up nobody else while somebody is spelt as it was typed', async () => {
    await aPerson(core, { name: 'Ann Lane', phone: '' });
    await aPerson(core, { name: 'Ann Lone', phone: '' });
    expect(await titlesFor('lane')).toEqual(['Ann Lane']);
    expect((await titlesFor('lune')).toSorted()).toEqual(['Ann Lane', 'Ann Lone']);
  });

  it('is not guessed at in short words and in numbers', async () => {
    await aPerson(core, { name: 'Ann Lee', phone: '07700 900123' });
    for (const text of ['lea', '07700 900124', 'zzzzzz']) expect(await titlesFor(text)).toEqual([]);
  });

  it('finds nobody for the auditor', async () => {
    await aPerson(core, { name: 'Rana Haddad' });
    const auditor = core.as('auditor');
    expect(await auditor.call('search.everything', { text: 'hadad' })).toEqual({
      found: [],
      total: 0,
    });
    expect(await auditor.call('people.list', { text: 'hadad' })).toEqual({ people: [], total: 0 });
  });

  it('keeps no word of a name that nobody bears any more', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    await aPerson(core, { name: 'Rana Moss' });
    expect(await keptWords()).toEqual(expect.arrayContaining(['rana', 'haddad', 'moss']));
    await core.as('desk').call('people.change', { ...person, name: 'Ada Amin' });
    const kept = await keptWords();
    expect(kept).toEqual(expect.arrayContaining(['rana', 'amin', 'moss']));
    expect(kept).not.toContain('haddad');
    expect(kept).not.toContain('ranahaddad');
  });
});

describe('A person', () => {
  it('is found in the list of people by postcode, e-mail and number for texts', async () => {
    const { id, version } = await aPerson(core, { name: 'Rana Haddad', phone: '' });
    await aPerson(core, { name: 'Rosa Halloran', phone: '' });
    await core.as('desk').call('people.changeRecord', {
      id,
      version,
      postcode: 'so147ly',
      email: 'r.haddad@example.org',
      textPhone: '07700 900456',
    });
    for (const text of ['so14 7ly', 'SO14', 'r.haddad@example.org', '07700 900456'])
      expect(await namesFor(text)).toEqual(['Rana Haddad']);
  });
});

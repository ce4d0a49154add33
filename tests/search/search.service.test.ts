import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { addSearchEntries } from '#db/search/search.service';
import { aBooking, changeOf } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const find = async (text: string, role: 'desk' | 'auditor' = 'desk') =>
  (await core.as(role).call('search.everything', { text })).found.map(
    (one) => `${one.kind}: ${one.title}`,
  );

describe('One search for everything', () => {
  it('finds groups first, then people, rooms and the newest bookings', async () => {
    const group = await aGroup(core, { name: 'Meeting Friends' });
    await aPerson(core, { name: 'Mia Meeting', phone: '' });
    await aBooking(core, { booker: { kind: 'group', groupId: group.id }, date: '2027-01-05' });
    await aBooking(core, { booker: { kind: 'group', groupId: group.id }, date: '2027-01-06' });
    expect(await find('meeting')).toEqual([
      'group: Meeting Friends',
      'person: Mia Meeting',
      'facility: Meeting Room',
      'booking: BKG-2027-0002 Meeting Friends',
      'booking: BKG-2027-0001 Meeting Friends',
    ]);
  });

  it('shows a moved booking in its new place', async () => {
    const first = await aBooking(core, { date: '2027-01-05' });
    await aBooking(core, { date: '2027-01-06' });
    await core.as('desk').call('bookings.change', changeOf(first, { date: '2027-01-07' }));
    const found = (await find('bkg')).map((title) => title.slice(0, 22));
    expect(found).toEqual(['booking: BKG-2027-0001', 'booking: BKG-2027-0002']);
  });

  it.each([
    'BKG-2027-0001',
    'bkg 2027 0001',
    'bkg20270001',
    'ashd small',
    'hearing loop',
    'key desk',
  ])('finds a booking by “%s”', async (text) => {
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    await aBooking(core, {
      room: 'Small Room',
      booker: { kind: 'group', groupId: group.id },
      needs: 'Hearing loop',
      notes: 'Key from the desk',
    });
    expect(await find(text)).toContain('booking: BKG-2027-0001 Ashdown TRA');
  });

  it.each([
    ['lukasz', 'Łukasz'],
    ['LUKASZ', 'Łukasz'],
    ['oneill', 'Ó Néill'],
    ['o neill', 'Ó Néill'],
    ['oneillzak', 'Siân Ó Néill-Żak'],
    ['zolty', 'Żółty'],
    ['istanbul', 'İstanbul'],
    ['oconnor', 'O’Connor'],
    ['vanderberg', 'Mia van der Berg'],
  ])('finds “%s” in %s', async (text, name) => {
    await aPerson(core, { name, phone: '' });
    expect(await find(text)).toEqual([`person: ${name}`]);
  });

  it('shows a cancelled booking as cancelled', async () => {
    const made = await aBooking(core, { notes: 'Piano' });
    expect(await find('piano')).toHaveLength(1);
    await core.as('desk').call('bookings.cancel', { id: made.id, version: 1, reason: 'Ill' });
    const cancelled = await core.as('desk').call('search.everything', { text: 'piano' });
    expect(cancelled.found[0]?.detail).toContain('cancelled');
  });

  it('tells how many there are when more were found than shown', async () => {
    for (const date of ['2027-01-05', '2027-01-06', '2027-01-07'])
      await aBooking(core, { date, notes: 'quiz' });
    const found = await core.as('desk').call('search.everything', { text: 'quiz', limit: 2 });
    expect([found.found.length, found.total]).toEqual([2, 3]);
  });

  it('counts every hit, however many there are', async () => {
    const entered = async (from: number, until: number) =>
      core.core.unit(PROGRAM, 'writes', (ctx) =>
        addSearchEntries(
          ctx,
          Array.from({ length: until - from }, (_, i) => ({
            kind: 'facility' as const,
            id: `room-${from + i}`,
            title: `Booth ${from + i}`,
            detail: '',
            words: [`booth ${from + i}`],
            sortKey: '',
          })),
        ),
      );
    const shown = async (limit: number) => {
      const { found, total } = await core
        .as('desk')
        .call('search.everything', { text: 'booth', limit });
      return [found.length, total];
    };
    for (let from = 0; from < 900; from += 300) await entered(from, from + 300);
    await entered(900, 999);
    expect(await shown(20)).toEqual([20, 999]);
    await entered(999, 1000);
    expect(await shown(20)).toEqual([20, 1000]);
    await entered(1000, 1203);
    expect(await shown(20)).toEqual([20, 1203]);
    expect(await shown(1100)).toEqual([1100, 1203]);
    expect(await shown(2000)).toEqual([1203, 1203]);
  });

  it.each(['', '   ', '—', '"', '*', 'NEAR(', 'folded:', '" OR "', "'; DROP TABLE booking; --"])(
    'answers “%s” without a fault',
    async (text) => {
      expect(await find(text)).toEqual([]);
    },
  );
});

describe('The search and the auditor', () => {
  it('shows no person and no name, and finds nothing by what is masked', async () => {
    const person = await aPerson(core, { name: 'P. Okafor', phone: '07700 900001' });
    await aBooking(core, {
      room: 'Small Room',
      booker: { kind: 'person', personId: person.id },
      responsiblePersonId: person.id,
      needs: 'Wheelchair',
      notes: 'Confidential matter',
    });
    for (const text of ['okafor', '07700', 'wheelchair', 'confidential', 'bkg okafor'])
      expect(await core.as('auditor').call('search.everything', { text })).toEqual({
        found: [],
        total: 0,
      });
    expect(await find('BKG-2027-0001', 'auditor')).toEqual(['booking: BKG-2027-0001']);
    expect(await find('small', 'auditor')).toEqual([
      'facility: Small Room',
      'booking: BKG-2027-0001',
    ]);
  });
});

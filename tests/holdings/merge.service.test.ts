import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import type { Person } from '#db/people/people.contract';
import { newFixedClock, type FixedClock } from '../support/fixed-clock.ts';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { aGroup, documentDetails, recordDetails } from '../support/builders/groups.ts';
import { aMerge, seeMerge } from '../support/builders/merges.ts';
import { aTermWithWarnings } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { aWaiting } from '../support/builders/queue.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { everyRow, placesOf } from '../support/rows-of-the-file.ts';

let core: TestCore;
let clock: FixedClock;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const pairOf = (kept: { readonly id: string }, lost: { readonly id: string }) =>
  ({ kind: 'person', keptId: kept.id, lostId: lost.id }) as const;
const groupsOf = (kept: { readonly id: string }, lost: { readonly id: string }) =>
  ({ kind: 'group', keptId: kept.id, lostId: lost.id }) as const;

/** Two records of Rana Haddad; the shorter one has bookings, a post, a key, a consent and a service removed. */
async function ranaTwice() {
  const kept = await aPerson(core, { name: 'Rana Haddad', phone: '' });
  const lost = await aPerson(core, { name: 'R. Haddad', phone: '023 8000 1111' });
  const booking = await aBooking(core, {
    booker: { kind: 'person', personId: lost.id },
    responsiblePersonId: lost.id,
    expectedNumber: 2,
  });
  const forGroup = await aBooking(core, { responsiblePersonId: lost.id, date: '2027-01-06' });
  await aWaiting(core, {
    booker: { kind: 'person', personId: lost.id },
    responsiblePersonId: lost.id,
    date: '2027-01-06',
  });
  await aTermWithWarnings(core, { personId: lost.id });
  await aRestriction(core, { subject: { kind: 'person', personId: lost.id }, from: '2027-03-01' });
  await desk().call('people.giveConsent', {
    personId: lost.id,
    purpose: 'be-named',
    what: 'Name',
    withWhom: 'Everybody',
    givenOn: '2027-01-04',
    until: null,
    how: 'spoken',
  });
  const saved = await desk().call('people.changeRecord', {
    id: lost.id,
    version: lost.version,
    email: 'rana@example.org',
    interests: [{ serviceArea: 'Repairs', methods: [] }],
  });
  return { kept, lost: { ...lost, version: saved.version }, booking, forGroup };
}

describe('Two records of one person', () => {
  it('are shown side by side with all that would move, and nothing is written', async () => {
    const { kept, lost } = await ranaTwice();
    const before = everyRow(core);
    const seen = await seeMerge(core, pairOf(kept, lost));
    expect(everyRow(core)).toEqual(before);
    expect(seen.fields).toEqual([
      expect.objectContaining({
        field: 'name',
        kept: 'Rana Haddad',
        lost: 'R. Haddad',
        wins: 'kept',
        isChoice: true,
      }),
      expect.objectContaining({ field: 'kind', isChoice: false, wins: 'kept', kept: 'Tenant' }),
      expect.objectContaining({
        field: 'phone',
        kept: '',
        lost: '023 8000 1111',
        wins: 'lost',
        isChoice: false,
      }),
      expect.objectContaining({ field: 'email', wins: 'lost', lost: 'rana@example.org' }),
    ]);
    expect(Object.fromEntries(seen.moves.map(({ words, count }) => [words, count]))).toEqual({
      'what is on record about them': 1,
      interest: 1,
      consent: 1,
      'term in a post': 1,
      booking: 1,
      'booking as the responsible person': 2,
      'place in the queue': 1,
      'place in the queue as the responsible person': 1,
      'service removed': 1,
    });
    expect(seen.setAside).toEqual([]);
    expect(seen.undoUntil).toBe('2027-02-03');
  });

  it('become one in one act with nothing lost: every row names the kept one', async () => {
    const { kept, lost, booking, forGroup } = await ranaTwice();
    const held = await desk().call('holdings.about', { kind: 'person', id: lost.id });
    const counts = core.raw().prepare('SELECT count(*) FROM booking').pluck().get();
    await aMerge(core, pairOf(kept, lost));

    expect(placesOf(core, lost.id)).toEqual([]);
    expect(await desk().call('holdings.about', { kind: 'person', id: kept.id })).toEqual(held);
    expect(core.raw().prepare('SELECT count(*) FROM booking').pluck().get()).toBe(counts);
    expect(await desk().call('people.record', { id: kept.id })).toMatchObject({
      name: 'Rana Haddad',
      phone: '023 8000 1111',
      email: 'rana@example.org',
    });
    expect(await desk().call('bookings.get', { id: booking.id })).toMatchObject({
      bookerName: 'Rana Haddad',
      responsiblePersonId: kept.id,
    });
    expect((await desk().call('bookings.get', { id: forGroup.id })).responsiblePersonId).toBe(
      kept.id,
    );
    expect((await desk().refusal('people.get', { id: lost.id })).code).toBe('person.not-found');
  });

  it('keep the value the desk chooses, and never an empty one', async () => {
    const { kept, lost } = await ranaTwice();
    await aMerge(core, pairOf(kept, lost), { fromLost: ['name', 'kind'] });
    expect(await desk().call('people.get', { id: kept.id })).toMatchObject({
      name: 'R. Haddad',
      kind: 'tenant',
      phone: '023 8000 1111',
    });
  });

  it('are found again by both names: the record that went leads to the kept one', async () => {
    const { kept, lost, booking } = await ranaTwice();
    await aMerge(core, pairOf(kept, lost));
    const found = await desk().call('search.everything', { text: 'R. Haddad' });
    expect(found.found).toContainEqual(
      expect.objectContaining({ kind: 'person', id: lost.id, title: 'R. Haddad' }),
    );
    const [merge] = await desk().call('holdings.mergesOf', { kind: 'person', id: lost.id });
    expect(merge).toMatchObject({ keptId: kept.id, keptName: 'Rana Haddad', canUndo: true });
    const byBooking = await desk().call('search.everything', { text: booking.reference });
    expect(byBooking.found.find(({ id }) => id === booking.id)?.title).toBe(
      `${booking.reference} Rana Haddad`,
    );
  });

  it('are led to over two merges, and the first is taken back only after the second', async () => {
    const [a, b, c] = [
      await aPerson(core, { name: 'Ada One' }),
      await aPerson(core, { name: 'Ada Two' }),
      await aPerson(core, { name: 'Ada Three' }),
    ] as const;
    const first = await aMerge(core, pairOf(b, a));
    const second = await aMerge(core, pairOf(c, b));
    const [led] = await desk().call('holdings.mergesOf', { kind: 'person', id: a.id });
    expect(led).toMatchObject({ keptId: c.id, keptName: 'Ada Three', canUndo: false });
    const refused = await desk().refusal('holdings.undoJoin', { id: first.id });
    expect(refused).toMatchObject({ code: 'merge.went-on' });
    expect(refused.message).toContain('Ada Three');
    await desk().call('holdings.undoJoin', { id: second.id });
    await desk().call('holdings.undoJoin', { id: first.id });
    expect((await desk().call('people.get', { id: a.id })).name).toBe('Ada One');
  });

  it('set aside what the kept one has the same already, and give it back with the undo', async () => {
    const kept = await aPerson(core);
    const lost = await aPerson(core);
    for (const { id, version } of [kept, lost])
      await desk().call('people.changeRecord', {
        id,
        version,
        languageNeed: id === kept.id ? 'Somali' : 'Polish',
        interests: [
          { serviceArea: 'Repairs', methods: [] },
          { serviceArea: id === kept.id ? 'Parking' : 'Gardens', methods: [] },
        ],
      });
    const before = everyRow(core);
    const merge = await aMerge(core, pairOf(kept, lost), { fromLost: ['languageNeed'] });
    expect(merge.setAside.map(({ words }) => words)).toEqual([
      'what is on record about them',
      'interest',
    ]);
    const record = await desk().call('people.record', { id: kept.id });
    expect(record.languageNeed).toBe('Polish');
    expect(record.interests.map(({ serviceArea }) => serviceArea)).toEqual([
      'Repairs',
      'Parking',
      'Gardens',
    ]);
    await desk().call('holdings.undoJoin', { id: merge.id });
    expect(everyRow(core)).toEqual(before);
  });

  it('are refused while either was changed since they were looked at, and where it is one record', async () => {
    const kept = await aPerson(core);
    const lost = await aPerson(core);
    const same = await desk().refusal('holdings.previewMerge', pairOf(kept, kept));
    expect(same.code).toBe('merge.same-record');
    const refused = await desk().refusal('holdings.joinRecords', {
      ...pairOf(kept, lost),
      keptVersion: kept.version,
      lostVersion: lost.version + 1,
      fromLost: [],
      reason: '',
    });
    expect(refused.code).toBe('merge.changed-meanwhile');
  });

  it('are never put together by themselves, however much they share', async () => {
    const one = await aPerson(core, { name: 'Sam Okoro', phone: '023 8000 2222' });
    const other = await aPerson(core, { name: 'Sam Okoro', phone: '023 8000 2222' });
    await core.as('desk').call('people.doubles', {});
    clock.set('2027-01-06T09:00:00.000Z');
    for (const { id } of [one, other])
      expect((await desk().call('people.get', { id })).name).toBe('Sam Okoro');
    expect(core.raw().prepare('SELECT count(*) FROM record_merge').pluck().get()).toBe(0);
  });

  it('leave a line in the history of both, with the names sealed under the one they are of', async () => {
    const { kept, lost } = await ranaTwice();
    const merge = await aMerge(core, pairOf(kept, lost), { reason: 'Rana told us at the desk.' });
    await desk().call('holdings.undoJoin', { id: merge.id });
    for (const [id, actions] of [
      [kept.id, ['person.merged', 'person.merge-undone']],
      [lost.id, ['person.merged-away', 'person.merge-undone']],
    ] as const) {
      const lines = await core.as('manager').call('audit.ofObject', {
        objectType: 'person',
        objectId: id,
      });
      expect(lines.map(({ action }) => action).slice(-2)).toEqual(actions);
    }
    const json = core
      .raw()
      .prepare(
        `SELECT group_concat(before_json || after_json || reason) FROM audit_entry WHERE action LIKE 'person.merge%'`,
      )
      .pluck()
      .get();
    expect(json).not.toMatch(/Haddad|8000 1111|told us/);
  });
});

describe('A merge that is taken back', () => {
  it('puts every row of the file back as it was', async () => {
    const { kept, lost } = await ranaTwice();
    const before = everyRow(core);
    const merge = await aMerge(core, pairOf(kept, lost), { fromLost: ['name'] });
    expect(everyRow(core)).not.toEqual(before);
    const undone = await desk().call('holdings.undoJoin', { id: merge.id });
    expect(everyRow(core)).toEqual(before);
    expect(undone).toMatchObject({ isUndone: true, canUndo: false, left: [] });
    const found = await desk().call('search.everything', { text: 'rana@example.org' });
    expect(found.found.map(({ id }) => id)).toEqual([lost.id]);
  });

  it('leaves what was changed since with the kept record, and names it', async () => {
    const { kept, lost, booking, forGroup } = await ranaTwice();
    const merge = await aMerge(core, pairOf(kept, lost));
    const now: Booking = await desk().call('bookings.get', { id: forGroup.id });
    await desk().call('bookings.change', changeOf(now, { needs: 'Hearing loop' }));
    const person: Person = await desk().call('people.get', { id: kept.id });
    await desk().call('people.change', { ...person, phone: '023 8000 3333' });

    const undone = await desk().call('holdings.undoJoin', { id: merge.id });
    expect(undone.left).toEqual([
      { words: 'booking as the responsible person', count: 1 },
      { words: 'detail taken over', count: 1 },
    ]);
    expect((await desk().call('bookings.get', { id: forGroup.id })).responsiblePersonId).toBe(
      kept.id,
    );
    expect((await desk().call('bookings.get', { id: booking.id })).responsiblePersonId).toBe(
      lost.id,
    );
    expect((await desk().call('people.get', { id: kept.id })).phone).toBe('023 8000 3333');
    expect((await desk().call('people.get', { id: lost.id })).phone).toBe('023 8000 1111');
  });

  it('can be taken back until the thirtieth day, once', async () => {
    const { kept, lost } = await ranaTwice();
    const merge = await aMerge(core, pairOf(kept, lost));
    const canUndo = async () =>
      (await desk().call('holdings.mergesOf', { kind: 'person', id: kept.id }))[0]?.canUndo;
    clock.set('2027-02-04T09:00:00.000Z');
    expect(await canUndo()).toBe(false);
    expect(await desk().refusal('holdings.undoJoin', { id: merge.id })).toMatchObject({
      code: 'merge.too-late',
    });
    clock.jump(-24 * 3_600_000);
    expect(await canUndo()).toBe(true);
    await desk().call('holdings.undoJoin', { id: merge.id });
    expect(await desk().refusal('holdings.undoJoin', { id: merge.id })).toMatchObject({
      code: 'merge.undone-before',
    });
    expect(await desk().refusal('holdings.undoJoin', { id: 'nobody' })).toMatchObject({
      code: 'merge.not-found',
    });
  });

  it('counts every row it moves, so that nobody writes over it from an older screen', async () => {
    const { kept, lost, booking } = await ranaTwice();
    const merge = await aMerge(core, pairOf(kept, lost));
    expect(await desk().refusal('bookings.change', changeOf(booking))).toMatchObject({
      code: 'booking.changed-by-someone-else',
    });
    await desk().call('holdings.undoJoin', { id: merge.id });
    expect(await desk().refusal('people.change', { ...kept, name: 'Rana H.' })).toMatchObject({
      code: 'person.changed-by-someone-else',
    });
  });
});

describe('Two records of one group', () => {
  it('become one with areas, documents, officers and bookings, and go back as they were', async () => {
    const kept = await aGroup(core, { name: 'Cedar TRA' });
    const lost = await aGroup(core, { name: 'Cedar Tenants' });
    const below = await aGroup(core, { name: 'Cedar Gardeners' });
    await desk().call('groups.changeRecord', recordDetails(below, { parentId: lost.id }));
    await desk().call(
      'groups.changeRecord',
      recordDetails(lost, { parentId: kept.id, remit: 'All' }),
    );
    await desk().call('groups.addDocument', { ...documentDetails(), groupId: lost.id });
    await aTermWithWarnings(core, { groupId: lost.id });
    await aBooking(core, { booker: { kind: 'group', groupId: lost.id } });
    const before = everyRow(core);

    const merge = await aMerge(core, groupsOf(kept, lost));
    expect(placesOf(core, lost.id)).toEqual([]);
    expect(await desk().call('groups.record', { id: kept.id })).toMatchObject({
      remit: 'All',
      parentId: null,
    });
    expect(await desk().call('groups.record', { id: below.id })).toMatchObject({
      parentId: kept.id,
    });
    await desk().call('holdings.undoJoin', { id: merge.id });
    expect(everyRow(core)).toEqual(before);
  });

  it('give a kept group no parent, seat or follower in itself', async () => {
    const kept = await aGroup(core, { name: 'Elm TRA' });
    const lost = await aGroup(core, { name: 'Elm Tenants' });
    await desk().call('groups.changeRecord', recordDetails(kept, { parentId: lost.id }));
    await desk().call('groups.addRepresentation', {
      groupId: kept.id,
      bodyGroupId: lost.id,
      personId: (await aPerson(core)).id,
      from: '2027-01-01',
    });
    const before = everyRow(core);
    const merge = await aMerge(core, groupsOf(kept, lost));
    expect(merge.setAside).toEqual([{ words: 'representative of another group in it', count: 1 }]);
    expect((await desk().call('groups.record', { id: kept.id })).parentId).toBeNull();
    await desk().call('holdings.undoJoin', { id: merge.id });
    expect(everyRow(core)).toEqual(before);
  });

  it('are refused where one ended and the other is in use', async () => {
    const ended = await aGroup(core, { name: 'Ash TRA' });
    const inUse = await aGroup(core, { name: 'Ash Tenants' });
    const { version } = await desk().call('groups.endGroup', {
      id: ended.id,
      on: '2027-01-04',
      reason: 'Entered twice',
      successorId: null,
      version: ended.version,
    });
    for (const pair of [groupsOf(ended, inUse), groupsOf(inUse, ended)])
      expect(await desk().refusal('holdings.previewMerge', pair)).toMatchObject({
        code: 'merge.one-not-in-use',
        message:
          'Ash TRA is no longer in use, and Ash Tenants is. If they are one group, take back that Ash TRA ended, or keep Ash Tenants, then put them together.',
      });
    await desk().call('groups.undoEnd', { id: ended.id, version });
    await aMerge(core, groupsOf(inUse, ended));
  });

  it('are refused while another group stands between them (GRP-22)', async () => {
    const [low, middle, top] = [
      await aGroup(core, { name: 'Low' }),
      await aGroup(core, { name: 'Middle' }),
      await aGroup(core, { name: 'Top' }),
    ];
    await desk().call('groups.changeRecord', recordDetails(low, { parentId: middle.id }));
    const inMiddle = recordDetails(middle, { parentId: top.id });
    const { version } = await desk().call('groups.changeRecord', inMiddle);
    for (const pair of [groupsOf(low, top), groupsOf(top, low)])
      expect(await desk().refusal('holdings.previewMerge', pair)).toMatchObject({
        code: 'merge.one-between',
        message: expect.stringContaining('Middle is a part of one of the two'),
      });
    const apart = { ...inMiddle, version, parentId: null };
    await desk().call('groups.changeRecord', apart);
    await aMerge(core, groupsOf(low, top));
  });

  it('are not taken apart while another group bears the name', async () => {
    const kept = await aGroup(core, { name: 'Oak TRA' });
    const lost = await aGroup(core, { name: 'Oak Tenants' });
    const merge = await aMerge(core, groupsOf(kept, lost));
    await aGroup(core, { name: 'Oak Tenants' });
    expect(await desk().refusal('holdings.undoJoin', { id: merge.id })).toMatchObject({
      code: 'merge.name-taken',
    });
  });

  it('take their series along, so that its next dates are booked for the kept group', async () => {
    const kept = await aGroup(core, { name: 'Fir TRA' });
    const lost = await aGroup(core, { name: 'Fir Tenants' });
    await bookingDetails(core, { booker: { kind: 'group', groupId: lost.id } });
    const raw = core.raw();
    raw
      .prepare(
        `INSERT INTO booking_series VALUES ('s1', 'SER-1', '', '{}', '{}', 'skip', ?, '2027-01-04T09:00:00.000Z', NULL, 1)`,
      )
      .run(JSON.stringify({ periods: [{ booker: { kind: 'group', groupId: lost.id } }] }));
    await aMerge(core, groupsOf(kept, lost));
    const details = raw.prepare(`SELECT details_json FROM booking_series`).pluck().get();
    expect(details).toContain(kept.id);
    expect(details).not.toContain(lost.id);
  });
});

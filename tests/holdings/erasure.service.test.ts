import { copyFileSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain } from '#db/audit/check-chain';
import { eraseDue } from '#db/holdings/erasure/erasure-round.service';
import { PROGRAM } from '#db/open-core';
import { placesIn } from '../../electron/host/data-folder.ts';
import { aBooking } from '../support/builders/bookings.ts';
import { aGroup, recordDetails } from '../support/builders/groups.ts';
import { aDailyRound, aKnownPerson, CANARIES } from '../support/builders/held-person.ts';
import { aMerge } from '../support/builders/merges.ts';
import { aTerm } from '../support/builders/officers.ts';
import { stagedDetails } from '../support/builders/payees.ts';
import { aPerson } from '../support/builders/people.ts';
import { newFixedClock, type FixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
let clock: FixedClock;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const manager = () => core.as('manager');

/** Which of the texts lie in the clear in any file of the centre's folder. */
function lyingAbout(texts: readonly string[]): readonly string[] {
  return readdirSync(core.home, { recursive: true, encoding: 'utf8' })
    .map((name) => join(core.home, name))
    .filter((path) => statSync(path).isFile())
    .flatMap((path) => {
      const bytes = readFileSync(path);
      const lower = bytes.toString('latin1').toLowerCase();
      return texts
        .filter((text) => lower.includes(text.toLowerCase()))
        .map((text) => `${text} in ${path.slice(core.home.length)}`);
    });
}

async function confirmed(person: { readonly id: string }, kind: 'person' | 'group' = 'person') {
  const { version } = await manager().call('holdings.previewErasure', { kind, id: person.id });
  return manager().call('holdings.eraseRecord', {
    kind,
    id: person.id,
    version,
    reason: 'They asked on paper',
  });
}

/** How much there is to count of a year: bookings, hours used, visits, copies. */
const totals = () =>
  core
    .raw()
    .prepare(
      `SELECT 'booking ' || substr(starts_at, 1, 4) AS year, count(*) AS n, sum(coalesce(expected_number, 0)) AS people FROM booking GROUP BY 1
       UNION ALL SELECT 'visit ' || substr(started_at, 1, 4), count(*), sum(copies) FROM usage_entry GROUP BY 1
       UNION ALL SELECT 'term ' || substr(from_date, 1, 4), count(*), 0 FROM officer_term GROUP BY 1`,
    )
    .all();

describe('An erasure', () => {
  it('leaves 0 of 40 things known of somebody in any file, and every total as it was', async () => {
    const person = await aKnownPerson(core, clock);
    expect(CANARIES).toHaveLength(40);
    const known = lyingAbout(CANARIES);
    expect(new Set(known.map((line) => line.split(' in ')[0])).size).toBe(40);
    // By then the time of everything that has to be kept is over.
    clock.set('2034-03-06T09:00:00.000Z');
    const before = totals();
    await confirmed(person);
    clock.set('2034-04-05T09:00:00.000Z');
    await aDailyRound(core, '2034-04-05');

    expect(lyingAbout(CANARIES)).toEqual([]);
    expect(
      lyingAbout([person.id]).filter((line) => !/-wal|centre\.sqlite|erased\.log/.test(line)),
    ).toEqual([]);
    expect(totals()).toEqual(before);
    const { anchors } = placesIn(core.home, 'real');
    const check = await checkChain((work) => core.core.unit(PROGRAM, 'reads', work), {
      fromSeq: 0,
      anchorsFile: anchors,
    });
    expect(check).toMatchObject({ isWhole: true, firstBadSeq: null });
    expect((await core.as('desk').refusal('people.get', { id: person.id })).code).toBe(
      'person.not-found',
    );
  });

  it('answers field by field and row by row what goes, and what stays, why and until when', async () => {
    const person = await aKnownPerson(core, clock);
    clock.set('2027-04-01T09:00:00.000Z');
    const seen = await manager().call('holdings.previewErasure', { kind: 'person', id: person.id });
    const lines = Object.fromEntries(
      seen.lines.map((line) => [line.words, [line.count, line.outcome, line.until]]),
    );
    expect(lines).toMatchObject({
      Name: [1, 'kept', '2033-03-02'],
      Phone: [1, 'erased', null],
      'E-mail': [1, 'erased', null],
      Address: [1, 'erased', null],
      'What is on record about them': [1, 'erased', null],
      Consent: [1, 'erased', null],
      Booking: [6, 'unnamed', null],
      'Visit to the computers': [1, 'unnamed', null],
      'Key held': [1, 'kept', '2029-01-04'],
      'Service removed': [1, 'kept', '2033-03-02'],
      'Term in a post': [1, 'unnamed', null],
      'Record of what happened': [0, 'kept', null],
    });
    expect(seen.lines.find(({ words }) => words === 'Service removed')?.because).toBe(
      'a decision can be questioned in court for six years',
    );
    expect(seen.dueOn).toBe('2027-05-01');
  });

  it('keeps the name alone while something must be kept, and erases again when its time is over', async () => {
    const person = await aKnownPerson(core, clock);
    clock.set('2027-04-01T09:00:00.000Z');
    await confirmed(person);
    clock.set('2027-05-01T09:00:00.000Z');
    await aDailyRound(core, '2027-05-01');
    const [done] = await manager().call('holdings.erasures', {});
    expect(done).toMatchObject({ state: 'erased', settledOn: '2027-05-01', name: person.name });
    expect(done?.kept.map(({ words }) => words)).toEqual(['Name', 'Key held', 'Service removed']);
    expect(await core.as('desk').call('people.get', { id: person.id })).toMatchObject({
      phone: '',
    });
    expect(await core.as('desk').call('people.list', { text: person.name })).toMatchObject({
      total: 0,
    });

    clock.set('2033-03-03T09:00:00.000Z');
    await aDailyRound(core, '2033-03-03');
    expect(lyingAbout(CANARIES)).toEqual([]);
  });

  it('hides the record at once, and can be taken back until the day before', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad', phone: '07700 900555' });
    await confirmed(person);
    let desk = core.as('desk');
    expect((await desk.call('search.everything', { text: 'Haddad', limit: 10 })).found).toEqual([]);
    expect((await desk.call('people.list', { text: 'Haddad' })).total).toBe(0);
    expect(await desk.refusal('people.record', { id: person.id })).toMatchObject({
      code: 'person.being-erased',
    });
    clock.set('2027-02-02T09:00:00.000Z');
    await aDailyRound(core, '2027-02-02');
    const [waiting] = await manager().call('holdings.erasures', {});
    if (waiting === undefined) throw new Error('it waits');
    expect(waiting).toMatchObject({ state: 'waiting', dueOn: '2027-02-03' });
    await manager().call('holdings.undoErasure', { id: waiting.id });
    desk = core.as('desk');
    expect((await desk.call('people.list', { text: 'Haddad' })).total).toBe(1);
    expect(
      (await desk.call('search.everything', { text: 'Haddad', limit: 10 })).found,
    ).toHaveLength(1);
    expect(await manager().refusal('holdings.undoErasure', { id: waiting.id })).toMatchObject({
      code: 'erasure.settled-before',
    });
    expect(await manager().refusal('holdings.undoErasure', { id: 'none' })).toMatchObject({
      code: 'erasure.not-found',
    });
  });

  it('waits for what is still open: a booking to come, a post, a key, bank details in use', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    await aBooking(core, {
      booker: { kind: 'person', personId: person.id },
      responsiblePersonId: person.id,
      expectedNumber: 2,
    });
    await aTerm(core, { personId: person.id });
    await core.as('desk').call('venues.recordKey', {
      keyName: 'Front 1',
      personId: person.id,
      heldSince: '2027-01-04',
      notes: '',
    });
    await stagedDetails(core, { kind: 'person', personId: person.id });
    const seen = await manager().call('holdings.previewErasure', { kind: 'person', id: person.id });
    expect(seen.open.map(({ words }) => words.split(':')[0])).toEqual([
      'a post that they still hold',
      'a booking to come',
      'a booking to come for which they answer',
      'a key that they still hold',
      'bank details in use',
    ]);
    expect(
      await manager().refusal('holdings.eraseRecord', {
        kind: 'person',
        id: person.id,
        version: seen.version,
        reason: 'Asked',
      }),
    ).toMatchObject({ code: 'erasure.still-open' });
  });

  it('waits a day longer while the date of the computer is in doubt', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    await confirmed(person);
    clock.set('2027-02-03T09:00:00.000Z');
    await core.core.unit(PROGRAM, 'writes', eraseDue);
    expect((await manager().call('holdings.erasures', {}))[0]?.state).toBe('waiting');
    await aDailyRound(core, '2027-02-03');
    expect((await manager().call('holdings.erasures', {}))[0]?.state).toBe('erased');
  });

  it('takes along what waits on the list and names them, and how a room was left', async () => {
    const person = await aPerson(core, { name: 'Qztask Person' });
    const desk = core.as('desk');
    const booking = await aBooking(core, {
      booker: { kind: 'person', personId: person.id },
      responsiblePersonId: person.id,
      expectedNumber: 2,
      date: '2027-01-04',
    });
    const used = await desk.call('bookings.startUse', {
      id: booking.id,
      version: booking.version,
    });
    await desk.call('bookings.stopUse', {
      id: used.id,
      version: used.version,
      checklist: { tidy: false, crockery: true, equipment: null, nothingLeft: true },
      damage: 'Qztask broke a chair',
      notes: 'Qztask left early',
    });
    clock.set('2027-01-06T09:00:00.000Z');
    await confirmed(person);
    clock.set('2027-02-05T09:00:00.000Z');
    await aDailyRound(core, '2027-02-05');
    expect(lyingAbout(['Qztask'])).toEqual([]);
  });

  it('is refused while the record changed since, or is being erased already', async () => {
    const person = await aPerson(core);
    const wanted = {
      kind: 'person',
      id: person.id,
      version: person.version,
      reason: 'Asked',
    } as const;
    expect(
      await manager().refusal('holdings.eraseRecord', { ...wanted, version: person.version + 1 }),
    ).toMatchObject({ code: 'erasure.changed-meanwhile' });
    await manager().call('holdings.eraseRecord', wanted);
    expect(await manager().refusal('holdings.eraseRecord', wanted)).toMatchObject({
      code: 'erasure.under-way',
    });
    const other = await aPerson(core);
    expect(
      await core
        .as('desk')
        .refusal('holdings.previewMerge', { kind: 'person', keptId: other.id, lostId: person.id }),
    ).toMatchObject({ code: 'merge.being-erased' });
  });

  it('takes the contacts off a group, keeps its name and history, and puts them back with an undo', async () => {
    const contact = await aPerson(core, { name: 'Cora Contact' });
    const group = await aGroup(core, {
      name: 'Ashdown Court rep',
      kind: 'block-rep',
      phone: '023 8000 4711',
    });
    await core
      .as('desk')
      .call(
        'groups.changeRecord',
        recordDetails(group, { email: 'ash@example.org', contactId: contact.id }),
      );
    const undone = await confirmed(group, 'group');
    const row = () =>
      core
        .raw()
        .prepare(
          'SELECT g.phone, r.email, r.contact_id AS contact FROM tenant_group g JOIN group_record r ON r.group_id = g.id WHERE g.id = ?',
        )
        .get(group.id);
    expect(row()).toEqual({ phone: '', email: '', contact: null });
    await manager().call('holdings.undoErasure', { id: undone.id });
    expect(row()).toEqual({
      phone: '023 8000 4711',
      email: 'ash@example.org',
      contact: contact.id,
    });

    await confirmed(group, 'group');
    clock.set('2027-02-03T09:00:00.000Z');
    await aDailyRound(core, '2027-02-03');
    expect(lyingAbout(['ash@example.org', '023 8000 4711'])).toEqual([]);
    expect((await core.as('desk').call('groups.get', { id: group.id })).name).toBe(
      'Ashdown Court rep',
    );
  });

  it('is done again in an older copy of the file that is put back', async () => {
    const person = await aPerson(core, { name: 'Qzolder Copy', phone: '07911 555009' });
    const { database, anchors } = placesIn(core.home, 'real');
    const home = core.home;
    await core.stop();
    copyFileSync(database, `${database}.old`);
    core = await openTestCore({ home, clock });
    await confirmed(person);
    clock.set('2027-02-03T09:00:00.000Z');
    await aDailyRound(core, '2027-02-03');
    await core.stop();
    copyFileSync(`${database}.old`, database);
    rmSync(`${database}.old`);
    rmSync(anchors);
    core = await openTestCore({ home, clock });
    expect(lyingAbout(['Qzolder', '07911 555009', '07911555009'])).toEqual([]);
    const [again] = await manager().call('holdings.erasures', {});
    expect(again).toMatchObject({
      state: 'erased',
      reason: 'Erased before; found again in an older copy of the file',
    });
  });
});

describe('A legal hold', () => {
  it('stops an erasure, also one that waits, until it is lifted with a reason', async () => {
    const person = await aPerson(core, { name: 'Qzheld Person' });
    const waiting = await confirmed(person);
    const hold = await manager().call('holdings.addHold', {
      kind: 'person',
      recordId: person.id,
      from: '2027-01-04',
      reason: 'A claim in court',
    });
    clock.set('2027-02-03T09:00:00.000Z');
    await aDailyRound(core, '2027-02-03');
    expect(lyingAbout(['Qzheld'])).not.toEqual([]);
    await manager().call('holdings.undoErasure', { id: waiting.id });
    const { version } = await core.as('desk').call('people.get', { id: person.id });
    const wanted = { kind: 'person', id: person.id, version, reason: 'Asked' } as const;
    expect(await manager().refusal('holdings.eraseRecord', wanted)).toMatchObject({
      code: 'erasure.on-hold',
      message:
        'This record is on legal hold since 4 January 2027, by Maya Quill. Nothing of it is erased until the hold is lifted.',
    });
    await manager().call('holdings.endHold', { id: hold.id, reason: 'The claim is settled' });
    expect(
      await manager().refusal('holdings.endHold', { id: hold.id, reason: 'Again' }),
    ).toMatchObject({ code: 'hold.lifted-before' });
    await manager().call('holdings.eraseRecord', wanted);
    expect(await manager().call('holdings.holds', {})).toEqual([
      expect.objectContaining({ liftedOn: '2027-02-03', liftedWhy: 'The claim is settled' }),
    ]);
  });

  it('stands from the day it was decided, and moves with a merge', async () => {
    const one = await aPerson(core);
    const other = await aPerson(core);
    const wanted = { kind: 'person', recordId: other.id, reason: 'Claim' } as const;
    expect(
      await manager().refusal('holdings.addHold', { ...wanted, from: '2027-01-05' }),
    ).toMatchObject({ code: 'hold.day-to-come', field: 'from' });
    expect(await manager().refusal('holdings.endHold', { id: 'none', reason: 'x' })).toMatchObject({
      code: 'hold.not-found',
    });
    await manager().call('holdings.addHold', { ...wanted, from: '2027-01-04' });
    await aMerge(core, { kind: 'person', keptId: one.id, lostId: other.id });
    const { holds } = await core
      .as('desk')
      .call('holdings.standing', { kind: 'person', id: one.id });
    expect(holds).toHaveLength(1);
  });
});

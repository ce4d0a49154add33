import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntryRow } from '#db/audit/audit.table';
import { linkHash } from '#db/audit/chain';
import { lapseOverdue } from '#db/bookings/queue/lapse.service';
import { PROGRAM } from '#db/open-core';
import { mustExist } from '#db/shared/domain-error';
import { aBooking, changeOf } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const SECRETS = ['Okafor', '07700 900001', 'Wheelchair ramp', 'Confidential matter'];

/** A booking of a person for themselves with everything that tells about them, changed once and cancelled. */
async function aTellingBooking() {
  const person = await aPerson(core, { name: 'P. Okafor', phone: '07700 900001' });
  const made = await aBooking(core, {
    booker: { kind: 'person', personId: person.id },
    responsiblePersonId: person.id,
    needs: 'Wheelchair ramp',
    notes: 'Confidential matter',
  });
  await core
    .as('desk')
    .call('bookings.change', changeOf(made, { needs: 'Wheelchair ramp, loop', from: '10:30' }));
  return { person, made };
}

describe('The record of what happened', () => {
  it('tells who did what to which record, before and after', async () => {
    const { made } = await aTellingBooking();
    const lines = await core
      .as('desk')
      .call('audit.ofObject', { objectType: 'booking', objectId: made.id });
    expect(lines.map((line) => [line.action, line.who, line.role])).toEqual([
      ['booking.created', 'Dee Hollins', 'desk'],
      ['booking.changed', 'Dee Hollins', 'desk'],
    ]);
    expect(lines[1]?.changes).toEqual([
      { field: 'needs', before: 'Wheelchair ramp', after: 'Wheelchair ramp, loop' },
      { field: 'startsAt', before: '2027-01-05T10:00', after: '2027-01-05T10:30' },
    ]);
  });

  it('shows others only what they did themselves, a manager and the auditor everything', async () => {
    await aGroup(core, { name: 'By the desk' });
    await core.as('officer').call('groups.add', { name: 'Officer’s', kind: 'tra', phone: '' });
    const actors = async (role: 'desk' | 'officer' | 'finance' | 'manager' | 'auditor') => [
      ...new Set(
        (await core.as(role).call('audit.recent', { limit: 500 })).map((line) => line.who),
      ),
    ];
    expect(await actors('desk')).toEqual(['Dee Hollins']);
    expect(await actors('officer')).toEqual(['Olu Bright']);
    expect(await actors('finance')).toEqual([]);
    const everybody = ['Olu Bright', 'Dee Hollins', 'TRC Desk', 'Maya Quill'];
    expect(await actors('manager')).toEqual(everybody);
    expect(await actors('auditor')).toEqual(everybody);
  });

  it('is read page by page, the newest first', async () => {
    for (const name of ['One', 'Two', 'Three']) await aGroup(core, { name });
    const first = await core.as('manager').call('audit.recent', { limit: 2 });
    const next = await core
      .as('manager')
      .call('audit.recent', { limit: 2, beforeSeq: first[1]?.seq ?? null });
    const seqs = [...first, ...next].map((line) => line.seq);
    expect(seqs).toEqual([0, 1, 2, 3].map((n) => (seqs[0] ?? 0) - n));
  });

  it('is refused to whoever has not signed in, also past the door', async () => {
    const reading = core.core.unit(PROGRAM, 'reads', (ctx) =>
      core.core.api.audit.recent(ctx, { limit: 1, beforeSeq: null }),
    );
    await expect(reading).rejects.toMatchObject({
      code: 'audit.not-yours',
      message: 'Only a manager or the auditor may read what other people did. Ask one of them.',
    });
  });

  it('notes a turned clock, and numbers entries in the order in which they came', async () => {
    await aGroup(core, { name: 'Before' });
    core.clock.jump(-24 * 3_600_000);
    await aGroup(core, { name: 'Yesterday' });
    await aGroup(core, { name: 'Still yesterday' });
    core.clock.jump(24 * 3_600_000);
    await aGroup(core, { name: 'Today again' });
    const lines = (await core.as('manager').call('audit.recent', { limit: 4 })).toReversed();
    expect(lines.map((line) => line.clockJumped)).toEqual([false, true, false, true]);
    expect(lines[1]?.at.slice(0, 10)).toBe('2027-01-03');
    expect(lines.map((line) => line.seq)).toEqual(
      lines.map((line) => line.seq).toSorted((a, b) => a - b),
    );
  });
});

describe('What the auditor reads', () => {
  it('is whole in acts and times, and without names, phones, needs and notes', async () => {
    const { person, made } = await aTellingBooking();
    const auditor = core.as('auditor');
    const answers = {
      get: await auditor.call('bookings.get', { id: made.id }),
      list: await auditor.call('bookings.list', { from: '2027-01-01', until: '2027-12-31' }),
      between: await auditor.call('bookings.between', { from: '2027-01-01', until: '2027-12-31' }),
      day: await auditor.call('bookings.onDay', { date: '2027-01-05' }),
      today: await auditor.call('bookings.today', {}),
      person: await auditor.call('people.get', { id: person.id }),
      people: await auditor.call('people.list', {}),
      recent: await auditor.call('audit.recent', { limit: 500 }),
      booking: await auditor.call('audit.ofObject', { objectType: 'booking', objectId: made.id }),
      ofPerson: await auditor.call('audit.ofObject', { objectType: 'person', objectId: person.id }),
      search: await auditor.call('search.everything', { text: 'bkg', limit: 2000 }),
    };
    for (const [name, answer] of Object.entries(answers))
      for (const secret of SECRETS)
        expect(JSON.stringify(answer).includes(secret), `${secret} in ${name}`).toBe(false);
    expect(answers.booking[1]?.changes).toEqual([
      { field: 'needs', before: 'personal detail', after: 'personal detail' },
      { field: 'startsAt', before: '2027-01-05T10:00', after: '2027-01-05T10:30' },
    ]);
    expect(answers.list.total).toBe(1);
  });

  it('reads that a reason was given, and the words of none', async () => {
    const { person, made } = await aTellingBooking();
    const { version } = await core.as('desk').call('bookings.get', { id: made.id });
    const reason = 'P. Okafor is in hospital';
    await core.as('desk').call('bookings.cancel', { id: made.id, version, reason });
    const asked = { objectType: 'booking', objectId: made.id } as const;
    const reasonFor = async (role: 'auditor' | 'desk' | 'manager') =>
      (await core.as(role).call('audit.ofObject', asked)).at(-1)?.reason;
    expect([await reasonFor('desk'), await reasonFor('manager')]).toEqual([reason, reason]);
    expect(await reasonFor('auditor')).toBe('reason on record');
    const raw = core.raw();
    expect(raw.prepare('SELECT reason FROM audit_entry ORDER BY seq DESC').pluck().get()).toMatch(
      /^sealed:[0-9a-f]{64}$/,
    );
    const isWhole = async () => (await core.as('auditor').call('audit.check', {})).isWhole;
    expect(await isWhole()).toBe(true);

    const inSide = "WHERE side = 'reason'";
    raw.exec(`UPDATE audit_personal_value SET value = 'Forged' ${inSide}`);
    expect(await isWhole()).toBe(false);
    raw.prepare('DELETE FROM audit_personal_value WHERE subject_id = ?').run(person.id);
    raw.prepare('DELETE FROM subject_key WHERE subject_id = ?').run(person.id);
    expect(await isWhole()).toBe(true);
    expect(await reasonFor('manager')).toBe('reason on record');
  });

  it('is the same of entries whose reason was kept before reasons were sealed', async () => {
    const { id } = await aGroup(core, { name: 'Before' });
    const raw = core.raw();
    const head = raw
      .prepare<[], AuditEntryRow>('SELECT * FROM audit_entry ORDER BY seq DESC')
      .get();
    const { hash: prev_hash, ...last } = mustExist(head, 'the group was entered');
    const entry = { ...last, seq: last.seq + 1, reason: 'Mrs Okafor asked' };
    const old = { ...entry, prev_hash, hash: linkHash(prev_hash, entry) };
    const columns = Object.keys(old);
    raw
      .prepare(
        `INSERT INTO audit_entry (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
      )
      .run(old);
    expect((await core.as('auditor').call('audit.check', {})).isWhole).toBe(true);
    const asked = { objectType: 'group', objectId: id } as const;
    const reasonFor = async (role: 'auditor' | 'manager') =>
      (await core.as(role).call('audit.ofObject', asked)).at(-1)?.reason;
    expect(await reasonFor('manager')).toBe('Mrs Okafor asked');
    expect(await reasonFor('auditor')).toBe('reason on record');
  });

  it('are the program’s own words where it acts by itself', async () => {
    const made = await aBooking(core, { hold: { lapsesOn: '2027-01-04' } });
    core.clock.advance(86_400_000);
    await core.core.unit(PROGRAM, 'writes', (ctx) => lapseOverdue(ctx));
    const asked = { objectType: 'booking', objectId: made.id } as const;
    expect((await core.as('auditor').call('audit.ofObject', asked)).at(-1)).toMatchObject({
      action: 'booking.lapsed',
      reason: 'Held until Mon 4 Jan and not confirmed',
    });
  });

  it('is masked on paper too', async () => {
    const { made } = await aTellingBooking();
    const textFor = async (role: 'auditor' | 'desk') => {
      const screen = core.as(role);
      const papers = [
        await screen.call('bookings.printSlip', { id: made.id }),
        await screen.call('bookings.printDaySheet', { date: '2027-01-05' }),
      ];
      const texts = papers.map((paper) => textOf(Buffer.from(paper.base64, 'base64')));
      return texts.join('\n').replaceAll(/\s+/g, ' ');
    };
    const [masked, full] = [await textFor('auditor'), await textFor('desk')];
    expect(SECRETS.filter((secret) => masked.includes(secret))).toEqual([]);
    expect(SECRETS.filter((secret) => !full.includes(secret))).toEqual([]);
    expect(masked).toContain('BKG-2027-0001');
  });

  it('still names the groups', async () => {
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    const made = await aBooking(core, { booker: { kind: 'group', groupId: group.id } });
    const read = await core.as('auditor').call('bookings.get', { id: made.id });
    expect([read.bookerName, read.responsibleName]).toEqual(['Ashdown TRA', '•••']);
  });
});

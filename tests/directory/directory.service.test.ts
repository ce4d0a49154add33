import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MASKED } from '#db/people/people.rules';
import { CSV_MARK } from '#db/shared/csv';
import { aContact, contactDetails } from '../support/builders/contacts.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf } from '../support/read-pdf.ts';

let clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const names = async (filter: object = {}) =>
  (await desk().call('directory.list', filter)).map((contact) => contact.name);
const found = async (text: string) =>
  (await desk().call('search.everything', { text })).found.filter(({ kind }) => kind === 'contact');

describe('The directory of a new centre', () => {
  it('has the names and kinds of the council’s paper, and no details of any (DIR-04)', async () => {
    const all = await desk().call('directory.list', { withClosed: true });
    expect(all).toHaveLength(9);
    for (const contact of all)
      expect(contact).toMatchObject({ phone: '', address: '', trust: 'not-verified' });
    expect(await names()).not.toContain('Tenant Services Authority (TSA)');
    expect(await found('tenant services')).toEqual([
      expect.objectContaining({ detail: 'Regulator. Closed April 2012' }),
    ]);
    expect(await desk().call('directory.startingNames', {})).toEqual([]);
  });

  it('gets names that are missing once more, and no name twice', async () => {
    core.raw().prepare("DELETE FROM directory_contact WHERE name = 'TPAS'").run();
    expect(await desk().call('directory.startingNames', {})).toEqual(['TPAS']);
    expect(await desk().call('directory.addStartingNames', {})).toHaveLength(9);
    expect(await desk().call('directory.addStartingNames', {})).toHaveLength(9);
  });
});

describe('A useful contact', () => {
  it('is found by name, kind and words, in the list and everywhere', async () => {
    const contact = await aContact(core, { name: 'Harbour Law Centre', kind: 'mediation' });
    expect(await names({ text: 'law harb' })).toEqual(['Harbour Law Centre']);
    expect(await names({ kind: 'mediation' })).toEqual(['Harbour Law Centre']);
    expect(await names({ kind: 'training' })).toEqual([]);
    expect(await found('harbour')).toEqual([expect.objectContaining({ id: contact.id })]);
    const { version } = contact;
    await desk().call('directory.change', {
      ...contactDetails({ name: 'Quay Law Centre' }),
      id: contact.id,
      version,
    });
    expect([await found('harbour'), (await found('quay')).length]).toEqual([[], 1]);
  });

  it('keeps a note, which may name somebody, from the auditor and out of the record', async () => {
    await aContact(core, { name: 'Larder', note: 'Ask for Ottoline' });
    const auditor = core.as('auditor');
    const [seen] = await auditor.call('directory.list', { text: 'larder' });
    expect(seen?.note).toBe(MASKED);
    expect(await auditor.call('directory.list', { text: 'ottoline' })).toEqual([]);
    expect(JSON.stringify(core.raw().prepare('SELECT * FROM audit_entry').all())).not.toContain(
      'Ottoline',
    );
  });

  it('is a register of voluntary and community organisations when narrowed to that kind (DIR-02, GRP-18)', async () => {
    await aContact(core, { name: 'Food Larder', kind: 'voluntary-organisation' });
    expect(await names({ kind: 'voluntary-organisation' })).toEqual(['Food Larder']);
  });

  it('is verified today with one act, which can be taken back, and grows old after a year (DIR-01)', async () => {
    const { id, version } = await aContact(core, { lastVerifiedOn: null });
    const verified = await desk().call('directory.confirmVerified', { id, version });
    expect(verified).toMatchObject({ lastVerifiedOn: '2027-01-04', trust: 'verified' });
    clock.set('2028-01-05T09:00:00.000Z');
    const [old] = await desk().call('directory.list', { text: verified.name });
    expect(old).toMatchObject({ trust: 'old' });
    expect(
      await desk().call('directory.undoVerified', {
        id,
        version: verified.version,
        lastVerifiedOn: null,
      }),
    ).toMatchObject({ lastVerifiedOn: null, trust: 'not-verified' });
  });

  it('is verified by today and not later', async () => {
    expect(
      await desk().refusal('directory.add', contactDetails({ lastVerifiedOn: '2027-01-05' })),
    ).toMatchObject({ code: 'contact.verified-later', field: 'lastVerifiedOn' });
    const { id, version, name } = await aContact(core);
    const lastVerifiedOn = '2027-01-05';
    expect(
      await desk().refusal('directory.change', {
        ...contactDetails({ name, lastVerifiedOn }),
        id,
        version,
      }),
    ).toMatchObject({ code: 'contact.verified-later' });
    expect(
      await desk().refusal('directory.undoVerified', { id, version, lastVerifiedOn }),
    ).toMatchObject({ code: 'contact.verified-later' });
  });

  it('keeps its name to itself while it is listed', async () => {
    const { id, version, name } = await aContact(core, { name: 'Larder' });
    expect(await desk().refusal('directory.add', contactDetails({ name: 'lárder' }))).toMatchObject(
      { code: 'contact.name-taken', field: 'name' },
    );
    const other = await aContact(core, { name: 'Law Centre' });
    expect(
      await desk().refusal('directory.change', {
        ...contactDetails({ name: 'LARDER' }),
        id: other.id,
        version: other.version,
      }),
    ).toMatchObject({ code: 'contact.name-taken' });
    await desk().call('directory.change', { ...contactDetails({ name }), id, version });
    const closed = await desk().call('directory.retire', {
      id,
      version: version + 1,
      closedNote: 'Closed in May',
    });
    await aContact(core, { name: 'Larder' });
    expect(
      await desk().refusal('directory.bringBack', { id, version: closed.version }),
    ).toMatchObject({ code: 'contact.name-taken' });
    expect(
      await desk().call('directory.change', {
        ...contactDetails({ name, phone: '01632 960999' }),
        id,
        version: closed.version,
      }),
    ).toMatchObject({ name: 'Larder', phone: '01632 960999', isActive: false });
  });

  it('that has closed leaves the list, keeps what became of it, and is verified no more', async () => {
    const { id, version } = await aContact(core, { name: 'Larder' });
    const closed = await desk().call('directory.retire', {
      id,
      version,
      closedNote: 'Closed in May',
    });
    expect(await names({ text: 'larder' })).toEqual([]);
    expect(await names({ text: 'larder', withClosed: true })).toEqual(['Larder']);
    const refusal = await desk().refusal('directory.confirmVerified', {
      id,
      version: closed.version,
    });
    expect(refusal).toMatchObject({ code: 'contact.closed' });
    expect(refusal.message).toContain('Closed in May');
    const back = await desk().call('directory.bringBack', { id, version: closed.version });
    expect(back).toMatchObject({ isActive: true, closedNote: '' });
  });

  it('is not overwritten by whoever saw an older state, and is refused where there is none', async () => {
    const { id, version } = await aContact(core);
    await desk().call('directory.confirmVerified', { id, version });
    expect(await desk().refusal('directory.confirmVerified', { id, version })).toMatchObject({
      code: 'contact.changed-by-someone-else',
    });
    expect(
      await desk().refusal('directory.confirmVerified', { id: 'nobody', version: 1 }),
    ).toMatchObject({ code: 'contact.not-found' });
  });
});

describe('The useful contacts sheet (DOC-120)', () => {
  it.each(['normal', 'large'] as const)(
    'says who there is by kind, and never details that nobody verified, in %s print',
    async (size) => {
      await aContact(core, { name: 'Harbour Law Centre', phone: '01632 960111' });
      await aContact(core, { name: 'Rumour Bureau', phone: '01632 960222', lastVerifiedOn: null });
      clock.set('2028-02-01T09:00:00.000Z');
      await aContact(core, {
        name: 'New Line',
        phone: '01632 960333',
        lastVerifiedOn: '2028-02-01',
      });
      const paper = await desk().call('directory.printSheet', { size });
      const text = textOf(Buffer.from(paper.base64, 'base64')).replace(/\s+/g, ' ');
      expect(text).toContain('Local advice and help');
      expect(text).toContain('01632 960333');
      expect(text).toContain('01632 960111');
      expect(text).toContain('more than a year ago: ask at the desk');
      expect(text).toContain('Rumour Bureau: ask at the desk');
      expect(text).not.toContain('960222');
      expect(text).not.toContain('Tenant Services Authority');
    },
  );

  it('is narrowed to one kind', async () => {
    await aContact(core, { name: 'Food Larder', kind: 'voluntary-organisation' });
    const paper = await desk().call('directory.printSheet', { kind: 'voluntary-organisation' });
    const text = textOf(Buffer.from(paper.base64, 'base64'));
    expect(text).toContain('Food Larder');
    expect(text).not.toContain('TAROE');
  });
});

describe('The table of contacts', () => {
  it('holds what the list holds, a formula as text', async () => {
    await aContact(core, { name: '=HYPERLINK("x")', kind: 'training', lastVerifiedOn: null });
    const table = await desk().call('directory.exportList', { kind: 'training' });
    expect(table).toMatchObject({
      fileName: 'useful-contacts-2027-01-04.csv',
      mediaType: 'text/csv',
    });
    const [head, row] = table.text.slice(CSV_MARK.length).split('\r\n');
    expect(head).toBe('Name,Kind,Address,Phone,E-mail,Web,Note,Last verified,Closed');
    expect(row).toMatch(/^"'=HYPERLINK/);
  });
});

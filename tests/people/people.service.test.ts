import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking } from '../support/builders/bookings.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const namesFor = async (text: string) =>
  (await core.as('desk').call('people.list', { text })).people.map(({ name }) => name);

describe('People', () => {
  it('are entered by the desk and read by those who serve them', async () => {
    const made = await aPerson(core, { name: 'P. Okafor', kind: 'leaseholder', phone: '1234' });
    expect(made).toMatchObject({ name: 'P. Okafor', kind: 'leaseholder', version: 1 });
    expect(await core.as('finance').call('people.get', { id: made.id })).toEqual(made);
  });

  it('are entered without what nobody sees, and not by that alone', async () => {
    const made = await aPerson(core, {
      name: '\u202eA.\u200b\tBaker\u0000',
      phone: '07700\u00a0900123',
    });
    expect(made).toMatchObject({ name: 'A. Baker', phone: '07700 900123' });
    await expect(aPerson(core, { name: '\u200b\u2060' })).rejects.toThrow(
      'Enter the person’s name as they write it.',
    );
  });

  it('are not entered under a picture or marks, by which nobody finds them', async () => {
    for (const name of ['🙂', '?!'])
      await expect(aPerson(core, { name })).rejects.toThrow(
        'A name needs at least one letter or digit.',
      );
  });

  it('may share a name, because two people do', async () => {
    await aPerson(core, { name: 'D. Lane' });
    await aPerson(core, { name: 'D. Lane' });
    expect(await namesFor('lane')).toEqual(['D. Lane', 'D. Lane']);
  });

  it.each([
    ['lukasz', 'Łukasz Nowak'],
    ['ŁUKASZ', 'Łukasz Nowak'],
    ['oneill', 'Ó Néill'],
    ["o'neill", 'Ó Néill'],
    ['o neill', 'Ó Néill'],
    ['sian oneill', 'Siân Ó Néill-Żak'],
    ['yilmaz', 'Deniz Yılmaz'],
    ['ILMA', 'İlma'],
    ['strasse', 'Anna Straße'],
    ['macdonald', 'Fay Mac Donald'],
    ['cdon', 'Fay Mac Donald'],
  ])('are found by “%s”', async (text, name) => {
    await aPerson(core, { name, phone: '' });
    await aPerson(core, { name: 'Nobody Else', phone: '' });
    expect(await namesFor(text)).toEqual([name]);
  });

  it.each([
    ['07700', '07700 900123'],
    ['+44 7700', '07700 900123'],
    ['0044 7700 900', '07700 900123'],
    ['07700 900123', '+44 (0)7700 900123'],
    ['900123', '+447700900123'],
    ['8000', '(023) 8000-1111'],
  ])('are found by the part “%s” of the phone number %s', async (text, phone) => {
    await aPerson(core, { name: 'D. Lane', phone });
    await aPerson(core, { name: 'Nobody Else', phone: '01234 555555' });
    expect(await namesFor(text)).toEqual(['D. Lane']);
    const found = await core.as('desk').call('search.everything', { text });
    expect(found.found.map((one) => one.title)).toEqual(['D. Lane']);
  });

  it('are not found by a short word inside their name, nor by two digits of their number', async () => {
    await aPerson(core, { name: 'Fay Mac Donald', phone: '07700 900123' });
    expect([await namesFor('cdo'), await namesFor('77')]).toEqual([[], []]);
    expect(await namesFor('770')).toEqual(['Fay Mac Donald']);
  });

  it('are found by postcode and e-mail, and as they were probably meant, where no name fits', async () => {
    const { id, version } = await aPerson(core, { name: 'Rana Haddad', phone: '' });
    await aPerson(core, { name: 'Nobody Else', phone: '' });
    const reach = { email: 'rana@example.org', postcode: 'SO14 7LY' };
    await core.as('desk').call('people.changeRecord', { id, version, ...reach });
    for (const text of ['so14 7ly', 'rana@example.org', 'Haddda'])
      expect(await namesFor(text), text).toEqual(['Rana Haddad']);
  });

  it('are not found by the number of a house typed with a name', async () => {
    await aPerson(core, { name: 'Nobody Else', phone: '01012345' });
    expect(await namesFor('Lane 101')).toEqual([]);
  });

  it('take their new name into their bookings and into the search', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    const booked = await aBooking(core, {
      booker: { kind: 'person', personId: person.id },
      responsiblePersonId: person.id,
    });
    await core.as('officer').call('people.change', { ...person, name: 'Rana Amin' });
    const find = async (text: string) =>
      (await core.as('desk').call('search.everything', { text })).found.map((one) => one.id);
    expect(await find('amin')).toEqual([person.id, booked.id]);
    expect(await find('haddad')).toEqual([]);
  });

  it('refuse the second of two people who change one at once', async () => {
    const person = await aPerson(core);
    await core.as('desk').call('people.change', { ...person, phone: '1' });
    expect(
      await core.as('officer').refusal('people.change', { ...person, phone: '2' }),
    ).toMatchObject({
      code: 'person.changed-by-someone-else',
      message:
        'Someone else changed this person’s details while you had them open. What you typed is still here. Check it, then save again.',
    });
  });

  it('refuse an id that nobody has', async () => {
    expect(await core.as('desk').refusal('people.get', { id: 'none' })).toMatchObject({
      code: 'person.not-found',
      message: 'There is no such person here. Look for them by name or part of their phone number.',
    });
  });
});

describe('People and the auditor', () => {
  it('are masked, and cannot be found by name or number', async () => {
    const person = await aPerson(core, { name: 'P. Okafor', phone: '07700 900001' });
    const auditor = core.as('auditor');
    expect(await auditor.call('people.get', { id: person.id })).toMatchObject({
      name: '•••',
      phone: '•••',
    });
    const all = await auditor.call('people.list', {});
    expect(all.people.map(({ name, phone }) => name + phone)).toEqual(['••••••']);
    for (const text of ['okafor', '07700', '+44 7700'])
      expect(await auditor.call('people.list', { text })).toEqual({ people: [], total: 0 });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const namesFor = async (text: string, limit = 50) =>
  (await core.as('finance').call('groups.list', { text, limit })).groups.map(({ name }) => name);

describe('Groups', () => {
  it('are entered by the desk and read by everyone', async () => {
    const made = await aGroup(core, { name: 'Ashdown TRA', kind: 'tra', phone: '023 8000 1111' });
    expect(made).toMatchObject({ name: 'Ashdown TRA', isActive: true, version: 1 });
    expect(await core.as('auditor').call('groups.get', { id: made.id })).toEqual(made);
  });

  it('are listed in alphabetical order whatever their accents and case', async () => {
    for (const name of ['Zeta', 'élan', 'Élite', 'ash', 'Birch']) await aGroup(core, { name });
    expect(await namesFor('')).toEqual(['ash', 'Birch', 'élan', 'Élite', 'Zeta']);
    const page = await core.as('desk').call('groups.list', { text: '', limit: 2 });
    expect([page.groups.length, page.total]).toEqual([2, 5]);
  });

  it.each([
    ['oak', 'Oak Estate TRA'],
    ['estate oak', 'Oak Estate TRA'],
    ['oakestate', 'Oak Estate TRA'],
    ['kest', 'Oak Estate TRA'],
    ['ST MARYS', 'St. Mary’s (Hall) Group'],
    ['zolw', 'Żółw Group'],
  ])('are found by “%s”', async (text, name) => {
    await aGroup(core, { name });
    await aGroup(core, { name: 'Nowhere Near' });
    expect(await namesFor(text)).toEqual([name]);
  });

  it.each(['%', '_', "' OR 1=1 --", '\\'])('are not all found by “%s”', async (text) => {
    await aGroup(core, { name: 'Ashdown' });
    const found = await namesFor(`${text} xyzzy`);
    expect(found).toEqual([]);
  });

  it('are not found by a short word inside their name', async () => {
    await aGroup(core, { name: 'Oak Estate TRA' });
    expect(await namesFor('kes')).toEqual([]);
  });

  it('are not entered or renamed under a picture or marks, by which nobody finds them', async () => {
    const details = { name: '🙂🙂', kind: 'other', phone: '' } as const;
    const refused = {
      code: 'api.invalid-input',
      details: { fields: { name: 'A name needs at least one letter or digit.' } },
    };
    expect(await core.as('desk').refusal('groups.add', details)).toMatchObject(refused);
    const { id, version } = await aGroup(core);
    expect(
      await core.as('desk').refusal('groups.change', { ...details, name: '?!', id, version }),
    ).toMatchObject(refused);
  });

  it('never have one name twice, whatever its accents and case', async () => {
    await aGroup(core, { name: 'Élan' });
    expect(
      await core.as('desk').refusal('groups.add', { name: 'ELAN', kind: 'other', phone: '' }),
    ).toMatchObject({
      code: 'group.name-taken',
      field: 'name',
      message: 'There is already a group called ELAN. Use that one, or give this one another name.',
    });
    const other = await aGroup(core, { name: 'Other' });
    const { isActive: _, ...rest } = other;
    expect(await core.as('desk').refusal('groups.change', { ...rest, name: 'elan' })).toMatchObject(
      { code: 'group.name-taken' },
    );
  });

  it('keep their own name when only the phone changes', async () => {
    const { isActive: _, ...made } = await aGroup(core, { name: 'Élan' });
    const changed = await core.as('officer').call('groups.change', { ...made, phone: '1234' });
    expect(changed).toMatchObject({ name: 'Élan', phone: '1234', version: 2 });
  });

  it('take their new name into their bookings and into the search', async () => {
    const { isActive: _, ...group } = await aGroup(core, { name: 'Old Name' });
    const booked = await aBooking(core, { booker: { kind: 'group', groupId: group.id } });
    await core.as('desk').call('groups.change', { ...group, name: 'Brighter Days' });
    const find = async (text: string) =>
      (await core.as('desk').call('search.everything', { text })).found.map((one) => one.id);
    expect(await find('brighter')).toEqual([group.id, booked.id]);
    expect(await find('old name')).toEqual([]);
    expect((await core.as('desk').call('bookings.get', { id: booked.id })).bookerName).toBe(
      'Brighter Days',
    );
  });

  it('refuse the second of two people who change one at once', async () => {
    const { isActive: _, ...group } = await aGroup(core, { name: 'Ashdown' });
    await core.as('desk').call('groups.change', { ...group, phone: '1' });
    expect(
      await core.as('officer').refusal('groups.change', { ...group, phone: '2' }),
    ).toMatchObject({
      code: 'group.changed-by-someone-else',
      message:
        'Someone else changed Ashdown while you had it open. What you typed is still here. Check it, then save again.',
    });
  });

  it('refuse an id that no group has', async () => {
    expect(await core.as('desk').refusal('groups.get', { id: 'none' })).toMatchObject({
      code: 'group.not-found',
      message: 'There is no such group here. Look for it by name.',
    });
  });
});

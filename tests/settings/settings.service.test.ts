import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking } from '../support/builders/bookings.ts';
import { openTestCore, type TestCore, weekdays } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const figure = async (name: string) =>
  (await core.as('desk').call('settings.parameters', {})).find((one) => one.name === name);
const enter = (name: string, value: unknown, from = '2027-01-04') =>
  core.as('manager').call('settings.setParameter', { name, value, from } as never);

describe('The centre', () => {
  it('has the name and address of its first run', async () => {
    expect(await core.as('auditor').call('settings.centre', {})).toMatchObject({
      name: 'Elm Street Tenant Resource Centre',
      council: 'Southampton City Council',
      addressLines: ['1 Elm Street', 'Southampton'],
      phone: '023 8000 0000',
      presetId: 'southampton',
      idleLockMinutes: 5,
    });
  });

  it('changes its details, and leaves out empty lines of the address', async () => {
    const { version } = await core.as('manager').call('settings.centre', {});
    const changed = await core.as('manager').call('settings.changeCentre', {
      name: 'Elm Street Centre',
      addressLines: ['2 Elm Street', '', 'Southampton'],
      phone: '',
      idleLockMinutes: 2,
      version,
    });
    expect(changed).toMatchObject({
      name: 'Elm Street Centre',
      addressLines: ['2 Elm Street', 'Southampton'],
      idleLockMinutes: 2,
      version: version + 1,
    });
    const session = await core.as('desk').call('session.current', {});
    expect([session.centreName, session.idleLockMinutes]).toEqual(['Elm Street Centre', 2]);
  });

  it('refuses the second of two people who change it at once', async () => {
    const { version } = await core.as('manager').call('settings.centre', {});
    const details = { name: 'A', addressLines: [], phone: '', idleLockMinutes: 5, version };
    await core.as('manager').call('settings.changeCentre', details);
    expect(
      await core.as('manager').refusal('settings.changeCentre', { ...details, name: 'B' }),
    ).toMatchObject({
      code: 'settings.changed-by-someone-else',
      message:
        'Someone else changed the centre’s details while you had them open. What you typed is still here. Check it, then save again.',
    });
  });
});

describe('Policy figures', () => {
  it('say where they come from, and are blank where the council’s paper does not say', async () => {
    expect(await figure('rooms.charge')).toMatchObject({
      value: 0,
      from: '2027-01-04',
      origin: expect.stringContaining('Southampton City Council preset'),
    });
    expect(await figure('rooms.limits')).toMatchObject({
      value: null,
      origin: 'the council’s paper does not say',
    });
  });

  it('hold from their day on, and leave the days before as they were', async () => {
    await enter('labels.group', 'association', '2027-02-01');
    expect((await figure('labels.group'))?.value).not.toBe('association');
    core.clock.set('2027-02-01T09:00:00.000Z');
    expect(await figure('labels.group')).toMatchObject({
      value: 'association',
      from: '2027-02-01',
      origin: 'entered by Maya Quill',
    });
    expect((await core.as('desk').call('session.current', {})).labels.group).toBe('association');
  });

  it('take the later of two entries for the same day', async () => {
    await enter('labels.group', 'first');
    await enter('labels.group', 'second');
    expect((await figure('labels.group'))?.value).toBe('second');
  });

  it('are added to, never overwritten, whoever writes to the file', async () => {
    await enter('labels.group', 'first');
    const raw = core.raw();
    expect(() => raw.exec("UPDATE parameter_value SET value_json = 'null'")).toThrow(
      'settings.figures-are-added',
    );
  });

  it('can be emptied again', async () => {
    await enter('labels.group', null);
    expect(await figure('labels.group')).toMatchObject({
      value: null,
      origin: 'entered by Maya Quill',
    });
  });

  it.each([
    ['rooms.charge', 'free', 'an amount of money from £0 up'],
    ['rooms.charge', 12.5, 'an amount of money from £0 up'],
    ['rooms.charge', -1, 'an amount of money from £0 up'],
    ['rooms.cleanTidy', 'yes', 'yes or no'],
    ['rooms.facilities', 'a room', 'one entry on each line'],
    ['labels.group', true, 'a few words'],
    ['rooms.officeHours', 'nine to five', 'a week of opening times'],
    ['meetings.noticeCounting', 'roughly', '“clear days” or “last day counts”'],
    ['people.smallCount', 2, 'a whole number from 3 up'],
  ])('refuse for %s the value %s', async (name, value, wanted) => {
    const refusal = await core
      .as('manager')
      .refusal('settings.setParameter', { name, value, from: '2027-01-04' });
    expect(refusal).toMatchObject({ code: 'settings.wrong-kind-of-value', field: 'value' });
    expect(refusal.message).toMatch(new RegExp(`^For “.+” enter ${wanted}\\.$`));
  });

  it('refuse a name that is no figure', async () => {
    expect(
      await core
        .as('manager')
        .refusal('settings.setParameter', { name: 'rooms.colour', value: 1, from: '2027-01-04' }),
    ).toMatchObject({
      code: 'settings.unknown-parameter',
      message: 'There is no figure called rooms.colour. Choose one from the list of figures.',
    });
  });
});

describe('The history of a figure', () => {
  it('keeps every value with its first day and origin, the newest first', async () => {
    await enter('conduct.decisionDays', 21, '2027-03-01');
    const past = await core
      .as('auditor')
      .call('settings.history', { name: 'conduct.decisionDays' });
    expect(past.map(({ value, from, origin }) => [value, from, origin])).toEqual([
      [21, '2027-03-01', 'entered by Maya Quill'],
      [14, '2027-01-04', 'Southampton City Council preset, CON-13'],
    ]);
  });

  it('is empty for a figure the council’s paper does not give', async () => {
    expect(await core.as('desk').call('settings.history', { name: 'grants.startUp' })).toEqual([]);
  });

  it('is refused for a name that is no figure', async () => {
    expect(
      await core.as('desk').refusal('settings.history', { name: 'rooms.colour' }),
    ).toMatchObject({ code: 'settings.unknown-parameter' });
  });
});

describe('Office hours', () => {
  it('are read by everyone, Monday first', async () => {
    await enter('rooms.officeHours', weekdays('08:30', '16:30').toReversed());
    const hours = await core.as('auditor').call('settings.officeHours', {});
    expect(hours.map((span) => span.weekday)).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuse times that overlap on one day', async () => {
    const value = [
      { weekday: 2, opensAt: '09:00', closesAt: '12:00' },
      { weekday: 2, opensAt: '11:00', closesAt: '17:00' },
    ];
    expect(
      await core
        .as('manager')
        .refusal('settings.setParameter', { name: 'rooms.officeHours', value, from: '2027-01-04' }),
    ).toMatchObject({
      code: 'settings.hours-overlap',
      message:
        'The opening times on Tuesday overlap, or one ends before it starts. Enter each time once, the earlier one first.',
    });
  });

  it('mark a booking by the hours of its own day, not of today', async () => {
    await enter('rooms.officeHours', weekdays('09:00', '13:00'), '2027-02-01');
    const january = await aBooking(core, { date: '2027-01-05', from: '14:00', until: '15:00' });
    const february = await aBooking(core, { date: '2027-02-02', from: '14:00', until: '15:00' });
    expect([january.isOutOfHours, february.isOutOfHours]).toEqual([false, true]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking, bookingDetails } from '../support/builders/bookings.ts';
import { theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aRestriction, restrictionDetails } from '../support/builders/restrictions.ts';
import { aDivisibleHall } from '../support/builders/rooms-in-use.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { checkFile, textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const taskWords = async () =>
  (await core.as('manager').call('tasks.list', {})).tasks.map((task) => task.words);

describe('Taking a service away', () => {
  it('bars that one room and nothing else (BOOK-12), with who decided and until when', async () => {
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    const subject = { kind: 'group', groupId: group.id } as const;
    const { restriction } = await aRestriction(core, { subject, until: '2027-01-31' });
    expect(restriction).toMatchObject({
      reference: 'RST-2027-0001',
      subjectName: 'Ashdown TRA',
      scopeWords: 'Meeting Room',
      decidedBy: 'Maya Quill, manager',
      version: 1,
    });

    const refusal = await core
      .as('desk')
      .refusal('bookings.create', await bookingDetails(core, { booker: subject }));
    expect(refusal).toMatchObject({ code: 'booking.barred' });
    expect(refusal.message).toContain('RST-2027-0001');
    await aBooking(core, { booker: subject, room: 'Small Room' });
    await aBooking(core, { booker: subject, date: '2027-02-01' });
  });

  it('bars every room where all are taken away (BOOK-13)', async () => {
    const group = await aGroup(core);
    const subject = { kind: 'group', groupId: group.id } as const;
    await aRestriction(core, { subject, scope: { kind: 'all-facilities' } });
    for (const room of ['Meeting Room', 'Small Room'])
      expect(
        await core
          .as('desk')
          .refusal('bookings.create', await bookingDetails(core, { booker: subject, room })),
      ).toMatchObject({ code: 'booking.barred' });
  });

  it('bars a person also as the one who answers for a group’s booking', async () => {
    const person = await aPerson(core);
    await aRestriction(core, { subject: { kind: 'person', personId: person.id } });
    expect(
      await core
        .as('desk')
        .refusal('bookings.create', await bookingDetails(core, { responsiblePersonId: person.id })),
    ).toMatchObject({ code: 'booking.barred' });
  });

  it('only warns of a live legal dispute (BOOK-14)', async () => {
    const group = await aGroup(core);
    const subject = { kind: 'group', groupId: group.id } as const;
    const { restriction } = await aRestriction(core, {
      subject,
      scope: { kind: 'all-facilities' },
      effect: 'warns',
      source: 'legal-dispute',
    });
    const room = await theRoom(core, 'Meeting Room');
    const barring = await core.as('desk').call('restrictions.barring', {
      subjects: [subject],
      from: { kind: 'facility', facilityId: room.id },
      on: '2027-01-05',
    });
    expect(barring.map((one) => [one.reference, one.effect])).toEqual([
      [restriction.reference, 'warns'],
    ]);
    await aBooking(core, { booker: subject });
  });

  it('bars from a hall whoever may not use one of the halves it is made of, and not the other way round', async () => {
    const manager = core.as('manager');
    const [whole, part] = [await theRoom(core, 'Meeting Room'), await theRoom(core, 'Small Room')];
    await manager.call('facilities.setUse', {
      id: whole.id,
      version: whole.version,
      units: 1,
      unitName: '',
      partIds: [part.id],
      accessFeatures: [],
      needsApproval: false,
      longestMinutes: null,
      daysAhead: null,
      noticeOpenDays: null,
      minimumAge: null,
      directions: '',
    });
    const barredFrom = async (scope: { kind: 'facility'; facilityId: typeof part.id }) => {
      const group = await aGroup(core);
      const subject = { kind: 'group', groupId: group.id } as const;
      await aRestriction(core, { subject, scope });
      const barring = (facilityId: typeof part.id) =>
        core.as('desk').call('restrictions.barring', {
          subjects: [subject],
          from: { kind: 'facility', facilityId },
          on: '2027-01-05',
        });
      return [(await barring(whole.id)).length, (await barring(part.id)).length];
    };
    expect(await barredFrom({ kind: 'facility', facilityId: part.id })).toEqual([1, 1]);
    expect(await barredFrom({ kind: 'facility', facilityId: whole.id })).toEqual([1, 0]);
  });
});

describe('The bookings that a restriction hits', () => {
  it('are listed before and after, left as they are, and put on the manager’s list', async () => {
    const hit = await aBooking(core);
    const subject = hit.booker;
    await aBooking(core, { booker: subject, room: 'Small Room' });
    await aBooking(core, { booker: subject, date: '2027-02-08' });
    await aBooking(core, { date: '2027-01-06' });
    const wanted = await restrictionDetails(core, { subject, until: '2027-01-31' });

    const foreseen = await core.as('manager').call('restrictions.hitBy', wanted);
    expect(foreseen.map((one) => one.reference)).toEqual([hit.reference]);
    const { hits } = await core.as('manager').call('restrictions.add', wanted);
    expect(hits).toEqual(foreseen);
    expect(await core.as('desk').call('bookings.get', { id: hit.id })).toMatchObject({
      status: 'confirmed',
      version: hit.version,
    });
    expect(await taskWords()).toEqual([
      `RST-2027-0001: ${hit.bookerName} may not use Meeting Room. Look at 1 coming booking, ${hit.reference}.`,
    ]);
  });

  it('leave the list when the restriction is lifted', async () => {
    const hit = await aBooking(core);
    const { restriction } = await aRestriction(core, { subject: hit.booker });
    expect(await taskWords()).toHaveLength(1);
    await core.as('manager').call('restrictions.lift', {
      id: restriction.id,
      on: '2027-01-04',
      reason: 'Won on appeal',
      version: restriction.version,
    });
    expect(await taskWords()).toEqual([]);
  });

  it('are those of the first and the last day too, and none of the day before or after', async () => {
    const subject = { kind: 'group', groupId: (await aGroup(core)).id } as const;
    for (const day of ['05', '06', '07', '08'])
      await aBooking(core, { booker: subject, date: `2027-01-${day}` });
    const { hits } = await aRestriction(core, { subject, from: '2027-01-06', until: '2027-01-07' });
    expect(hits.map((one) => one.startsAt.slice(0, 10))).toEqual(['2027-01-06', '2027-01-07']);
  });

  it('are also those for which the person answers, and those of a hall of which the room is a half', async () => {
    const { hall, north, south } = await aDivisibleHall(core);
    const person = await aPerson(core);
    const answers = { responsiblePersonId: person.id };
    await aBooking(core, { ...answers, facilityId: south.id });
    const whole = await aBooking(core, { ...answers, facilityId: hall.id, date: '2027-01-06' });
    const { hits } = await aRestriction(core, {
      subject: { kind: 'person', personId: person.id },
      scope: { kind: 'facility', facilityId: north.id },
    });
    expect(hits.map((one) => one.reference)).toEqual([whole.reference]);
  });

  it('are none for money', async () => {
    const booking = await aBooking(core);
    const { hits } = await aRestriction(core, {
      subject: booking.booker,
      scope: { kind: 'money' },
    });
    expect(hits).toEqual([]);
  });
});

describe('Changing and lifting a restriction', () => {
  it('changes the last day and the words, by whoever saw the latest version', async () => {
    const { restriction } = await aRestriction(core);
    const manager = core.as('manager');
    const wanted = {
      id: restriction.id,
      until: '2027-03-31',
      reason: 'Broken twice.',
      appealWords: 'Write to us.',
      version: restriction.version,
    };
    expect(await manager.call('restrictions.change', wanted)).toMatchObject({
      until: '2027-03-31',
      reason: 'Broken twice.',
      appealWords: 'Write to us.',
      version: 2,
    });
    expect(await manager.refusal('restrictions.change', wanted)).toMatchObject({
      code: 'restriction.changed-by-someone-else',
    });
    const backwards = { ...wanted, version: 2, until: '2027-01-03' };
    expect(await manager.refusal('restrictions.change', backwards)).toMatchObject({
      code: 'restriction.ends-before-it-starts',
    });
  });

  it('keeps a lifted one on record, and lifts or changes it no second time', async () => {
    const { restriction } = await aRestriction(core);
    const manager = core.as('manager');
    const lift = {
      id: restriction.id,
      on: '2027-01-20',
      reason: 'Apologised',
      version: 1,
    };
    const lifted = await manager.call('restrictions.lift', lift);
    expect(lifted).toMatchObject({ liftedOn: '2027-01-20', liftedWhy: 'Apologised' });
    const on = async (day: string) => (await manager.call('restrictions.list', { on: day })).length;
    expect([await on('2027-01-19'), await on('2027-01-20')]).toEqual([1, 0]);
    expect(await manager.call('restrictions.list', {})).toHaveLength(1);
    expect(await manager.refusal('restrictions.lift', { ...lift, version: 2 })).toMatchObject({
      code: 'restriction.lifted-before',
    });
    const change = { until: null, reason: 'Broken twice.', appealWords: '' };
    expect(
      await manager.refusal('restrictions.change', { id: restriction.id, ...change, version: 2 }),
    ).toMatchObject({ code: 'restriction.lifted-before' });
  });

  it.each([
    ['a last day before the first', { until: '2027-01-03' }, 'restriction.ends-before-it-starts'],
    [
      'an incident that is to come',
      { incidentOn: '2027-01-05' },
      'restriction.incident-after-start',
    ],
  ])('refuses %s', async (_, part, code) => {
    expect(
      await core.as('manager').refusal('restrictions.add', await restrictionDetails(core, part)),
    ).toMatchObject({ code });
  });

  it('refuses to lift on a day on which it does not stand, and one that is not there', async () => {
    const { restriction } = await aRestriction(core, { until: '2027-01-31' });
    const manager = core.as('manager');
    const lift = { on: '2027-01-03', reason: 'Too early', version: 1 };
    for (const on of ['2027-01-03', '2027-02-01'])
      expect(
        await manager.refusal('restrictions.lift', { ...lift, on, id: restriction.id }),
      ).toMatchObject({ code: 'restriction.lifted-outside' });
    expect(
      await manager.refusal('restrictions.lift', { ...lift, id: 'nobody-made-it' }),
    ).toMatchObject({ code: 'restriction.not-found' });
  });

  it('stands in the history of the group or person', async () => {
    const group = await aGroup(core);
    await aRestriction(core, { subject: { kind: 'group', groupId: group.id } });
    const lines = await core
      .as('manager')
      .call('audit.ofObject', { objectType: 'group', objectId: group.id });
    expect(lines.map((line) => line.action)).toContain('restriction.added');
  });

  it('tells the auditor neither why nor about which person', async () => {
    const person = await aPerson(core);
    await aRestriction(core, { subject: { kind: 'person', personId: person.id } });
    const [seen] = await core.as('auditor').call('restrictions.list', {});
    expect(seen).toMatchObject({ subjectName: '•••', reason: '•••', scopeWords: 'Meeting Room' });
  });

  it('tells the auditor as little where it is asked for by the day, lifted, printed, or by what it hits', async () => {
    const person = await aPerson(core, { name: 'Nell Rowan' });
    const subject = { kind: 'person', personId: person.id } as const;
    await aBooking(core, { booker: subject, responsiblePersonId: person.id, date: '2027-01-07' });
    const { restriction } = await aRestriction(core, { subject });
    const { id, version } = restriction;
    await core
      .as('manager')
      .call('restrictions.lift', { id, version, on: '2027-01-06', reason: 'Nell said sorry' });
    const auditor = core.as('auditor');
    const seen = [
      await auditor.call('restrictions.list', {}),
      await auditor.call('restrictions.barring', {
        subjects: [subject],
        on: '2027-01-05',
        from: { kind: 'facility', facilityId: (await theRoom(core, 'Meeting Room')).id },
      }),
      await auditor.call('restrictions.hitBy', await restrictionDetails(core, { subject })),
    ];
    expect(seen.map((list) => list.length)).toEqual([1, 1, 1]);
    const letter = await auditor.call('restrictions.printLetter', { id });
    const shown = `${JSON.stringify(seen)} ${textOf(Buffer.from(letter.base64, 'base64'))}`;
    expect(shown).toContain('RST-2027-0001');
    for (const words of ['Nell', 'Rowan', 'sorry', 'projector']) expect(shown).not.toContain(words);
  });
});

describe('The letter on the removal of a service', () => {
  const textIn = (base64: string) => textOf(Buffer.from(base64, 'base64')).replaceAll(/\s+/g, ' ');

  it.each(['normal', 'large'] as const)(
    'says what, why, from when to when, which bookings, and how to appeal, in %s print',
    async (size) => {
      const kept = await aBooking(core);
      const cancelled = await aBooking(core, { booker: kept.booker, date: '2027-01-06' });
      const { restriction } = await aRestriction(core, {
        subject: kept.booker,
        until: '2027-01-31',
        incidentOn: '2027-01-02',
      });
      await core.as('desk').call('bookings.cancel', {
        id: cancelled.id,
        version: cancelled.version,
        reason: 'Service removed',
      });
      const paper = await core
        .as('manager')
        .call('restrictions.printLetter', { id: restriction.id, size });
      expect(checkFile(Buffer.from(paper.base64, 'base64'))).toContain('No syntax');
      const text = textIn(paper.base64);
      for (const words of [
        'RST-2027-0001',
        `To ${kept.bookerName}`,
        'Meeting Room',
        'The projector was broken in a row.',
        '2 January 2027',
        '31 January 2027, that day included',
        'Everything else at the centre stays open to you.',
        'Maya Quill, manager',
        'Not cancelled yet',
        'formal Customer Complaints Procedure',
      ])
        expect(text).toContain(words);
      expect(text.split(kept.reference)).toHaveLength(2);
      expect(text).toMatch(/6 January 2027, 10am .*Cancelled/);
    },
  );

  it('has the manager’s own words of appeal where there are any', async () => {
    const { restriction } = await aRestriction(core, {
      appealWords: 'Write to the Head of Housing.',
    });
    const paper = await core.as('manager').call('restrictions.printLetter', { id: restriction.id });
    expect(textIn(paper.base64)).toContain('Write to the Head of Housing.');
    expect(textIn(paper.base64)).not.toContain('Complaints Procedure');
  });

  it('is not written for what only warns', async () => {
    const { restriction } = await aRestriction(core, { effect: 'warns' });
    expect(
      await core.as('manager').refusal('restrictions.printLetter', { id: restriction.id }),
    ).toMatchObject({ code: 'restriction.only-warns' });
  });
});

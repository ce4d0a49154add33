import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityPage } from '#db/activities/activities.contract';
import { activitiesOfPerson, getActivity, listActivities } from '#db/activities/activities.service';
import { PROGRAM } from '#db/open-core';
import { MASKED } from '#db/people/people.rules';
import { LocalDate } from '#db/shared/local-date';
import { activityDetails, anActivity, onDay, onRegister } from '../support/builders/activities.ts';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const day = (text: string) => LocalDate.parse(text);
const now = ({ id, version }: ActivityPage) => ({ id, version });
const actionsOn = ({ id }: ActivityPage) =>
  core
    .raw()
    .prepare(
      `SELECT action FROM audit_entry WHERE object_type = 'activity' AND object_id = ? ORDER BY seq`,
    )
    .pluck()
    .all(id);
const found = async (text: string) =>
  (await desk().call('search.everything', { text })).found.filter(
    ({ kind }) => kind === 'activity',
  );

describe('An activity', () => {
  it('has a reference of its year, and all that claims go by', async () => {
    const details = activityDetails({ isFullDay: true, isTransportProvided: true, isFunded: true });
    const page = await desk().call('activities.add', details);
    expect(page).toMatchObject({
      reference: 'ACT-2027-0001',
      title: 'Repairs panel',
      kind: 'Meeting',
      ledBy: { kind: 'council' },
      on: '2027-01-04',
      startsAt: '10:00',
      endsAt: '12:00',
      venueWords: 'Town Hall',
      bookingId: null,
      isFullDay: true,
      isLunchProvided: false,
      isTransportProvided: true,
      isFunded: true,
      isCancelled: false,
      isSheetClosed: false,
      attended: 0,
      version: 1,
    });
    const elm = await aGroup(core, { name: 'Elm TRA' });
    const ofGroup = await anActivity(core, { groupId: elm.id });
    expect(ofGroup.ledBy).toEqual({ kind: 'group', groupId: elm.id, groupName: 'Elm TRA' });
    expect(
      await core.core.unit(PROGRAM, 'reads', (ctx) => getActivity(ctx, ofGroup.id)),
    ).toMatchObject({
      reference: 'ACT-2027-0002',
    });
  });

  it('takes its day, time and room from the booking, also after that is moved', async () => {
    const booking = await aBooking(core);
    const page = await anActivity(core, { place: { kind: 'booking', bookingId: booking.id } });
    expect(page).toMatchObject({
      on: '2027-01-05',
      startsAt: '10:00',
      endsAt: '12:00',
      venueWords: 'Meeting Room',
      booking: { reference: booking.reference, holdsRoom: true },
    });
    await desk().call(
      'bookings.change',
      changeOf(booking, { date: '2027-01-06', from: '14:00', until: '15:00' }),
    );
    expect(await desk().call('activities.get', { id: page.id })).toMatchObject({
      on: '2027-01-06',
      startsAt: '14:00',
      endsAt: '15:00',
    });
    const listed = { from: day('2027-01-06'), until: day('2027-01-06') };
    expect(
      await core.core.unit(PROGRAM, 'reads', (ctx) => listActivities(ctx, listed)),
    ).toHaveLength(1);
  });

  it('whose booking goes on to midnight ends at the end of that day', async () => {
    const booking = await core.as('manager').call(
      'bookings.create',
      await bookingDetails(core, {
        from: '22:00',
        until: '24:00',
        outsideHours: { keyholder: 'Olu Bright', reason: 'New year' },
      }),
    );
    const page = await anActivity(core, { place: { kind: 'booking', bookingId: booking.id } });
    expect(page).toMatchObject({ on: '2027-01-05', startsAt: '22:00', endsAt: '24:00' });
  });

  it('says that its booking holds no room any more, and a booking that holds none is refused', async () => {
    const booking = await aBooking(core);
    const place = { kind: 'booking', bookingId: booking.id };
    const page = await anActivity(core, { place });
    await desk().call('bookings.cancel', {
      id: booking.id,
      version: booking.version,
      reason: 'Boiler',
    });
    expect(await desk().call('activities.get', { id: page.id })).toMatchObject({
      booking: { holdsRoom: false },
    });
    expect(await desk().refusal('activities.add', activityDetails({ place }))).toMatchObject({
      code: 'activity.booking-holds-nothing',
    });
    const kept = { ...activityDetails({ place, title: 'Panel' }), ...now(page) };
    expect(await desk().call('activities.change', kept)).toMatchObject({ title: 'Panel' });
  });

  it('is of a kind that the council lists, however it is typed', async () => {
    expect(await anActivity(core, { kind: 'training' })).toMatchObject({ kind: 'Training' });
    const trip = activityDetails({ kind: 'Trip' });
    expect(await desk().refusal('activities.add', trip)).toMatchObject({
      code: 'activity.unknown-kind',
      message: expect.stringContaining('‘Trip’ is not on this council’s list'),
    });
    const meeting = await anActivity(core);
    await core.as('manager').call('settings.setParameter', {
      name: 'meetings.activityKinds',
      value: ['Trip'],
      from: day('2027-01-04'),
    });
    expect(await desk().call('activities.kinds', {})).toEqual(['Trip']);
    expect(await anActivity(core, { kind: 'Trip' })).toMatchObject({ kind: 'Trip' });
    // What was a kind when it was entered may stay.
    expect(
      await desk().call('activities.change', {
        ...activityDetails(),
        ...now(meeting),
        title: 'X1',
      }),
    ).toMatchObject({ kind: 'Meeting' });
  });

  it('ends after it begins', async () => {
    const at = (startsAt: string | null, endsAt: string) =>
      desk().refusal(
        'activities.add',
        activityDetails({ place: { ...onDay('2027-01-04'), startsAt, endsAt } }),
      );
    expect(await at(null, '12:00')).toMatchObject({ code: 'activity.end-without-start' });
    expect(await at('12:00', '11:00')).toMatchObject({ code: 'activity.ends-before-start' });
  });

  it('is cancelled with a reason while nobody came, brought back, and never deleted', async () => {
    const page = await anActivity(core);
    const cancelled = await desk().call('activities.cancel', { ...now(page), reason: 'Snow' });
    expect(cancelled).toMatchObject({ isCancelled: true, cancelReason: 'Snow' });
    const change = { ...activityDetails(), ...now(cancelled) };
    expect(await desk().refusal('activities.change', change)).toMatchObject({
      code: 'activity.cancelled',
    });
    const back = await desk().call('activities.restore', now(cancelled));
    expect(back).toMatchObject({ isCancelled: false, cancelReason: '' });
    expect(await desk().refusal('activities.restore', now(back))).toMatchObject({
      code: 'activity.not-cancelled',
    });
    await onRegister(core, page, { name: 'Ivy Mossop' });
    expect(
      await desk().refusal('activities.cancel', { ...now(back), reason: 'Snow' }),
    ).toMatchObject({ code: 'activity.people-came' });
    expect(actionsOn(page)).toEqual([
      'activity.added',
      'activity.cancelled',
      'activity.brought-back',
      'register.person-added',
    ]);
  });

  it('to which people came is not moved to a day that is still to come', async () => {
    const page = await anActivity(core);
    await onRegister(core, page, { name: 'Ivy Mossop' });
    const to = (on: string) => ({ ...activityDetails({ place: onDay(on) }), ...now(page) });
    expect(await desk().refusal('activities.change', to('2027-01-05'))).toMatchObject({
      code: 'activity.day-to-come',
    });
    expect(await desk().call('activities.change', to('2027-01-03'))).toMatchObject({
      on: '2027-01-03',
    });
  });

  it('that a colleague has changed meanwhile is looked at again first', async () => {
    const page = await anActivity(core);
    await desk().call('activities.change', {
      ...activityDetails({ title: 'Panel' }),
      ...now(page),
    });
    const late = { ...activityDetails({ title: 'Board' }), ...now(page) };
    for (const [verb, input] of [
      ['change', late],
      ['cancel', { ...now(page), reason: 'Snow' }],
      ['confirmRegister', now(page)],
    ] as const)
      expect(await desk().refusal(`activities.${verb}`, input as never)).toMatchObject({
        code: 'activity.changed-by-someone-else',
      });
    expect(await desk().refusal('activities.get', { id: 'none' as never })).toMatchObject({
      code: 'activity.not-found',
    });
  });

  it('is found by its reference, title, kind, group and place', async () => {
    const elm = await aGroup(core, { name: 'Elm Quarter TRA' });
    const page = await anActivity(core, { groupId: elm.id });
    for (const text of ['ACT-2027-0001', 'repairs pan', 'meeting', 'elm quarter', 'town hall'])
      expect(await found(text)).toMatchObject([{ id: page.id }]);
  });

  it('is listed by its day, the latest first, narrowed by days, kind and group', async () => {
    const elm = await aGroup(core);
    const early = await anActivity(core, { place: onDay('2027-01-01') });
    const late = await anActivity(core, { kind: 'Training', groupId: elm.id });
    const ids = async (wanted: object) =>
      (await desk().call('activities.list', wanted as never)).map(({ id }) => id);
    expect(await ids({})).toEqual([late.id, early.id]);
    expect(await ids({ from: '2027-01-02' })).toEqual([late.id]);
    expect(await ids({ until: '2027-01-01' })).toEqual([early.id]);
    expect(await ids({ kind: 'Training' })).toEqual([late.id]);
    expect(await ids({ groupId: elm.id })).toEqual([late.id]);
    const table = await desk().call('activities.exportList', { kind: 'Training' });
    expect(table.text.split('\r\n').slice(0, 2).join('\n')).toContain('ACT-2027-0002,2027-01-04');
    expect(table.text).not.toContain('ACT-2027-0001');
  });

  it('shows the auditor how many came, and neither who nor what was written freely', async () => {
    const { id } = await anActivity(core, { notes: 'Ivy is ill' });
    await onRegister(core, { id }, { name: 'Ivy Mossop' });
    const shown = await core.as('auditor').call('activities.get', { id });
    expect(shown).toMatchObject({ attended: 1, notes: MASKED, title: 'Repairs panel' });
    expect(shown.lines).toMatchObject([{ name: MASKED, standing: 'came' }]);
    expect(JSON.stringify(shown)).not.toContain('Ivy');
  });
});

describe('The history of a person and of a group', () => {
  it('says what the person came to, and what the group led or was spoken for at', async () => {
    const [person, elm] = [await aPerson(core, { name: 'Ivy Mossop' }), await aGroup(core)];
    const page = await anActivity(core);
    const led = await anActivity(core, { groupId: elm.id, place: onDay('2027-01-03') });
    await onRegister(core, page, { personId: person.id, groupIds: [elm.id] });
    await onRegister(core, led, { personId: person.id, standing: 'apologies' });
    const words = async (of: object) =>
      (await desk().call('timeline.list', { of, kinds: ['activity'] } as never)).entries.map(
        (entry) => `${entry.on} ${entry.words}`,
      );
    expect(await words({ kind: 'person', personId: person.id })).toEqual([
      '2027-01-04 Meeting: came',
      '2027-01-03 Meeting: sent apologies',
    ]);
    expect(await words({ kind: 'group', groupId: elm.id })).toEqual([
      '2027-01-04 Meeting, 1 came for it',
      '2027-01-03 Meeting, led by it',
    ]);
    const days = { from: day('2027-01-04'), until: day('2027-01-04') };
    expect(
      await core.core.unit(PROGRAM, 'reads', (ctx) => activitiesOfPerson(ctx, person.id, days)),
    ).toMatchObject([{ id: page.id, standing: 'came', groups: [{ groupId: elm.id }] }]);
  });
});

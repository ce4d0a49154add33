import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ActivityPage } from '#db/activities/activities.contract';
import { ActivitiesScreen } from '../../renderer/activities/ActivitiesScreen.tsx';
import { RegisterSection } from '../../renderer/activities/RegisterSection.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });
beforeEach(forgetCalls);
afterEach(cleanup);

const LINE = {
  id: 'l-1',
  personId: 'p-9',
  name: 'Bo Lund',
  tenure: 'tenant',
  groups: [{ groupId: 'g-1', groupName: 'Elm TRA' }],
  standing: 'expected',
  isFirstTime: false,
  arrivedAt: null,
  leftAt: null,
  wantsToClaim: true,
  version: 4,
};
const TOTALS = {
  came: 0,
  expected: 1,
  apologies: 0,
  firstTime: 0,
  wantToClaim: 0,
  tenures: [],
  groups: [],
  forThemself: 0,
};
const page = (part: object = {}): ActivityPage =>
  ActivityPage.parse({
    id: 'a-1',
    reference: 'ACT-2027-0001',
    title: 'Repairs panel',
    kind: 'Meeting',
    ledBy: { kind: 'council' },
    on: '2027-01-04',
    startsAt: '10:00',
    endsAt: '12:00',
    venueWords: 'Town Hall',
    bookingId: null,
    isFullDay: false,
    isLunchProvided: false,
    isTransportProvided: false,
    isFunded: true,
    isCancelled: false,
    isSheetClosed: false,
    attended: 0,
    version: 1,
    place: {
      kind: 'entered',
      on: '2027-01-04',
      startsAt: '10:00',
      endsAt: '12:00',
      venue: 'Town Hall',
    },
    notes: '',
    cancelReason: '',
    booking: null,
    closedAt: null,
    closedBy: '',
    lines: [LINE],
    totals: TOTALS,
    ...part,
  });
const IVY = { id: 'p-1', name: 'Ivy Mossop', kind: 'tenant', phone: '', version: 1 };

function showRegister(part: object = {}, capacities: readonly object[] = []): void {
  answer('people.list', () => ok({ people: [IVY], total: 1 }));
  answer('groups.list', () => ok({ groups: [], total: 0 }));
  answer('officers.capacities', () => ok(capacities));
  answer('activities.recordPerson', (sent) =>
    ok(
      page({
        lines: [
          LINE,
          {
            ...LINE,
            id: 'l-2',
            personId: null,
            name: 'Ivy Mossop',
            ...(sent as object),
            version: 1,
          },
        ].map(({ id, ...line }) => ({ ...LINE, id, name: line.name, version: line.version })),
      }),
    ),
  );
  answer('activities.changeLine', () =>
    ok(page({ lines: [{ ...LINE, standing: 'came', version: 5 }] })),
  );
  renderScreen(<RegisterSection activity={page(part)} mayChange />, { session: aSession() });
}

async function choose(typed: string, line: RegExp): Promise<void> {
  await userEvent.type(screen.getByLabelText('Who?'), typed);
  await screen.findByRole('option', { name: line });
  await userEvent.click(screen.getByRole('option', { name: line }));
}
const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}');
const sent = (verb: string) => callsOf(`activities.${verb}`);

describe('The register at the door', () => {
  it('takes somebody on record with the keyboard, and is ready for the next', async () => {
    showRegister();
    await userEvent.type(screen.getByLabelText('Who?'), 'ivy');
    await screen.findByRole('option', { name: /Ivy Mossop/ });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(callsOf('officers.capacities')).toHaveLength(1));
    await send();
    await waitFor(() => expect(sent('recordPerson')).toHaveLength(1));
    expect(sent('recordPerson')[0]).toMatchObject({
      activityId: 'a-1',
      personId: 'p-1',
      name: '',
      groupIds: [],
      standing: 'came',
    });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Who?')));
    expect(screen.getByLabelText<HTMLInputElement>('Who?').value).toBe('');
  });

  it('writes a name down without a record, with how they hold their home', async () => {
    showRegister();
    await choose('Zara Quist', /Write “Zara Quist” down without a record/);
    await userEvent.selectOptions(
      screen.getByLabelText('How do they hold their home?'),
      'Leaseholder',
    );
    await userEvent.click(screen.getByLabelText('For the first time'));
    await send();
    await waitFor(() => expect(sent('recordPerson')).toHaveLength(1));
    expect(sent('recordPerson')[0]).toMatchObject({
      personId: null,
      name: 'Zara Quist',
      tenure: 'leaseholder',
      isFirstTime: true,
    });
  });

  it('asks somebody who holds a post for whom they come, and takes two groups', async () => {
    showRegister({}, [
      { groupId: 'g-1', groupName: 'Elm TRA', posts: ['treasurer'] },
      { groupId: 'g-2', groupName: 'Oak TRA', posts: ['chair'] },
    ]);
    await choose('ivy', /Ivy Mossop/);
    await screen.findByText('For whom do they come?');
    await send();
    expect(
      (await screen.findAllByText(/Say for whom they come: themself, or a group/)).length,
    ).toBeGreaterThan(0);
    expect(sent('recordPerson')).toHaveLength(0);
    await userEvent.click(screen.getByLabelText('Themself'));
    await userEvent.click(screen.getByLabelText('Elm TRA (treasurer)'));
    await userEvent.click(screen.getByLabelText('Oak TRA (chair)'));
    expect(screen.getByLabelText<HTMLInputElement>('Themself').checked).toBe(false);
    await send();
    await waitFor(() => expect(sent('recordPerson')).toHaveLength(1));
    expect(sent('recordPerson')[0]).toMatchObject({ groupIds: ['g-1', 'g-2'] });
  });

  it('marks somebody expected as come with one press, and keeps the rest of the line', async () => {
    showRegister();
    await userEvent.click(screen.getByRole('button', { name: 'Came: Bo Lund' }));
    await waitFor(() => expect(sent('changeLine')).toHaveLength(1));
    expect(sent('changeLine')[0]).toMatchObject({
      id: 'l-1',
      version: 4,
      personId: 'p-9',
      groupIds: ['g-1'],
      standing: 'came',
      wantsToClaim: true,
    });
    expect(await screen.findByText('Changed: Bo Lund came.')).toBeTruthy();
  });

  it('offers nobody as come before the day', () => {
    showRegister({ on: '2027-01-05' });
    expect(screen.queryByRole('button', { name: 'Came: Bo Lund' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'The register is complete' })).toBeNull();
    const standing = screen.getByLabelText<HTMLSelectElement>('How do they stand?');
    expect([...standing.options].map(({ text }) => text)).toEqual(['Expected', 'Sent apologies']);
  });

  it('that is complete takes nothing until it is opened again with a reason', async () => {
    showRegister({ isSheetClosed: true, closedAt: '2027-01-04T12:10:00.000Z', closedBy: 'Olu' });
    expect(screen.getByText('It was said to be complete on 4 January 2027 by Olu.')).toBeTruthy();
    expect(screen.queryByLabelText('Who?')).toBeNull();
    answer('activities.unlockRegister', () => ok(page()));
    await userEvent.click(screen.getByRole('button', { name: 'Open the register again' }));
    await userEvent.type(screen.getByLabelText('Why is it opened again?'), 'One was left out');
    await userEvent.click(screen.getByRole('button', { name: 'Open the register' }));
    await waitFor(() =>
      expect(sent('unlockRegister')).toEqual([
        { id: 'a-1', version: 1, reason: 'One was left out' },
      ]),
    );
  });

  it('keeps what was typed when the program refuses it', async () => {
    showRegister();
    answer('activities.recordPerson', () =>
      refuse('register.closed', 'The register of ACT-2027-0001 was said to be complete.'),
    );
    await choose('ivy', /Ivy Mossop/);
    await waitFor(() => expect(callsOf('officers.capacities')).toHaveLength(1));
    await send();
    expect((await screen.findAllByText(/was said to be complete/)).length).toBeGreaterThan(0);
    expect(screen.getByLabelText<HTMLInputElement>('Who?').value).toBe('Ivy Mossop');
  });
});

describe('The list of activities', () => {
  const card = {
    id: 'b-1',
    facilityId: 'f-1',
    startsAt: '2027-01-04T10:00',
    endsAt: '2027-01-04T12:00',
    bookerName: 'Elm TRA',
  };

  it('shows all of them where none fits the time that was chosen', async () => {
    answer('activities.list', (input) =>
      ok((input as { from: string | null }).from === null ? [page()] : []),
    );
    answer('activities.kinds', () => ok(['Meeting']));
    renderScreen(<ActivitiesScreen />, { session: aSession() });
    expect(await screen.findByText('No activity fits all of this.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show all activities' }));
    expect(await screen.findByRole('link', { name: page().title })).toBeTruthy();
  });

  it('says so where there are none, and enters one that takes its time from a booking', async () => {
    answer('activities.list', () => ok([]));
    answer('activities.kinds', () => ok(['Meeting', 'Training']));
    answer('bookings.onDay', () =>
      ok({ facilities: [{ id: 'f-1', name: 'Small Room' }], bookings: [card] }),
    );
    answer('activities.add', () => ok(page()));
    renderScreen(<ActivitiesScreen />, { session: aSession() });
    expect(await screen.findByText(/^There are no activities yet/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Enter the first activity' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(form.getByLabelText('What is it called?'), 'Repairs panel');
    await userEvent.selectOptions(form.getByLabelText('What kind is it?'), 'Meeting');
    expect(form.getByLabelText(/^Where is it\?/)).toBeTruthy();
    await userEvent.selectOptions(
      await form.findByLabelText('Is a room here booked for it?'),
      'Small Room, 10am to noon: Elm TRA',
    );
    expect(form.queryByLabelText(/^Where is it\?/)).toBeNull();
    await userEvent.click(form.getByLabelText('Lunch is provided'));
    await send();
    await waitFor(() => expect(sent('add')).toHaveLength(1));
    expect(sent('add')[0]).toEqual({
      title: 'Repairs panel',
      kind: 'Meeting',
      groupId: null,
      place: { kind: 'booking', bookingId: 'b-1' },
      isFullDay: false,
      isLunchProvided: true,
      isTransportProvided: false,
      isFunded: false,
      notes: '',
    });
  });

  it('asks which group leads it, and leaves empty times empty', async () => {
    answer('activities.list', () => ok([page()]));
    answer('activities.kinds', () => ok(['Meeting']));
    answer('bookings.onDay', () => ok({ facilities: [], bookings: [] }));
    answer('groups.list', () =>
      ok({
        groups: [
          { id: 'g-1', name: 'Elm TRA', kind: 'tra', phone: '', isActive: true, version: 1 },
        ],
        total: 1,
      }),
    );
    answer('activities.add', () => ok(page()));
    renderScreen(<ActivitiesScreen />, { session: aSession() });
    expect(await screen.findByRole('link', { name: 'Repairs panel' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Enter an activity' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(form.getByLabelText('What is it called?'), 'Committee');
    await userEvent.selectOptions(form.getByLabelText('What kind is it?'), 'Meeting');
    await userEvent.selectOptions(form.getByLabelText('Who leads it?'), 'A group');
    await send();
    expect((await form.findAllByText('Choose the group that leads it.')).length).toBeGreaterThan(0);
    await userEvent.type(form.getByLabelText('Which group?'), 'elm');
    await screen.findByRole('option', { name: /Elm TRA/ });
    await userEvent.keyboard('{Enter}');
    await send();
    await waitFor(() => expect(sent('add')).toHaveLength(1));
    expect(sent('add')[0]).toMatchObject({
      groupId: 'g-1',
      place: { kind: 'entered', on: '2027-01-04', startsAt: null, endsAt: null, venue: '' },
    });
  });

  it('is read by who may not change it', async () => {
    answer('activities.list', () => ok([page()]));
    answer('activities.kinds', () => ok(['Meeting']));
    const signedIn = {
      userId: 'u-2',
      name: 'ada',
      displayName: 'Ada Stone',
      role: 'auditor',
      isLocked: false,
      hasPin: true,
    } as const;
    renderScreen(<ActivitiesScreen />, { session: aSession({ signedIn }) });
    expect(await screen.findByRole('link', { name: 'Repairs panel' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Enter an activity' })).toBeNull();
  });
});

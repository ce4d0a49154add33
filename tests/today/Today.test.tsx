import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { Role } from '#db/shared/roles';
import type { Task } from '#db/tasks/tasks.contract';
import { TodayScreen } from '../../renderer/today/TodayScreen.tsx';
import { aBooking } from '../bookings/booking-values.ts';
import { A_MONDAY, aCard, aRoom, hours } from '../bookings/day-values.ts';
import { answer, callsOf, forgetCalls, ok } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

function aTask(part: { readonly [K in keyof Task]?: unknown }): Task {
  return {
    id: 't-1',
    kind: 'bookings.offer',
    words: 'Ring Cedar Estate Forum: Meeting Room is free',
    path: '/rooms/queue',
    objectType: 'waiting',
    objectId: 'w-1',
    role: null,
    dueOn: A_MONDAY,
    isOverdue: false,
    madeAt: '2027-01-04T08:00:00.000Z',
    doneAt: null,
    doneBy: '',
    version: 3,
    ...part,
  } as unknown as Task;
}

function show(
  given: {
    readonly now?: BookingCard | null;
    readonly next?: BookingCard | null;
    readonly bookings?: readonly BookingCard[];
    readonly tasks?: readonly Task[];
    readonly role?: Role;
  } = {},
) {
  answer('bookings.today', () =>
    ok({
      date: A_MONDAY,
      now: `${A_MONDAY}T09:00`,
      rooms: [
        { facility: aRoom(), isOpenNow: true, now: given.now ?? null, next: given.next ?? null },
      ],
      bookings: given.bookings ?? [],
      officeHours: hours('09:00', '17:00'),
      toDo: [{ code: 'no-groups', words: 'Enter the groups', path: '/groups' }],
    }),
  );
  answer('tasks.list', () => ok({ tasks: given.tasks ?? [], total: given.tasks?.length ?? 0 }));
  const session = aSession();
  renderScreen(<TodayScreen />, {
    session: {
      ...session,
      signedIn: session.signedIn && { ...session.signedIn, role: given.role ?? 'manager' },
    },
  });
  return userEvent.setup();
}

beforeEach(forgetCalls);
afterEach(cleanup);

describe('The desk today', () => {
  it('checks the group in the room in with one press', async () => {
    answer('bookings.startUse', () => ok(aBooking({ attendance: 'in', version: 2 })));
    const hand = show({ now: aCard('08:30', '10:00') });

    await hand.click(await screen.findByRole('button', { name: 'Check in Meeting Room' }));

    expect(callsOf('bookings.startUse')).toEqual([{ id: 'booking-08:30', version: 1 }]);
  });

  it('lets those who come early in, and leaves the evening alone in the morning', async () => {
    show({ next: aCard('10:30', '12:00') });
    expect(await screen.findByRole('button', { name: 'Check in Meeting Room, next' })).toBeTruthy();
    cleanup();

    show({ next: aCard('18:00', '20:00') });
    expect(await screen.findByText('6pm to 8pm')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Check in/ })).toBeNull();
  });

  it('asks after what is over by the clock and open on record', async () => {
    show({
      bookings: [
        aCard('07:00', '08:00', { id: 'b-here', attendance: 'in', bookerName: 'Birch Court' }),
        aCard('08:00', '08:45', { id: 'b-unsaid', bookerName: 'Cedar Forum' }),
        aCard('08:00', '08:45', { id: 'b-over', attendance: 'out', bookerName: 'Dale End' }),
        aCard('08:30', '10:00', { id: 'b-on', bookerName: 'Elder Walk' }),
      ],
    });

    const open = within(await screen.findByRole('region', { name: 'Over, and still open' }));
    expect(open.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Birch Court',
      'Cedar Forum',
    ]);
    expect(open.getByRole('button', { name: /^Check out/ })).toBeTruthy();
    expect(open.getByRole('button', { name: 'Nobody came' })).toBeTruthy();
  });
});

describe('What waits for the person at the desk', () => {
  const waiting = async () =>
    within(await screen.findByRole('region', { name: 'Waiting for you' }));

  it('stands with its days, the overdue first in words, before what the centre still lacks', async () => {
    show({
      role: 'desk',
      tasks: [
        aTask({
          id: 't-0',
          words: 'Write to Oak Estate',
          dueOn: '2026-12-30',
          isOverdue: true,
        }),
        aTask({}),
        aTask({ id: 't-2', words: 'Approve the hall', role: 'officer' }),
        aTask({ id: 't-3', words: 'Look at the loop', dueOn: null }),
      ],
    });

    const list = await waiting();
    await waitFor(() => expect(list.getAllByRole('link')).toHaveLength(4));
    expect(list.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Write to Oak Estate',
      'Ring Cedar Estate Forum: Meeting Room is free',
      'Look at the loop',
      'Enter the groups',
    ]);
    expect(list.getByText('Overdue since Wed 30 Dec 2026')).toBeTruthy();
    expect(list.getByText('Today')).toBeTruthy();
  });

  it('shows what only an officer can do to officers, and to the manager', async () => {
    const tasks = [
      aTask({ words: 'Approve the hall', role: 'officer' }),
      aTask({ id: 't-2', words: 'Look at the loop' }),
    ];
    for (const [role, count] of [
      ['desk', 0],
      ['officer', 1],
      ['manager', 1],
    ] as const) {
      show({ tasks, role });
      await screen.findByRole('link', { name: 'Look at the loop' });
      expect(screen.queryAllByRole('link', { name: 'Approve the hall' }), role).toHaveLength(count);
      cleanup();
    }
  });

  it('is done with one press, and taken back from the message', async () => {
    answer('tasks.confirmDone', () => ok(aTask({ version: 4 })));
    answer('tasks.undoDone', () => ok(aTask({ version: 5 })));
    const hand = show({ tasks: [aTask({})] });

    await hand.click(await (await waiting()).findByRole('button', { name: /^Done: Ring Cedar/ }));
    await hand.click(await screen.findByRole('button', { name: 'Undo' }));

    expect(callsOf('tasks.confirmDone')).toEqual([{ id: 't-1', version: 3 }]);
    await waitFor(() => expect(callsOf('tasks.undoDone')).toEqual([{ id: 't-1', version: 4 }]));
  });
});

import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Waiting } from '#db/bookings/queue/queue.contract';
import type { Role } from '#db/shared/roles';
import { QueueScreen } from '../../renderer/queue/QueueScreen.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { aBooking } from './booking-values.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

function aWaiting(part: { readonly [K in keyof Waiting]?: unknown } = {}): Waiting {
  return Waiting.parse({
    id: 'w-1',
    kind: 'waiting',
    facilityId: 'room-1',
    facilityName: 'Meeting Room',
    date: '2027-06-17',
    from: '18:00',
    until: '20:00',
    units: 1,
    booker: { kind: 'group', groupId: 'g-2' },
    bookerName: 'Cedar Estate Forum',
    bookerPhone: '01632 960300',
    responsiblePersonId: 'p-2',
    responsibleName: 'Ottoline Marsh',
    purpose: 'group-meeting',
    expectedNumber: 20,
    seriesId: null,
    originalDate: null,
    why: 'Taken by Birch Court',
    requestedAt: '2027-01-02T10:00:00.000Z',
    state: 'waiting',
    bookingId: null,
    offerUntil: null,
    isFree: true,
    place: 1,
    version: 4,
    ...part,
  });
}

function show(role: Role = 'manager') {
  const session = aSession();
  renderScreen(<QueueScreen />, {
    session: { ...session, signedIn: session.signedIn && { ...session.signedIn, role } },
  });
  return userEvent.setup();
}

beforeEach(() => {
  forgetCalls();
  answer('bookings.queue', () => ok([]));
  answer('bookings.undecided', () => ok([]));
});
afterEach(cleanup);

describe('Everybody who waits', () => {
  it('stands in the order of asking, with what is free now, and is offered it with one press', async () => {
    answer('bookings.queue', () =>
      ok([
        aWaiting(),
        aWaiting({ id: 'w-2', bookerName: 'Birch Court', isFree: false, place: 2 }),
        aWaiting({
          id: 'w-3',
          kind: 'still-wanted',
          bookerName: 'Ashdown TRA',
          why: 'Good Friday',
          place: 3,
        }),
      ]),
    );
    answer('bookings.startOffer', () =>
      ok(aWaiting({ state: 'offered', bookingId: 'b-9', offerUntil: '2027-01-05T09:00:00.000Z' })),
    );
    const hand = show();

    const list = await screen.findByRole('list', { name: 'Waiting for a time' });
    const lines = within(list).getAllByRole('listitem');
    expect(lines.map((line) => within(line).getByRole('img').getAttribute('aria-label'))).toEqual([
      'Place 1',
      'Place 2',
      'Place 3',
    ]);
    expect(lines[0]?.textContent).toContain('Free now');
    expect(lines[1]?.textContent).not.toContain('Free now');
    expect(lines[2]?.textContent).toMatch(/Still wanted.*Good Friday/);

    await hand.click(within(lines[0] ?? list).getByRole('button', { name: /^Offer: / }));
    expect(callsOf('bookings.startOffer')).toEqual([
      { id: 'w-1', facilityId: 'room-1', version: 4 },
    ]);
    expect(
      await screen.findByText(
        /^Offered: Meeting Room, .* held until Tuesday 5 January 2027, 9am\.$/,
      ),
    ).toBeTruthy();
  });

  it('takes somebody off the list only with a reason', async () => {
    answer('bookings.queue', () => ok([aWaiting()]));
    answer('bookings.withdrawWaiting', () => ok(aWaiting({ state: 'withdrawn' })));
    const hand = show('desk');

    await hand.click(await screen.findByRole('button', { name: /^Take off the list/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Take off the list?' });
    await hand.click(within(dialog).getByRole('button', { name: 'Take off the list' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say why');

    await hand.click(within(dialog).getByRole('button', { name: 'Found another day' }));
    await hand.click(within(dialog).getByRole('button', { name: 'Take off the list' }));
    await waitFor(() =>
      expect(callsOf('bookings.withdrawWaiting')).toEqual([
        { id: 'w-1', reason: 'Found another day', version: 4 },
      ]),
    );
  });

  it('enters that an offer was accepted or declined, and says until when it stands', async () => {
    const offer = aBooking({
      id: 'b-9',
      status: 'offered',
      offerUntil: '2027-01-05T09:00:00.000Z',
    });
    answer('bookings.undecided', () => ok([offer]));
    answer('bookings.queue', () =>
      ok([aWaiting({ state: 'offered', bookingId: 'b-9', offerUntil: offer.offerUntil })]),
    );
    answer('bookings.confirmOffer', () => refuse('booking.offer-over', 'The offer is over.'));
    answer('bookings.withdrawOffer', () => ok({ ...offer, status: 'lapsed', offers: [] }));
    const hand = show('desk');

    const line = within(await screen.findByRole('list', { name: 'Waiting for a time' }));
    expect(line.getByText(/offered until Tuesday 5 January 2027, 9am/)).toBeTruthy();
    await hand.click(line.getByRole('button', { name: /^Accepted/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('The offer is over.');

    await hand.click(line.getByRole('button', { name: /^Declined/ }));
    await hand.click(await screen.findByRole('button', { name: 'Found another room' }));
    await hand.click(screen.getByRole('button', { name: 'Enter that it was declined' }));
    await waitFor(() =>
      expect(callsOf('bookings.withdrawOffer')).toEqual([
        { id: 'b-9', version: 1, reason: 'Found another room', staysWaiting: false },
      ]),
    );
  });

  it('says to whom a declined time is offered next', async () => {
    const offer = aBooking({ id: 'b-9', status: 'offered' });
    const next = aBooking({
      id: 'b-10',
      bookerName: 'Birch Court',
      offerUntil: '2027-01-05T09:00:00.000Z',
    });
    answer('bookings.undecided', () => ok([offer]));
    answer('bookings.queue', () => ok([aWaiting({ state: 'offered', bookingId: 'b-9' })]));
    answer('bookings.withdrawOffer', () => ok({ ...offer, status: 'lapsed', offers: [next] }));
    const hand = show('desk');

    await hand.click(await screen.findByRole('button', { name: /^Declined/ }));
    await hand.click(await screen.findByRole('button', { name: 'Found another room' }));
    await hand.click(screen.getByRole('button', { name: 'Enter that it was declined' }));
    expect(
      await screen.findByText(/Offered to Birch Court until Tue 5 Jan, 9am; ring them\.$/),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the offer' }).getAttribute('href')).toContain(
      '/bookings/b-10',
    );
  });

  it('approves all dates of a series with one press, and names those that stay', async () => {
    const dates = [1, 2, 3].map((place) =>
      aBooking({
        id: `b-${place}`,
        status: 'requested',
        seriesId: 's-1',
        originalDate: `2027-01-0${place}`,
      }),
    );
    answer('bookings.undecided', () =>
      ok([...dates, aBooking({ id: 'b-7', status: 'requested' })]),
    );
    const left = [{ ...dates[2], words: 'Meeting Room is closed on that day.' }];
    answer('bookings.confirmRequests', () => ok({ approved: dates.slice(0, 2), left }));
    const hand = show('officer');

    await hand.click(await screen.findByRole('button', { name: /^Approve all 3 dates/ }));
    expect(callsOf('bookings.confirmRequests')).toEqual([
      { seriesId: 's-1', dates: dates.map(({ id, version }) => ({ id, version })) },
    ]);
    expect(
      await screen.findByText(
        /^Approved 2 dates of the series\. 1 date stays as it is\. .*closed on that day\.$/,
      ),
    ).toBeTruthy();
    cleanup();

    show('desk');
    await screen.findByRole('list', { name: 'For approval' });
    expect(screen.queryByRole('list', { name: 'Series for approval' })).toBeNull();
  });

  it('lets officers and managers approve or refuse, and shows the desk only that it waits', async () => {
    const request = aBooking({ status: 'requested' });
    answer('bookings.undecided', () =>
      ok([request, aBooking({ id: 'b-2', status: 'provisional', lapsesOn: '2027-01-08' })]),
    );
    answer('bookings.confirmRequest', () => ok(request));
    answer('bookings.confirmHold', () => ok(request));
    const hand = show('officer');

    await hand.click(await screen.findByRole('button', { name: /^Approve/ }));
    expect(callsOf('bookings.confirmRequest')).toEqual([{ id: 'b-1', version: 1 }]);
    expect(screen.getByText(/held until the end of Friday 8 January 2027/)).toBeTruthy();
    await hand.click(screen.getByRole('button', { name: /^Confirm/ }));
    expect(callsOf('bookings.confirmHold')).toEqual([{ id: 'b-2', version: 1 }]);
    cleanup();

    show('desk');
    const waiting = await screen.findByRole('list', { name: 'For approval' });
    expect(within(waiting).queryByRole('button')).toBeNull();
  });
});

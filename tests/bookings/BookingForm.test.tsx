import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import { newBookingValues, valuesOfBooking } from '../../renderer/bookings/booking-form-values.ts';
import { BookingForm } from '../../renderer/bookings/BookingForm.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { A_MONDAY, aCard, aDay, aRoom } from './day-values.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

// A whole form with every key pressed takes seconds on a busy computer; nothing here waits for time itself.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const ROOMS = [aRoom(), aRoom({ id: 'room-2', name: 'Small Room', capacity: 10 })];
const ASHDOWN = {
  id: 'g-1',
  name: 'Ashdown TRA',
  kind: 'tra',
  phone: '',
  isActive: true,
  version: 1,
};
const OKAFOR = {
  id: 'p-1',
  name: 'Peace Okafor',
  kind: 'tenant',
  phone: '01632 960201',
  version: 1,
};

function aBooking(part: Record<string, unknown> = {}): Booking {
  return {
    ...aCard('18:00', '20:00', { id: 'b-1', expectedNumber: 12 }),
    facilityName: 'Meeting Room',
    booker: { kind: 'group', groupId: 'g-1' },
    bookerPhone: '',
    responsiblePersonId: 'p-1',
    responsibleName: 'Peace Okafor',
    responsiblePhone: '',
    notes: '',
    requestedAt: '2027-01-02T10:00:00.000Z',
    takenBy: 'Ann Baker',
    cancelledAt: null,
    cancelReason: '',
    ...part,
  } as unknown as Booking;
}

// Drafts are kept by person; a new person in each test finds none.
let people = 0;
function newPersonAtTheDesk() {
  people += 1;
  const session = aSession();
  return {
    ...session,
    signedIn: session.signedIn && { ...session.signedIn, userId: `user-${people}` },
  };
}

function openForm(booking?: Booking, start: Partial<{ from: string; until: string }> = {}) {
  const onSaved = vi.fn<(saved: Booking) => void>();
  renderScreen(
    <BookingForm
      start={
        booking === undefined
          ? newBookingValues({
              facilityId: 'room-1',
              date: A_MONDAY,
              from: '',
              until: '',
              ...start,
            })
          : valuesOfBooking(booking)
      }
      facilities={ROOMS}
      onSaved={onSaved}
      onClose={() => undefined}
      {...(booking === undefined ? {} : { booking })}
    />,
    { session: newPersonAtTheDesk() },
  );
  return { onSaved, hand: userEvent.setup() };
}

const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const chooser = (name: RegExp) => screen.getByRole<HTMLInputElement>('combobox', { name });

/** What the form tells politely, all of it. */
const news = () =>
  screen
    .getAllByRole('status')
    .map((place) => place.textContent)
    .join(' ');

/** Types part of a name, waits for the list, takes the first line with Enter. */
async function choose(hand: ReturnType<typeof userEvent.setup>, typed: string, line: RegExp) {
  await hand.keyboard(typed);
  await screen.findByRole('option', { name: line });
  await hand.keyboard('{Enter}');
}

beforeEach(() => {
  forgetCalls();
  answer('facilities.list', () => ok(ROOMS));
  answer('groups.list', () => ok({ groups: [ASHDOWN], total: 1 }));
  answer('people.list', () => ok({ people: [OKAFOR], total: 1 }));
  answer('bookings.onDay', () =>
    ok(
      aDay({
        facilities: ROOMS,
        bookings: [aCard('18:00', '20:00', { reference: 'BKG-2027-0041' })],
      }),
    ),
  );
});
afterEach(cleanup);

describe('Taking a booking', () => {
  it('needs no more than twelve keys beyond the names', async () => {
    answer('bookings.create', () => ok(aBooking()));
    const { hand, onSaved } = openForm();

    await choose(hand, 'as', /Ashdown/);
    await hand.keyboard('{Tab}');
    await choose(hand, 'ok', /Okafor/);
    await hand.keyboard('{Tab}{Tab}{Tab}{Tab}4{Tab}6{Control>}{Enter}{/Control}');

    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('bookings.create')).toEqual([
      {
        booker: { kind: 'group', groupId: 'g-1' },
        responsiblePersonId: 'p-1',
        purpose: 'group-meeting',
        facilityId: 'room-1',
        date: A_MONDAY,
        from: '16:00',
        until: '18:00',
        expectedNumber: null,
        needs: '',
        notes: '',
      },
    ]);
  });

  it('takes the booker as the responsible person when the booker is a person', async () => {
    answer('groups.list', () => ok({ groups: [], total: 0 }));
    const { hand } = openForm();

    await choose(hand, 'ok', /Okafor/);

    expect(chooser(/responsible/).value).toBe('Peace Okafor');
  });

  it('enters a group that is missing without leaving the booking', async () => {
    answer('groups.list', () => ok({ groups: [], total: 0 }));
    answer('people.list', () => ok({ people: [], total: 0 }));
    answer('groups.add', (input) => ok({ ...ASHDOWN, ...(input as object), id: 'g-9' }));
    const { hand } = openForm();

    await hand.keyboard('Dale End');
    await hand.click(await screen.findByRole('option', { name: 'Add “Dale End” as a group' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a group' });
    await hand.click(within(dialog).getByRole('button', { name: 'Add the group' }));

    await waitFor(() => expect(chooser(/Who is it for/).value).toBe('Dale End'));
    expect(callsOf('groups.add')).toEqual([{ name: 'Dale End', kind: 'tra', phone: '' }]);
  });

  it('says everything that is missing at once and sends nothing', async () => {
    const { hand } = openForm();

    await hand.click(screen.getByRole('button', { name: 'Book the room' }));

    const summary = await screen.findByRole('alert');
    expect(summary).toBe(document.activeElement);
    expect(summary.textContent).toMatch(
      /who the booking is for.*who is responsible.*when it starts/is,
    );
    expect(callsOf('bookings.create')).toEqual([]);
  });
});

describe('A time that is taken', () => {
  it('shows the clash before anything is saved, with two ways out', async () => {
    const { hand } = openForm(undefined, { from: '18:30', until: '19:30' });

    await waitFor(() =>
      expect(news()).toContain('taken 6pm to 8pm by Ashdown TRA (BKG-2027-0041)'),
    );
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain(
      'your time 6:30pm to 7:30pm overlaps',
    );

    await hand.click(screen.getByRole('button', { name: 'Use 8pm' }));
    expect([field('From').value, field('Until').value]).toEqual(['8pm', '9pm']);
    expect(news()).not.toContain('taken 6pm to 8pm');
    expect(callsOf('bookings.create')).toEqual([]);
  });

  it('moves to the room that is free at that time', async () => {
    const { hand } = openForm(undefined, { from: '18:30', until: '19:30' });

    await hand.click(await screen.findByRole('button', { name: 'Use Small Room' }));

    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Where?' }).value).toBe(
      'room-2',
    );
  });

  it('keeps everything typed when somebody else was quicker, and leads to the summary', async () => {
    answer('bookings.create', () =>
      refuse(
        'booking.clash',
        'Meeting Room is taken 2pm to 3pm by Birch Court TRA (BKG-2027-0050).',
        {
          field: 'from',
          details: { nextFreeFrom: `${A_MONDAY}T15:00`, freeRoomId: null, freeRoomName: null },
        },
      ),
    );
    const { hand, onSaved } = openForm(undefined, { from: '14:00', until: '15:00' });

    await choose(hand, 'as', /Ashdown/);
    await hand.keyboard('{Tab}');
    await choose(hand, 'ok', /Okafor/);
    await hand.type(field(/need/), 'tea for 12');
    await hand.keyboard('{Control>}{Enter}{/Control}');

    const summary = await screen.findByRole('alert');
    await waitFor(() => expect(summary).toBe(document.activeElement));
    expect(summary.textContent).toContain('Birch Court TRA (BKG-2027-0050)');
    expect(field('From').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('button', { name: 'Use 3pm' })).toBeTruthy();
    expect(chooser(/Who is it for/).value).toBe('Ashdown TRA');
    expect(field(/need/).value).toBe('tea for 12');
    expect(onSaved).not.toHaveBeenCalled();
  });
});

describe('Two people changing one booking', () => {
  it('shows what the other changed, keeps what was typed, and saves on top', async () => {
    const theirs = aBooking({ startsAt: `${A_MONDAY}T18:30`, needs: 'projector', version: 2 });
    answer('bookings.get', () => ok(theirs));
    answer('bookings.change', (input) =>
      (input as { version: number }).version === 1
        ? refuse('booking.changed-by-someone-else', 'Bashir changed BKG-2027-0001 at 2:30pm.')
        : ok(theirs),
    );
    const { hand, onSaved } = openForm(aBooking());

    await hand.type(field(/need/), 'tea');
    await hand.click(screen.getByRole('button', { name: 'Save the changes' }));

    const news = await screen.findByRole('group', { name: 'Changed by someone else' });
    expect(within(news).getByRole('row', { name: /From 6pm 6:30pm not changed/ })).toBeTruthy();
    expect(within(news).getByRole('row', { name: /Needs nothing projector tea/ })).toBeTruthy();
    expect(field('From').value).toBe('6:30pm');
    expect(field(/need/).value).toBe('tea');

    await hand.click(screen.getByRole('button', { name: 'Save the changes' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('bookings.change').at(-1)).toMatchObject({
      version: 2,
      from: '18:30',
      needs: 'tea',
    });
  });

  it('takes theirs for one field when asked to', async () => {
    answer('bookings.get', () => ok(aBooking({ needs: 'projector', version: 2 })));
    answer('bookings.change', () =>
      refuse('booking.changed-by-someone-else', 'Bashir changed it.'),
    );
    const { hand } = openForm(aBooking());

    await hand.type(field(/need/), 'tea');
    await hand.click(screen.getByRole('button', { name: 'Save the changes' }));
    await hand.click(
      await screen.findByRole('button', { name: 'Use theirs for Needs: projector' }),
    );

    expect(field(/need/).value).toBe('projector');
  });
});

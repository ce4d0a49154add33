import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import type { Waiting } from '#db/bookings/queue/queue.contract';
import type { NewSeries } from '#db/bookings/series/series.contract';
import type { Role } from '#db/shared/roles';
import { newBookingValues, valuesOfBooking } from '../../renderer/bookings/booking-form-values.ts';
import { BookingForm } from '../../renderer/bookings/BookingForm.tsx';
import { answer, forgetCalls, ok } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { aForecast } from './booking-values.ts';
import { A_MONDAY, aCard, aDay, aRoom } from './day-values.ts';

export const ROOMS = [aRoom(), aRoom({ id: 'room-2', name: 'Small Room', capacity: 10 })];
export const ASHDOWN = {
  id: 'g-1',
  name: 'Ashdown TRA',
  kind: 'tra',
  phone: '',
  isActive: true,
  version: 1,
};
export const OKAFOR = {
  id: 'p-1',
  name: 'Peace Okafor',
  kind: 'tenant',
  phone: '01632 960201',
  version: 1,
};

// Drafts are kept by person; a new person in each test finds none.
let people = 0;
function newPersonAtTheDesk(role: Role) {
  people += 1;
  const session = aSession();
  return {
    ...session,
    signedIn: session.signedIn && { ...session.signedIn, userId: `user-${people}`, role },
  };
}

export function openForm(
  booking?: Booking,
  start: Partial<{ from: string; until: string }> = {},
  role: Role = 'manager',
) {
  const onSaved = vi.fn<(saved: Booking) => void>();
  const onSeries = vi.fn<(wanted: NewSeries) => void>();
  const onWaiting = vi.fn<(waiting: Waiting) => void>();
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
      onSeries={onSeries}
      onWaiting={onWaiting}
      onClose={() => undefined}
      {...(booking === undefined ? {} : { booking })}
    />,
    { session: newPersonAtTheDesk(role) },
  );
  return { onSaved, onSeries, onWaiting, hand: userEvent.setup() };
}

export const field = (name: string | RegExp) =>
  screen.getByRole<HTMLInputElement>('textbox', { name });
export const chooser = (name: RegExp) => screen.getByRole<HTMLInputElement>('combobox', { name });

/** What the form tells politely, all of it. */
export const news = () =>
  screen
    .getAllByRole('status')
    .map((place) => place.textContent)
    .join(' ');

/** Types part of a name, waits for the list, takes the first line with Enter. */
export async function choose(
  hand: ReturnType<typeof userEvent.setup>,
  typed: string,
  line: RegExp,
) {
  await hand.keyboard(typed);
  await screen.findByRole('option', { name: line });
  await hand.keyboard('{Enter}');
}

/** A program that knows Ashdown TRA, Peace Okafor and two rooms, and foresees nothing in the way. */
export function answerAsUsual(): void {
  forgetCalls();
  answer('facilities.list', () => ok(ROOMS));
  answer('groups.list', () => ok({ groups: [ASHDOWN], total: 1 }));
  answer('people.list', () => ok({ people: [OKAFOR], total: 1 }));
  answer('bookings.lastOf', () => ok(null));
  answer('officers.capacities', () => ok([]));
  answer('bookings.foresee', () => ok(aForecast()));
  answer('conditions.missing', () => ok([]));
  answer('usage.left', () => ok([]));
  answer('bookings.onDay', () =>
    ok(
      aDay({
        facilities: ROOMS,
        bookings: [aCard('18:00', '20:00', { reference: 'BKG-2027-0041' })],
      }),
    ),
  );
}

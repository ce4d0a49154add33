import { cleanup, configure, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BookingDetails } from '../../renderer/bookings/BookingDetails.tsx';
import { Instant } from '#db/shared/instant';
import { answer, forgetCalls, ok } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';
import { aBooking } from './booking-values.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  forgetCalls();
  for (const name of ['audit.ofObject', 'bookings.squeezes']) answer(name, () => ok([]));
});
afterEach(cleanup);

const offers = (name: string) => screen.queryByRole('button', { name }) !== null;

describe('What can be done with a booking', () => {
  it('is to accept or decline an offer, and neither to change nor to cancel it', async () => {
    const offerUntil = Instant.parse('2027-01-05T09:00:00.000Z');
    renderScreen(<BookingDetails booking={aBooking({ status: 'offered', offerUntil })} />);
    await screen.findByRole('button', { name: 'Accepted' });
    expect(['Declined', 'Change the booking', 'Cancel the booking'].map(offers)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is to change and to cancel a confirmed one', async () => {
    renderScreen(<BookingDetails booking={aBooking()} />);
    await screen.findByRole('button', { name: 'Change the booking' });
    expect(['Accepted', 'Cancel the booking'].map(offers)).toEqual([false, true]);
  });
});

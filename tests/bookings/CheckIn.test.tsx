import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckInButtons } from '../../renderer/check-in/CheckInButtons.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';
import { aBooking } from './booking-values.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

function show(part: Parameters<typeof aBooking>[0] = {}) {
  renderScreen(<CheckInButtons booking={aBooking(part)} isWhole />);
  return userEvent.setup();
}
const press = (name: string) => screen.getByRole('button', { name });

beforeEach(forgetCalls);
afterEach(cleanup);

describe('Arriving and leaving', () => {
  it('checks in with one press, and takes it back from the message', async () => {
    answer('bookings.startUse', () => ok(aBooking({ attendance: 'in', version: 2 })));
    answer('bookings.undoUse', () => ok(aBooking({ version: 3 })));
    const hand = show();

    await hand.click(press('Check in'));
    await hand.click(await screen.findByRole('button', { name: 'Undo' }));

    expect(callsOf('bookings.startUse')).toEqual([{ id: 'b-1', version: 1 }]);
    await waitFor(() => expect(callsOf('bookings.undoUse')).toEqual([{ id: 'b-1', version: 2 }]));
  });

  it('checks out with two presses when all is in order', async () => {
    answer('bookings.stopUse', () => ok(aBooking({ attendance: 'out', version: 3 })));
    const hand = show({ attendance: 'in', version: 2 });

    await hand.click(press('Check out'));
    const dialog = await screen.findByRole('dialog', { name: 'Check out BKG-2027-0001' });
    await hand.click(within(dialog).getByRole('button', { name: 'Check out' }));

    await waitFor(() =>
      expect(callsOf('bookings.stopUse')).toEqual([
        {
          id: 'b-1',
          version: 2,
          headcount: null,
          checklist: { tidy: true, crockery: true, equipment: true, nothingLeft: true },
          damage: '',
          found: [],
          notes: '',
        },
      ]),
    );
  });

  it('notes what was not in order, and keeps it typed when the program refuses', async () => {
    answer('bookings.stopUse', () => refuse('booking.not-in', 'BKG-2027-0001 is not checked in.'));
    const hand = show({ attendance: 'in', version: 2 });

    await hand.click(press('Check out'));
    const dialog = await screen.findByRole('dialog');
    await hand.click(within(dialog).getByRole('checkbox', { name: 'Nothing was left behind' }));
    await hand.type(within(dialog).getByRole('textbox', { name: /found/ }), 'Umbrella{Enter}Scarf');
    await hand.type(within(dialog).getByRole('textbox', { name: /How many came/ }), '9');
    await hand.click(within(dialog).getByRole('button', { name: 'Check out' }));

    expect((await within(dialog).findByRole('alert')).textContent).toContain('is not checked in');
    expect(callsOf('bookings.stopUse')[0]).toMatchObject({
      headcount: 9,
      checklist: { nothingLeft: false },
      found: ['Umbrella', 'Scarf'],
    });
    expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: /found/ }).value).toBe(
      'Umbrella\nScarf',
    );
  });

  it('says why somebody cannot come in, gives what is missing, and lets them in', async () => {
    let isGiven = false;
    const fire = {
      kind: 'fire',
      who: { kind: 'person', personId: 'p-1' },
      whoName: 'Peace Okafor',
      words: 'Peace Okafor was not told the fire procedure.',
    };
    answer('bookings.get', () => ok(aBooking()));
    answer('conditions.missing', () => ok(isGiven ? [] : [fire]));
    answer('conditions.recordAcknowledged', () => {
      isGiven = true;
      return ok({});
    });
    answer('bookings.startUse', () =>
      isGiven
        ? ok(aBooking({ attendance: 'in', version: 2 }))
        : refuse('booking.conditions-missing', 'The fire procedure was not given yet.'),
    );
    const hand = show();

    await hand.click(press('Check in'));
    const dialog = await screen.findByRole('dialog', { name: 'Not checked in yet' });
    expect(dialog.textContent).toContain('The fire procedure was not given yet.');
    await hand.click(await within(dialog).findByRole('button', { name: 'They were given now' }));

    await waitFor(() => expect(callsOf('bookings.startUse')).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it.each([
    ['a day to come', { startsAt: '2027-01-05T18:00', endsAt: '2027-01-05T20:00' }],
    ['a booking that waits for approval', { status: 'requested' }],
    ['a cancelled booking', { status: 'cancelled' }],
  ])('offers no check-in for %s', (_, part) => {
    show(part);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('enters that nobody came, and lets them come after all', async () => {
    answer('bookings.recordNoShow', () => ok(aBooking({ attendance: 'no-show', version: 2 })));
    const hand = show();

    await hand.click(press('Nobody came'));

    expect(await screen.findByText('BKG-2027-0001: nobody came.')).toBeTruthy();
    expect(callsOf('bookings.recordNoShow')).toEqual([{ id: 'b-1', version: 1 }]);
  });
});

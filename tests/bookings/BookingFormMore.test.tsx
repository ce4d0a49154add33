import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '#db/shared/roles';
import { answer, callsOf, ok } from '../support/fake-transport.ts';
import { answerAsUsual, choose, chooser, field, news, openForm } from './booking-form-page.tsx';
import { aBooking, aForecast } from './booking-values.ts';
import { A_MONDAY } from './day-values.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

// A whole form with every key pressed takes seconds on a busy computer; nothing here waits for time itself.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

beforeEach(answerAsUsual);
afterEach(cleanup);

describe('What the core foresees', () => {
  it('is shown under the day, with the ways out that the person at the desk may take', async () => {
    answer('bookings.foresee', () =>
      ok(
        aForecast({
          canSqueeze: true,
          needsOutsideHours: true,
          lines: [
            {
              code: 'booking.setup-clash',
              weight: 'problem',
              words: 'Birch clears until 6:15pm.',
              field: 'from',
            },
            {
              code: 'conditions.missing',
              weight: 'warning',
              words: 'No guidelines entered yet.',
              field: '',
            },
          ],
        }),
      ),
    );
    const { hand } = openForm(undefined, { from: '10:00', until: '11:00' });

    await waitFor(() => expect(news()).toContain('Birch clears until 6:15pm.'));
    expect(news()).toContain('No guidelines entered yet.');
    await hand.click(screen.getByRole('button', { name: 'Give up set-up time' }));
    const reason = field('Why can the time be given up?');
    expect(reason).toBe(document.activeElement);
    expect(screen.queryByRole('button', { name: 'Give up set-up time' })).toBeNull();

    await hand.click(screen.getByRole('button', { name: 'Both groups agreed' }));
    await waitFor(() =>
      expect(callsOf('bookings.foresee').at(-1)).toMatchObject({
        squeeze: { reason: 'Both groups agreed' },
        outsideHours: null,
      }),
    );
    expect(screen.getByRole('button', { name: 'Book outside opening hours' })).toBeTruthy();
  });

  it('leaves set-up time to officers and managers, and opening hours to managers', async () => {
    answer('bookings.foresee', () =>
      ok(aForecast({ canSqueeze: true, needsOutsideHours: true, needsLateEntry: true })),
    );
    const offered = async (role: Role) => {
      openForm(undefined, { from: '10:00', until: '11:00' }, role);
      await screen.findByRole('button', { name: 'Enter it late' });
      const words = ['Give up set-up time', 'Book outside opening hours'].filter(
        (name) => screen.queryByRole('button', { name }) !== null,
      );
      cleanup();
      return words;
    };

    expect(await offered('desk')).toEqual([]);
    expect(await offered('officer')).toEqual(['Give up set-up time']);
    expect(await offered('manager')).toHaveLength(2);
  });

  it('asks for the reason of a rule that is passed before anything is sent', async () => {
    answer('bookings.foresee', () => ok(aForecast({ needsLateEntry: true })));
    const { hand } = openForm(undefined, { from: '10:00', until: '11:00' });

    await choose(hand, 'as', /Ashdown/);
    await hand.click(chooser(/responsible/));
    await choose(hand, 'ok', /Okafor/);
    await hand.click(await screen.findByRole('button', { name: 'Enter it late' }));
    await hand.click(screen.getByRole('button', { name: 'Book the room' }));

    expect((await screen.findByRole('alert')).textContent).toContain('Say why it is entered late.');
    expect(callsOf('bookings.create')).toEqual([]);
  });

  it('says that the booking will wait for approval', async () => {
    answer('bookings.foresee', () => ok(aForecast({ needsApproval: true })));
    openForm(undefined, { from: '10:00', until: '11:00' });

    expect(await screen.findByRole('button', { name: 'Ask for approval' })).toBeTruthy();
  });

  it('enters the guidelines and the fire procedure as given with one press', async () => {
    const given = new Set<string>();
    const missing = [
      {
        kind: 'guidelines',
        who: { kind: 'group', groupId: 'g-1' },
        whoName: 'Ashdown TRA',
        words: 'Ashdown TRA was not given the guidelines.',
      },
      {
        kind: 'fire',
        who: { kind: 'person', personId: 'p-1' },
        whoName: 'Peace Okafor',
        words: 'Peace Okafor was not told the fire procedure.',
      },
    ];
    answer('conditions.missing', () => ok(missing.filter((each) => !given.has(each.kind))));
    answer('conditions.recordAcknowledged', (input) => {
      given.add((input as { kind: string }).kind);
      return ok({});
    });
    answer('bookings.lastOf', () => ok(aBooking()));
    const { hand } = openForm(undefined, { from: '10:00' });

    await choose(hand, 'as', /Ashdown/);
    await hand.click(await screen.findByRole('button', { name: 'They were given today' }));

    await waitFor(() => expect(screen.queryByText(/was not told the fire procedure/)).toBeNull());
    expect(callsOf('conditions.recordAcknowledged')).toEqual(
      missing.map(({ kind, who }) => ({ kind, who, on: A_MONDAY, how: 'read-at-desk' })),
    );
  });

  it('puts a wish for a taken time on the waiting list', async () => {
    const refusal = {
      code: 'booking.clash',
      weight: 'problem',
      words: 'Taken.',
      field: 'from',
    } as const;
    answer('bookings.foresee', () => ok(aForecast({ lines: [refusal] })));
    answer('bookings.lastOf', () => ok(aBooking()));
    answer('bookings.addWaiting', (input) => ok(input));
    const { hand, onWaiting } = openForm(undefined, { from: '18:30', until: '19:30' });

    await choose(hand, 'as', /Ashdown/);
    await hand.click(await screen.findByRole('button', { name: 'Put them on the waiting list' }));

    await waitFor(() => expect(onWaiting).toHaveBeenCalledOnce());
    expect(callsOf('bookings.addWaiting')[0]).toMatchObject({
      facilityId: 'room-1',
      date: A_MONDAY,
      from: '18:30',
      until: '19:30',
      booker: { kind: 'group', groupId: 'g-1' },
      responsiblePersonId: 'p-1',
    });
  });
});

describe('The waiting list inside a change', () => {
  it('says that the booking stays as it is until the wish is met', async () => {
    const line = { code: 'booking.clash', weight: 'problem', words: 'Taken.', field: 'from' };
    answer('bookings.foresee', () => ok(aForecast({ lines: [line as never] })));
    const { hand } = openForm(aBooking({ reference: 'BKG-2027-0041' }));
    const from = screen.getByRole('textbox', { name: /^From/ });
    await hand.clear(from);
    await hand.type(from, '18:45{Tab}');
    expect((await screen.findByText(/On the waiting list they wait/)).textContent).toBe(
      'On the waiting list they wait for this time; BKG-2027-0041 stays as it is until the wish is met.',
    );
  });

  it('has nothing to say of a booking that is not there yet', async () => {
    const line = { code: 'booking.clash', weight: 'problem', words: 'Taken.', field: 'from' };
    answer('bookings.foresee', () => ok(aForecast({ lines: [line as never] })));
    answer('bookings.lastOf', () => ok(aBooking()));
    const { hand } = openForm(undefined, { from: '18:30', until: '19:30' });
    await choose(hand, 'as', /Ashdown/);
    await screen.findByRole('button', { name: 'Put them on the waiting list' });
    expect(screen.queryByText(/stays as it is until/)).toBeNull();
  });
});

describe('A booking that repeats', () => {
  it('says what the day means, offers a year, and goes on to the dates instead of saving', async () => {
    answer('bookings.lastOf', () => ok(aBooking()));
    const { hand, onSeries, onSaved } = openForm(undefined, { from: '18:00' });

    await choose(hand, 'as', /Ashdown/);
    await waitFor(() => expect(chooser(/responsible/).value).toBe('Peace Okafor'));
    await hand.selectOptions(
      screen.getByRole('combobox', { name: 'Does it repeat?' }),
      'Every month on the first Monday',
    );
    await waitFor(() => expect(field('Last day').value).toBe('Friday 31 December 2027'));
    await hand.click(screen.getByRole('button', { name: 'See the dates' }));

    await waitFor(() => expect(onSeries).toHaveBeenCalledOnce());
    expect(onSeries.mock.calls[0]?.[0]).toMatchObject({
      repeat: { kind: 'monthly-by-weekday', every: 1, which: 1, weekday: 1 },
      end: { kind: 'until', date: '2027-12-31' },
      onClosedDay: 'skip',
      choices: [],
    });
    expect(onSaved).not.toHaveBeenCalled();
  });
});

describe('Moving a booking', () => {
  it('asks who wanted the move, and whose word the centre has when it was the centre', async () => {
    answer('bookings.change', () => ok(aBooking({ version: 2 })));
    const { hand, onSaved } = openForm(aBooking());
    expect(screen.queryByRole('combobox', { name: 'Who asked for the move?' })).toBeNull();

    await hand.clear(field('From'));
    await hand.type(field('From'), '10-12');
    const asked = screen.getByRole('combobox', { name: 'Who asked for the move?' });
    await hand.selectOptions(asked, 'The centre');
    await hand.click(screen.getByRole('button', { name: 'Save the changes' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Enter who agreed to the move.',
    );

    await hand.type(field('Who agreed to it?'), 'Peace Okafor');
    await hand.click(screen.getByRole('button', { name: 'Save the changes' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('bookings.change')[0]).toMatchObject({
      from: '10:00',
      until: '12:00',
      askedBy: 'centre',
      agreement: { agreedBy: 'Peace Okafor', how: 'phone' },
    });
  });
});

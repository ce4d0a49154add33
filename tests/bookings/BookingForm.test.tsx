import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PLAIN_BOOKING } from '#db/bookings/bookings.contract';
import { answer, callsOf, ok, refuse } from '../support/fake-transport.ts';
import {
  answerAsUsual,
  ASHDOWN,
  choose,
  chooser,
  field,
  news,
  openForm,
} from './booking-form-page.tsx';
import { aBooking } from './booking-values.ts';
import { A_MONDAY } from './day-values.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

// A whole form with every key pressed takes seconds on a busy computer; nothing here waits for time itself.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

beforeEach(answerAsUsual);
afterEach(cleanup);

describe('Taking a booking', () => {
  it('books a group that is known with its name, a time and four presses', async () => {
    answer('bookings.create', () => ok(aBooking()));
    answer('bookings.lastOf', () =>
      ok(
        aBooking({ purpose: 'training', startsAt: '2026-11-02T18:00', endsAt: '2026-11-02T19:30' }),
      ),
    );
    const { hand, onSaved } = openForm();

    await choose(hand, 'as', /Ashdown/);
    await waitFor(() => expect(chooser(/responsible/).value).toBe('Peace Okafor'));
    await hand.keyboard('{Tab}4-6{Control>}{Enter}{/Control}');

    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('bookings.create')).toEqual([
      {
        ...PLAIN_BOOKING,
        booker: { kind: 'group', groupId: 'g-1' },
        responsiblePersonId: 'p-1',
        purpose: 'training',
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

  it('lets a booking last as long as the last one of the group, until somebody says otherwise', async () => {
    answer('bookings.lastOf', () =>
      ok(aBooking({ startsAt: '2026-11-02T18:00', endsAt: '2026-11-02T19:30' })),
    );
    const { hand } = openForm(undefined, { from: '10:00' });
    expect(field('Until').value).toBe('noon');

    await choose(hand, 'as', /Ashdown/);
    await waitFor(() => expect(field('Until').value).toBe('11:30am'));

    await hand.clear(field('Until'));
    await hand.type(field('Until'), '4h');
    await hand.clear(field('From'));
    await hand.type(field('From'), '9');
    expect(field('Until').value).toBe('4h');
  });

  it('fills in what the group had last time with one press, and leaves day, time and room alone', async () => {
    answer('bookings.lastOf', () =>
      ok(
        aBooking({
          expectedNumber: 25,
          needs: 'Tea',
          accessNeeds: ['hearing-loop'],
          thingsWanted: [{ what: 'projector', quantity: 1 }],
          facilityId: 'room-2',
          layoutId: 'layout-9',
        }),
      ),
    );
    answer('bookings.create', () => ok(aBooking()));
    const { hand, onSaved } = openForm(undefined, { from: '10:00' });

    await choose(hand, 'as', /Ashdown/);
    await hand.click(await screen.findByRole('button', { name: 'Same as last time' }));
    await hand.click(screen.getByRole('button', { name: 'Book the room' }));

    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('bookings.create')[0]).toMatchObject({
      facilityId: 'room-1',
      from: '10:00',
      expectedNumber: 25,
      needs: 'Tea',
      accessNeeds: ['hearing-loop'],
      thingsWanted: [{ what: 'projector', quantity: 1 }],
      layoutId: null,
    });
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
      /who the booking is for.*when it starts.*who is responsible/is,
    );
    expect(callsOf('bookings.create')).toEqual([]);
  });
});

describe('A time that is taken', () => {
  // What the screen can tell itself stands there at once; the core's fuller answer takes its place when it is here.
  const stillAsking = () =>
    answer('bookings.foresee', () => Promise.withResolvers<never>().promise);

  it('shows the clash before anything is saved, with two ways out', async () => {
    stillAsking();
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
    stillAsking();
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
    await hand.click(chooser(/responsible/));
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

import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Booking, PLAIN_BOOKING } from '#db/bookings/bookings.contract';
import type { Waiting } from '#db/bookings/queue.contract';
import type { NewSeries } from '#db/bookings/series.contract';
import { newBookingValues, valuesOfBooking } from '../../renderer/bookings/booking-form-values.ts';
import { BookingForm } from '../../renderer/bookings/BookingForm.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { aBooking, aForecast } from './booking-values.ts';
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
    { session: newPersonAtTheDesk() },
  );
  return { onSaved, onSeries, onWaiting, hand: userEvent.setup() };
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
  answer('bookings.lastOf', () => ok(null));
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
});
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
    await waitFor(() => expect(field('Last day').value).toBe('Monday 3 January 2028'));
    await hand.click(screen.getByRole('button', { name: 'See the dates' }));

    await waitFor(() => expect(onSeries).toHaveBeenCalledOnce());
    expect(onSeries.mock.calls[0]?.[0]).toMatchObject({
      repeat: { kind: 'monthly-by-weekday', every: 1, which: 1, weekday: 1 },
      end: { kind: 'until', date: '2028-01-03' },
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

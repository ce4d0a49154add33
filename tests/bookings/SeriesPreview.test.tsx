import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NewSeries, type Series, type SeriesDate } from '#db/bookings/series/series.contract';
import { NewSeriesPreview } from '../../renderer/series/NewSeriesPreview.tsx';
import { SeriesChangePreview } from '../../renderer/series/SeriesChangePreview.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';
import { aBooking } from './booking-values.ts';
import { aRoom } from './day-values.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const WANTED = NewSeries.parse({
  facilityId: 'room-1',
  date: '2027-03-01',
  from: '10:00',
  until: '12:00',
  booker: { kind: 'group', groupId: 'g-1' },
  responsiblePersonId: 'p-1',
  purpose: 'group-meeting',
  expectedNumber: null,
  needs: '',
  notes: '',
  repeat: { kind: 'weekly', every: 1, weekdays: [1] },
  end: { kind: 'until', date: '2027-03-29' },
  onClosedDay: 'skip',
});

function aDate(date: string, part: Partial<SeriesDate> = {}): SeriesDate {
  return {
    originalDate: date,
    facilityId: 'room-1',
    facilityName: 'Meeting Room',
    startsAt: `${date}T10:00`,
    endsAt: `${date}T12:00`,
    verdict: 'free',
    outcome: 'book',
    isMoved: false,
    isClockChange: false,
    words: '',
    ...part,
  } as SeriesDate;
}

/** Three Mondays: a free one, a taken one, Easter Monday; each choice is worked in as the core would. */
function answerWithDates(): void {
  answer('bookings.previewSeries', (input) => {
    const { choices } = input as NewSeries;
    const dates = [
      aDate('2027-03-01'),
      aDate('2027-03-08', {
        verdict: 'clash',
        outcome: 'want',
        words: 'Taken 10am to 12pm by Oak Estate TRA',
      }),
      aDate('2027-03-29', { verdict: 'closed', outcome: 'want', words: 'Easter Monday' }),
    ].map((date) => {
      const choice = choices.find((each) => each.originalDate === date.originalDate);
      if (choice?.choice === 'skip') return { ...date, outcome: 'drop' as const };
      if (choice?.choice === 'book') return { ...date, outcome: 'book' as const };
      return choice?.to
        ? {
            ...date,
            outcome: 'book' as const,
            isMoved: true,
            startsAt: `${choice.to.date}T${choice.to.from}`,
            endsAt: `${choice.to.date}T${choice.to.until}`,
          }
        : date;
    });
    const count = (outcome: string) => dates.filter((date) => date.outcome === outcome).length;
    return ok({
      words: 'Every Monday, 10am to noon, 1 to 29 March 2027',
      dates,
      booked: count('book'),
      wanted: count('want'),
      dropped: count('drop'),
      leftOut: '',
    });
  });
}

function openList() {
  const onSaved = vi.fn<(series: Series) => void>();
  const onBack = vi.fn<() => void>();
  renderScreen(<NewSeriesPreview wanted={WANTED} onSaved={onSaved} onBack={onBack} />);
  return { onSaved, onBack, hand: userEvent.setup() };
}

/** The sum in words; the place for messages at the foot of the page is empty. */
const totals = () =>
  screen
    .getAllByRole('status')
    .map((place) => place.textContent)
    .join('');
const row = (name: RegExp) => screen.findByRole('row', { name });

beforeEach(() => {
  forgetCalls();
  answer('facilities.list', () =>
    ok([aRoom(), aRoom({ id: 'room-2', name: 'Small Room', capacity: 10 })]),
  );
  answerWithDates();
});
afterEach(cleanup);

describe('The dates of a new series, before anything is saved', () => {
  it('shows every date with what is in its way, and says the sum in words and on the button', async () => {
    openList();

    expect(await row(/Monday 1 March 2027 10am to noon/)).toBeTruthy();
    expect((await row(/8 March 2027/)).textContent).toContain('Taken 10am to 12pm by Oak Estate');
    expect((await row(/29 March 2027/)).textContent).toContain('Easter Monday');
    expect(totals()).toBe('1 date is booked, 2 are kept as wanted.');
    expect(screen.getByRole('button', { name: 'Book 1 date, keep 2 wanted' })).toBeTruthy();
  });

  it('lets a date be left out, taken again, or kept although the room is closed, but no taken one', async () => {
    const { hand } = openList();

    await hand.click(await screen.findByRole('checkbox', { name: 'Book Monday 1 March 2027' }));
    await waitFor(() => expect(totals()).toContain('1 is left out'));
    await hand.click(screen.getByRole('button', { name: 'Put Monday 1 March 2027 back' }));
    await hand.click(screen.getByRole('checkbox', { name: 'Book Monday 29 March 2027' }));
    expect(await screen.findByRole('button', { name: 'Book 2 dates, keep 1 wanted' })).toBeTruthy();
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Book Monday 8 March 2027' }).disabled,
    ).toBe(true);
  });

  it('moves one date on its own line, and books exactly what the list shows', async () => {
    answer('bookings.createSeries', () => ok({ id: 's-1' }));
    const { hand, onSaved } = openList();

    await hand.click(await screen.findByRole('button', { name: 'Move Monday 8 March 2027' }));
    const form = screen.getByRole('form', { name: 'Move Monday 8 March 2027' });
    const day = within(form).getByRole('textbox', { name: 'To which day?' });
    await hand.clear(day);
    await hand.type(day, '9 mar 2027');
    await hand.selectOptions(within(form).getByRole('combobox', { name: 'Which room?' }), 'room-2');
    await hand.click(within(form).getByRole('button', { name: 'Use this time' }));
    await hand.click(
      await screen.findByRole('button', { name: 'Monday 29 March 2027 is not wanted' }),
    );
    await hand.click(await screen.findByRole('button', { name: 'Book 2 dates' }));

    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('bookings.createSeries')[0]).toMatchObject({
      choices: [
        {
          originalDate: '2027-03-08',
          choice: 'move',
          to: { facilityId: 'room-2', date: '2027-03-09', from: '10:00', until: '12:00' },
        },
        { originalDate: '2027-03-29', choice: 'skip' },
      ],
    });
  });

  it('keeps every choice when the program refuses, and says why', async () => {
    answer('bookings.createSeries', () => refuse('booking.clash', 'Meeting Room is taken.'));
    const { hand, onSaved } = openList();

    await hand.click(
      await screen.findByRole('button', { name: 'Monday 29 March 2027 is not wanted' }),
    );
    await hand.click(await screen.findByRole('button', { name: 'Book 1 date, keep 1 wanted' }));

    expect((await screen.findByRole('alert')).textContent).toContain('Meeting Room is taken.');
    expect((await row(/29 March 2027/)).textContent).toContain('Left out');
    expect(onSaved).not.toHaveBeenCalled();
  });

  it('books with Ctrl and Enter', async () => {
    answer('bookings.createSeries', () => ok({ id: 's-1' }));
    const { hand, onSaved } = openList();
    await row(/Monday 1 March/);

    await hand.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
  });
});

describe('What a change of a series would do', () => {
  const dates = ['2027-05-26', '2027-06-02', '2027-06-09'];
  const series = {
    id: 's-1',
    reference: 'SER-2027-0001',
    words: 'Every Wednesday',
    repeat: { kind: 'weekly', every: 1, weekdays: [3] },
    onClosedDay: 'skip',
    bookings: dates.map((date, place) =>
      aBooking({
        id: `b-${place}`,
        startsAt: `${date}T18:00`,
        endsAt: `${date}T20:00`,
        seriesId: 's-1',
        originalDate: date,
        status: place === 1 ? 'cancelled' : 'confirmed',
      }),
    ),
    stillWanted: [],
    version: 3,
  } as unknown as Series;

  it('shows which dates change and which stay, each with its reason, and sends the choices made', async () => {
    const place = (date: string, from: string, until: string) => ({
      facilityName: 'Meeting Room',
      startsAt: `${date}T${from}`,
      endsAt: `${date}T${until}`,
    });
    answer('bookings.previewSeriesChange', (input) => {
      const { choices } = input as { choices: readonly { originalDate: string }[] };
      const isLeft = choices.some((choice) => choice.originalDate === '2027-06-09');
      return ok({
        differences: dates.map((date, at) => ({
          bookingId: `b-${at}`,
          reference: `BKG-2027-000${at}`,
          before: place(date, '18:00', '20:00'),
          after: at === 2 && !isLeft ? place(date, '18:30', '20:30') : null,
          outcome: at === 2 && !isLeft ? 'changes' : 'stays',
          words: ['Before the date chosen', 'Cancelled', ''][at],
        })),
        changes: isLeft ? 0 : 1,
        stays: isLeft ? 3 : 2,
      });
    });
    const hand = userEvent.setup();
    renderScreen(
      <SeriesChangePreview
        series={series}
        wanted={
          {
            seriesId: 's-1',
            scope: 'this-and-later',
            fromBookingId: 'b-2',
            from: '18:30',
            until: '20:30',
            version: 3,
            choices: [],
          } as never
        }
        onBack={() => undefined}
        onSaved={() => undefined}
      />,
    );

    expect((await row(/26 May 2027/)).textContent).toContain('Before the date chosen');
    expect((await row(/2 June 2027/)).textContent).toContain('Cancelled');
    expect((await row(/9 June 2027 6pm to 8pm/)).textContent).toContain('6:30pm to 8:30pm');
    expect(totals()).toBe('1 date is changed, 2 stay as they are.');
    expect(screen.getByRole('button', { name: 'Change 1 date' })).toBeTruthy();
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Change Wednesday 2 June 2027' })
        .disabled,
    ).toBe(true);

    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Change Wednesday 26 May 2027' })
        .disabled,
    ).toBe(true);

    await hand.click(screen.getByRole('checkbox', { name: 'Change Wednesday 9 June 2027' }));
    await waitFor(() =>
      expect(
        screen.getByRole<HTMLButtonElement>('button', { name: 'Change 0 dates' }).disabled,
      ).toBe(true),
    );
  });
});

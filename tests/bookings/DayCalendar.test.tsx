import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DayOfBookings } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { LocalDateTime } from '#db/shared/local-date';
import { DayCalendar } from '../../renderer/diary/DayCalendar.tsx';
import type { CursorPlace, Place, Slot } from '../../renderer/diary/places.ts';
import { layOutDay } from '../../renderer/diary/day-layout.ts';
import { renderScreen } from '../support/screen.tsx';
import { A_MONDAY, aCard, aDay, aRoom } from './day-values.ts';

const NOW = `${A_MONDAY}T09:50` as LocalDateTime;

const TWO_ROOMS = aDay({
  facilities: [aRoom(), aRoom({ id: 'room-2', name: 'Small Room' })],
  bookings: [
    aCard('18:00', '20:00', { isOutOfHours: true, expectedNumber: 12 }),
    aCard('12:00', '13:00', { bookerName: 'Birch Court TRA' }),
    aCard('10:30', '11:00', { id: 'small', facilityId: 'room-2', bookerName: 'D. Lane' }),
  ],
});

function openCalendar(day: DayOfBookings = TWO_ROOMS, place: CursorPlace | null = null) {
  const asked = {
    book: vi.fn<(slot: Slot) => void>(),
    open: vi.fn<(booking: BookingCard) => void>(),
    turn: vi.fn<(to: number | 'today') => void>(),
    move: vi.fn<(booking: BookingCard, to: Place) => Promise<void>>(async () => undefined),
  };
  renderScreen(
    <DayCalendar
      layout={layOutDay(day)}
      now={NOW}
      canBook
      place={place}
      onBook={asked.book}
      onOpen={asked.open}
      onTurn={asked.turn}
      onMove={asked.move}
    />,
  );
  return { ...asked, keys: userEvent.setup() };
}

const cell = () => screen.getByRole('gridcell');

describe('The calendar by keyboard', () => {
  afterEach(cleanup);

  it('starts at the next quarter of an hour, with a single cell that Tab reaches', async () => {
    const { keys } = openCalendar();

    await keys.tab();

    expect(cell()).toBe(document.activeElement);
    expect(cell().getAttribute('aria-label')).toBe('Meeting Room, 10am, free');
  });

  it('walks by quarter of an hour and by room, and speaks each place it reaches', async () => {
    const { keys } = openCalendar();

    await keys.tab();
    await keys.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');

    expect(cell()).toBe(document.activeElement);
    expect(cell().getAttribute('aria-label')).toBe(
      'Small Room, 10:30am, taken 10:30am to 11am by D. Lane',
    );
  });

  it('books the time stretched with Shift, in the room where the cursor stands', async () => {
    const { keys, book } = openCalendar();

    await keys.tab();
    await keys.keyboard('{Shift>}{ArrowDown>3}{/Shift}{Enter}');

    expect(book).toHaveBeenCalledExactlyOnceWith({
      facilityId: 'room-1',
      date: A_MONDAY,
      from: '10:00',
      until: '11:00',
    });
  });

  it('books from a single cell with the end left open', async () => {
    const { keys, book } = openCalendar();

    await keys.tab();
    await keys.keyboard('{Enter}');

    expect(book).toHaveBeenCalledExactlyOnceWith({
      facilityId: 'room-1',
      date: A_MONDAY,
      from: '10:00',
    });
  });

  it('opens the booking that stands where the cursor is', async () => {
    const { keys, book, open } = openCalendar();

    await keys.tab();
    await keys.keyboard('{ArrowDown>8}{Enter}');

    expect(open).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ bookerName: 'Birch Court TRA' }),
    );
    expect(book).not.toHaveBeenCalled();
  });

  it('goes from booking to booking with B and on from there with the arrows', async () => {
    const { keys } = openCalendar();

    await keys.tab();
    await keys.keyboard('bb');
    expect(document.activeElement?.textContent).toContain('Birch Court TRA');

    await keys.keyboard('{ArrowDown}');
    expect(cell().getAttribute('aria-label')).toContain('Meeting Room, 12:15pm');
  });

  it('turns days with Page Up, Page Down and T', async () => {
    const { keys, turn } = openCalendar();

    await keys.tab();
    await keys.keyboard('{PageUp}{PageDown}t');

    expect(turn.mock.calls).toEqual([[-1], [1], ['today']]);
  });

  it('puts the cursor on a booking just made', () => {
    openCalendar(TWO_ROOMS, {
      facilityId: aRoom({ id: 'room-2' }).id,
      at: `${A_MONDAY}T10:30` as LocalDateTime,
    });

    expect(cell()).toBe(document.activeElement);
    expect(cell().getAttribute('aria-label')).toContain('Small Room, 10:30am');
  });
});

describe('The calendar on the page', () => {
  afterEach(cleanup);

  it('holds the bookings of each room as buttons in time order, out of hours told in words', () => {
    openCalendar();

    const room = screen.getByRole('group', { name: 'Meeting Room, 2 bookings' });
    expect(
      within(room)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Birch Court TRA noon to 1pm', 'Ashdown TRA 6pm to 8pm · 12 people · Out of hours']);
  });

  it('names closed times, the office boundary and the present minute', () => {
    openCalendar();

    expect(screen.getAllByText('Closed until 9am')).toHaveLength(2);
    expect(screen.getByText('Office hours end 5pm')).toBeTruthy();
    expect(screen.getByText('Now 9:50am')).toBeTruthy();
  });

  it('stays under 900 elements with ten rooms of thirty bookings', () => {
    const rooms = Array.from({ length: 10 }, (_, at) => aRoom({ id: `room-${at}` }));
    const bookings = rooms.flatMap((room) =>
      Array.from({ length: 30 }, (_, at) => {
        const start = 9 * 60 + at * 24;
        const time = (minute: number): string =>
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        return aCard(time(start), time(start + 24), {
          id: `${room.id}-${at}`,
          facilityId: room.id,
          isOutOfHours: at > 20,
        });
      }),
    );
    openCalendar(aDay({ facilities: rooms, bookings }));

    expect(screen.getAllByRole('button')).toHaveLength(300);
    expect(document.querySelectorAll('*').length).toBeLessThanOrEqual(900);
  });
});

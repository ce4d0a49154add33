import { act, cleanup, createEvent, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WeekOfBookings } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { mustExist } from '#db/shared/domain-error';
import { addDays, atTime, type LocalDate, LocalEndTime } from '#db/shared/local-date';
import type { Place, Slot } from '../../renderer/diary/places.ts';
import { dayColumns, layOutWeek, weekTitle } from '../../renderer/diary/week-layout.ts';
import { WeekGrid } from '../../renderer/diary/WeekGrid.tsx';
import { renderScreen } from '../support/screen.tsx';
import { A_MONDAY, aCard, aRoom, aWeek } from './day-values.ts';

const WEDNESDAY = addDays(A_MONDAY, 2);
const NOON = LocalEndTime.parse('12:00');

const TWO_ROOMS = aWeek({
  facilities: [aRoom(), aRoom({ id: 'room-2', name: 'Small Room' })],
  bookings: [
    aCard('18:00', '20:00', { isOutOfHours: true }),
    aCard('12:00', '13:00', { bookerName: 'Birch Court TRA', status: 'provisional' }),
    aCard('10:30', '11:00', {
      id: 'small',
      date: WEDNESDAY,
      facilityId: 'room-2',
      bookerName: 'D. Lane',
      booker: { kind: 'person', personId: 'person-1' },
      attendance: 'in',
    }),
  ],
});

function openWeek(week: WeekOfBookings = TWO_ROOMS, canBook = true) {
  const asked = {
    book: vi.fn<(slot: Slot) => void>(),
    open: vi.fn<(booking: BookingCard) => void>(),
    move: vi.fn<(booking: BookingCard, to: Place) => Promise<void>>(async () => {}),
    day: vi.fn<(date: LocalDate) => void>(),
    turn: vi.fn<(to: number | 'today') => void>(),
  };
  renderScreen(
    <WeekGrid
      layout={layOutWeek(week)}
      today={WEDNESDAY}
      canBook={canBook}
      place={null}
      onBook={asked.book}
      onOpen={asked.open}
      onMove={asked.move}
      onDay={asked.day}
      onTurn={asked.turn}
    />,
  );
  return { ...asked, keys: userEvent.setup() };
}

const focused = (): string | null | undefined =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

/** Past the seven days of the head, which open a day each. */
async function tabIntoGrid(keys: ReturnType<typeof userEvent.setup>): Promise<void> {
  for (let day = 0; day < 8; day += 1) await keys.tab();
}

describe('The week', () => {
  afterEach(cleanup);

  it('has rooms as rows and seven days from Monday, bookings in time order in each cell', () => {
    openWeek();

    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual([
      'Meeting Room Holds 40',
      'Small Room Holds 40',
    ]);
    expect(screen.getAllByRole('columnheader')).toHaveLength(8);
    const monday = screen.getByRole('gridcell', {
      name: 'Meeting Room, Monday 4 January 2027, 2 bookings',
    });
    expect(
      within(monday)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['noon Birch Court TRA · Provisional', '6pm Ashdown TRA']);
  });

  it('marks today, what is closed with its reason, and who is here, in words', () => {
    openWeek({
      ...TWO_ROOMS,
      open: [
        { facilityId: aRoom().id, date: addDays(A_MONDAY, 1), spans: [], why: 'Staff training' },
      ],
    });

    expect(screen.getByRole('button', { name: /6 January 2027, today$/ }).textContent).toBe(
      'Wed 6 Jan, today',
    );
    expect(
      screen.getByRole('gridcell', {
        name: 'Meeting Room, Tuesday 5 January 2027, closed: staff training',
      }).textContent,
    ).toBe('Closed: Staff training');
    expect(
      screen.getByRole('gridcell', { name: 'Small Room, Saturday 9 January 2027, closed' }),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: '10:30am D. Lane · ✓ Here' })).toBeTruthy();
  });

  it('names a booking on a closed day, so that somebody moves it', () => {
    const layout = layOutWeek({
      ...TWO_ROOMS,
      open: [{ facilityId: aRoom().id, date: A_MONDAY, spans: [], why: 'Flood' }],
    });

    expect(layout.closed.map((notice) => [notice.words, notice.bookings.length])).toEqual([
      ['Closed: Flood, Meeting Room', 2],
    ]);
  });

  it('gives less room to a day on which all is closed and nothing stands', () => {
    const week = { ...TWO_ROOMS, bookings: TWO_ROOMS.bookings.slice(0, 1) };
    const [busy] = week.bookings;
    const saturday = addDays(A_MONDAY, 5);
    const widths = (bookings: WeekOfBookings['bookings']): readonly string[] =>
      dayColumns(layOutWeek({ ...week, bookings })).split(/ (?=minmax)/);

    expect(widths(week.bookings).map((width) => width.includes('0.5fr'))).toEqual(
      [0, 0, 0, 0, 0, 1, 1].map(Boolean),
    );
    expect(
      widths([{ ...mustExist(busy, 'there is one'), startsAt: atTime(saturday, NOON) }]).map(
        (width) => width.includes('0.5fr'),
      ),
    ).toEqual([0, 0, 0, 0, 0, 0, 1].map(Boolean));
  });

  it('is walked by day and room from today on, with one cell that Tab reaches', async () => {
    const { keys } = openWeek();

    await tabIntoGrid(keys);
    expect(focused()).toBe('Meeting Room, Wednesday 6 January 2027, no bookings');
    await keys.keyboard('{ArrowDown}');
    expect(focused()).toBe('Small Room, Wednesday 6 January 2027, 1 booking');
    await keys.keyboard('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('Small Room, Thursday 7 January 2027, no bookings');
    await keys.keyboard('{Home}{ArrowLeft}');
    expect(focused()).toBe('Small Room, Monday 4 January 2027, no bookings');
    expect(document.querySelectorAll('.cell[tabindex="0"]')).toHaveLength(1);
  });

  it('lets Tab into the bookings of the cell where the cursor stands, and into no others', async () => {
    const { keys } = openWeek();

    await tabIntoGrid(keys);
    await keys.keyboard('{ArrowDown}');
    await keys.tab();
    expect(focused()).toBe('10:30am D. Lane · ✓ Here');
    await keys.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('books the room on the day with Enter and with a click', async () => {
    const { keys, book } = openWeek();

    await tabIntoGrid(keys);
    await keys.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    await keys.click(
      screen.getByRole('gridcell', { name: 'Meeting Room, Friday 8 January 2027, no bookings' }),
    );

    expect(book.mock.calls).toEqual([
      [{ facilityId: 'room-2', date: '2027-01-07' }],
      [{ facilityId: 'room-1', date: '2027-01-08' }],
    ]);
  });

  it('opens a booking and a day that are pressed', async () => {
    const { keys, open, day } = openWeek();

    await keys.click(screen.getByRole('button', { name: /D. Lane/ }));
    await keys.click(screen.getByRole('button', { name: 'Show Friday 8 January 2027' }));

    expect(open).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'small' }));
    expect(day).toHaveBeenCalledExactlyOnceWith('2027-01-08');
  });

  it('goes from booking to booking with B, back to the cell with Esc, and turns with Page Up, Page Down and T', async () => {
    const { keys, turn } = openWeek();

    await tabIntoGrid(keys);
    await keys.keyboard('b');
    expect(focused()).toBe('10:30am D. Lane · ✓ Here');
    await keys.keyboard('b');
    expect(focused()).toBe('noon Birch Court TRA · Provisional');
    await keys.keyboard('{Escape}');
    expect(focused()).toBe('Meeting Room, Monday 4 January 2027, 2 bookings');
    await keys.keyboard('{PageUp}{PageDown}t');
    expect(turn.mock.calls).toEqual([[-1], [1], ['today']]);
  });

  it('lights up the other bookings of the same group while one of them has the focus', async () => {
    const { keys } = openWeek();

    await tabIntoGrid(keys);
    await keys.keyboard('bb');

    const lit = [...document.querySelectorAll('[data-lit]')].map((one) => one.textContent);
    expect(lit).toEqual(['noon Birch Court TRA · Provisional', '6pm Ashdown TRA']);
  });

  it('stays under 900 elements with ten rooms and three hundred bookings', () => {
    const rooms = Array.from({ length: 10 }, (_, at) => aRoom({ id: `room-${at}` }));
    const bookings = rooms.flatMap((room) =>
      Array.from({ length: 30 }, (_, at) =>
        aCard('09:00', '10:00', {
          id: `${room.id}-${at}`,
          date: addDays(A_MONDAY, at % 7),
          facilityId: room.id,
          isOutOfHours: at > 20,
        }),
      ),
    );
    openWeek(aWeek({ facilities: rooms, bookings }));

    expect(document.querySelectorAll('[data-booking]')).toHaveLength(300);
    expect(document.querySelectorAll('*').length).toBeLessThanOrEqual(900);
  });
});

describe('Dragging in the week', () => {
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    Reflect.deleteProperty(document, 'elementFromPoint');
  });

  /** A page without a layout does not know what lies under the pointer; these tests say it. */
  function pointAt(cell: string): void {
    Object.defineProperty(document, 'elementFromPoint', {
      configurable: true,
      value: () => screen.getByRole('gridcell', { name: cell }),
    });
  }
  const OWN_CELL = 'Small Room, Wednesday 6 January 2027, 1 booking';
  const OTHER_CELL = 'Meeting Room, Thursday 7 January 2027, no bookings';
  const lane = (): HTMLElement => screen.getByRole('button', { name: /D. Lane/ });
  const said = (): string | null =>
    screen.getByRole('status', { name: 'Where it would go' }).textContent;
  const rest = (milliseconds: number): void =>
    act(() => {
      vi.advanceTimersByTime(milliseconds);
    });
  const mouse = (x: number) => ({ pointerId: 1, isPrimary: true, button: 0, clientX: x });
  const finger = (x: number) => ({ ...mouse(x), pointerType: 'touch' });

  it('moves a booking to the room and day under the pointer, at its own times', async () => {
    const { move, open } = openWeek();

    fireEvent.pointerDown(lane(), mouse(0));
    pointAt(OTHER_CELL);
    fireEvent.pointerMove(lane(), mouse(40));
    expect(said()).toBe('Meeting Room, Thu 7 Jan, 10:30am to 11am');
    await act(async () => fireEvent.pointerUp(lane(), mouse(40)));
    fireEvent.click(lane());

    expect(move).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'small' }), {
      facilityId: 'room-1',
      date: '2027-01-07',
      from: '10:30',
      until: '11:00',
    });
    expect(open).not.toHaveBeenCalled();
    expect(said()).toBe('');
    expect(document.activeElement).toBe(lane());
  });

  it('does nothing in its own cell, and nothing after Esc', async () => {
    const { move, open } = openWeek();

    fireEvent.pointerDown(lane(), mouse(0));
    pointAt(OWN_CELL);
    fireEvent.pointerMove(lane(), mouse(40));
    expect(said()).toBe('Small Room, Wed 6 Jan, 10:30am to 11am: where it is now');
    await act(async () => fireEvent.pointerUp(lane(), mouse(40)));
    fireEvent.click(lane());
    fireEvent.pointerDown(lane(), mouse(0));
    pointAt(OTHER_CELL);
    fireEvent.pointerMove(lane(), mouse(40));
    fireEvent.keyDown(lane(), { key: 'Escape' });
    await act(async () => fireEvent.pointerUp(lane(), mouse(40)));
    fireEvent.click(lane());

    expect(move).not.toHaveBeenCalled();
    expect(open).not.toHaveBeenCalled();
    expect(said()).toBe('');
  });

  it('leaves a shaky click a click', () => {
    const { move, open } = openWeek();

    fireEvent.pointerDown(lane(), mouse(0));
    pointAt(OTHER_CELL);
    fireEvent.pointerMove(lane(), mouse(5));
    fireEvent.pointerUp(lane(), mouse(5));
    fireEvent.click(lane());

    expect(move).not.toHaveBeenCalled();
    expect(open).toHaveBeenCalledOnce();
  });

  it('lets a finger scroll, and takes hold only when it has rested half a second', async () => {
    vi.useFakeTimers();
    const { move } = openWeek();
    pointAt(OTHER_CELL);

    fireEvent.pointerDown(lane(), finger(0));
    fireEvent.pointerMove(lane(), finger(40));
    rest(2000);
    fireEvent.pointerMove(lane(), finger(80));
    expect(said()).toBe('');
    fireEvent.pointerUp(lane(), finger(80));

    fireEvent.pointerDown(lane(), finger(0));
    rest(400);
    fireEvent.pointerCancel(lane(), finger(0));
    rest(2000);
    expect(said()).toBe('');
    expect(move).not.toHaveBeenCalled();

    fireEvent.pointerDown(lane(), finger(0));
    rest(499);
    expect(said()).toBe('');
    rest(1);
    expect(said()).toBe('Meeting Room, Thu 7 Jan, 10:30am to 11am');
    await act(async () => fireEvent.pointerUp(lane(), finger(0)));

    expect(move).toHaveBeenCalledOnce();
  });

  it('keeps the page from scrolling only while a finger holds a booking', () => {
    vi.useFakeTimers();
    openWeek();
    pointAt(OTHER_CELL);
    const isHeld = (): boolean => {
      const event = createEvent.touchMove(lane(), { cancelable: true });
      fireEvent(lane(), event);
      return event.defaultPrevented;
    };

    fireEvent.pointerDown(lane(), finger(0));
    expect(isHeld()).toBe(false);
    rest(500);
    expect(isHeld()).toBe(true);
    fireEvent.pointerDown(lane(), { ...finger(0), pointerId: 2, isPrimary: false });
    expect(isHeld()).toBe(false);
    expect(said()).toBe('');
  });

  it('moves nothing for those who only look', () => {
    const { move } = openWeek(TWO_ROOMS, false);

    fireEvent.pointerDown(lane(), mouse(0));
    pointAt(OTHER_CELL);
    fireEvent.pointerMove(lane(), mouse(40));
    fireEvent.pointerUp(lane(), mouse(40));

    expect(said()).toBe('');
    expect(move).not.toHaveBeenCalled();
  });
});

describe('The name of a week', () => {
  it.each([
    ['2026-11-23', '23 to 29 November 2026'],
    ['2026-11-30', '30 November to 6 December 2026'],
    ['2026-12-28', '28 December 2026 to 3 January 2027'],
  ])('of %s is %s', (monday, words) => {
    expect(weekTitle(monday as LocalDate)).toBe(words);
  });
});

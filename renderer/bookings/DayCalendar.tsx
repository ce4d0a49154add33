import Box from '@mui/material/Box';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { SLOT_MINUTES } from '#db/bookings/bookings.rules';
import type { FacilityId } from '#db/facilities/facilities.contract';
import {
  dateOf,
  type LocalDateTime,
  type LocalEndTime,
  timeOf,
  timeOfMinutes,
} from '#db/shared/local-date';
import { formatDate, formatTime } from '#db/shared/plain-words';
import { useLook } from '../app/look.ts';
import { calendarStyles } from './calendar-styles.ts';
import { type DayLayout, formatMinute, hoursShown, minuteOn, rowsOf } from './day-layout.ts';
import {
  bookingsInTimeOrder,
  type Cursor,
  cursorAt,
  cursorWords,
  findTakenBy,
  isStretched,
  movedCursor,
  nextBooking,
  selectedStretch,
} from './grid-cursor.ts';
import { RoomColumn } from './RoomColumn.tsx';

/** A free place in the calendar: `until` only when a stretch was selected. */
export type Slot = {
  readonly facilityId: FacilityId;
  readonly from: LocalEndTime;
  readonly until?: LocalEndTime;
};

/** Where the cursor goes when the screen says so, for instance to a booking just made. */
export type CursorPlace = { readonly facilityId: FacilityId; readonly at: LocalDateTime };

type DayCalendarProps = {
  readonly layout: DayLayout;
  /** The centre's clock; the line is drawn when it lies on the day shown. */
  readonly now: LocalDateTime;
  readonly canBook: boolean;
  /** A new value moves the cursor there and focuses it. */
  readonly place: CursorPlace | null;
  readonly onBook: (slot: Slot) => void;
  readonly onOpen: (booking: BookingCard) => void;
  /** PageUp and PageDown ask for -1 and 1, T for 'today'. */
  readonly onTurn: (to: number | 'today') => void;
};

/**
 * One day of the centre: rooms as columns, quarter-hours as rows. A grid with a single cell, the
 * cursor, so that hundreds of free quarter-hours cost no elements; bookings are ordinary buttons,
 * room by room in time order.
 */
export function DayCalendar(props: DayCalendarProps) {
  const { layout, now } = props;
  const { shortcutsOn } = useLook();
  const sheet = useRef<HTMLDivElement>(null);
  const cell = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Cursor>(() => startOf(layout, now));
  const [moves, setMoves] = useState(0);
  const reached = useRef<CursorPlace | null>(null);
  const isToday = dateOf(now) === layout.date;
  const shownCursor = fitted(layout, cursor);

  useEffect(() => {
    if (moves > 0) cell.current?.focus();
  }, [moves]);

  useEffect(() => {
    const { place } = props;
    // Only a new place moves the cursor; a day read again leaves it where the person put it.
    if (place === null || reached.current === place || dateOf(place.at) !== layout.date) return;
    const column = layout.columns.findIndex((each) => each.facility.id === place.facilityId);
    if (column === -1) return;
    reached.current = place;
    setCursor(cursorAt(layout, column, minuteOn(layout.date, place.at)));
    setMoves((count) => count + 1);
  }, [props, layout]);

  useEffect(() => {
    const scroller = sheet.current?.parentElement;
    if (!scroller) return;
    const first = layout.columns[0]?.bands.find((band) => band.from === layout.shown.from)?.until;
    const at = isToday ? minuteOn(layout.date, now) : (first ?? layout.shown.from);
    const share = (at - 60 - layout.shown.from) / (layout.shown.until - layout.shown.from);
    scroller.scrollTop = Math.max(0, share) * scroller.scrollHeight;
    // oxlint-disable-next-line react/exhaustive-deps -- the day opens at what matters; later ticks of the clock must not move it
  }, [layout.date]);

  function moveTo(next: Cursor): void {
    setCursor(next);
    setMoves((count) => count + 1);
  }

  function choose(at: Cursor): void {
    const taken = findTakenBy(layout, at);
    const facility = layout.columns[at.column]?.facility;
    if (taken !== undefined && !isStretched(at)) return props.onOpen(taken);
    if (facility === undefined || !props.canBook) return;
    const { from, until } = selectedStretch(at);
    props.onBook({
      facilityId: facility.id,
      from: timeOfMinutes(from),
      ...(isStretched(at) ? { until: timeOfMinutes(until) } : {}),
    });
  }

  function focusBooking(booking: BookingCard | undefined): void {
    if (booking === undefined) return;
    sheet.current?.querySelector<HTMLElement>(`[data-booking="${booking.id}"]`)?.focus();
  }

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const onBooking = (event.target as HTMLElement).dataset['booking'];
    const from = onBooking === undefined ? shownCursor : cursorOn(layout, onBooking, shownCursor);
    const moved = movedCursor(layout, from, { name: event.key, withShift: event.shiftKey });
    if (moved !== undefined) moveTo(moved);
    else if (event.key === 'PageUp') props.onTurn(-1);
    else if (event.key === 'PageDown') props.onTurn(1);
    else if (event.key === 'Escape' && onBooking !== undefined) moveTo(from);
    else if ((event.key === 'Enter' || event.key === ' ') && onBooking === undefined)
      choose(shownCursor);
    else if (shortcutsOn && event.key.toLowerCase() === 'b')
      focusBooking(nextBooking(layout, from, onBooking));
    else if (shortcutsOn && event.key.toLowerCase() === 't') props.onTurn('today');
    else return;
    event.preventDefault();
  }

  function handleClick(event: MouseEvent<HTMLElement>): void {
    const target = event.target as HTMLElement;
    const clicked = target.closest<HTMLElement>('[data-booking]')?.dataset['booking'];
    const booking = bookingsInTimeOrder(layout).find((each) => each.id === clicked);
    if (booking !== undefined) return props.onOpen(booking);
    const area = target.closest<HTMLElement>('[data-column]');
    if (area === null) return;
    const { top, height } = area.getBoundingClientRect();
    const share = height === 0 ? 0 : (event.clientY - top) / height;
    const minute = layout.shown.from + share * (layout.shown.until - layout.shown.from);
    const at = cursorAt(layout, Number(area.dataset['column']), minute);
    moveTo(at);
    choose(at);
  }

  const selected = selectedStretch(shownCursor);
  const rows = rowsOf(layout.shown.until - layout.shown.from);
  const offset = (minute: number): number => rowsOf(minute - layout.shown.from);

  return (
    <Box sx={calendarStyles}>
      {/* The cell and the buttons inside take the keys; the sheet only listens for all of them. */}
      <div
        ref={sheet}
        role="presentation"
        className="sheet"
        style={{ '--rooms': layout.columns.length, '--rows': rows } as React.CSSProperties}
        onKeyDown={handleKey}
        onClick={handleClick}
      >
        <div
          role="grid"
          className="grid"
          aria-label={`Rooms on ${formatDate(layout.date)}`}
          aria-rowcount={rows + 1}
          aria-colcount={layout.columns.length + 1}
        >
          <div role="row" className="heads" aria-rowindex={1}>
            <div role="columnheader" className="corner" aria-colindex={1}>
              Time
            </div>
            {layout.columns.map((column, at) => (
              <div
                key={column.facility.id}
                role="columnheader"
                className="head"
                aria-colindex={at + 2}
              >
                <strong>{column.facility.name}</strong>
                <span>{column.words}</span>
              </div>
            ))}
          </div>
          {layout.columns.length > 0 && (
            <div role="row" className="cursor-row" aria-rowindex={offset(selected.from) + 2}>
              <div
                key={`${shownCursor.column} ${shownCursor.anchor} ${shownCursor.head}`}
                ref={cell}
                role="gridcell"
                className="cursor"
                tabIndex={0}
                aria-colindex={shownCursor.column + 2}
                aria-selected={isStretched(shownCursor)}
                aria-label={cursorWords(layout, shownCursor)}
                data-column={shownCursor.column}
                style={
                  {
                    gridColumn: shownCursor.column + 2,
                    '--from': offset(selected.from),
                    '--length': rowsOf(selected.until - selected.from),
                  } as React.CSSProperties
                }
              >
                {isStretched(shownCursor)
                  ? `${formatMinute(selected.from)} to ${formatMinute(selected.until)}`
                  : formatMinute(selected.from)}
              </div>
            </div>
          )}
        </div>
        <div className="hours" aria-hidden="true">
          {hoursShown(layout.shown).map((minute) => (
            <span key={minute}>{formatMinute(minute)}</span>
          ))}
        </div>
        {layout.columns.map((column, at) => (
          <RoomColumn key={column.facility.id} column={column} at={at} shown={layout.shown} />
        ))}
        {layout.officeLines.map((line) => (
          <div
            key={line.words + line.at}
            className="line office"
            style={{ '--from': offset(line.at) } as React.CSSProperties}
          >
            <span>{`${line.words} ${formatMinute(line.at)}`}</span>
          </div>
        ))}
        {isToday && isShown(layout, now) && (
          <div
            className="line now"
            style={{ '--from': offset(minuteOn(layout.date, now)) } as React.CSSProperties}
          >
            <span>{`Now ${formatTime(timeOf(now))}`}</span>
          </div>
        )}
      </div>
    </Box>
  );
}

function isShown(layout: DayLayout, now: LocalDateTime): boolean {
  const at = minuteOn(layout.date, now);
  return at >= layout.shown.from && at < layout.shown.until;
}

/** Today the cursor starts at the next quarter-hour, on another day at the first opening. */
function startOf(layout: DayLayout, now: LocalDateTime): Cursor {
  if (dateOf(now) === layout.date) {
    return cursorAt(layout, 0, minuteOn(layout.date, now) + SLOT_MINUTES - 1);
  }
  const closed = layout.columns[0]?.bands.find((band) => band.from === layout.shown.from);
  return cursorAt(layout, 0, closed?.kind === 'closed' ? closed.until : layout.shown.from);
}

/** The same cursor on a day that shows other hours or fewer rooms. */
function fitted(layout: DayLayout, cursor: Cursor): Cursor {
  const head = cursorAt(layout, cursor.column, cursor.head);
  return { ...head, anchor: cursorAt(layout, cursor.column, cursor.anchor).head };
}

/** The cursor on the booking that has the focus, so that arrow keys go on from there. */
function cursorOn(layout: DayLayout, bookingId: string, otherwise: Cursor): Cursor {
  const column = layout.columns.findIndex((each) =>
    each.blocks.some((block) => block.booking.id === bookingId),
  );
  const block = layout.columns[column]?.blocks.find((each) => each.booking.id === bookingId);
  return block === undefined ? otherwise : cursorAt(layout, column, block.from);
}

import Box from '@mui/material/Box';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { dateOf, type LocalDateTime, timeOf, timeOfMinutes } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import { useLook } from '../app/look.ts';
import { calendarStyles } from './calendar-styles.ts';
import {
  type Column,
  type DayLayout,
  formatMinute,
  type Gap,
  hoursShown,
  minuteOn,
  rowsOf,
} from './day-layout.ts';
import { findObstacle, type Target, targetPlaceWords, targetWords } from './drag.ts';
import { GridMark, MarkSaid } from './GridMark.tsx';
import { savingWords } from './obstacle.ts';
import {
  bookingsInTimeOrder,
  type Cursor,
  cursorAt,
  cursorOn,
  cursorWords,
  findTakenBy,
  fitted,
  gapWords,
  isStretched,
  movedCursor,
  nextBooking,
  selectedStretch,
  startOf,
} from './grid-cursor.ts';
import type { CursorPlace, Place, Slot } from './places.ts';
import { RoomColumn } from './RoomColumn.tsx';
import { useSameBooker } from '../bookings/same-booker.ts';
import { useDayDrag } from './use-day-drag.ts';

type DayCalendarProps = {
  readonly layout: DayLayout;
  /** The centre's clock; the line is drawn when it lies on a day shown. */
  readonly now: LocalDateTime;
  readonly canBook: boolean;
  /** A new value moves the cursor there and focuses it. */
  readonly place: CursorPlace | null;
  readonly onBook: (slot: Slot) => void;
  readonly onOpen: (booking: BookingCard) => void;
  /** Settles when the booking stands there, or has been refused in words. */
  readonly onMove: (booking: BookingCard, to: Place) => Promise<void>;
  /** PageUp and PageDown ask for -1 and 1, T for 'today'. */
  readonly onTurn: (to: number | 'today') => void;
};

/**
 * Rooms of a day as columns, or the days of a room; quarter-hours as rows. A grid with a single cell, the
 * cursor, so that hundreds of free quarter-hours cost no elements; bookings are ordinary buttons,
 * column by column in time order.
 */
export function DayCalendar(props: DayCalendarProps) {
  const { layout, now } = props;
  const { shortcutsOn } = useLook();
  const sheet = useRef<HTMLDivElement>(null);
  const cell = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [cursor, setCursor] = useState<Cursor>(() => startOf(layout, now));
  const [moves, setMoves] = useState(0);
  const [pointed, setPointed] = useState<{ column: number; gap: Gap } | null>(null);
  const reached = useRef<CursorPlace | null>(null);
  const todayAt = layout.columns.findIndex((column) => column.date === dateOf(now));
  const shownCursor = fitted(layout, cursor);
  const lighting = useSameBooker(sheet);
  const drag = useDayDrag({
    sheet,
    layout,
    canBook: props.canBook,
    onMake: (target) => book(target, true),
    onMove: async (booking, target) => {
      const place = placeOf(target);
      if (place !== undefined) await props.onMove(booking, place);
    },
  });

  const { dragging } = drag;
  const going = dragging === null ? '' : targetWords(layout, dragging.drag, dragging.target);
  const obstacle =
    dragging === null ? undefined : findObstacle(layout, dragging.drag, dragging.target);
  const dragged =
    dragging === null || dragging.drag.kind === 'make' ? undefined : dragging.drag.booking;

  useEffect(() => {
    if (moves > 0) cell.current?.focus();
  }, [moves]);

  useEffect(() => {
    const { place } = props;
    // Only a new place moves the cursor; a day read again leaves it where the person put it.
    if (place === null || reached.current === place) return;
    const column = layout.columns.findIndex(
      (each) => each.facility.id === place.facilityId && each.date === dateOf(place.at),
    );
    if (column === -1) return;
    reached.current = place;
    setCursor(cursorAt(layout, column, minuteOn(dateOf(place.at), place.at)));
    setMoves((count) => count + 1);
  }, [props, layout]);

  useEffect(() => {
    const scroller = sheet.current?.parentElement;
    if (!scroller) return;
    const first = layout.columns[0]?.bands.find((band) => band.from === layout.shown.from)?.until;
    const at = todayAt === -1 ? (first ?? layout.shown.from) : minuteOn(dateOf(now), now);
    const share = (at - 60 - layout.shown.from) / (layout.shown.until - layout.shown.from);
    scroller.scrollTop = Math.max(0, share) * scroller.scrollHeight;
    // oxlint-disable-next-line react/exhaustive-deps -- the day opens at what matters; later ticks of the clock must not move it
  }, [layout.date]);

  function moveTo(next: Cursor): void {
    setCursor(next);
    setMoves((count) => count + 1);
  }

  function placeOf(target: Target): Place | undefined {
    const column = layout.columns[target.column];
    return (
      column && {
        facilityId: column.facility.id,
        date: column.date,
        from: timeOfMinutes(target.from),
        until: timeOfMinutes(target.until),
      }
    );
  }

  function book(target: Target, hasEnd: boolean): void {
    const place = placeOf(target);
    if (place === undefined || !props.canBook) return;
    const { until, ...start } = place;
    props.onBook(hasEnd ? { ...start, until } : start);
  }

  function choose(at: Cursor): void {
    const taken = findTakenBy(layout, at);
    if (taken !== undefined && !isStretched(at)) return props.onOpen(taken);
    book({ column: at.column, ...selectedStretch(at) }, isStretched(at));
  }

  function focusBooking(booking: BookingCard | undefined): void {
    if (booking === undefined) return;
    sheet.current?.querySelector<HTMLElement>(`[data-booking="${booking.id}"]`)?.focus();
  }

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || dragging !== null) return;
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

  function cursorUnder(event: MouseEvent<HTMLElement>): Cursor | undefined {
    const area = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    if (area === null) return undefined;
    const { top, height } = area.getBoundingClientRect();
    const share = height === 0 ? 0 : (event.clientY - top) / height;
    const minute = layout.shown.from + share * (layout.shown.until - layout.shown.from);
    return cursorAt(layout, Number(area.dataset['column']), minute);
  }

  function handleClick(event: MouseEvent<HTMLElement>): void {
    if (drag.takeDraggedClick()) return;
    const target = event.target as HTMLElement;
    const clicked = target.closest<HTMLElement>('[data-booking]')?.dataset['booking'];
    const booking = bookingsInTimeOrder(layout).find((each) => each.id === clicked);
    if (booking !== undefined) return props.onOpen(booking);
    const at = cursorUnder(event);
    if (at === undefined) return;
    moveTo(at);
    choose(at);
  }

  function point(event: MouseEvent<HTMLElement>): void {
    const isFree = (event.target as HTMLElement).closest('[data-booking]') === null;
    const at = isFree ? cursorUnder(event) : undefined;
    const gap = layout.columns[at?.column ?? -1]?.gaps.find(
      (each) => at !== undefined && each.from <= at.head && at.head < each.until,
    );
    if (gap === pointed?.gap) return;
    setPointed(gap === undefined || at === undefined ? null : { column: at.column, gap });
  }

  const selected = selectedStretch(shownCursor);
  const rows = rowsOf(layout.shown.until - layout.shown.from);
  const offset = (minute: number): number => rowsOf(minute - layout.shown.from);
  const hint = isStretched(shownCursor) ? '' : gapWords(layout, shownCursor);

  return (
    <Box sx={calendarStyles} style={{ '--rows': rows } as React.CSSProperties}>
      {/* The cell and the buttons inside take the keys; the sheet only listens for all of them. */}
      <div
        ref={sheet}
        role="presentation"
        className={dragging === null ? 'sheet' : 'sheet dragging'}
        style={{ '--rooms': layout.columns.length } as React.CSSProperties}
        onKeyDown={handleKey}
        onClick={handleClick}
        onMouseMove={point}
        onMouseLeave={() => setPointed(null)}
        {...drag.handlers}
        {...lighting}
      >
        <div
          role="grid"
          className="grid"
          aria-label={layout.label}
          aria-rowcount={rows + 1}
          aria-colcount={layout.columns.length + 1}
        >
          <div role="row" className="heads" aria-rowindex={1}>
            <div role="columnheader" className="corner" aria-colindex={1}>
              Time
            </div>
            {layout.columns.map((column, at) => (
              <ColumnHead key={column.key} column={column} at={at} isToday={at === todayAt} />
            ))}
          </div>
          {layout.columns.length > 0 && (
            <div role="row" className="cursor-row" aria-rowindex={offset(selected.from) + 2}>
              <div
                key={`${shownCursor.column} ${shownCursor.anchor} ${shownCursor.head}`}
                ref={cell}
                role="gridcell"
                className={
                  findTakenBy(layout, shownCursor) === undefined ? 'cursor' : 'cursor over'
                }
                tabIndex={0}
                aria-colindex={shownCursor.column + 2}
                aria-selected={isStretched(shownCursor)}
                aria-label={cursorWords(layout, shownCursor)}
                aria-describedby={hint === '' ? undefined : hintId}
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
                {hint !== '' && (
                  <span id={hintId} className="hint">
                    {hint}
                  </span>
                )}
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
          <RoomColumn key={column.key} column={column} at={at} shown={layout.shown} />
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
        {todayAt !== -1 && isShown(layout, now) && (
          <div
            className="line now"
            style={{ '--from': offset(minuteOn(dateOf(now), now)) } as React.CSSProperties}
          >
            <span>{`Now ${formatTime(timeOf(now))}`}</span>
          </div>
        )}
        {pointed !== null && dragging === null && (
          <GridMark
            kind="gap"
            column={pointed.column}
            stretch={pointed.gap}
            shown={layout.shown}
            words={pointed.gap.words}
          />
        )}
        {dragging !== null && (
          <GridMark
            kind={obstacle === undefined ? 'ghost' : 'ghost blocked'}
            column={dragging.target.column}
            stretch={dragging.target}
            shown={layout.shown}
            words={targetPlaceWords(layout, dragging.drag, dragging.target)}
            obstacle={obstacle}
            state={dragging.isSaving ? savingWords(dragged) : 'Esc leaves it as it was'}
          />
        )}
      </div>
      <MarkSaid words={going} />
    </Box>
  );
}

function ColumnHead(props: {
  readonly column: Column;
  readonly at: number;
  readonly isToday: boolean;
}) {
  const { column } = props;
  return (
    <div role="columnheader" className="head" aria-colindex={props.at + 2}>
      <strong>
        {column.title}
        {props.isToday && column.title !== column.facility.name ? ', today' : ''}
      </strong>
      <span>{column.words}</span>
    </div>
  );
}

function isShown(layout: DayLayout, now: LocalDateTime): boolean {
  const at = minuteOn(dateOf(now), now);
  return at >= layout.shown.from && at < layout.shown.until;
}

import Box from '@mui/material/Box';
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type MouseEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { BookingCard } from '#db/bookings/bookings.contract';
import type { LocalDate } from '#db/shared/local-date';
import { formatDate, WEEKDAY_NAMES } from '#db/shared/plain-words';
import { useLook } from '../app/look.ts';
import { bookerKey, OUT_OF_HOURS, stateClasses } from '../bookings/booking-words.ts';
import type { CursorPlace, Place, Slot } from './places.ts';
import { MarkSaid, MarkWords } from './GridMark.tsx';
import { savingWords } from './obstacle.ts';
import { useSameBooker } from '../bookings/same-booker.ts';
import { useWeekDrag } from './use-week-drag.ts';
import {
  findWeekObstacle,
  isOwnCell,
  type WeekDrag,
  weekPlaceWords,
  weekTargetWords,
} from './week-drag.ts';
import {
  dayColumns,
  findBookingCell,
  fittedWeekCursor,
  movedWeekCursor,
  nextInWeek,
  type WeekCell,
  type WeekCursor,
  type WeekLayout,
  type WeekRow,
} from './week-layout.ts';
import { weekStyles } from './week-styles.ts';

type WeekGridProps = {
  readonly layout: WeekLayout;
  readonly today: LocalDate;
  readonly canBook: boolean;
  /** A new value moves the cursor there and focuses it. */
  readonly place: CursorPlace | null;
  readonly onBook: (slot: Slot) => void;
  readonly onOpen: (booking: BookingCard) => void;
  /** Settles when the booking stands there, or has been refused in words. */
  readonly onMove: (booking: BookingCard, to: Place) => Promise<void>;
  readonly onDay: (date: LocalDate) => void;
  /** PageUp and PageDown ask for -1 and 1 weeks, T for 'today'. */
  readonly onTurn: (to: number | 'today') => void;
};

/**
 * All rooms of a week: a grid of rooms and days with one cursor. Tab goes from the cursor's cell through
 * the bookings in it. Plain elements and one listener each, because a week may hold six hundred bookings.
 */
export function WeekGrid(props: WeekGridProps) {
  const { layout, today } = props;
  const { shortcutsOn } = useLook();
  const sheet = useRef<HTMLDivElement>(null);
  const reached = useRef<CursorPlace | null>(null);
  const [kept, setKept] = useState<WeekCursor>(() => startOf(layout, today));
  const [moves, setMoves] = useState(0);
  const cursor = fittedWeekCursor(layout, kept);
  const lighting = useSameBooker(sheet);
  const days = useMemo(() => dayColumns(layout), [layout]);
  const drag = useWeekDrag({ sheet, layout, canBook: props.canBook, onMove: props.onMove });
  const { dragging } = drag;
  const going = dragging === null ? '' : weekTargetWords(layout, dragging.drag, dragging.target);
  const obstacle =
    dragging === null || isOwnCell(dragging.drag, dragging.target)
      ? undefined
      : findWeekObstacle(layout, dragging.drag, dragging.target);

  useEffect(() => {
    if (moves > 0) sheet.current?.querySelector<HTMLElement>('.cell[tabindex="0"]')?.focus();
  }, [moves]);

  useEffect(() => {
    const { place } = props;
    if (place === null || reached.current === place) return;
    const row = layout.rows.findIndex((each) => each.facility.id === place.facilityId);
    const column = layout.days.findIndex((day) => place.at.startsWith(day.date));
    if (row === -1 || column === -1) return;
    reached.current = place;
    moveTo({ row, column });
  }, [props, layout]);

  function moveTo(next: WeekCursor): void {
    setKept(next);
    setMoves((count) => count + 1);
  }

  function book(at: WeekCursor): void {
    const cell = layout.rows[at.row]?.cells[at.column];
    if (cell !== undefined && props.canBook)
      props.onBook({ facilityId: cell.facility.id, date: cell.date });
  }

  function focusBooking(booking: BookingCard | undefined): void {
    if (booking === undefined) return;
    const at = findBookingCell(layout, booking.id);
    if (at !== undefined) setKept(at);
    sheet.current?.querySelector<HTMLElement>(`[data-booking="${booking.id}"]`)?.focus();
  }

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (dragging !== null) return;
    const { booking: onBooking, day } = (event.target as HTMLElement).dataset;
    const from = onBooking === undefined ? cursor : (findBookingCell(layout, onBooking) ?? cursor);
    const moved = movedWeekCursor(layout, from, event.key);
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (moved !== undefined) moveTo(moved);
    else if (event.key === 'PageUp') props.onTurn(-1);
    else if (event.key === 'PageDown') props.onTurn(1);
    else if (event.key === 'Escape' && onBooking !== undefined) moveTo(from);
    else if (isPress && onBooking === undefined && day === undefined) book(cursor);
    else if (shortcutsOn && event.key.toLowerCase() === 'b')
      focusBooking(nextInWeek(layout, from, onBooking));
    else if (shortcutsOn && event.key.toLowerCase() === 't') props.onTurn('today');
    else return;
    event.preventDefault();
  }

  function handleClick(event: MouseEvent<HTMLElement>): void {
    if (drag.takeDraggedClick()) return;
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('[data-booking]')?.dataset['booking'];
    if (id !== undefined) {
      const at = findBookingCell(layout, id);
      const cell = at && layout.rows[at.row]?.cells[at.column];
      const entry = cell?.entries.find((each) => each.booking.id === id);
      if (entry !== undefined) props.onOpen(entry.booking);
      return;
    }
    const day = target.closest<HTMLElement>('[data-day]')?.dataset['day'];
    if (day !== undefined) return props.onDay(day as LocalDate);
    const place = target.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
    if (place === undefined) return;
    const [row = 0, column = 0] = place.split(' ').map(Number);
    setKept({ row, column });
    book({ row, column });
  }

  return (
    <Box sx={weekStyles}>
      {/* The cells and the buttons inside take the keys; the sheet only listens for all of them. */}
      <div
        ref={sheet}
        role="presentation"
        className={dragging === null ? 'sheet' : 'sheet dragging'}
        style={{ '--days': days } as CSSProperties}
        onKeyDown={handleKey}
        onClick={handleClick}
        {...drag.handlers}
        {...lighting}
      >
        <div role="grid" aria-label={layout.label}>
          <div role="row" className="row heads">
            <div role="columnheader" className="corner">
              Room
            </div>
            {layout.days.map((day, column) => (
              <div
                key={WEEKDAY_NAMES[column]}
                role="columnheader"
                className={day.date === today ? 'head today' : 'head'}
                aria-current={day.date === today ? 'date' : undefined}
              >
                <button type="button" data-day={day.date} aria-label={dayLabel(day.date, today)}>
                  {day.date === today ? `${day.title}, today` : day.title}
                </button>
              </div>
            ))}
          </div>
          {layout.rows.map((row, at) => (
            <Row
              key={row.facility.id}
              row={row}
              at={at}
              today={today}
              cursorColumn={at === cursor.row ? cursor.column : -1}
            />
          ))}
        </div>
        {dragging !== null && (
          <div
            className={`mark ${kindOfMark(layout, dragging)}${isWeekend(dragging.target) ? ' late' : ''}`}
            aria-hidden="true"
            style={dragging.target.box}
          >
            <span>
              <MarkWords
                place={weekPlaceWords(layout, dragging.drag, dragging.target)}
                obstacle={obstacle}
              />
              {!isOwnCell(dragging.drag, dragging.target) && (
                <small>
                  {dragging.isSaving
                    ? savingWords(dragging.drag.booking)
                    : 'Esc leaves it as it was'}
                </small>
              )}
            </span>
          </div>
        )}
      </div>
      <MarkSaid words={going} />
    </Box>
  );
}

/** At the end of the sheet the words of the mark reach back over the week. */
const isWeekend = ({ column }: WeekCursor): boolean => column >= 5;

function kindOfMark(
  layout: WeekLayout,
  { drag, target }: { readonly drag: WeekDrag; readonly target: WeekCursor },
): 'own' | 'blocked' | 'free' {
  if (isOwnCell(drag, target)) return 'own';
  return findWeekObstacle(layout, drag, target) === undefined ? 'free' : 'blocked';
}

type RowProps = {
  readonly row: WeekRow;
  readonly at: number;
  readonly today: LocalDate;
  readonly cursorColumn: number;
};

const Row = memo(function Row({ row, at, today, cursorColumn }: RowProps) {
  return (
    <div role="row" className="row">
      <div role="rowheader" className="room">
        <strong>{row.facility.name}</strong> <span>{row.words}</span>
      </div>
      {row.cells.map((cell, column) => (
        <Cell
          // By its place, so that the focus stays where it is when the week is turned.
          key={WEEKDAY_NAMES[column]}
          cell={cell}
          place={`${at} ${column}`}
          isToday={cell.date === today}
          isCursor={column === cursorColumn}
        />
      ))}
    </div>
  );
});

type CellProps = {
  readonly cell: WeekCell;
  readonly place: string;
  readonly isToday: boolean;
  readonly isCursor: boolean;
};

const Cell = memo(function Cell({ cell, place, isToday, isCursor }: CellProps) {
  const tab = isCursor ? 0 : -1;
  return (
    <div
      role="gridcell"
      className={`cell${cell.closed === '' ? '' : ' closed'}${isToday ? ' today' : ''}`}
      data-cell={place}
      tabIndex={tab}
      aria-label={cell.words}
    >
      {cell.closed !== '' && <span className="why">{cell.closed}</span>}
      {cell.entries.map(({ booking, time, more }) => (
        <button
          key={booking.id}
          type="button"
          tabIndex={tab}
          className={`booking ${stateClasses(booking)}`}
          data-booking={booking.id}
          data-booker={bookerKey(booking)}
          title={booking.isOutOfHours ? OUT_OF_HOURS : undefined}
        >
          {`${time} `}
          <span data-personal="">{booking.bookerName}</span>
          {more}
        </button>
      ))}
    </div>
  );
});

const dayLabel = (date: LocalDate, today: LocalDate): string =>
  `Show ${formatDate(date)}${date === today ? ', today' : ''}`;

/** Today, or Monday; in the first room. */
function startOf(layout: WeekLayout, today: LocalDate): WeekCursor {
  return {
    row: 0,
    column: Math.max(
      0,
      layout.days.findIndex((day) => day.date === today),
    ),
  };
}

import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  type KeyboardEvent,
  memo,
  type MouseEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { type LocalDate, LocalDate as Day } from '#db/shared/local-date';
import { countOf } from '#db/shared/plain-words';
import { useLook } from '../app/look.ts';
import { useToday } from '../app/session-context.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useMonthOfBookings, useNeighboursRead } from './calendar.queries.ts';
import { MonthRows } from './MonthRows.tsx';
import { type DayFill, fillsOf, monthTitle, movedDay } from './month-layout.ts';
import { monthStyles } from './month-styles.ts';

type MonthViewProps = {
  readonly date: LocalDate;
  readonly rooms: readonly FacilityId[];
  /** Another day of this or another month, with the month view kept. */
  readonly onDate: (date: LocalDate) => void;
  /** The day itself, with its hours. */
  readonly onDay: (date: LocalDate) => void;
};

/** A month in counts and free hours; a day opens with a press. */
export function MonthView({ date, rooms, onDate, onDay }: MonthViewProps) {
  const month = useMonthOfBookings(date, rooms);
  const today = useToday();
  const { shortcutsOn } = useLook();
  useNeighboursRead(date, 'month', rooms);
  const grid = useRef<HTMLDivElement>(null);
  const [moves, setMoves] = useState(0);
  const fills = useMemo(() => month.days && fillsOf(month.days), [month.days]);

  useEffect(() => {
    if (moves > 0) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [moves, date]);

  if (month.error !== null) {
    return <ProblemPanel error={month.error} what="The month" onTryAgain={month.refetch} />;
  }
  if (fills === undefined) return <LoadingShape lines={10} />;

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const isToday = shortcutsOn && event.key.toLowerCase() === 't';
    const moved = isToday ? today : movedDay(date, event.key);
    if (moved !== undefined) {
      onDate(moved);
      setMoves((count) => count + 1);
    } else if (event.key === 'Enter' || event.key === ' ') onDay(date);
    else return;
    event.preventDefault();
  }

  function handleClick(event: MouseEvent<HTMLElement>): void {
    const day = (event.target as HTMLElement).closest<HTMLElement>('[data-day]')?.dataset['day'];
    const found = Day.safeParse(day).data;
    if (found !== undefined) onDay(found);
  }

  return (
    <Box sx={monthStyles} aria-busy={month.isPlaceholderData}>
      {/* The day under the cursor takes the keys; the grid listens for all of them. */}
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        className={month.isPlaceholderData ? 'month dim' : 'month'}
        aria-label={`Rooms in ${monthTitle(date)}`}
        onKeyDown={handleKey}
        onClick={handleClick}
      >
        <MonthRows
          month={date}
          letters={3}
          dayOf={(day) => (
            <MonthCell
              key={day}
              date={day}
              fill={fills.get(day)}
              isToday={day === today}
              isCursor={day === date}
            />
          )}
        />
      </div>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        Keys: arrows move, Enter opens the day, T goes to today, Page Up and Page Down turn the
        month. The bar is the part of the opening time that is free.
      </Typography>
    </Box>
  );
}

type MonthCellProps = {
  readonly date: LocalDate;
  readonly fill: DayFill | undefined;
  readonly isToday: boolean;
  readonly isCursor: boolean;
};

const MonthCell = memo(function MonthCell({ date, fill, isToday, isCursor }: MonthCellProps) {
  return (
    <div
      role="gridcell"
      className={`day ${fill?.kind ?? ''}${isToday ? ' today' : ''}`}
      data-day={date}
      tabIndex={isCursor ? 0 : -1}
      aria-label={`${fill?.words ?? date}${isToday ? ', today' : ''}`}
      aria-current={isToday ? 'date' : undefined}
    >
      <strong>{`${Number(date.slice(8))}${isToday ? ' today' : ''}`}</strong>
      {fill !== undefined && (
        <>
          {fill.bookings > 0 && <span>{countOf(fill.bookings, 'booking')}</span>}
          <span className="free">{fill.freeWords}</span>
          <span
            className="bar"
            style={{ '--free': `${fill.freePercent}%` } as React.CSSProperties}
          />
        </>
      )}
    </div>
  );
});

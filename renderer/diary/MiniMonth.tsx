import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
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
import { addMonths, daysBetween, LocalDate, startOfMonth } from '#db/shared/local-date';
import { useToday } from '../app/session-context.tsx';
import { LeftIcon, RightIcon } from '../shared/icons.tsx';
import { useMonthOfBookings } from './calendar.queries.ts';
import { MonthRows } from './MonthRows.tsx';
import { type DayFill, fillsOf, monthTitle, movedDay } from './month-layout.ts';
import { miniMonthStyles } from './month-styles.ts';

type MiniMonthProps = {
  readonly date: LocalDate;
  /** First and last day of what the calendar shows. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly rooms: readonly FacilityId[];
  readonly onDate: (date: LocalDate) => void;
};

/** A month beside the calendar: free hours of each day as a bar, and in words for the day pointed at. */
export const MiniMonth = memo(function MiniMonth(props: MiniMonthProps) {
  const { date, rooms, onDate } = props;
  const today = useToday();
  // Leafing through months leaves the calendar where it is; a new day there brings its own month.
  const [leafed, setLeafed] = useState({ from: date, cursor: date });
  const cursor = leafed.from === date ? leafed.cursor : date;
  const [pointed, setPointed] = useState<string | undefined>(undefined);
  const [moves, setMoves] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const month = useMonthOfBookings(cursor, rooms);
  const fills = useMemo(
    () => (month.days === undefined ? new Map<LocalDate, DayFill>() : fillsOf(month.days)),
    [month.days],
  );

  useEffect(() => {
    if (moves > 0) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [moves]);

  function leaf(to: LocalDate): void {
    setLeafed({ from: date, cursor: to });
  }

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const moved = movedDay(cursor, event.key);
    if (moved !== undefined) {
      leaf(moved);
      setMoves((count) => count + 1);
    } else if (event.key === 'Enter' || event.key === ' ') onDate(cursor);
    else return;
    event.preventDefault();
  }

  function dayUnder(event: MouseEvent<HTMLElement>): LocalDate | undefined {
    const day = (event.target as HTMLElement).closest<HTMLElement>('[data-day]')?.dataset['day'];
    return LocalDate.safeParse(day).data;
  }

  const isWeek = daysBetween(props.from, props.until) === 6;
  const said = fills.get(LocalDate.safeParse(pointed).data ?? cursor);
  return (
    <Box sx={miniMonthStyles}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <IconButton
          size="small"
          aria-label={`Month before, ${monthTitle(addMonths(cursor, -1))}`}
          onClick={() => leaf(startOfMonth(addMonths(cursor, -1)))}
        >
          <LeftIcon />
        </IconButton>
        <Box component="h2" sx={{ m: 0, fontSize: '1.0625rem', fontWeight: 650 }}>
          {monthTitle(cursor)}
        </Box>
        <IconButton
          size="small"
          aria-label={`Month after, ${monthTitle(addMonths(cursor, 1))}`}
          onClick={() => leaf(startOfMonth(addMonths(cursor, 1)))}
        >
          <RightIcon />
        </IconButton>
      </Box>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={`Free time in ${monthTitle(cursor)}`}
        onKeyDown={handleKey}
        onClick={(event) => {
          const day = dayUnder(event);
          if (day !== undefined) onDate(day);
        }}
        onMouseOver={(event) => setPointed(dayUnder(event))}
        onMouseLeave={() => setPointed(undefined)}
        onFocus={() => setPointed(undefined)}
      >
        <MonthRows
          month={cursor}
          letters={2}
          dayOf={(day) => (
            <MiniDay
              key={day}
              date={day}
              fill={fills.get(day)}
              isToday={day === today}
              isCursor={day === cursor}
              isChosen={day === date}
              isInside={isWeek && props.from <= day && day <= props.until}
            />
          )}
        />
      </div>
      {/* The days say the same themselves; this is for the eye. */}
      <Box
        aria-hidden="true"
        sx={{ minHeight: '2.5rem', fontSize: '0.875rem', lineHeight: 1.4, color: 'text.secondary' }}
      >
        {said?.words ?? ''}
      </Box>
    </Box>
  );
});

type MiniDayProps = {
  readonly date: LocalDate;
  readonly fill: DayFill | undefined;
  readonly isToday: boolean;
  readonly isCursor: boolean;
  readonly isChosen: boolean;
  readonly isInside: boolean;
};

const MiniDay = memo(function MiniDay(props: MiniDayProps) {
  const { date, fill } = props;
  const marks = [
    ...(props.isToday ? ['today'] : []),
    ...(props.isChosen ? ['chosen'] : []),
    ...(props.isInside ? ['inside'] : []),
  ].join(' ');
  return (
    <div
      role="gridcell"
      className={`day ${fill?.kind ?? 'unknown'} ${marks}`}
      data-day={date}
      tabIndex={props.isCursor ? 0 : -1}
      aria-label={`${fill?.words ?? date}${props.isToday ? ', today' : ''}`}
      aria-selected={props.isChosen}
    >
      <span>{Number(date.slice(8))}</span>
      <span
        className="bar"
        style={{ '--free': `${fill?.freePercent ?? 0}%` } as React.CSSProperties}
      />
    </div>
  );
});

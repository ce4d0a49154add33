import { ThemeProvider } from '@mui/material/styles';
import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { WeekOfBookings } from '#db/bookings/booking-views.contract';
import { newTheme } from '../../../renderer/app/theme.ts';
import { layOutWeek } from '../../../renderer/diary/week-layout.ts';
import { WeekGrid } from '../../../renderer/diary/WeekGrid.tsx';
import type { CalendarBench, Drawn } from '../calendar-bench.ts';

/**
 * The week by itself beside a bare grid of the same bookings, without a program behind them: what
 * drawing costs, and what the least possible drawing costs in the same browser.
 */
const theme = newTheme('light', 'comfortable');
const nothing = (): void => undefined;
const settled = (): Promise<void> => Promise.resolve();
let root: Root | undefined;

function Ours({ week }: { readonly week: WeekOfBookings }) {
  return (
    <ThemeProvider theme={theme}>
      <WeekGrid
        layout={layOutWeek(week)}
        today={week.from}
        place={null}
        canBook
        onBook={nothing}
        onMove={settled}
        onOpen={nothing}
        onDay={nothing}
        onTurn={nothing}
      />
    </ThemeProvider>
  );
}

/** Rooms by days, a button for each booking, and nothing else: no keys, no words, no states. */
function Bare({ week }: { readonly week: WeekOfBookings }) {
  const days = layOutWeek(week);
  return (
    <div className="bare">
      {days.rows.flatMap((row) =>
        row.cells.map((cell) => (
          <div key={`${row.facility.id} ${cell.date}`}>
            {cell.entries.map(({ booking, time }) => (
              <button key={booking.id} type="button">
                {`${time} ${booking.bookerName}`}
              </button>
            ))}
          </div>
        )),
      )}
    </div>
  );
}

function draw(way: Drawn, week: WeekOfBookings): void {
  const screen = way === 'ours' ? <Ours week={week} /> : <Bare week={week} />;
  flushSync(() => root?.render(screen));
}

/** Milliseconds of drawing until the browser knows where everything stands. */
function timed(run: () => void): number {
  const begun = performance.now();
  run();
  document.body.getBoundingClientRect();
  return performance.now() - begun;
}

const twoFrames = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });

const bench: CalendarBench = {
  mount(way, week) {
    const place = document.createElement('div');
    document.body.append(place);
    return timed(() => {
      root = createRoot(place);
      draw(way, week);
    });
  },
  next: (way, week) => timed(() => draw(way, week)),
  async clicked(way, week) {
    const begun = performance.now();
    draw(way, week);
    await twoFrames();
    return performance.now() - begun;
  },
  elements: () => document.body.querySelectorAll('*').length,
  leave() {
    root?.unmount();
    document.body.replaceChildren();
  },
};

Object.assign(window, { calendarBench: bench });

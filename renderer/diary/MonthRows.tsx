import type { ReactNode } from 'react';
import type { LocalDate } from '#db/shared/local-date';
import { WEEKDAY_NAMES } from '#db/shared/plain-words';
import { weeksOfMonth } from './month-layout.ts';

type MonthRowsProps = {
  /** Any day of the month. */
  readonly month: LocalDate;
  /** How much of a weekday's name there is room for. */
  readonly letters: 2 | 3;
  /** One day as a `gridcell`. */
  readonly dayOf: (date: LocalDate) => ReactNode;
};

/** The rows of a month's grid: the days of the week, then its weeks, Monday first. */
export function MonthRows({ month, letters, dayOf }: MonthRowsProps) {
  return (
    <>
      <div role="row" className="week heads">
        {WEEKDAY_NAMES.map((name) => (
          <div key={name} role="columnheader" aria-label={name}>
            {name.slice(0, letters)}
          </div>
        ))}
      </div>
      {weeksOfMonth(month).map((week, at) => (
        <div key={week.find((day) => day !== null) ?? at} role="row" className="week">
          {week.map((day, column) =>
            day === null ? (
              <div key={column} role="gridcell" className="day none" aria-label="No day" />
            ) : (
              dayOf(day)
            ),
          )}
        </div>
      ))}
    </>
  );
}

import type { WeekHours } from '#db/settings/settings.contract';
import { formatTimeRange, joinWords } from '#db/shared/plain-words';
import { WEEKDAY_NAMES } from '../facilities/week-hours-draft.ts';
import type { Fact } from '../shared/FactList.tsx';

/** A week of hours as facts: 'Monday', '9am to 5pm'. */
export function hoursFacts(hours: WeekHours): readonly Fact[] {
  return hours.length === 0
    ? [{ label: 'Office hours', value: 'Not entered yet' }]
    : daysInWords(hours);
}

function daysInWords(hours: WeekHours): readonly { label: string; value: string }[] {
  return WEEKDAY_NAMES.map(({ weekday, name }) => {
    const spans = hours.filter((span) => span.weekday === weekday);
    return {
      label: name,
      value:
        spans.length === 0
          ? 'Closed'
          : joinWords(spans.map((span) => formatTimeRange(span.opensAt, span.closesAt))),
    };
  });
}

/** A week of hours in one line, for a table. */
export function formatWeekHours(hours: WeekHours): string {
  return daysInWords(hours)
    .filter((day) => day.value !== 'Closed')
    .map((day) => `${day.label} ${day.value}`)
    .join(', ');
}

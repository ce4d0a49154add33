import type { WeekHours } from '#db/settings/settings.contract';
import { compareText } from '#db/shared/local-date';
import { formatTimeRange, joinWords } from '#db/shared/plain-words';
import { WEEKDAY_NAMES } from './week-hours-draft.ts';

/** A week as few lines: 'Monday to Friday 9am to 9pm', 'Saturday 10am to 1pm', 'Sunday closed'. */
export function weekHoursWords(hours: WeekHours): readonly string[] {
  const runs: { first: string; last: string; words: string }[] = [];
  for (const { weekday, name } of WEEKDAY_NAMES) {
    const spans = hours
      .filter((span) => span.weekday === weekday)
      .toSorted((a, b) => compareText(a.opensAt, b.opensAt))
      .map((span) => formatTimeRange(span.opensAt, span.closesAt));
    const words = spans.length === 0 ? 'closed' : joinWords(spans);
    const run = runs.at(-1);
    if (run?.words === words) run.last = name;
    else runs.push({ first: name, last: name, words });
  }
  return runs.map(({ first, last, words }) =>
    first === last ? `${first} ${words}` : `${first} to ${last} ${words}`,
  );
}

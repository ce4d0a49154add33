import { addDays, type LocalDate, weekdayOf } from '#db/shared/local-date';

const ROOMS = ['Meeting Room', 'Small Room'] as const;
const HOURS = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;
const GROUPS = 40;

/** The weekdays from one on, as many as are needed. */
function weekdaysFrom(first: LocalDate, count: number): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; days.length < count; day = addDays(day, 1))
    if (weekdayOf(day) <= 5) days.push(day);
  return days;
}

/** An old diary as a table: two rooms, an hour at a time, weekday after weekday, for forty groups in turn. */
export function longDiary(rows: number, first = '2021-01-04'): string {
  const aDay = ROOMS.length * HOURS.length;
  const days = weekdaysFrom(first as LocalDate, Math.ceil(rows / aDay));
  const lines = days.flatMap((day) =>
    HOURS.flatMap((hour) =>
      ROOMS.map((room) => [room, day, `${hour}:00`, `${hour + 1}:00`].join(',')),
    ),
  );
  return [
    'Room,Date,Start,End,Group,Contact',
    ...lines.slice(0, rows).map((line, index) => `${line},Group ${index % GROUPS},P. Okafor`),
  ].join('\n');
}

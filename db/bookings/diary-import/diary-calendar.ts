import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { MOST_ROWS } from '#db/imports/source-table';
import type { FileContent, SourceRow, SourceTable } from '#db/imports/import-source';
import type { ColumnChoices, Reading } from '#db/imports/imports.contract';
import { importErrors } from '#db/imports/imports.errors';
import { toInstant } from '#db/shared/instant';
import {
  addDays,
  dateOf,
  endOfDay,
  type LocalDate,
  type LocalDateTime,
  localDateTimeOf,
  minutesBetween,
  timeOf,
} from '#db/shared/local-date';

/** Entries that repeat without an end are followed for so long from today; the row after them says so. */
const DAYS_FOLLOWED = 366;

/** A rule that gives no date in so many tries gives none at all. */
const MOST_TRIES = 20_000;

/** Names by which calendars mean the centre's own clock, often without bringing its rules along. */
const OUR_ZONES = new Set(['europe/london', 'europe/belfast', 'gb', 'gmt standard time']);

/** A stretch in the centre's own time, and the moment that names it among the others of its entry. */
type Occurrence = {
  readonly key: number;
  readonly from: LocalDateTime;
  readonly until: LocalDateTime;
};

/**
 * Reads a calendar file: every entry that has a time, repeated ones date by date with their exceptions, in the
 * centre's own time. `columns.room` names the room of entries that do not say one.
 */
export function readCalendar(
  content: FileContent,
  { columns }: Pick<Reading, 'columns'>,
  today: LocalDate,
): SourceTable {
  if (content.kind === 'workbook') throw importErrors.error('import.not-a-calendar', {});
  const events = eventsOf(content.text);
  const rows: SourceRow[] = [];
  for (const [index, event] of events.entries()) {
    if (event.isRecurrenceException()) continue;
    const exceptions = events.filter(
      (other) => other.uid === event.uid && other.isRecurrenceException(),
    );
    rows.push(...rowsOf(event, exceptions, { line: index + 1, columns, today }));
    if (rows.length > MOST_ROWS)
      throw importErrors.error('import.too-many-rows', { most: MOST_ROWS });
  }
  if (rows.length === 0) throw importErrors.error('import.empty', {});
  return { headings: [], columns, rows, sheets: [], sheet: '', headingsOn: null };
}

function eventsOf(text: string): readonly ICAL.Event[] {
  if (text.includes('\0')) throw importErrors.error('import.not-text', {});
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text))
    throw importErrors.error('import.not-a-calendar', {});
  try {
    const parsed = ICAL.parse(text.replace(/^\uFEFF/, '').trimStart()) as unknown[];
    const calendars = Array.isArray(parsed[0]) ? parsed : [parsed];
    return calendars.flatMap((calendar) =>
      new ICAL.Component(calendar as unknown[])
        .getAllSubcomponents('vevent')
        .map((event) => new ICAL.Event(event)),
    );
  } catch (cause) {
    throw importErrors.error('import.not-a-calendar', {}, { cause });
  }
}

type Place = { readonly line: number; readonly columns: ColumnChoices; readonly today: LocalDate };

function rowsOf(
  event: ICAL.Event,
  exceptions: readonly ICAL.Event[],
  place: Place,
): readonly SourceRow[] {
  const trouble = troubleOf(event);
  if (trouble !== undefined) return [{ ...rowOf(event, place), ...trouble }];
  if (!event.isRecurring()) return [rowOf(event, place, occurrenceOf(event, event.startDate))];

  const moved = new Map(
    exceptions.map((one): [number, ICAL.Event] => [keyOf(event, one.recurrenceId), one]),
  );
  const repeated = repeatsOf(event, place.today);
  if (repeated === undefined)
    return [
      {
        ...rowOf(event, place),
        unreadable: 'The way in which it repeats cannot be followed. Enter its dates by hand.',
      },
    ];
  const gone = new Set(timesOf(event, 'exdate').map((time) => keyOf(event, time)));
  const rows = [...repeated.times, ...timesOf(event, 'rdate')].flatMap((time) => {
    const key = keyOf(event, time);
    if (gone.has(key) || moved.has(key)) return [];
    return [rowOf(event, place, occurrenceOf(event, time))];
  });
  const ownRows = [...moved.values()].map((one) => {
    const wrong = troubleOf(one);
    return wrong === undefined
      ? rowOf(one, place, occurrenceOf(one, one.startDate))
      : { ...rowOf(one, place), ...wrong };
  });
  return [
    ...[...rows, ...ownRows].toSorted((a, b) =>
      (a.cells['date'] ?? '') < (b.cells['date'] ?? '') ? -1 : 1,
    ),
    ...(repeated.goesOn
      ? [
          {
            ...rowOf(event, place),
            skipped:
              'It repeats without an end; its dates more than a year from today were left out.',
          },
        ]
      : []),
  ];
}

/** Why an entry is none to import, or cannot be read. */
function troubleOf(
  event: ICAL.Event,
): { readonly skipped: string } | { readonly unreadable: string } | undefined {
  const status = event.component.getFirstPropertyValue('status');
  if (typeof status === 'string' && status.toUpperCase() === 'CANCELLED')
    return { skipped: 'Cancelled in the file.' };
  // A file may leave the start out, whatever the library's types say.
  const start = event.startDate as ICAL.Time | null;
  if (start === null) return { unreadable: 'It has no start. Enter it by hand.' };
  if (start.isDate) return { skipped: 'It lasts all day and has no times, so it holds no room.' };
  const zone = event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  if (
    typeof zone === 'string' &&
    zone !== '' &&
    start.zone.tzid === 'floating' &&
    !OUR_ZONES.has(zone.toLowerCase())
  )
    return { unreadable: `The file does not say what time ${zone} is. Enter it by hand.` };
  return undefined;
}

const isOurs = (time: ICAL.Time): boolean =>
  time.zone.tzid === 'floating' || OUR_ZONES.has(time.zone.tzid.toLowerCase());

/** The moment on the centre's clock. A time in the centre's own zone is what it says. */
function localOf(time: ICAL.Time): LocalDateTime {
  return isOurs(time)
    ? (time.toString().slice(0, 16) as LocalDateTime)
    : localDateTimeOf(toInstant(time.toUnixTime() * 1000));
}

/** Names an occurrence whichever zone a file writes it in. */
const keyOf = (event: ICAL.Event, time: ICAL.Time): number => {
  const asStart = time.clone();
  if (time.zone.tzid === 'floating') asStart.zone = event.startDate.zone;
  return asStart.toUnixTime();
};

function occurrenceOf(event: ICAL.Event, start: ICAL.Time): Occurrence {
  const end = start.clone();
  end.addDuration(event.duration);
  return { key: keyOf(event, start), from: localOf(start), until: localOf(end) };
}

function timesOf(event: ICAL.Event, property: 'exdate' | 'rdate'): readonly ICAL.Time[] {
  return event.component
    .getAllProperties(property)
    .flatMap((one) => one.getValues() as unknown[])
    .filter((value): value is ICAL.Time => value instanceof ICAL.Time);
}

/**
 * The starts that the rules of an entry give, on the wall clock of its own zone: there the hour stays, whatever the
 * clocks do. Undefined when a rule cannot be followed. The library that reads calendars never ends with a rule that
 * fits no day, so the one that makes series follows them.
 */
function repeatsOf(
  event: ICAL.Event,
  today: LocalDate,
): { readonly times: readonly ICAL.Time[]; readonly goesOn: boolean } | undefined {
  const start = event.startDate;
  const wall = (time: ICAL.Time): string => `${time.toICALString().replace('Z', '')}Z`;
  const horizon = `${addDays(today, DAYS_FOLLOWED).replaceAll('-', '')}T235959Z`;
  const times: ICAL.Time[] = [];
  let goesOn = false;
  for (const property of event.component.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) return undefined;
    const isEndless = rule.until === null && rule.count === null;
    goesOn ||= isEndless;
    const parts = rule
      .toString()
      .split(';')
      .filter((part) => !/^(?:UNTIL|COUNT)=/i.test(part));
    const until =
      rule.until === null ? (isEndless ? horizon : '21991231T235959Z') : untilOf(rule.until, start);
    try {
      const found = new RRuleTemporal({
        rruleString: `DTSTART:${wall(start)}\nRRULE:${parts.join(';')};UNTIL=${until}`,
        maxIterations: MOST_TRIES,
      }).all((_, index) => index < (rule.count ?? MOST_ROWS + 1));
      times.push(
        ...found.map((one) =>
          ICAL.Time.fromData(
            {
              year: one.year,
              month: one.month,
              day: one.day,
              hour: one.hour,
              minute: one.minute,
              second: 0,
              isDate: false,
            },
            start.zone,
          ),
        ),
      );
    } catch {
      return undefined;
    }
  }
  return { times, goesOn };
}

/** The end of a rule on the wall clock of its entry; a day alone includes all of it. */
function untilOf(until: ICAL.Time, start: ICAL.Time): string {
  if (until.isDate) return `${until.toICALString()}T235959Z`;
  const there = until.zone.tzid === 'UTC' ? until.convertToZone(start.zone) : until;
  return `${there.toICALString().replace('Z', '')}Z`;
}

function rowOf(event: ICAL.Event, place: Place, when?: Occurrence): SourceRow {
  const text = (value: string | null | undefined): string => (value ?? '').normalize('NFC').trim();
  const organiser = event.component.getFirstProperty('organizer')?.getFirstParameter('cn');
  const cells = {
    room: text(event.location) || (place.columns['room'] ?? ''),
    group: text(event.summary),
    contact: text(organiser),
    notes: text(event.description),
    ...(when === undefined ? {} : cellsOf(when)),
  };
  const isLong =
    when !== undefined &&
    minutesBetween(when.from, endOfDay(dateOf(when.from))) < minutesBetween(when.from, when.until);
  return {
    line: place.line,
    cells,
    original: [cells.group, cells.room],
    unreadable: isLong ? 'It ends on another day than it starts. Enter each day by itself.' : '',
    skipped: '',
  };
}

const cellsOf = ({ from, until }: Occurrence) => ({
  date: dateOf(from),
  start: timeOf(from),
  end: until === endOfDay(dateOf(from)) ? '24:00' : timeOf(until),
});

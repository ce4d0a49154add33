import { describe, expect, it } from 'vitest';
import type { WeekHours } from '#db/settings/settings.contract';
import {
  draftOfWeekHours,
  readWeekHours,
  type WeekHoursDraft,
  withDay,
  withMondayOnWeekdays,
  withSpanAdded,
} from '../../renderer/facilities/week-hours-draft.ts';

const hours = (spans: readonly [number, string, string][]): WeekHours =>
  spans.map(([weekday, opensAt, closesAt]) => ({ weekday, opensAt, closesAt })) as WeekHours;

const EMPTY_WEEK: WeekHoursDraft = { ...draftOfWeekHours(null), isKnown: true };

describe('A week of hours while it is typed', () => {
  it('comes back as it went in, midnight and two openings a day too', () => {
    const week = hours([
      [1, '09:00', '13:00'],
      [1, '14:00', '17:30'],
      [6, '10:00', '24:00'],
    ]);

    expect(readWeekHours(draftOfWeekHours(week))).toEqual({ hours: week, problems: [] });
  });

  it('reads times as people type them', () => {
    const draft = withDay(EMPTY_WEEK, 2, [
      { key: 0, from: '7', until: 'noon' },
      { key: 1, from: '2', until: '5.30' },
    ]);

    expect(readWeekHours(draft).hours).toEqual(
      hours([
        [2, '07:00', '12:00'],
        [2, '14:00', '17:30'],
      ]),
    );
  });

  it('keeps "nobody has said" apart from a week that is closed', () => {
    expect(readWeekHours(draftOfWeekHours(null)).hours).toBeNull();
    expect(readWeekHours(EMPTY_WEEK).hours).toBeUndefined();
    expect(readWeekHours(EMPTY_WEEK).problems[0]?.message).toMatch(/at least one day/);
  });

  it.each([
    ['', '5pm', 'Wednesday: enter the time it opens, like 9am.'],
    ['9am', 'soon', 'Wednesday: enter the time it closes, later than 9am.'],
    ['5pm', '9am', 'Wednesday: enter the time it closes, later than 5pm.'],
  ])('says what is wrong with "%s" to "%s"', (from, until, message) => {
    const draft = withDay(EMPTY_WEEK, 3, [{ key: 4, from, until }]);

    expect(readWeekHours(draft)).toEqual({
      hours: undefined,
      problems: [{ weekday: 3, key: 4, message }],
    });
  });

  it('refuses a second opening that starts before the first has ended', () => {
    const draft = withDay(EMPTY_WEEK, 1, [
      { key: 0, from: '9am', until: '1pm' },
      { key: 1, from: 'noon', until: '5pm' },
    ]);

    expect(readWeekHours(draft).problems[0]?.message).toMatch(/must start after 1pm/);
  });

  it('copies Monday to the other weekdays and leaves the weekend alone', () => {
    const draft = withMondayOnWeekdays(withSpanAdded(EMPTY_WEEK, 1));

    expect(readWeekHours(draft).hours?.map((span) => span.weekday)).toEqual([1, 2, 3, 4, 5]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Series } from '#db/bookings/series/series.contract';
import { addDays } from '#db/shared/local-date';
import type { SeriesMove } from '../../renderer/diary/places.ts';
import { canOthersFollow, seriesChangeOf } from '../../renderer/series/series-move.ts';
import { A_MONDAY, aCard } from './day-values.ts';

const WEEKLY = {
  id: 'series-1',
  repeat: { kind: 'weekly', every: 1, weekdays: [1] },
  version: 3,
} as unknown as Series;
const DAILY = { ...WEEKLY, repeat: { kind: 'daily', every: 1 } } as Series;

/** The Monday's 2pm to 4pm in the Meeting Room, let go there. */
function letGo(to: Partial<Record<keyof SeriesMove['to'], string>>): SeriesMove {
  return {
    booking: aCard('14:00', '16:00', { id: 'own', seriesId: 'series-1' }),
    to: { facilityId: 'room-1', date: A_MONDAY, from: '14:00', until: '16:00', ...to },
    moveThis: async () => {},
  } as unknown as SeriesMove;
}

describe('A date of a series that was dragged', () => {
  it('asks for the others only what the drag changed', () => {
    expect(
      seriesChangeOf(letGo({ from: '15:00', until: '17:00' }), WEEKLY, 'this-and-later'),
    ).toMatchObject({
      scope: 'this-and-later',
      fromBookingId: 'own',
      from: '15:00',
      until: '17:00',
      facilityId: null,
      weekday: null,
      version: 3,
    });
    expect(
      seriesChangeOf(letGo({ facilityId: 'room-2', date: addDays(A_MONDAY, 2) }), WEEKLY, 'all'),
    ).toMatchObject({ scope: 'all', from: null, until: null, facilityId: 'room-2', weekday: 3 });
  });

  it('takes the others to another day only where they go by days of the week', () => {
    const otherDay = letGo({ date: addDays(A_MONDAY, 2) });

    expect(canOthersFollow(otherDay, WEEKLY)).toBe(true);
    expect(canOthersFollow(otherDay, DAILY)).toBe(false);
    expect(canOthersFollow(letGo({ from: '15:00', until: '17:00' }), DAILY)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#db/shared/local-date';
import {
  daysOfPeriod,
  readAddress,
  writeAddress,
} from '../../renderer/diary/use-bookings-address.ts';

const TODAY = '2027-01-06' as LocalDate;
const read = (query: string) => readAddress(new URLSearchParams(query), TODAY);

describe('The address of the rooms screen', () => {
  it('shows today as a calendar of all rooms when it says nothing, or nonsense', () => {
    const usual = {
      date: TODAY,
      view: 'day',
      period: 'day',
      rooms: [],
      withCancelled: false,
      newAt: null,
      newFor: {},
      find: null,
    };

    expect(read('')).toEqual(usual);
    expect(read('date=2027-02-30&view=map&period=year&cancelled=maybe&from=6')).toEqual(usual);
  });

  it('comes back as it was written, with the form open where it was clicked', () => {
    const query =
      'date=2027-01-08&view=list&period=week&room=r-1%2Cr-3&cancelled=1&new=1&facility=r-2&from=18%3A00&until=24%3A00&group=g-1&people=12&find=2+hours';

    expect(writeAddress(read(query), TODAY).toString()).toBe(query);
  });

  it('opens in the view used last, unless the address says another', () => {
    const readAs = (query: string) => readAddress(new URLSearchParams(query), TODAY, 'month').view;

    expect(readAs('')).toBe('month');
    expect(readAs('view=week')).toBe('week');
    expect(readAs('view=map')).toBe('month');
  });

  it('knows an open search for a time from one that was never opened', () => {
    expect(read('find=').find).toBe('');
    expect(read('').find).toBeNull();
  });

  it('forgets who a booking was for once its form is closed', () => {
    const open = read('view=day&new=1&group=g-1&people=12');

    expect(open.newFor).toEqual({ groupId: 'g-1', people: 12 });
    expect(writeAddress({ ...open, newAt: null }, TODAY).toString()).toBe('view=day');
  });

  it('opens the form without a place when none was clicked', () => {
    expect(read('new=1').newAt).toEqual({});
  });

  it('covers the week from Monday and the whole month', () => {
    expect(daysOfPeriod(TODAY, 'week')).toEqual({ from: '2027-01-04', until: '2027-01-10' });
    expect(daysOfPeriod(TODAY, 'month')).toEqual({ from: '2027-01-01', until: '2027-01-31' });
    expect(daysOfPeriod(TODAY, 'day')).toEqual({ from: TODAY, until: TODAY });
  });
});

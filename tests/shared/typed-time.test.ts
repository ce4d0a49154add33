import { describe, expect, test } from 'vitest';
import { LocalTime, timeOfMinutes } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import { parseTypedEndTime, parseTypedTime } from '#db/shared/typed-time';

const time = (text: string) => LocalTime.parse(text);

describe('a time the way people type it', () => {
  test.each([
    ['4', '16:00'],
    ['4pm', '16:00'],
    ['4 PM', '16:00'],
    ['4 p.m.', '16:00'],
    ['4p', '16:00'],
    ['16', '16:00'],
    ['1600', '16:00'],
    ['16:30', '16:30'],
    ['16.30', '16:30'],
    ['4.30', '16:30'],
    ['4 30', '16:30'],
    ['430', '16:30'],
    ['430pm', '16:30'],
    ['4:30am', '04:30'],
    ['04:30', '04:30'],
    ['0430', '04:30'],
    ['half past 4', '16:30'],
    ['Half Past Four', '16:30'],
    ['half 4', '16:30'],
    ['half 10', '10:30'],
    ['half past 12', '12:30'],
    ['half-past four', '16:30'],
    ['quarter past 4', '16:15'],
    ['a quarter to 5', '16:45'],
    ['quarter to 5', '16:45'],
    ['quarter to 1', '12:45'],
    ['quarter to 1pm', '12:45'],
    ['quarter to 12am', '23:45'],
    ['ten to 5pm', '16:50'],
    ['twenty-five past nine', '09:25'],
    ['20 minutes to 11', '10:40'],
    ['four thirty', '16:30'],
    ['4 o’clock', '16:00'],
    ['at 6', '18:00'],
    ['noon', '12:00'],
    ['midday', '12:00'],
    ['12', '12:00'],
    ['12.30', '12:30'],
    ['12pm', '12:00'],
    ['12am', '00:00'],
    ['00:00', '00:00'],
    ['6am', '06:00'],
    ['1', '13:00'],
    ['7', '19:00'],
    ['7.59', '19:59'],
    ['8', '08:00'],
    ['9', '09:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['11', '11:00'],
    ['13', '13:00'],
    ['23:59', '23:59'],
    [' 9am ', '09:00'],
  ])('%s is %s', (text, expected) => {
    expect(parseTypedTime(text)).toBe(expected);
  });

  test.each([
    '',
    'soon',
    '25',
    '24',
    '24:00',
    'midnight',
    '4:60',
    '4:5',
    '4.5',
    '13pm',
    '0am',
    '12345',
    '-4',
    '4-30',
    'half past',
    'half past 25',
    'quarter 4',
    '45 to 5',
    '99 past 4',
    '0 past 4',
    '24:15',
    '2h',
    '90 min',
    '٤',
  ])('"%s" is not a time to start', (text) => {
    expect(parseTypedTime(text)).toBeUndefined();
  });

  test('a bare hour is the morning when the room is open by then', () => {
    const early = { opensAt: time('07:00') };
    expect(parseTypedTime('7', early)).toBe('07:00');
    expect(parseTypedTime('7.15', early)).toBe('07:15');
    expect(parseTypedTime('6', early)).toBe('18:00');
    expect(parseTypedTime('12', early)).toBe('12:00');
    expect(parseTypedTime('7', { opensAt: time('07:30') })).toBe('19:00');
    expect(parseTypedTime('7', { opensAt: time('09:00') })).toBe('19:00');
    expect(parseTypedTime('7pm', early)).toBe('19:00');
    expect(parseTypedTime('12', { opensAt: time('00:00') })).toBe('12:00');
  });

  test('every time that is written on the screen is read back the same', () => {
    for (let minutes = 1; minutes < 1440; minutes += 1) {
      const written = timeOfMinutes(minutes);
      expect(parseTypedTime(formatTime(written))).toBe(written);
    }
  });
});

describe('an end beside a known start', () => {
  test.each([
    ['8', '18:00', '20:00'],
    ['8.30', '18:00', '20:30'],
    ['8', '07:00', '08:00'],
    ['10', '09:00', '10:00'],
    ['9', '09:00', '21:00'],
    ['12', '10:00', '12:00'],
    ['12', '18:00', '24:00'],
    ['12', '12:00', '24:00'],
    ['1', '09:00', '13:00'],
    ['half past 8', '18:00', '20:30'],
    ['until 9', '18:00', '21:00'],
    ['2000', '18:00', '20:00'],
    ['9pm', '18:00', '21:00'],
    ['noon', '09:00', '12:00'],
    ['midnight', '18:00', '24:00'],
    ['24:00', '18:00', '24:00'],
    ['00:00', '18:00', '24:00'],
    ['12am', '18:00', '24:00'],
    ['2h', '18:00', '20:00'],
    ['2 hours', '18:00', '20:00'],
    ['two hours', '18:00', '20:00'],
    ['1 hour', '18:00', '19:00'],
    ['an hour', '18:00', '19:00'],
    ['half an hour', '18:00', '18:30'],
    ['90 min', '18:00', '19:30'],
    ['90 minutes', '18:00', '19:30'],
    ['1.5 hours', '18:00', '19:30'],
    ['1½ hours', '18:00', '19:30'],
    ['1.25h', '18:00', '19:15'],
    ['2h30', '18:00', '20:30'],
    ['2 hours 30 minutes', '18:00', '20:30'],
    ['1 hour and 15 min', '18:00', '19:15'],
    ['6h', '18:00', '24:00'],
  ])('%s after %s is %s', (text, start, expected) => {
    expect(parseTypedEndTime(text, time(start))).toBe(expected);
  });

  test.each([
    ['5pm', '18:00'],
    ['17:00', '18:00'],
    ['18:00', '18:00'],
    ['12.30', '18:00'],
    ['7h', '18:00'],
    ['24:15', '18:00'],
    ['0 min', '18:00'],
    ['1.33h', '18:00'],
    ['noon', '12:00'],
    ['later', '18:00'],
    ['', '18:00'],
  ])('"%s" after %s is no end on that day', (text, start) => {
    expect(parseTypedEndTime(text, time(start))).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntry } from '#db/bookings/diary-import/diary-entry.rules';
import { addDays, type LocalDate, timeOfMinutes } from '#db/shared/local-date';
import { formatDate, formatTime } from '#db/shared/plain-words';

const cells = (part: Readonly<Record<string, string>> = {}) => ({
  room: 'Meeting Room',
  date: '1/3/2027',
  start: '10:00',
  end: '12:00',
  group: 'Ashdown TRA',
  ...part,
});
const read = (part: Readonly<Record<string, string>> = {}) => readEntry(cells(part));

const inTurns = (date: LocalDate): readonly string[] => {
  const [year, month, day] = date.split('-').map(Number);
  return [
    date,
    `${day}/${month}/${year}`,
    `${day}.${month}.${year}`,
    formatDate(date),
    `${date}T00:00:00`,
    `${day}/${month}/${year} 00:00`,
  ];
};

describe('A line of a diary', () => {
  it('is read without what nobody sees, the lines of its notes apart', () => {
    expect(
      read({ group: 'Ash\u200bdown\u202e\tTRA', notes: 'Ring first.\nNo\u0000 step.' }),
    ).toMatchObject({ who: 'Ashdown TRA', notes: 'Ring first.\nNo step.' });
  });

  it('is the same day and time in whatever way these are written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 0, max: 1380 }),
        fc.integer({ min: 1, max: 60 }),
        (days, start, length) => {
          const date = addDays('2001-01-01' as LocalDate, days);
          const [from, until] = [timeOfMinutes(start), timeOfMinutes(start + length)];
          for (const written of inTurns(date))
            expect(read({ date: written, start: from, end: until })).toMatchObject({
              date,
              from,
              until,
            });
          const said = {
            start: formatTime(from).replace('midnight', '0:00'),
            end: formatTime(until),
          };
          expect(read({ date, ...said })).toMatchObject({ date, from, until });
          expect(
            read({
              date,
              start: `${date}T${from}:00`,
              end: until === '24:00' ? until : `${date} ${until}`,
            }),
          ).toMatchObject({ from, until });
        },
      ),
    );
  });

  it.each([
    ['tomorrow'],
    ['24 November'],
    ['24/11'],
    ['Tuesday'],
    ['+3'],
    ['31/2/2027'],
    ['2027-13-01'],
    ['46350'],
    ['next 5'],
  ])('has no date in “%s”, which would be another one next year or is none', (date) => {
    expect(read({ date })).toMatchObject({
      problem: expect.stringContaining(`“${date}” is no date`),
    });
  });

  it.each([
    ['90', '11:30'],
    ['2', '12:00'],
    ['2h', '12:00'],
    ['1.5 hours', '11:30'],
    ['45 min', '10:45'],
  ])('ends after a length of “%s”', (length, until) => {
    expect(read({ end: '', length })).toMatchObject({ until });
  });

  it.each([
    ['6-8pm', '18:00', '20:00'],
    ['10:00 - 12:30', '10:00', '12:30'],
    ['9 to 5', '09:00', '17:00'],
  ])('takes both times out of “%s”', (time, from, until) => {
    expect(read({ start: '', end: '', time })).toMatchObject({ from, until });
  });

  it('does not turn an end before the start into an evening', () => {
    expect(read({ start: '14:00', end: '11:00' })).toMatchObject({
      problem: expect.stringContaining('“11:00” is no end'),
    });
    expect(read({ start: '01/03/2027 18:00', end: '02/03/2027 02:00' })).toMatchObject({
      problem: expect.stringContaining('another day'),
    });
  });

  it('is for the named person where no group is named, or the file says so', () => {
    expect(read({ group: '', contact: 'P. Okafor' })).toMatchObject({
      who: 'P. Okafor',
      isPerson: true,
    });
    expect(read({ group: 'P. Okafor', kind: 'Person' })).toMatchObject({
      who: 'P. Okafor',
      isPerson: true,
    });
    expect(read({ contact: 'P. Okafor' })).toMatchObject({
      who: 'Ashdown TRA',
      isPerson: false,
      contact: 'P. Okafor',
    });
  });

  it('knows our words for a purpose and keeps any other as a note', () => {
    expect(read({ purpose: 'training' })).toMatchObject({ purpose: 'training', notes: '' });
    expect(read({ purpose: 'Meeting led by the council', notes: 'Tea' })).toMatchObject({
      purpose: 'council-meeting',
      notes: 'Tea',
    });
    expect(read({ purpose: 'AGM', notes: 'Tea' })).toMatchObject({
      purpose: 'group-meeting',
      notes: 'AGM\nTea',
    });
  });

  it.each(['Cancelled', 'CANCELED', 'declined'])('that was %s is none to import', (status) => {
    expect(read({ status })).toEqual({ skip: `${status} in the file.` });
  });

  it.each([
    ['people', 'a dozen'],
    ['places', '0'],
    ['places', 'all'],
  ])('needs a number for %s, not “%s”', (field, text) => {
    expect(read({ [field]: text })).toMatchObject({
      problem: expect.stringContaining(`“${text}” is no number`),
    });
  });
});

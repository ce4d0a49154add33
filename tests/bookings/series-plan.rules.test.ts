import { describe, expect, it } from 'vitest';
import type { DateChoice, OnClosedDay } from '#db/bookings/series/series.contract';
import { type Judge, type Place, planDates } from '#db/bookings/series/series-plan.rules';
import { addDays, type LocalDate } from '#db/shared/local-date';

const day = (text: string): LocalDate => text as LocalDate;
const ROOM = 'room-1' as Place['facilityId'];
const TEN_TO_NOON = {
  facilityId: ROOM,
  from: '10:00' as Place['from'],
  until: '12:00' as Place['until'],
};

/** Mondays of March 2027 and Easter Monday, which is closed, as is the Sunday before it. */
const MONDAYS = ['2027-03-15', '2027-03-22', '2027-03-29'].map(day);
const CLOSED: Readonly<Record<string, string>> = {
  '2027-03-26': 'Good Friday',
  '2027-03-29': 'Easter Monday',
};

const isSameDay = (one: Place) => (other: Place) =>
  one.facilityId === other.facilityId && one.date === other.date;

function judgeOf(world: {
  readonly takenOn?: readonly string[];
  readonly mayBeClosed?: boolean;
  readonly today?: string;
}): Judge<Place> {
  return (place, asked) => {
    if (place.date < (world.today ?? '')) return { verdict: 'past', words: 'It has passed.' };
    const why = CLOSED[place.date];
    if (why !== undefined && !asked.onClosedDay) return { verdict: 'closed', words: why };
    if (why !== undefined && world.mayBeClosed !== true)
      return { verdict: 'refused', words: 'A manager has to agree.' };
    const isTaken =
      world.takenOn?.includes(place.date) === true || asked.taken.some(isSameDay(place));
    return isTaken
      ? { verdict: 'clash', words: 'Taken by Oak Estate TRA' }
      : { verdict: 'free', hold: place };
  };
}

function plan(
  part: {
    readonly dates?: readonly LocalDate[];
    readonly onClosedDay?: OnClosedDay;
    readonly choices?: readonly DateChoice[];
    readonly world?: Parameters<typeof judgeOf>[0];
    readonly nextOpen?: LocalDate | undefined;
  } = {},
) {
  return planDates({
    dates: part.dates ?? MONDAYS,
    place: TEN_TO_NOON,
    onClosedDay: part.onClosedDay ?? 'skip',
    choices: part.choices ?? [],
    judge: judgeOf(part.world ?? {}),
    findNextOpen: (place) => ('nextOpen' in part ? part.nextOpen : addDays(place.date, 1)),
  }).map(({ place, hold, ...rest }) => ({ ...rest, on: place.date, holds: hold?.date }));
}

const choice = (
  originalDate: string,
  chosen: DateChoice['choice'],
  to: DateChoice['to'] = null,
): DateChoice => ({ originalDate: day(originalDate), choice: chosen, to });

describe('A closed day of a series', () => {
  it('is skipped and stays wanted, with why', () => {
    expect(plan().at(-1)).toEqual({
      originalDate: '2027-03-29',
      verdict: 'closed',
      outcome: 'want',
      words: 'Easter Monday',
      isMoved: false,
      on: '2027-03-29',
      holds: undefined,
    });
  });

  it('moves to the next open day where the series says so', () => {
    expect(plan({ onClosedDay: 'next-open' }).at(-1)).toMatchObject({
      verdict: 'closed',
      outcome: 'book',
      words: 'Easter Monday: moved to Tuesday 30 March 2027',
      isMoved: true,
      on: '2027-03-30',
      holds: '2027-03-30',
    });
  });

  it('stays wanted on its own day when the next open day is taken, or none is near', () => {
    const taken = plan({ onClosedDay: 'next-open', world: { takenOn: ['2027-03-30'] } });
    expect(taken.at(-1)).toMatchObject({
      outcome: 'want',
      on: '2027-03-29',
      isMoved: false,
      words: 'Easter Monday. Tuesday 30 March 2027: Taken by Oak Estate TRA',
    });
    expect(plan({ onClosedDay: 'next-open', nextOpen: undefined }).at(-1)).toMatchObject({
      outcome: 'want',
      words: 'Easter Monday. No open day is near.',
    });
  });

  it('never moves onto another date of the same series', () => {
    const twice = ['2027-03-29', '2027-03-30'].map(day);
    expect(plan({ dates: twice, onClosedDay: 'next-open' })).toMatchObject([
      { outcome: 'want', words: 'Easter Monday. Tuesday 30 March 2027: Taken by Oak Estate TRA' },
      { outcome: 'book', holds: '2027-03-30' },
    ]);
  });

  it('is kept where the series says so and a manager agrees', () => {
    expect(plan({ onClosedDay: 'keep', world: { mayBeClosed: true } }).at(-1)).toMatchObject({
      outcome: 'book',
      holds: '2027-03-29',
      words: 'Easter Monday: booked all the same',
    });
    expect(plan({ onClosedDay: 'keep' }).at(-1)).toMatchObject({
      outcome: 'want',
      words: 'Easter Monday. A manager has to agree.',
    });
  });

  it('is kept on one date alone when that is chosen', () => {
    const chosen = plan({
      choices: [choice('2027-03-29', 'book')],
      world: { mayBeClosed: true },
    });
    expect(chosen.at(-1)).toMatchObject({ outcome: 'book', holds: '2027-03-29' });
  });
});

describe('A date of a series that is taken', () => {
  const taken = { takenOn: ['2027-03-22'] };

  it('stays wanted, with who has it', () => {
    expect(plan({ world: taken })[1]).toMatchObject({
      verdict: 'clash',
      outcome: 'want',
      words: 'Taken by Oak Estate TRA',
    });
  });

  it('is dropped for good when it is skipped', () => {
    expect(plan({ world: taken, choices: [choice('2027-03-22', 'skip')] })[1]).toMatchObject({
      outcome: 'drop',
      words: 'Taken by Oak Estate TRA',
      holds: undefined,
    });
  });

  it('is booked where the desk moves it, or stays wanted when that is taken too', () => {
    const to = (date: string) => ({ ...TEN_TO_NOON, date: day(date) });
    const moved = plan({
      world: taken,
      choices: [choice('2027-03-22', 'move', to('2027-03-23'))],
    });
    expect(moved[1]).toMatchObject({
      verdict: 'clash',
      outcome: 'book',
      isMoved: true,
      holds: '2027-03-23',
      words: 'Taken by Oak Estate TRA: moved to Tuesday 23 March 2027',
    });
    const ontoItself = plan({
      world: taken,
      choices: [choice('2027-03-22', 'move', to('2027-03-15'))],
    });
    expect(ontoItself[1]).toMatchObject({ outcome: 'want', isMoved: false, on: '2027-03-22' });
  });
});

describe('A date of a series', () => {
  it('that is free says nothing, also when it is moved by choice', () => {
    expect(plan()[0]).toMatchObject({ verdict: 'free', outcome: 'book', words: '' });
    const moved = plan({
      choices: [choice('2027-03-15', 'move', { ...TEN_TO_NOON, date: day('2027-03-16') })],
    });
    expect(moved[0]).toMatchObject({ outcome: 'book', words: 'Moved to Tuesday 16 March 2027' });
  });

  it('that has passed is dropped', () => {
    expect(plan({ world: { today: '2027-03-20' } })[0]).toMatchObject({
      verdict: 'refused',
      outcome: 'drop',
      words: 'It has passed.',
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { type ClosureInForce, officeSpans, openSpans } from '#db/calendar/opening.rules';
import type { WeekHours } from '#db/settings/settings.contract';
import type { LocalDate } from '#db/shared/local-date';
import { aClosure } from '../support/builders/calendar.ts';

const HALL = 'hall' as FacilityId;
const TUESDAY = '2027-03-02' as LocalDate;
const SATURDAY = '2027-03-06' as LocalDate;
const GOOD_FRIDAY = '2027-03-26' as LocalDate;
const week = (opensAt: string, closesAt: string) =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt, closesAt })) as WeekHours;

const hall = (hours: WeekHours | null = week('09:00', '21:00')) => ({ id: HALL, hours });

/** Opening times as '09:00 to 12:00', with the reason. */
function openOn(
  date: LocalDate,
  closures: readonly ClosureInForce[] = [],
  hours: WeekHours | null = week('09:00', '21:00'),
) {
  const { spans, why } = openSpans(hall(hours), date, closures);
  return [
    spans === null
      ? null
      : spans.map((span) => `${span.from.slice(11)} to ${span.until.slice(11)}`),
    why,
  ];
}

describe('A facility is open', () => {
  it('at the hours of its week on an ordinary day', () => {
    expect(openOn(TUESDAY)).toEqual([['09:00 to 21:00'], '']);
    expect(openOn(SATURDAY)).toEqual([[], '']);
  });

  it('until midnight as the first moment of the next day', () => {
    expect(openSpans(hall(week('18:00', '24:00')), TUESDAY, []).spans).toEqual([
      { from: '2027-03-02T18:00', until: '2027-03-03T00:00' },
    ]);
  });

  it('at no time on a bank holiday, whose name it says', () => {
    expect(openOn(GOOD_FRIDAY)).toEqual([[], 'Good Friday']);
    expect(openOn(GOOD_FRIDAY, [], null)).toEqual([[], 'Good Friday']);
  });

  it('always while nobody has entered hours, but for what is closed', () => {
    expect(openOn(SATURDAY, [], null)).toEqual([null, '']);
    const closure = aClosure({ firstDate: SATURDAY, from: '12:00', until: '14:00' });
    expect(openOn(SATURDAY, [closure], null)).toEqual([
      ['00:00 to 12:00', '14:00 to 00:00'],
      'Staff training',
    ]);
  });

  it('not on a day the whole centre is closed, nor at the part of a day that is', () => {
    expect(openOn(TUESDAY, [aClosure({ firstDate: TUESDAY })])).toEqual([[], 'Staff training']);
    const lunch = aClosure({ firstDate: TUESDAY, from: '12:00', until: '14:00' });
    expect(openOn(TUESDAY, [lunch])[0]).toEqual(['09:00 to 12:00', '14:00 to 21:00']);
    const early = aClosure({ firstDate: TUESDAY, from: '08:00', until: '10:00' });
    expect(openOn(TUESDAY, [early])[0]).toEqual(['10:00 to 21:00']);
  });

  it('on the days beside a closure of several days as ever', () => {
    const closure = aClosure({ firstDate: '2027-03-02', lastDate: '2027-03-03' });
    expect(openOn('2027-03-01' as LocalDate, [closure])[0]).toEqual(['09:00 to 21:00']);
    expect(openOn('2027-03-03' as LocalDate, [closure])[0]).toEqual([]);
    expect(openOn('2027-03-04' as LocalDate, [closure])[0]).toEqual(['09:00 to 21:00']);
  });

  it('while another room is closed, unless the two are joined', () => {
    const other = aClosure({ firstDate: TUESDAY, facilityId: 'kitchen' });
    expect(openOn(TUESDAY, [other])).toEqual([['09:00 to 21:00'], '']);
    expect(openOn(TUESDAY, [{ ...other, alsoCloses: [HALL] }])).toEqual([[], 'Staff training']);
  });

  it('on an extra day at the times entered for it', () => {
    const fair = aClosure({
      name: 'Summer fair',
      effect: 'open',
      firstDate: SATURDAY,
      from: '10:00',
      until: '16:00',
    });
    expect(openOn(SATURDAY, [fair])).toEqual([['10:00 to 16:00'], 'Summer fair']);
    expect(openOn(TUESDAY, [{ ...fair, firstDate: TUESDAY, lastDate: TUESDAY }])[0]).toEqual([
      '09:00 to 21:00',
    ]);
  });

  it('for longer when the extra time touches its own', () => {
    const longer = aClosure({
      effect: 'open',
      firstDate: TUESDAY,
      from: '21:00',
      until: '23:00',
    });
    expect(openOn(TUESDAY, [longer])[0]).toEqual(['09:00 to 23:00']);
  });

  it('at its usual hours on a bank holiday entered as open without times', () => {
    const open = aClosure({ name: 'Easter club', effect: 'open', firstDate: GOOD_FRIDAY });
    expect(openOn(GOOD_FRIDAY, [open])).toEqual([['09:00 to 21:00'], 'Good Friday; Easter club']);
    expect(openOn(GOOD_FRIDAY, [open], null)[0]).toBeNull();
  });

  it('as the later of two entries says', () => {
    const closed = aClosure({ firstDate: TUESDAY });
    const open = aClosure({ effect: 'open', firstDate: TUESDAY, from: '10:00', until: '12:00' });
    expect(openOn(TUESDAY, [closed, open])[0]).toEqual(['10:00 to 12:00']);
    expect(openOn(TUESDAY, [open, closed])[0]).toEqual([]);
  });
});

describe('The office is staffed', () => {
  const officeOn = (date: LocalDate, closures: readonly ClosureInForce[] = []) =>
    officeSpans(week('09:00', '17:00'), date, closures).map(
      (span) => `${span.weekday} ${span.opensAt} to ${span.closesAt}`,
    );

  it('at its hours of that weekday', () => {
    expect(officeOn(TUESDAY)).toEqual(['2 09:00 to 17:00']);
    expect(officeOn(SATURDAY)).toEqual([]);
  });

  it('at no time on a bank holiday or a day the whole centre is closed (BOOK-04)', () => {
    expect(officeOn(GOOD_FRIDAY)).toEqual([]);
    expect(officeOn(TUESDAY, [aClosure({ firstDate: TUESDAY })])).toEqual([]);
  });

  it('as ever while only one room is closed', () => {
    expect(officeOn(TUESDAY, [aClosure({ firstDate: TUESDAY, facilityId: HALL })])).toEqual([
      '2 09:00 to 17:00',
    ]);
  });

  it('on an extra open day as far as its weekday has office hours', () => {
    const open = aClosure({
      effect: 'open',
      firstDate: GOOD_FRIDAY,
      from: '08:00',
      until: '13:00',
    });
    expect(officeOn(GOOD_FRIDAY, [open])).toEqual(['5 09:00 to 13:00']);
    expect(officeOn(SATURDAY, [{ ...open, firstDate: SATURDAY, lastDate: SATURDAY }])).toEqual([]);
  });
});

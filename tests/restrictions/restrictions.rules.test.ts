import { describe, expect, it } from 'vitest';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { isCovered, isStanding, scopeWords } from '#db/restrictions/restrictions.rules';
import type { Asked, Scope } from '#db/restrictions/restrictions.contract';
import { LocalDate } from '#db/shared/local-date';

const day = (text: string): LocalDate => LocalDate.parse(text);

describe('When a restriction stands', () => {
  const bar = { from: day('2027-01-04'), until: day('2027-01-31'), liftedOn: null };

  it.each([
    ['not on the day before it begins', '2027-01-03', false],
    ['on its first day', '2027-01-04', true],
    ['on its last day', '2027-01-31', true],
    ['not on the day after its last, without anybody lifting it (CON-19)', '2027-02-01', false],
  ])('stands, or does not: %s', (_, on, stands) => {
    expect(isStanding(bar, day(on))).toBe(stands);
  });

  it('stands until it is lifted where it has no last day, and not on the day it is lifted', () => {
    const open = { ...bar, until: null };
    expect(isStanding(open, day('2037-01-01'))).toBe(true);
    const lifted = { ...open, liftedOn: day('2027-03-01') };
    expect(isStanding(lifted, day('2027-02-28'))).toBe(true);
    expect(isStanding(lifted, day('2027-03-01'))).toBe(false);
  });
});

describe('What a restriction takes away', () => {
  const room = (id: string): Asked => ({ kind: 'facility', facilityId: id as FacilityId });
  const printing: Asked = { kind: 'activity', activity: 'Printing' };
  const money: Asked = { kind: 'money' };
  const scopes: readonly [string, Scope, readonly boolean[]][] = [
    ['one room and nothing else (BOOK-12)', room('a'), [true, false, false, false]],
    ['all rooms (BOOK-13)', { kind: 'all-facilities' }, [true, true, false, false]],
    ['an activity', { kind: 'activity', activity: 'printing' }, [false, false, true, false]],
    ['money', { kind: 'money' }, [false, false, false, true]],
    ['everything', { kind: 'everything' }, [true, true, true, true]],
  ];

  it.each(scopes)('is %s', (_, scope, covered) => {
    expect([room('a'), room('b'), printing, money].map((asked) => isCovered(scope, asked))).toEqual(
      covered,
    );
  });

  it('is said in words', () => {
    expect(scopes.map(([, scope]) => scopeWords(scope, 'Meeting Room'))).toEqual([
      'Meeting Room',
      'all rooms and equipment of the centre',
      'printing',
      'grants and expenses',
      'everything the centre offers',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { RegisterLine } from '#db/activities/activities.contract';
import { activityKinds, findBadTimes, findKind, timeWords } from '#db/activities/activities.rules';
import {
  findBadLine,
  forWhomWords,
  tidyLine,
  totalsOf,
  totalsWords,
} from '#db/activities/register.rules';
import { LocalEndTime, LocalTime } from '#db/shared/local-date';
import { registerDetails } from '../support/builders/activities.ts';

const time = (text: string) => LocalTime.parse(text);
const end = (text: string) => LocalEndTime.parse(text);

const line = (part: { readonly [K in keyof RegisterLine]?: unknown }): RegisterLine =>
  ({
    id: 'line',
    personId: null,
    name: 'Ivy Mossop',
    tenure: null,
    groups: [],
    standing: 'came',
    isFirstTime: false,
    arrivedAt: null,
    leftAt: null,
    wantsToClaim: false,
    version: 1,
    ...part,
  }) as RegisterLine;
const elm = { groupId: 'elm', groupName: 'Elm TRA' };
const oak = { groupId: 'oak', groupName: 'Oak TRA' };

describe('A register', () => {
  it('counts everybody once, and each group once for everybody who came for it', () => {
    const totals = totalsOf([
      line({ groups: [elm, oak], tenure: 'tenant', isFirstTime: true }),
      line({ groups: [oak], tenure: 'tenant', wantsToClaim: true }),
      line({ tenure: 'leaseholder' }),
      line({ standing: 'apologies', groups: [elm], isFirstTime: true, wantsToClaim: true }),
      line({ standing: 'expected' }),
    ]);
    expect(totals).toEqual({
      came: 3,
      expected: 1,
      apologies: 1,
      firstTime: 1,
      wantToClaim: 1,
      tenures: [
        { tenure: 'tenant', count: 2 },
        { tenure: 'leaseholder', count: 1 },
      ],
      groups: [
        { ...oak, count: 2 },
        { ...elm, count: 1 },
      ],
      forThemself: 1,
    });
  });

  it('says in words what it adds up to', () => {
    expect(totalsWords(totalsOf([]))).toBe('Nobody has come yet');
    const all = [
      line({ isFirstTime: true }),
      line({}),
      line({ standing: 'apologies' }),
      line({ standing: 'expected' }),
    ];
    expect(totalsWords(totalsOf(all))).toBe(
      '2 people came, 1 of them for the first time; 1 sent apologies; 1 still expected',
    );
    expect(totalsWords(totalsOf([line({ isFirstTime: true })]))).toBe(
      '1 person came, for the first time',
    );
    expect(forWhomWords(line({ groups: [elm, oak] }))).toBe('Elm TRA and Oak TRA');
    expect(forWhomWords(line({}))).toBe('For themself');
  });

  it('keeps times of those who came only, a name of those not on record only, and each group once', () => {
    const typed = registerDetails({
      personId: 'p1',
      name: 'Typed before',
      tenure: 'tenant',
      groupIds: ['elm', 'elm'],
      standing: 'apologies',
      arrivedAt: '10:00',
      leftAt: '11:00',
    });
    expect(tidyLine(typed)).toMatchObject({
      name: '',
      tenure: null,
      groupIds: ['elm'],
      arrivedAt: null,
      leftAt: null,
    });
    const walkIn = registerDetails({ name: 'Ivy', tenure: 'tenant', arrivedAt: '10:00' });
    expect(tidyLine(walkIn)).toEqual(walkIn);
  });

  it('wants somebody, and nobody leaves before arriving', () => {
    expect(findBadLine(registerDetails())).toBe('no-name');
    expect(findBadLine(registerDetails({ name: 'Ivy' }))).toBeUndefined();
    const left = (leftAt: string) =>
      findBadLine(registerDetails({ name: 'Ivy', arrivedAt: '10:00', leftAt }));
    expect(left('09:59')).toBe('left-before-arriving');
    expect(left('10:00')).toBeUndefined();
  });
});

describe('Kinds of activity', () => {
  it('are the council’s own list, or those to begin with', () => {
    const starting = activityKinds(undefined);
    expect(starting[0]).toBe('Meeting');
    expect(activityKinds(null)).toBe(starting);
    expect(activityKinds([])).toBe(starting);
    expect(activityKinds(['Fun day', ''])).toEqual(['Fun day']);
  });

  it('are found however they are typed', () => {
    expect(findKind(['Meeting', 'Fun day'], 'fun DAY')).toBe('Fun day');
    expect(findKind(['Meeting'], 'Trip')).toBeUndefined();
  });
});

describe('The times of an activity', () => {
  it('may be missing, and an end comes after a beginning', () => {
    expect(findBadTimes(null, null)).toBeUndefined();
    expect(findBadTimes(time('10:00'), null)).toBeUndefined();
    expect(findBadTimes(time('10:00'), end('24:00'))).toBeUndefined();
    expect(findBadTimes(null, end('12:00'))).toBe('end-without-start');
    expect(findBadTimes(time('12:00'), end('12:00'))).toBe('ends-before-start');
  });

  it('are said in words', () => {
    expect(timeWords({ startsAt: null, endsAt: null })).toBe('');
    expect(timeWords({ startsAt: time('10:00'), endsAt: null })).toBe('from 10am');
    expect(timeWords({ startsAt: time('10:00'), endsAt: end('15:30') })).toBe('10am to 3:30pm');
  });
});

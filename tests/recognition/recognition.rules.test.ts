import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#db/shared/local-date';
import { activitiesIn, firstEffect, stopOn, unplacedIn } from '#db/recognition/effects.rules';
import { completeOn, isAskedIn, itemsInForce, missingIn } from '#db/recognition/items.rules';
import { firstDayLate, gapsIn, periodOn, stateOn } from '#db/recognition/periods.rules';
import { decisionsFrom } from '#db/recognition/decisions.rules';
import type { Item, Period, ReturnItem } from '#db/recognition/recognition.contract';

const day = (text: string) => text as LocalDate;
const period = (state: Period['state'], from: string, until: string | null): Period => ({
  id: `${state}-${from}`,
  groupId: 'g1' as Period['groupId'],
  state,
  from: day(from),
  until: until === null ? null : day(until),
  reason: state === 'lapsed' ? 'Accounts are missing' : 'It meets what is asked.',
  decidedBy: 'Maya Quill',
});
const CEDAR = [
  period('recognised', '2027-05-12', null),
  period('lapsed', '2027-04-30', '2027-05-11'),
  period('recognised', '2020-04-01', '2027-04-29'),
  period('applied', '2020-03-01', '2020-03-31'),
];

describe('The state of a group on a day', () => {
  it.each([
    ['2020-02-29', 'none'],
    ['2020-03-01', 'applied'],
    ['2020-03-31', 'applied'],
    ['2020-04-01', 'recognised'],
    ['2027-04-29', 'recognised'],
    ['2027-04-30', 'lapsed'],
    ['2027-05-11', 'lapsed'],
    ['2027-05-12', 'recognised'],
    ['2031-01-01', 'recognised'],
  ])('on %s is %s, first and last days included', (on, state) => {
    expect(stateOn(CEDAR, day(on))).toBe(state);
  });

  it('is the period in which the day lies, or none', () => {
    expect(periodOn(CEDAR, day('2027-05-01'))?.id).toBe('lapsed-2027-04-30');
    expect(periodOn([], day('2027-05-01'))).toBeUndefined();
  });

  it('is late from the first day after the last day in time', () => {
    expect(firstDayLate(day('2027-04-29'))).toBe('2027-04-30');
  });
});

describe('The gaps in a recognition', () => {
  it('stay visible after it came back, with how many days they were', () => {
    expect(gapsIn(CEDAR)).toEqual([
      {
        from: '2027-04-30',
        until: '2027-05-11',
        days: 12,
        state: 'lapsed',
        reason: 'Accounts are missing',
      },
    ]);
  });

  it('are none before the first recognition, and without an end while they last', () => {
    expect(gapsIn([period('applied', '2027-01-01', null)])).toEqual([]);
    expect(
      gapsIn([
        period('withdrawn', '2027-06-01', null),
        period('recognised', '2027-01-01', '2027-05-31'),
      ]),
    ).toMatchObject([{ from: '2027-06-01', until: null, days: null, state: 'withdrawn' }]);
  });
});

describe('What the council asks', () => {
  it('comes from its own list in its own order, with what a manager set beside', () => {
    const rows: Item[] = [
      {
        id: 'paper:kept' as Item['id'],
        kind: 'paper',
        words: 'Accounts',
        asked: 'yearly',
        ifAmended: false,
      },
    ];
    const items = itemsInForce(
      'paper',
      ['recognition criteria form', 'accounts', 'constitution if amended'],
      rows,
    );
    expect(items.map((item) => [item.id, item.asked, item.ifAmended])).toEqual([
      ['paper:recognition criteria form', 'always', false],
      ['paper:kept', 'yearly', false],
      ['paper:constitution if amended', 'always', true],
    ]);
    expect(itemsInForce('criterion', ['Accounts'], rows)[0]?.id).toBe('criterion:accounts');
  });

  it('is asked the first time, in each year, or both', () => {
    const [item] = itemsInForce('paper', ['accounts'], []);
    if (item === undefined) throw new Error('One was given');
    const askedIn = (asked: Item['asked']) =>
      (['first', 'yearly'] as const).map((kind) => isAskedIn({ ...item, asked }, kind));
    expect(askedIn('first')).toEqual([true, false]);
    expect(askedIn('yearly')).toEqual([false, true]);
    expect(askedIn('always')).toEqual([true, true]);
  });

  const line = (
    words: string,
    state: ReturnItem['state'],
    receivedOn: string | null,
  ): ReturnItem => ({
    id: words as ReturnItem['id'],
    kind: 'paper',
    words,
    asked: 'always',
    ifAmended: false,
    state,
    receivedOn: receivedOn as LocalDate | null,
    evidence: '',
    enteredBy: '',
  });

  it('is complete on the day the last of it came, whenever it is looked at', () => {
    const items = [
      line('form', 'accepted', '2027-04-02'),
      line('accounts', 'have-it', '2027-05-12'),
      line('constitution', 'not-amended', '2027-04-02'),
    ];
    expect(completeOn(items)).toBe('2027-05-12');
    expect(missingIn(items)).toEqual([]);
  });

  it('is not complete while a paper is missing or a criterion is not met', () => {
    const items = [
      line('form', 'accepted', '2027-04-02'),
      line('accounts', 'not-asked', null),
      line('remit', 'not-met', null),
    ];
    expect(completeOn(items)).toBeNull();
    expect(missingIn(items)).toEqual(['accounts', 'remit']);
    expect(completeOn([])).toBeNull();
  });
});

describe('What the lack of recognition stops', () => {
  const MANSFIELD = ['annual grant', 'computer', 'room hire', 'group travel', 'admin support'];

  it('follows the council’s own list: Mansfield refuses grant, computer, hire, travel and support, and no free room', () => {
    const effects = (
      [
        'annual-grant',
        'computer',
        'room-hire',
        'group-expenses',
        'admin-support',
        'rooms',
        'decision-making',
      ] as const
    ).map((activity) => firstEffect(activity, MANSFIELD));
    expect(effects).toEqual(['blocks', 'blocks', 'blocks', 'blocks', 'blocks', 'none', 'none']);
  });

  it('only warns before a joint decision (GRP-04)', () => {
    const list = ['grants', 'decision-making', 'other support'];
    expect(firstEffect('decision-making', list)).toBe('warns');
    expect(firstEffect('annual-grant', list)).toBe('blocks');
  });

  it('says which words of the list it cannot place', () => {
    expect(unplacedIn([...MANSFIELD, 'parking'])).toEqual(['parking']);
    expect(activitiesIn('support and resources')).toEqual(['admin-support', 'computer']);
  });

  const asked = {
    name: 'Cedar TRA',
    isNeeded: true,
    effect: 'blocks',
    periods: CEDAR,
    exceptions: [],
    on: day('2027-05-01'),
  } as const;

  it('is stopped on each day of the gap and on no other, with the reason', () => {
    const stops = (on: string) => stopOn({ ...asked, on: day(on) }).stops;
    expect(['2027-04-29', '2027-04-30', '2027-05-11', '2027-05-12'].map(stops)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(stopOn(asked).why).toBe(
      'The recognition of Cedar TRA lapsed on 30 April 2027: Accounts are missing.',
    );
  });

  it('is not stopped for a kind that needs no recognition, nor where nobody switched it on', () => {
    expect(stopOn({ ...asked, isNeeded: false })).toEqual({ stops: false, rule: 'none', why: '' });
    expect(stopOn({ ...asked, effect: 'none' })).toEqual({ stops: false, rule: 'none', why: '' });
    expect(stopOn({ ...asked, effect: 'warns' })).toMatchObject({ stops: false, rule: 'warns' });
  });

  it('goes on where a manager said so, first and last day included', () => {
    const exceptions = [
      {
        id: 'e1',
        groupId: CEDAR[0]?.groupId ?? ('g1' as Period['groupId']),
        activity: 'rooms',
        from: day('2027-05-02'),
        until: day('2027-05-03'),
        reason: 'The annual meeting was called long ago',
        decidedBy: 'Maya Quill',
      },
    ] as const;
    const stops = (on: string) => stopOn({ ...asked, exceptions, on: day(on) }).stops;
    expect(['2027-05-01', '2027-05-02', '2027-05-03', '2027-05-04'].map(stops)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(stopOn({ ...asked, exceptions, on: day('2027-05-02') }).why).toContain(
      'goes on all the same until 3 May 2027: The annual meeting was called long ago. Decided by Maya Quill.',
    );
  });
});

describe('A decision', () => {
  it.each([
    ['none', ['recognised']],
    ['applied', ['recognised', 'refused']],
    ['recognised', ['continued', 'lapsed']],
    ['lapsed', ['restored']],
    ['withdrawn', ['restored']],
  ] as const)('on a group that is %s may be %j', (state, kinds) => {
    expect(decisionsFrom(state)).toEqual(kinds);
  });
});

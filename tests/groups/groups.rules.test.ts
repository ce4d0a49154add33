import { describe, expect, it } from 'vitest';
import type { Area, AreaId } from '#db/areas/areas.contract';
import { isWorkingDay } from '#db/calendar/working-days.rules';
import { coverageOf, type GroupInAreas, repWarnings } from '#db/groups/coverage.rules';
import {
  dutyStanding,
  dutySteps,
  dutyTaskWords,
  expiryTaskWords,
  nextYearly,
  stepOn,
} from '#db/groups/duties.rules';
import type { Homes, HomesId } from '#db/groups/group-record.contract';
import { type GroupId, type GroupKind, GroupKind as Kind } from '#db/groups/groups.contract';
import { afterLandlordChange, countInForce, homesInForce } from '#db/groups/homes.rules';
import { isRepKind, needsRecognition, papersNeeded } from '#db/groups/kinds.rules';
import { LocalDate } from '#db/shared/local-date';

const day = (text: string): LocalDate => LocalDate.parse(text);
const isWorking = (date: LocalDate) => isWorkingDay(date, []);

describe('The kind of a group', () => {
  const preset = ['recognition criteria form', 'accounts', 'constitution if amended'];

  it('asks an association for a constitution and the council’s own papers (GRP-02, GRP-05)', () => {
    expect(papersNeeded('tra', preset)).toEqual([
      { kind: 'constitution', words: 'Constitution' },
      { kind: 'accounts', words: 'Accounts' },
    ]);
    expect(papersNeeded('tra', [])).toEqual([{ kind: 'constitution', words: 'Constitution' }]);
  });

  it('asks a consultative group, a club and a Neighbourhood Watch for no paper (GRP-05, GRP-28)', () => {
    for (const kind of [
      'consultative',
      'task-group',
      'social-club',
      'neighbourhood-watch',
    ] as const)
      expect(papersNeeded(kind, preset)).toEqual([]);
  });

  it('asks a panel for terms of reference and a representative for the code accepted (GRP-09)', () => {
    expect(papersNeeded('scrutiny-panel', preset).map((one) => one.kind)).toEqual([
      'terms-of-reference',
    ]);
    expect(papersNeeded('street-rep', preset).map((one) => one.kind)).toEqual(['code-adoption']);
  });

  it('says who needs recognition, and who is one person (GRP-01, GRP-07, GRP-27)', () => {
    expect(Kind.options.filter(needsRecognition)).toEqual(['tra']);
    expect(Kind.options.filter(isRepKind)).toEqual(['block-rep', 'street-rep', 'village-rep']);
    expect(Kind.options).toContain('tmo');
  });
});

describe('The ladder of reminders', () => {
  it('has its rungs eight and four weeks before, on the day, and on the working day after', () => {
    expect(dutySteps(day('2027-06-16'), isWorking)).toEqual([
      { stage: 'eight-weeks', from: '2027-04-21' },
      { stage: 'four-weeks', from: '2027-05-19' },
      { stage: 'due', from: '2027-06-16' },
      { stage: 'overdue', from: '2027-06-17' },
    ]);
  });

  it('moves a rung back from a weekend or bank holiday, and forward only where the day is past', () => {
    // Easter Monday 2027 is 29 March, so the working day before is Thursday 25 March, and the one after the 30th.
    expect(dutySteps(day('2027-03-28'), isWorking).map((step) => step.from)).toEqual([
      '2027-01-29',
      '2027-02-26',
      '2027-03-25',
      '2027-03-30',
    ]);
  });

  it.each([
    ['2027-04-20', 'later'],
    ['2027-04-21', 'soon'],
    ['2027-06-15', 'soon'],
    ['2027-06-16', 'due'],
    ['2027-06-17', 'overdue'],
  ])('stands on %s as %s for something due on 16 June', (on, standing) => {
    expect(dutyStanding(day('2027-06-16'), day(on), isWorking)).toBe(standing);
  });

  it('says nothing about what has no day', () => {
    expect(dutyStanding(null, day('2027-06-16'), isWorking)).toBe('not-set');
    expect(stepOn(dutySteps(day('2027-06-16'), isWorking), day('2027-01-04'))).toBeUndefined();
  });

  it('says at each rung what to do', () => {
    const words = (['eight-weeks', 'four-weeks', 'due', 'overdue'] as const).map((stage) =>
      dutyTaskWords('Cedar TRA', 'accounts', day('2027-04-30'), stage),
    );
    expect(words).toEqual([
      'Accounts of Cedar TRA: due on 30 April 2027.',
      'Accounts of Cedar TRA: due on 30 April 2027. Remind the group.',
      'Accounts of Cedar TRA: due now, on 30 April 2027. Ask for it.',
      'Accounts of Cedar TRA: overdue since 30 April 2027. Ask for it and say what happens next.',
    ]);
    expect(expiryTaskWords('Cedar TRA', 'Lease', day('2027-04-30'), 'overdue')).toContain(
      'ran out',
    );
    expect(expiryTaskWords('Cedar TRA', 'Lease', day('2027-04-30'), 'due')).toContain('runs out');
  });

  it('is set a year on from the day it was due, or from today where that has passed too', () => {
    expect(nextYearly(day('2027-06-01'), day('2027-05-20'))).toBe('2028-06-01');
    expect(nextYearly(day('2024-06-01'), day('2027-05-20'))).toBe('2028-05-20');
    expect(nextYearly(day('2026-05-20'), day('2027-05-20'))).toBe('2028-05-20');
    expect(nextYearly(null, day('2027-05-20'))).toBe('2028-05-20');
    for (const never of ['0000-01-01', '9999-12-31'])
      expect(dutySteps(day(never), isWorking)).toHaveLength(4);
    expect(nextYearly(day('9999-12-31'), day('2027-05-20'))).toBe('9999-12-31');
  });
});

const homes = (part: Partial<Homes>): Homes => ({
  id: 'h' as HomesId,
  landlord: 'City Council',
  isCouncil: true,
  properties: 120,
  tenancies: 100,
  asAt: day('2026-04-01'),
  source: 'rent system',
  ...part,
});

describe('The homes a group covers', () => {
  const rows = [
    homes({}),
    homes({ landlord: 'Harbour Homes', isCouncil: false, properties: 30, tenancies: 25 }),
    homes({ landlord: 'city council', properties: 110, tenancies: 90, asAt: day('2027-04-01') }),
  ];

  it('are the latest count of each landlord on that day, whatever the spelling (GRP-11)', () => {
    expect(countInForce(rows, day('2027-03-31'))).toMatchObject({
      properties: 150,
      tenancies: 125,
    });
    expect(countInForce(rows, day('2027-04-01'))).toMatchObject({
      properties: 140,
      tenancies: 115,
    });
    expect(homesInForce(rows, day('2026-03-31'))).toEqual([]);
    const again = [homes({ tenancies: 100 }), homes({ tenancies: 98 })];
    expect(countInForce(again, day('2026-04-01')).tenancies).toBe(98);
  });

  it('count the council’s own apart (GRP-12), and say how old the oldest figure is', () => {
    expect(countInForce(rows, day('2027-04-01'))).toMatchObject({
      councilProperties: 110,
      councilTenancies: 90,
      asAt: '2026-04-01',
    });
    expect(countInForce([], day('2027-04-01')).asAt).toBeNull();
  });

  it('pass to a new landlord beside those it has, and leave none with the old (GRP-25)', () => {
    const change = {
      fromLandlord: 'City Council',
      toLandlord: 'Harbour Homes',
      isCouncil: false,
      on: day('2027-05-01'),
      source: 'transfer letter',
    };
    const made = afterLandlordChange(rows, change) ?? [];
    expect(made).toMatchObject([
      { landlord: 'city council', properties: 0, tenancies: 0, asAt: '2027-05-01' },
      { landlord: 'Harbour Homes', properties: 140, tenancies: 115, isCouncil: false },
    ]);
    expect(afterLandlordChange(rows, { ...change, fromLandlord: 'Nobody' })).toBeUndefined();
    const after = [...rows, ...made.map((row) => ({ ...row, id: 'n' as HomesId }))];
    expect(countInForce(after, day('2027-05-01'))).toMatchObject({
      properties: 140,
      councilProperties: 0,
    });
    expect(afterLandlordChange(after, change)).toBeUndefined();
  });

  it('stay unknown where nobody has counted them', () => {
    const [old, made] =
      afterLandlordChange([homes({ properties: null })], {
        fromLandlord: 'City Council',
        toLandlord: 'Harbour Homes',
        isCouncil: false,
        on: day('2027-05-01'),
        source: 'letter',
      }) ?? [];
    expect([old?.properties, made?.properties, made?.tenancies]).toEqual([null, null, 100]);
  });
});

const area = (id: string, parentId: string | null = null, isActive = true): Area => ({
  id: id as AreaId,
  name: id,
  kind: 'area',
  parentId: parentId as AreaId | null,
  isActive,
  version: 1,
});
const AREAS = [area('East'), area('Elm', 'East'), area('West'), area('Gone', null, false)];
const group = (id: string, kind: GroupKind, ...areaIds: string[]): GroupInAreas => ({
  id: id as GroupId,
  name: id,
  kind,
  areaIds: areaIds as AreaId[],
});

describe('Areas without a group', () => {
  it('are those that neither a group nor a representative covers (GRP-20)', () => {
    const lines = coverageOf(AREAS, [
      group('East TRA', 'tra', 'East'),
      group('Rep', 'block-rep', 'West'),
      group('Club', 'social-club', 'West'),
    ]);
    expect(lines.map((line) => [line.areaName, line.cover, line.groups.length])).toEqual([
      ['East', 'group', 1],
      ['Elm', 'group', 1],
      ['West', 'rep', 1],
    ]);
    expect(coverageOf(AREAS, [group('Elm TRA', 'tra', 'Elm')]).map((line) => line.cover)).toEqual([
      'none',
      'group',
      'none',
    ]);
  });
});

describe('A village or street representative', () => {
  const recognised = [group('East TRA', 'tra', 'East')];
  const rep = (kind: GroupKind, ...ids: string[]) => ({
    id: null,
    kind,
    areaIds: ids as AreaId[],
  });

  it('is warned about inside the area of a recognised group, also deeper (GRP-06)', () => {
    expect(repWarnings(AREAS, rep('village-rep', 'Elm', 'West'), recognised)).toEqual([
      'Elm is covered by East TRA, which is recognised. Street and village representatives are for places without an association.',
    ]);
    expect(repWarnings(AREAS, rep('street-rep', 'East'), recognised)).toHaveLength(1);
  });

  it('is fine elsewhere, and so is a block representative anywhere', () => {
    expect(repWarnings(AREAS, rep('village-rep', 'West'), recognised)).toEqual([]);
    expect(repWarnings(AREAS, rep('block-rep', 'Elm'), recognised)).toEqual([]);
    expect(
      repWarnings(AREAS, { ...rep('village-rep', 'Elm'), id: 'East TRA' as GroupId }, recognised),
    ).toEqual([]);
  });
});

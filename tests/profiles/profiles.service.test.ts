import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { keepSheets } from '#db/profiles/sheets.service';
import type { CountLine, ProfileCounts } from '#db/profiles/profiles.contract';
import { mustExist } from '#db/shared/domain-error';
import { anArea } from '../support/builders/areas.ts';
import { aPerson } from '../support/builders/people.ts';
import {
  aCountedYear,
  countThem,
  enterSheets,
  sheetDetails,
  theYoung,
} from '../support/builders/profiles.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const officer = () => core.as('officer');
const manager = () => core.as('manager');
const counts = (year: string | null = null) => officer().call('profiles.counts', { year });
const waiting = () => desk().call('profiles.waiting', {});
const round = () => core.core.unit(PROGRAM, 'writes', keepSheets);
const linesOf = (seen: ProfileCounts, question = 'age'): readonly CountLine[] =>
  mustExist(
    seen.questions.find(({ id }) => id === question),
    'it is asked',
  ).lines;
const lineOf = (seen: ProfileCounts, id: string): CountLine =>
  mustExist(
    linesOf(seen).find((line) => line.id === id),
    'it is offered',
  );
const setFigure = (
  name: 'people.smallCount' | 'people.profileFields' | 'people.gapGroups',
  value: number | string[],
) => manager().call('settings.setParameter', { name, value, from: '2027-01-04' });
const rows = (sql: string): readonly Record<string, unknown>[] =>
  core.raw().prepare(sql).all() as Record<string, unknown>[];

describe('A sheet', () => {
  it('has no column that could name a person, a group, a user or a moment', () => {
    const tables = rows(
      "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name LIKE 'profile_%'",
    );
    expect(tables).toHaveLength(5);
    for (const { name } of tables) {
      const columns = rows(`SELECT name FROM pragma_table_info('${String(name)}')`);
      for (const column of columns)
        expect(String(column['name'])).not.toMatch(
          /person|group_id|user|name_|_at$(?<!as_at)|day|date/,
        );
      const targets = rows(
        `SELECT "table" AS target FROM pragma_foreign_key_list('${String(name)}')`,
      );
      for (const { target } of targets) expect(target).toBe('area');
    }
  });

  it('leaves nothing from which it could be told in which order sheets came', async () => {
    await enterSheets(core, 12);
    expect(() => rows('SELECT rowid FROM profile_sheet')).toThrow(/no such column/);
    const keys = rows('SELECT sheet_key FROM profile_sheet').map((row) => String(row['sheet_key']));
    // The fourth version of an id is chance alone; the seventh would rise with time.
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(keys).toEqual([...keys].sort());
  });

  it('stands in the record of changes without its answers, area or key', async () => {
    const before = rows('SELECT * FROM audit_entry').length;
    const area = await anArea(core, { name: 'North' });
    const { key } = await desk().call('profiles.addSheet', sheetDetails({ areaId: area.id }));
    const entries = rows(`SELECT * FROM audit_entry ORDER BY seq`).slice(before + 1);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: 'profile.sheet-entered',
      object_id: 'sheets',
      before_json: '{}',
      after_json: '{}',
    });
    const text = JSON.stringify(entries);
    for (const secret of [key, area.id, 'under-30', 'leaseholder'])
      expect(text).not.toContain(secret);
  });

  it('is sealed in the file, at one length whatever was answered', async () => {
    await desk().call('profiles.addSheet', sheetDetails({ answers: [] }));
    await desk().call('profiles.addSheet', sheetDetails());
    const sealed = rows('SELECT answers_sealed FROM profile_sheet').map((row) =>
      String(row['answers_sealed']),
    );
    expect(new Set(sealed.map((text) => text.length)).size).toBe(1);
    expect(sealed.join()).not.toContain('under-30');
  });

  it.each([
    ['a month to come', { month: '2027-02' }, 'profile.month-to-come'],
    ['a month whose answers are no longer kept', { month: '2026-01' }, 'profile.month-over'],
    [
      'an answer that is not offered',
      { answers: [{ questionId: 'age', choiceId: 'ancient' }] },
      'profile.answer-not-offered',
    ],
  ])('is refused with %s', async (_, part, code) => {
    expect(await desk().refusal('profiles.addSheet', sheetDetails(part))).toMatchObject({ code });
  });

  it('names an area of the widest kind only, because few live in a block', async () => {
    const block = await anArea(core, { name: 'Kite Tower', kind: 'block' });
    expect(
      await desk().refusal('profiles.addSheet', sheetDetails({ areaId: block.id })),
    ).toMatchObject({ code: 'profile.area-too-small', field: 'areaId' });
  });

  it('is taken back by its key while it waits, and no more once it counts', async () => {
    const { key } = await desk().call('profiles.addSheet', sheetDetails());
    expect(await waiting()).toMatchObject({ sheets: 1 });
    await desk().call('profiles.withdrawSheet', { key });
    expect(await waiting()).toMatchObject({ sheets: 0 });
    expect(await desk().refusal('profiles.withdrawSheet', { key })).toMatchObject({
      code: 'profile.sheet-counted',
    });
    const kept = await desk().call('profiles.addSheet', sheetDetails());
    await enterSheets(core, 4);
    await countThem(core);
    expect(await desk().refusal('profiles.withdrawSheet', kept)).toMatchObject({
      code: 'profile.sheet-counted',
    });
  });
});

describe('Sheets that wait', () => {
  it('count with one press once enough wait, or by themselves on the next day', async () => {
    await enterSheets(core, 4);
    expect(await waiting()).toEqual({ sheets: 4, threshold: 5, mayCount: false });
    expect(await officer().refusal('profiles.settleSheets', {})).toMatchObject({
      code: 'profile.too-few-wait',
    });
    await enterSheets(core, 1);
    expect((await counts()).sheets).toBeNull();
    expect(await round()).toBe(true);
    expect((await counts()).sheets).toBe(5);
    expect(await round()).toBe(false);
  });

  it('change no number on the page by being entered', async () => {
    await aCountedYear(core);
    const before = await counts();
    await enterSheets(core, 4);
    await round();
    expect(await counts()).toEqual(before);
  });
});

describe('The counts', () => {
  it('show that 8% of those involved are under 30 and 21% of tenants', async () => {
    await aCountedYear(core);
    await theYoung(core);
    const seen = await counts();
    expect(seen).toMatchObject({ year: '2026/27', sheets: 140, involvedSheets: 100 });
    expect(seen.gapGroups).toEqual([
      expect.objectContaining({
        words: 'Young people',
        involved: { mark: 'shown', count: 8, percent: 8 },
        comparator: { percent: 21, asAt: '2021-03-21', source: 'Census 2021' },
        gap: -13,
      }),
    ]);
    expect(lineOf(seen, 'under-30').all).toEqual({ mark: 'shown', count: 28, percent: 20 });
  });

  it('hide groups under 5, their percentages and their gaps', async () => {
    await aCountedYear(core, 4);
    await theYoung(core);
    const seen = await counts();
    const young = lineOf(seen, 'under-30');
    expect(young).toMatchObject({ involved: { mark: 'small' }, gap: null });
    expect(seen.gapGroups[0]?.involved.mark).not.toBe('shown');
    // With four of a hundred hidden, the ninety-six would tell.
    expect(lineOf(seen, '60-to-74').involved.mark).not.toBe('shown');
    expect(JSON.stringify(linesOf(seen))).not.toMatch(/"count":(?:4|96)\b/);
  });

  it('hide by the number that the council says', async () => {
    await aCountedYear(core);
    await setFigure('people.smallCount', 10);
    const seen = await counts();
    expect(seen.threshold).toBe(10);
    expect(lineOf(seen, 'under-30').involved.mark).toBe('small');
  });

  it('show nothing of a year with too few sheets', async () => {
    await enterSheets(core, 5);
    await countThem(core);
    await setFigure('people.smallCount', 6);
    expect(await counts()).toMatchObject({ sheets: null, questions: [], gapGroups: [] });
  });

  it('never add two years up', async () => {
    await enterSheets(core, 6);
    await enterSheets(core, 7, { month: '2026-03' });
    await countThem(core);
    expect(await counts()).toMatchObject({ years: ['2026/27', '2025/26'], sheets: 6 });
    expect(await counts('2025/26')).toMatchObject({ sheets: 7 });
  });

  it('stand by area where enough sheets name one', async () => {
    const area = await anArea(core, { name: 'North' });
    await enterSheets(core, 10, { areaId: area.id });
    await enterSheets(core, 9, {});
    await countThem(core);
    const [question] = (await counts()).questions;
    expect(question?.byArea?.columns).toEqual([
      { words: 'North', sheets: 10 },
      { words: 'All others', sheets: 9 },
    ]);
  });

  it('name what the council’s paper names and nobody counts yet (PPL-06, PPL-07)', async () => {
    await setFigure('people.gapGroups', ['young people', 'BME']);
    await theYoung(core);
    expect((await counts()).notCounted).toEqual(['BME']);
  });

  it('are read by the auditor, and not by the desk that enters the sheets', async () => {
    await aCountedYear(core);
    expect((await core.as('auditor').call('profiles.counts', {})).sheets).toBe(140);
    expect(await desk().refusal('profiles.counts', {})).toMatchObject({
      code: 'session.not-allowed',
    });
  });
});

describe('Old sheets', () => {
  it('become counts after a year, and the page shows the same as before', async () => {
    await aCountedYear(core);
    const before = await counts();
    clock.set('2028-01-05T09:00:00.000Z');
    await round();
    expect(rows('SELECT * FROM profile_sheet')).toEqual([]);
    expect(rows('SELECT * FROM profile_count').length).toBeGreaterThan(20);
    expect(await counts('2026/27')).toEqual(before);
  });

  it('that never had enough others beside them go uncounted', async () => {
    await enterSheets(core, 3);
    clock.set('2028-01-05T09:00:00.000Z');
    await round();
    expect(rows('SELECT * FROM profile_sheet')).toEqual([]);
    expect(rows('SELECT * FROM profile_count')).toEqual([]);
  });
});

describe('The questions', () => {
  const change = (part: object) =>
    manager().call('profiles.changeQuestion', {
      id: 'carer',
      words: 'Do you look after somebody?',
      isAsked: true,
      choices: ['Yes', 'Sometimes'],
      version: 0,
      ...part,
    });

  it('are put and answered as the manager says', async () => {
    await change({});
    const asked = await desk().call('profiles.questions', {});
    expect(asked.find(({ id }) => id === 'carer')).toMatchObject({
      words: 'Do you look after somebody?',
      version: 1,
    });
    expect(
      await desk().refusal(
        'profiles.addSheet',
        sheetDetails({ answers: [{ questionId: 'carer', choiceId: 'no' }] }),
      ),
    ).toMatchObject({ code: 'profile.answer-not-offered' });
  });

  it('tell the second of two people who change one, and refuse an answer that stands there twice', async () => {
    await change({});
    const again = {
      id: 'carer',
      words: 'Carer?',
      isAsked: true,
      choices: ['Yes'],
      version: 0,
    } as const;
    expect(await manager().refusal('profiles.changeQuestion', again)).toMatchObject({
      code: 'profile.question-changed',
    });
    expect(
      await manager().refusal('profiles.changeQuestion', {
        ...again,
        choices: ['Yes', 'Yes'],
        version: 1,
      }),
    ).toMatchObject({ code: 'profile.choice-twice' });
  });

  it('are compared with all tenants, with a day that is past and an answer that is there', async () => {
    const comparator = { percent: 21, asAt: '2021-03-21', source: 'Census 2021' } as const;
    const of = { questionId: 'age', choiceId: 'under-30' } as const;
    const set = (part: object) => ({ ...of, comparator, ...part }) as never;
    expect(await manager().call('profiles.setComparator', set({}))).toEqual({ before: null });
    expect(await manager().call('profiles.setComparator', set({ comparator: null }))).toEqual({
      before: comparator,
    });
    expect(
      await manager().refusal('profiles.setComparator', set({ choiceId: 'ancient' })),
    ).toMatchObject({ code: 'profile.choice-unknown' });
    expect(
      await manager().refusal(
        'profiles.setComparator',
        set({ comparator: { ...comparator, asAt: '2030-01-01' } }),
      ),
    ).toMatchObject({ code: 'profile.source-to-come', field: 'comparator.asAt' });
  });
});

describe('A group that the council wants to reach', () => {
  it('shares no answer with another, is changed once at a time, and is taken out', async () => {
    const young = await theYoung(core);
    const details = {
      name: 'Students',
      questionId: 'age',
      choiceIds: ['under-30'],
      comparator: null,
    } as const;
    expect(
      await manager().refusal('profiles.addGapGroup', { ...details, choiceIds: ['under-30'] }),
    ).toMatchObject({ code: 'profile.answer-in-two-groups', field: 'choiceIds' });
    const changed = {
      ...details,
      name: 'The young',
      choiceIds: ['under-30'],
      id: young.id,
      version: 1,
    };
    expect(await manager().call('profiles.changeGapGroup', changed)).toMatchObject({ version: 2 });
    expect(await manager().refusal('profiles.changeGapGroup', changed)).toMatchObject({
      code: 'profile.group-changed',
    });
    await manager().call('profiles.removeGapGroup', { id: young.id, version: 2 });
    expect(
      await manager().refusal('profiles.removeGapGroup', { id: young.id, version: 2 }),
    ).toMatchObject({ code: 'profile.group-not-found' });
    expect(await officer().call('profiles.gapGroups', {})).toEqual([]);
  });
});

describe('Completeness', () => {
  it('counts the records in which all is filled that the council asks, against its target (PPL-08)', async () => {
    await aPerson(core, { phone: '01632 960111', kind: 'tenant' });
    await aPerson(core, { phone: '', kind: 'tenant' });
    const read = () => officer().call('profiles.completeness', {});
    expect(await read()).toMatchObject({ required: [], held: 2, complete: 0, isBelow: false });
    await setFigure('people.profileFields', ['Phone', 'Tenure', 'Shoe size']);
    await manager().call('settings.setParameter', {
      name: 'people.profileTarget',
      value: '95% by 2030',
      from: '2027-01-04',
    });
    expect(await read()).toEqual({
      required: ['Phone', 'Tenure'],
      unknown: ['Shoe size'],
      held: 2,
      complete: 1,
      target: 95,
      isBelow: true,
    });
  });
});

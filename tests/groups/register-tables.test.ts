import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { readWorkbook } from '#db/imports/workbook-in';
import type { Person } from '#db/people/people.contract';
import { anAgreement } from '../support/builders/agreements.ts';
import { anArea } from '../support/builders/areas.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aTerm } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { recognise } from '../support/builders/recognition.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

/*
 * The registers as files: `officer-tables.service`, `standing-table.service`, `agreements-table.service`,
 * `export-people.service` and the registers of groups.
 */
let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const rowsOf = (table: { readonly text: string }): readonly (readonly string[])[] =>
  parse(table.text, { bom: true });

async function agree(person: Person, purpose: 'be-named' | 'share-contact'): Promise<void> {
  await desk().call('people.giveConsent', {
    personId: person.id,
    purpose,
    what: '',
    withWhom: '',
    givenOn: '2027-01-04',
    until: null,
    how: 'form',
  });
}

describe('Officers and active tenants as tables', () => {
  it('name nobody and give no number away without consent (PPL-10)', async () => {
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    const [ada, ben] = [
      await aPerson(core, { name: 'Ada Cole', phone: '023 8083 4000' }),
      await aPerson(core, { name: 'Ben Ode', phone: '023 8083 5000' }),
    ];
    await aTerm(core, { groupId: group.id, personId: ada.id, post: 'chair', from: '2026-07-01' });
    await aTerm(core, {
      groupId: group.id,
      personId: ben.id,
      post: 'treasurer',
      from: '2026-07-01',
    });
    await agree(ada, 'be-named');
    await agree(ada, 'share-contact');
    const officers = await desk().call('officers.exportToday', {});
    expect(officers.fileName).toBe('officers-2027-01-04.csv');
    expect(rowsOf(officers).slice(1)).toEqual([
      ['Ashdown TRA', 'Chair', 'Ada Cole', '023 8083 4000', '2026-07-01', '', expect.any(String)],
      [
        'Ashdown TRA',
        'Treasurer',
        'Not named: no consent',
        '',
        '2026-07-01',
        '',
        expect.any(String),
      ],
    ]);
    expect(JSON.stringify(officers)).not.toContain('Ben Ode');
    const active = await desk().call('officers.exportActiveTenants', {});
    expect(rowsOf(active).slice(1)).toEqual([
      ['Ada Cole', 'Tenant', '023 8083 4000', 'Chair, Ashdown TRA'],
      ['Not named: no consent', 'Tenant', '', 'Treasurer, Ashdown TRA'],
    ]);
  });

  it('count everybody once, whatever they do (GRP-18)', async () => {
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    const body = await aGroup(core, { name: 'City Panel', kind: 'scrutiny-panel' });
    const ada = await aPerson(core, { name: 'Ada Cole' });
    await agree(ada, 'be-named');
    await aTerm(core, { groupId: group.id, personId: ada.id, post: 'chair', from: '2026-07-01' });
    await desk().call('groups.addRepresentation', {
      groupId: group.id,
      personId: ada.id,
      bodyGroupId: body.id,
      from: '2026-07-01',
    });
    await desk().call('people.changeRecord', { id: ada.id, version: 1, isOnRegister: true });
    expect(rowsOf(await desk().call('officers.exportActiveTenants', {})).slice(1)).toEqual([
      [
        'Ada Cole',
        'Tenant',
        '',
        'Chair, Ashdown TRA; Speaks for Ashdown TRA on City Panel; Sounding Board',
      ],
    ]);
  });
});

describe('Somebody who is being erased', () => {
  it('holds a post without a name, and is in no other table', async () => {
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    const ada = await aPerson(core, { name: 'Ada Cole' });
    await agree(ada, 'be-named');
    await desk().call('people.changeRecord', { id: ada.id, version: 1, isOnRegister: true });
    await aTerm(core, { groupId: group.id, personId: ada.id, post: 'chair', from: '2026-07-01' });
    core.raw().prepare(`UPDATE person SET hidden_on = '2027-01-04' WHERE id = ?`).run(ada.id);
    const officers = await desk().call('officers.exportToday', {});
    expect(rowsOf(officers)[1]?.slice(0, 3)).toEqual([
      'Ashdown TRA',
      'Chair',
      'Not named: no consent',
    ]);
    const tables = [
      officers,
      await desk().call('officers.exportActiveTenants', {}),
      await desk().call('people.exportMembers', {}),
      await core.as('manager').call('people.exportEverybody', {}),
    ];
    for (const { text } of tables) expect(text).not.toContain('Ada Cole');
  });
});

describe('Registers as workbooks', () => {
  it('show days as days, and say of every group how it stands', async () => {
    await recognise(core, await aGroup(core, { name: 'Cedar TRA' }));
    await aGroup(core, { name: 'Elm Watch', kind: 'neighbourhood-watch' });
    const table = await core.as('finance').call('recognition.exportStanding', { as: 'xlsx' });
    expect(table.fileName).toBe('recognition-2027-01-04.xlsx');
    const read = await readWorkbook(Buffer.from(table.text, 'base64'));
    expect(read).toMatchObject({
      sheets: [
        {
          name: 'Recognition today',
          rows: [
            ['Group', 'Kind', 'Stands', 'Since', 'Until'],
            [
              'Cedar TRA',
              expect.any(String),
              'Recognised',
              expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/),
              expect.any(String),
            ],
            ['Elm Watch', 'Neighbourhood Watch', expect.any(String), '', ''],
          ],
        },
      ],
    });
  });

  it('hold the areas with who is there, and the agreements as the list is narrowed', async () => {
    await anArea(core, { name: 'Elm Estate' });
    expect(rowsOf(await desk().call('groups.exportCoverage', { onlyWithout: true }))).toEqual([
      ['Area', 'Kind', 'Who is there', 'Groups'],
      ['Elm Estate', expect.any(String), expect.any(String), ''],
    ]);
    const agreement = await anAgreement(core);
    const rows = rowsOf(await desk().call('agreements.exportList', { kind: agreement.kind }));
    expect(rows.slice(1).map(([reference]) => reference)).toEqual([agreement.reference]);
    expect(rowsOf(await desk().call('agreements.exportList', { state: 'ended' }))).toHaveLength(1);
  });

  it('of the Sounding Board is narrowed as its list is', async () => {
    const elm = await anArea(core, { name: 'Elm Estate' });
    const [ada, ben] = [
      await aPerson(core, { name: 'Ada Cole' }),
      await aPerson(core, { name: 'Ben Ode' }),
    ];
    for (const { id } of [ada, ben])
      await desk().call('people.changeRecord', { id, version: 1, isOnRegister: true });
    await desk().call('people.changeRecord', { id: ada.id, version: 2, areaId: elm.id });
    const table = await desk().call('people.exportMembers', { areaId: elm.id });
    expect(table.fileName).toBe('sounding-board-2027-01-04.csv');
    expect(
      rowsOf(table)
        .slice(1)
        .map(([name]) => name),
    ).toEqual(['Ada Cole']);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkbook } from '#db/shared/workbook-out';
import { anArea } from '../support/builders/areas.ts';
import { aBooking } from '../support/builders/bookings.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

/*
 * People are brought in here through the engine and the whole of `people-import.service`: headings
 * (`people-columns.rules`), cells (`cells.rules`), rows (`person-entry.rules`), words and doubles
 * (`people-plan.rules`, `plan-row.rules`), the way back (`people-undo.service`, `enter-people.service`, `find-uses.service`,
 * `touched.service`).
 */
let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const manager = () => core.as('manager');
const file = (text: string, part: object = {}) =>
  ({ kind: 'people', fileName: 'residents.csv', text, ...part }) as const;
const csv = (...rows: readonly string[]): string => rows.join('\n');
const check = (text: string, part: object = {}) =>
  manager().call('imports.checkFile', file(text, part));
const bringIn = async (text: string, part: object = {}) =>
  manager().call('imports.startImport', {
    ...file(text, part),
    planId: (await check(text, part)).planId,
  });
const everybody = async () => (await manager().call('people.list', { limit: 200 })).people;
const only = async (text: string) => {
  const [row] = (await check(text)).rows;
  return row;
};

describe('A table of people', () => {
  it('comes in with everything it says, whatever the order of its columns', async () => {
    const elm = await anArea(core, { name: 'Elm Estate' });
    const run = await bringIn(
      csv(
        'Postcode,Surname,First name,Mobile,Tenure,Telephone,Email,Address 1,Address 2,Town,Estate,Joined,Interests,Preferred contact,Hours,Consent to be named,How consent was given',
        'so14 7ly,Cole,Ada,7700900123,Council tenant,023 8083 4000,ada@example.org,Flat 2,1 Elm Street,Southampton,elm estate,5/6/2019,"Repairs (Meetings, Walkabouts); Youth facilities","email, post",4,01/02/2026,signed',
      ),
    );
    expect(run).toMatchObject({ reference: 'IMP-2027-0001', kind: 'people', added: 1 });
    const [ada] = await everybody();
    expect(ada).toMatchObject({ name: 'Ada Cole', kind: 'tenant', phone: '023 8083 4000' });
    if (ada === undefined) expect.fail('Ada is on record');
    expect(await manager().call('people.record', { id: ada.id })).toMatchObject({
      textPhone: '07700900123',
      email: 'ada@example.org',
      address: 'Flat 2\n1 Elm Street\nSouthampton',
      postcode: 'SO14 7LY',
      areaId: elm.id,
      isOnRegister: true,
      joinedOn: '2019-06-05',
      channels: ['email', 'letter'],
      hoursPerMonth: 4,
      interests: [
        { serviceArea: 'Repairs', methods: ['Meetings', 'Walkabouts'] },
        { serviceArea: 'Youth facilities', methods: [] },
      ],
    });
    expect(await manager().call('people.consents', { personId: ada.id })).toMatchObject([
      { purpose: 'be-named', givenOn: '2026-02-01', how: 'form', until: null },
    ]);
    expect((await manager().call('search.everything', { text: 'so147ly' })).found).toMatchObject([
      { title: 'Ada Cole' },
    ]);
  });

  it('puts nobody on the Sounding Board whom the table says is not on it', async () => {
    const plan = await check('Name,Sounding Board?,Joined\nAda Cole,n,5/6/2019\nBen Ode,,5/6/2019');
    expect(plan.rows.map(({ words }) => words)).toEqual([
      'Ada Cole',
      'Ben Ode, Sounding Board since 5 June 2019',
    ]);
  });

  it.each([
    ['no name', 'Name,Phone\n,023 8083 4000', 'There is no name.'],
    ['marks for a name', 'Name\n???', '“???” is no name'],
    ['a tenure nobody knows', 'Name,Tenure\nAda,Squatter', '“Squatter” is no tenure'],
    ['a date without its year', 'Name,Joined\nAda,5 June', '“5 June” is no date'],
    ['a day that does not exist', 'Name,Joined\nAda,31/02/2020', '“31/02/2020” is no date'],
    ['a day to come', 'Name,Joined\nAda,01/02/2027', 'One of the days is still to come'],
    ['neither yes nor no', 'Name,Under 18\nAda,perhaps', '“perhaps” is neither yes nor no'],
    ['a number in words', 'Name,Hours\nAda,a few', '“a few” is no whole number'],
    ['an area nobody knows', 'Name,Area\nAda,Atlantis', 'No area is called Atlantis'],
    [
      'someone under 18 on the board',
      'Name,Under 18,Joined\nAda,yes,01/02/2020',
      'They are under 18',
    ],
    [
      'a wish not to be involved and a place on the board',
      'Name,Not involved,Joined\nAda,01/03/2020,01/02/2020',
      'do not want to be involved',
    ],
    ['a consent without its day', 'Name,Photo consent\nAda,yes', 'it does not say when'],
    [
      'a consent without how',
      'Name,Photo consent\nAda,01/02/2020',
      'it does not say how this was given',
    ],
    [
      'a number given away by word of mouth',
      'Name,Share details\nAda,"01/02/2020, verbal"',
      'only with written consent',
    ],
    ['a formula that went wrong', 'Name,Phone\nAda,#REF!', 'A cell says #REF!'],
  ])('names what cannot be told of a row with %s', async (_, text, why) => {
    expect(await only(text)).toMatchObject({
      outcome: 'problem',
      why: expect.stringContaining(why),
    });
  });

  it('shows who may be on record already, and adds them only where somebody says so', async () => {
    await aPerson(core, { name: 'Ada Cole', phone: '023 8083 4000' });
    const text = csv(
      'Name,Phone,Postcode',
      'Mrs Ada Cole,023 8083 9999,',
      'Ben Cole,023 8083 4000,',
      'B. Cole,023 8083 4000,',
      'ada cole,,',
    );
    const plan = await check(text);
    expect(plan.rows.map(({ outcome, why }) => [outcome, why])).toEqual([
      [
        'double',
        'May be Ada Cole, who is on record (same name). Add it only if it is somebody else.',
      ],
      ['add', ''],
      [
        'double',
        'May be line 3 of the file (same phone, same initials and surname). Add it only if it is somebody else.',
      ],
      ['double', expect.stringContaining('same name')],
    ]);
    expect([plan.adds, plan.doubles]).toEqual([1, 3]);
    const run = await manager().call('imports.startImport', {
      ...file(text),
      planId: plan.planId,
      doubles: [2, 3, 99],
    });
    expect(run.added).toBe(2);
    expect((await everybody()).map(({ name }) => name).toSorted()).toEqual([
      'Ada Cole',
      'Ben Cole',
      'Mrs Ada Cole',
    ]);
  });

  it('enters areas that nobody has entered only where somebody asked for it', async () => {
    const text = csv('Name,Area,Scheme', 'Ada Cole,Elm Estate,Elm House', 'Ben Ode,elm estate,');
    const shut = await check(text);
    expect(shut.unknownAreas).toEqual(['Elm Estate', 'Elm House']);
    expect([shut.adds, shut.problems]).toEqual([0, 2]);
    const open = await check(text, { makesAreas: true });
    expect(open.rows.map(({ alsoMakes }) => alsoMakes)).toEqual([
      ['new area Elm Estate', 'new scheme Elm House'],
      [],
    ]);
    const run = await bringIn(text, { makesAreas: true });
    expect((await manager().call('areas.list', {})).map(({ name, kind }) => [name, kind])).toEqual([
      ['Elm Estate', 'area'],
      ['Elm House', 'scheme'],
    ]);
    expect((await manager().call('imports.undoImport', { id: run.id })).keptRows).toEqual([
      '2 areas entered with the import stay.',
    ]);
  });

  it('begins where its headings are, under titles and empty lines, in the sheet that has them', async () => {
    const book = await makeWorkbook({
      title: 'Residents',
      columns: [
        { heading: 'Elm Street Tenant Resource Centre', kind: 'text' },
        { heading: '', kind: 'text' },
        { heading: '', kind: 'date' },
      ],
      rows: [
        ['', '', ''],
        ['Full name', 'Telephone', 'Date joined'],
        ['Ada Cole', '02380834000', '2019-06-05'],
        ['', '', ''],
        ['Ben Ode', '=1+1', '2020-02-29'],
      ],
    });
    const text = Buffer.from(book).toString('base64');
    const plan = await check(text, { form: 'workbook', fileName: 'residents.xlsx' });
    expect(plan).toMatchObject({ sheets: ['Residents'], sheet: 'Residents', headingsOn: 3 });
    expect(plan.rows.map(({ line, words }) => [line, words])).toEqual([
      [4, 'Ada Cole, 02380834000, Sounding Board since 5 June 2019'],
      [6, 'Ben Ode, =1+1, Sounding Board since 29 February 2020'],
    ]);
    const other = await check(text, { form: 'workbook', headingsOn: 4 });
    expect(other.headings.slice(0, 2)).toEqual(['Ada Cole', '02380834000']);
  });

  it('is taken back as if it had never come, but for whom somebody changed or uses since', async () => {
    const text = csv(
      'Name,Photo consent',
      'Ada Cole,"01/02/2020, form"',
      'Ben Ode,',
      'Cy Dunn,',
      'Di Eze,',
    );
    const run = await bringIn(text);
    const byName = new Map((await everybody()).map((one) => [one.name, one]));
    const [ben, cy, di] = ['Ben Ode', 'Cy Dunn', 'Di Eze'].map((name) => byName.get(name));
    if (ben === undefined || cy === undefined || di === undefined) expect.fail('They are in');
    await core.as('desk').call('people.changeRecord', { id: ben.id, version: 1, email: 'b@c.org' });
    await aBooking(core, { responsiblePersonId: cy.id });
    await core.as('desk').call('people.giveConsent', {
      personId: di.id,
      purpose: 'photo',
      what: '',
      withWhom: '',
      givenOn: '2027-01-04',
      until: null,
      how: 'form',
    });
    const undone = await manager().call('imports.undoImport', { id: run.id });
    expect(undone.keptRows).toEqual([
      'Ben Ode, line 3: the record was changed since.',
      expect.stringMatching(/^Cy Dunn, line 4: in use since \(booking/),
      'Di Eze, line 5: the record was changed since.',
    ]);
    expect((await everybody()).map(({ name }) => name)).not.toContain('Ada Cole');
    expect((await manager().call('search.everything', { text: 'ada cole' })).found).toEqual([]);
    const again = await check(text);
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['add', 'double', 'double', 'double']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { averageTenths, mergeSums, REGISTER_TABLE } from '#db/claims/reports/report.rules';
import type { PersonId } from '#db/people/people.contract';
import { MASKED } from '#db/people/people.rules';
import { pence, sumPence } from '#db/shared/money';
import type { Role } from '#db/shared/roles';
import {
  aDraft,
  aClaimSignedAtDesk,
  anAttendee,
  claimLine,
  drive,
  enterKind,
  enterRates,
  signClaim,
} from '../support/builders/claims.ts';
import { insertClaim, verified } from '../support/builders/filed-claims.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';
import { checkFile, textOf } from '../support/read-pdf.ts';

const YEAR = { from: '2027-01-01' as never, until: '2027-12-31' as never };

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
  await enterRates(core, ['bus', 'car']);
  await enterKind(core, 'lunch');
  const { person, activity } = await anAttendee(core, { name: 'Kim Haddad' });
  // Decided and paid in part: a bus and a drive approved, lunch refused.
  const at = { activityId: activity.id };
  const draft = await aDraft(core, person, {
    accessNeedMet: 'taxi, cannot use a bus',
    lines: [
      claimLine(at),
      drive(120, at),
      claimLine({ ...at, kind: 'lunch', claimedPence: 650, fromPlace: '', toPlace: '' }),
    ],
  });
  const { id } = await signClaim(core, draft);
  await verified(core, id);
  const { claim } = await core.as('finance').call('claims.toDecide', { id });
  await core.as('finance').call('claims.decide', {
    id,
    key: countedId(),
    version: claim.version,
    lines: claim.lines.map((line, i) => ({
      lineId: line.id,
      decision: i === 2 ? ('rejected' as const) : ('approved' as const),
      pence: null,
      why: i === 2 ? 'Lunch was provided.' : '',
    })),
  });
  // Handed in and waiting, and one that nobody has signed.
  await aClaimSignedAtDesk(core, await anAttendee(core, { name: 'Joy Okafor' }));
  await aDraft(core, person);
});
afterAll(() => core.close());

const report = (by: string, role: Role = 'desk') =>
  core.as(role).call('claims.report', { ...YEAR, by: by as never });

describe('A report of claims', () => {
  it('adds up what was asked, decided and paid by kind of cost, and leaves out what nobody signed', async () => {
    const { rows } = await report('kind');
    expect(rows).toEqual([
      { words: 'Lunch', claims: 1, lines: 1, claimedPence: 650, decidedPence: 0, paidPence: 0 },
      { words: 'Bus', claims: 2, lines: 2, claimedPence: 640, decidedPence: 320, paidPence: 0 },
      { words: 'Car', claims: 1, lines: 1, claimedPence: 540, decidedPence: 540, paidPence: 0 },
    ]);
  });

  it.each([
    ['activity', 'Repairs panel, 4 January 2027'],
    ['group', 'For nobody but themselves'],
    ['area', 'No area, or several'],
    ['access-need', 'Needs of fewer than 5 people each'],
  ])('names its rows by %s', async (by, words) => {
    const { rows } = await report(by);
    expect(rows.map((row) => row.words)).toContain(words);
    const lines = rows.reduce((sum, row) => sum + row.lines, 0);
    expect(lines).toBe(4);
  });

  it('counts what was refused by its reason', async () => {
    const { refused } = await report('kind');
    expect(refused).toEqual([{ why: 'Lunch was provided.', lines: 1, pence: 650 }]);
  });

  it('says how long a decision took, in working days', async () => {
    expect((await report('kind')).averageDaysTenths).toBe(0);
    const empty = { from: '2026-01-01' as never, until: '2026-01-31' as never };
    const none = await core.as('desk').call('claims.report', { ...empty, by: 'kind' });
    expect(none).toEqual({ rows: [], averageDaysTenths: null, refused: [] });
  });

  it('takes the average over claims and not over days', () => {
    expect(
      averageTenths([
        { days: 2, claims: 3 },
        { days: 7, claims: 1 },
      ]),
    ).toBe(33);
    expect(averageTenths([])).toBeNull();
  });

  it('puts rows of the same words together', () => {
    const row = {
      words: 'A',
      claims: 1,
      lines: 2,
      claimedPence: sumPence(pence(3)),
      decidedPence: sumPence(pence(4)),
      paidPence: sumPence(pence(5)),
    };
    expect(mergeSums([row, { ...row, words: 'B' }, row])).toEqual([
      { words: 'A', claims: 2, lines: 4, claimedPence: 6, decidedPence: 8, paidPence: 10 },
      { ...row, words: 'B' },
    ]);
  });

  it('tells the auditor amounts, and no need and no reason of anybody', async () => {
    const needs = await report('access-need', 'auditor');
    expect(needs.rows.map((row) => row.words)).toEqual([MASKED, 'No need entered']);
    expect(needs.refused).toEqual([{ why: MASKED, lines: 1, pence: 650 }]);
  });

  it('names a need once it is that of enough people, however many claims one of them brings', async () => {
    const own = await openTestCore();
    const needed = (personId: PersonId) => {
      const { id } = insertClaim(own, { personId });
      const db = own.raw();
      db.prepare("UPDATE claim SET access_need_met = 'Ramp at the door' WHERE id = ?").run(id);
      db.close();
    };
    const read = async (role: Role) =>
      (await own.as(role).call('claims.report', { ...YEAR, by: 'access-need' })).rows;
    const people = [];
    for (let count = 0; count < 5; count += 1) people.push(await aPerson(own));
    for (const { id } of people.slice(1)) needed(id);
    for (const { id } of people.slice(1)) needed(id);
    const few = 'Needs of fewer than 5 people each';
    for (const role of ['desk', 'officer', 'manager'] as const)
      expect(await read(role)).toMatchObject([{ words: few, claims: 8 }]);
    for (const { id } of people.slice(0, 1)) needed(id);
    expect(await read('manager')).toMatchObject([{ words: 'Ramp at the door', claims: 9 }]);
    for (const role of ['finance', 'auditor'] as const)
      expect(await read(role)).toMatchObject([{ words: MASKED, claims: 9 }]);
    await own.close();
  });

  it('keeps the need of a claim from finance, who decides without it', async () => {
    const { claims } = await core.as('finance').call('claims.register', YEAR);
    const id = claims.find(({ claimantName }) => claimantName === 'Kim Haddad')?.id;
    if (id === undefined) throw new Error('The claim is not in the register');
    const { claim } = await core.as('finance').call('claims.toDecide', { id });
    expect([claim.accessNeedMet, claim.claimantName]).toEqual([MASKED, 'Kim Haddad']);
    const desk = await core.as('desk').call('claims.get', { id });
    expect(desk.accessNeedMet).toBe('taxi, cannot use a bus');
  });

  it('adds up more than one amount on record can be: three hundred costs of the largest each', async () => {
    const own = await openTestCore();
    const cost = { kind: 'conference', claimedPence: 10_000_000, payablePence: 10_000_000 };
    const person = await aPerson(own);
    for (let count = 0; count < 5; count += 1) {
      const states = Array.from({ length: 60 }, () => ({ ...cost, state: 'rejected' }));
      insertClaim(own, { personId: person.id, state: 'decided', lines: states });
    }
    const desk = own.as('desk');
    for (const by of ['kind', 'area', 'access-need'] as const) {
      const { rows, refused } = await desk.call('claims.report', { ...YEAR, by });
      expect(rows).toMatchObject([{ claims: 5, lines: 300, claimedPence: 3_000_000_000 }]);
      expect(refused).toMatchObject([{ lines: 300, pence: 3_000_000_000 }]);
    }
    const paper = await desk.call('claims.printRegister', { ...YEAR, size: 'normal' });
    expect(textOf(Buffer.from(paper.base64, 'base64'))).toContain('£30,000,000.00');
    await own.close();
  });

  it('is refused for days in the wrong order', async () => {
    const refused = await core
      .as('desk')
      .refusal('claims.report', { from: YEAR.until, until: YEAR.from, by: 'kind' });
    expect(refused.code).toBe('claim.period-backwards');
  });
});

describe('The claims register', () => {
  it('lists claims of a time, narrowed by state and person, a page at a time', async () => {
    const all = await core.as('desk').call('claims.register', YEAR);
    expect(all).toMatchObject({ total: 2 });
    expect(all.claims.map((one) => one.claimantName)).toEqual(['Kim Haddad', 'Joy Okafor']);
    const drafts = await core.as('desk').call('claims.register', { ...YEAR, state: 'draft' });
    expect(drafts.total).toBe(1);
    const decided = await core.as('desk').call('claims.register', { ...YEAR, state: 'decided' });
    expect(decided.claims.map((one) => one.claimantName)).toEqual(['Kim Haddad']);
    const [kim] = all.claims;
    if (kim === undefined) throw new Error('The register is empty');
    const { claimant } = await core.as('desk').call('claims.get', { id: kim.id });
    const personId = claimant.kind === 'group' ? null : claimant.personId;
    const hers = await core.as('desk').call('claims.register', { ...YEAR, personId });
    expect(hers.claims.map((one) => one.claimantName)).toEqual(['Kim Haddad']);
    const second = await core.as('desk').call('claims.register', { ...YEAR, limit: 1, offset: 1 });
    expect(second).toMatchObject({ total: 2, claims: [{ claimantName: 'Joy Okafor' }] });
  });

  it('leaves as a table of costs, on record, in which the auditor reads no name', async () => {
    const file = await core.as('officer').call('claims.exportRegister', { ...YEAR, as: 'csv' });
    const [heading, ...lines] = file.text.trim().split('\r\n');
    expect(heading).toContain('Claim,Received,Claimant');
    expect(lines).toHaveLength(4);
    expect(file.text).toContain('Kim Haddad');
    expect(file.text).toContain('Lunch was provided.');
    expect(file.text).not.toContain('cannot use a bus');
    expect(file.text).toContain('12,5.4,5.4,5.4');
    const masked = await core.as('auditor').call('claims.exportRegister', { ...YEAR, as: 'csv' });
    expect(masked.text).not.toMatch(/Haddad|Okafor|provided/);
    const book = await core.as('finance').call('claims.exportRegister', { ...YEAR, as: 'xlsx' });
    expect(Buffer.from(book.text, 'base64').subarray(0, 2).toString()).toBe('PK');
    const recorded = core
      .raw()
      .prepare(
        "SELECT count(*) FROM audit_entry WHERE action = 'export.made' AND object_id = 'claims'",
      )
      .pluck()
      .get();
    expect(recorded).toBe(3);
  });

  it('holds no journey and no reason of a claimant', () => {
    expect(REGISTER_TABLE.map(({ heading }) => heading)).not.toContain('Reason');
    expect(REGISTER_TABLE.map(({ heading }) => heading)).not.toContain('From');
  });

  it.each(['normal', 'large'] as const)('is printed with its totals, in %s print', async (size) => {
    const paper = await core.as('desk').call('claims.printRegister', { ...YEAR, size });
    const bytes = Buffer.from(paper.base64, 'base64');
    checkFile(bytes);
    const words = textOf(bytes).replace(/\s+/g, ' ');
    expect(words).toContain('2 claims');
    expect(words).toContain('£18.30');
    expect(words).toContain('0 working days on average');
    expect(words).toContain('Refused, and why');
    expect(words).not.toContain('cannot use a bus');
    expect(words).toContain('Kim Haddad');
    const masked = await core.as('auditor').call('claims.printRegister', { ...YEAR, size });
    expect(textOf(Buffer.from(masked.base64, 'base64'))).not.toMatch(/Haddad|Okafor|provided/);
  });
});

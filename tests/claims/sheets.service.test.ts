import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetDeclaration, signedSheetText } from '#db/claims/batches/sheet-declaration.rules';
import type { Batch, Claim } from '#db/claims/claims.contract';
import { countedId } from '../support/program-for-tests.ts';
import {
  aDraft,
  anAttendee,
  aPicture,
  claimLine,
  enterRates,
  signClaim,
  signing,
  STROKES,
} from '../support/builders/claims.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

const day = '2027-01-04' as never;

describe('A treasurer’s sheet', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
    await enterRates(core, ['bus']);
  });
  afterAll(() => core.close());

  async function aSheet(): Promise<Batch> {
    const group = await aGroup(core);
    const treasurer = await aPerson(core, { name: 'Wilf Hartley' });
    return core.as('desk').call('claims.startBatch', {
      id: countedId(),
      groupId: group.id,
      treasurerPersonId: treasurer.id,
      receivedOn: day,
    });
  }

  /** A member on the sheet with one bus ticket, not yet signed for. */
  async function aMember(sheet: Batch, name: string): Promise<Claim> {
    const { person, activity } = await anAttendee(core, { name });
    return aDraft(core, person, {
      filerPersonId: sheet.treasurerPersonId,
      filerGroupId: null,
      batchId: sheet.id,
      lines: [claimLine({ activityId: activity.id })],
    });
  }

  const signsSheet = (sheet: Batch) => ({
    id: sheet.id,
    key: countedId(),
    version: sheet.version,
    signer: sheet.treasurerName,
    strokes: STROKES,
  });

  it('is one sheet however often its form is sent', async () => {
    const sheet = await aSheet();
    const again = await core.as('desk').call('claims.startBatch', {
      id: sheet.id,
      groupId: sheet.groupId,
      treasurerPersonId: sheet.treasurerPersonId,
      receivedOn: day,
    });
    expect(again).toEqual(sheet);
    expect(sheet.reference).toMatch(/^CLB-2027-\d{4}$/);
  });

  it('is handed in once every member has signed: on the screen, or on a form that is attached', async () => {
    const sheet = await aSheet();
    const first = await aMember(sheet, 'Una Moss');
    const second = await aMember(sheet, 'Bert Lowe');
    const desk = core.as('desk');

    await signClaim(core, first);
    const early = await desk.refusal('claims.signBatch', signsSheet(sheet));
    expect(early.code).toBe('sheet.unsigned');
    expect(early.message).toContain('Bert Lowe');
    expect(early.message).not.toContain('Una Moss');

    await desk.call('claims.attachReceipt', {
      id: second.id,
      kind: 'member-form',
      ...aPicture(11, 'form of Bert.png'),
    });
    const ready = await desk.call('claims.batch', { id: sheet.id });
    expect(ready.unsigned).toEqual([]);
    const signed = await desk.call('claims.signBatch', signsSheet(ready));

    expect(signed.state).toBe('filed');
    expect(signed.claims.map(({ state }) => state)).toEqual(['filed', 'filed']);
    expect(signed.signatures.map(({ role, name }) => [role, name])).toEqual([
      ['treasurer', 'Wilf Hartley'],
    ]);
    const byForm = await desk.call('claims.get', { id: second.id });
    expect(byForm.signatures).toMatchObject([
      { role: 'claimant', way: 'paper', name: 'Bert Lowe', isSuperseded: false },
    ]);
    expect(byForm.payablePence).toBe(320);
  });

  it('gives nobody’s declaration by the treasurer’s hand', async () => {
    const sheet = await aSheet();
    const member = await aMember(sheet, 'Iris Todd');
    const refused = await core.as('desk').refusal('claims.sign', {
      ...signing(member),
      role: 'filer',
      signer: 'Wilf Hartley',
    });
    expect(refused.code).toBe('claim.claimant-signs');
    await signClaim(core, member);
    const signed = await core.as('desk').call('claims.signBatch', signsSheet(sheet));
    expect(signed.signatures[0]?.words).toContain('Each member has signed for their own costs.');
    const claim = await core.as('desk').call('claims.get', { id: member.id });
    expect(claim.signatures.map(({ name }) => name)).toEqual(['Iris Todd']);
  });

  it('is signed once by one key, and not again by another', async () => {
    const sheet = await aSheet();
    await signClaim(core, await aMember(sheet, 'Joe Birch'));
    const sent = signsSheet(sheet);
    const desk = core.as('desk');
    const first = await desk.call('claims.signBatch', sent);
    const again = await desk.call('claims.signBatch', sent);
    expect(again.signatures).toHaveLength(1);
    expect(again.version).toBe(first.version);
    const other = await desk.refusal('claims.signBatch', { ...signsSheet(again) });
    expect(other.code).toBe('sheet.filed-already');
  });

  it('is not signed empty, nor over somebody else’s change', async () => {
    const sheet = await aSheet();
    const desk = core.as('desk');
    const empty = await desk.refusal('claims.signBatch', signsSheet(sheet));
    expect(empty.code).toBe('sheet.empty');
    await signClaim(core, await aMember(sheet, 'Lil Frost'));
    const stale = await desk.refusal('claims.signBatch', { ...signsSheet(sheet), version: 7 });
    expect(stale.code).toBe('sheet.changed-by-someone-else');
    const after = await desk.call('claims.batch', { id: sheet.id });
    expect(after.state).toBe('draft');
    expect(after.claims[0]?.state).toBe('to-sign');
  });

  it('has not come in tomorrow', async () => {
    const sheet = await aSheet();
    const refused = await core.as('desk').refusal('claims.startBatch', {
      id: countedId() as never,
      groupId: sheet.groupId,
      treasurerPersonId: sheet.treasurerPersonId,
      receivedOn: '2027-01-05' as never,
    });
    expect(refused.code).toBe('sheet.received-in-future');
  });

  it('shows the auditor references and amounts, and no names of people', async () => {
    const sheet = await aSheet();
    await signClaim(core, await aMember(sheet, 'Nell Gray'));
    await core.as('desk').call('claims.signBatch', signsSheet(sheet));
    const read = await core.as('auditor').call('claims.batch', { id: sheet.id });
    expect(read.claims[0]?.payablePence).toBe(320);
    expect(JSON.stringify(read)).not.toMatch(/Nell|Hartley|\[\[10/);
  });

  it('lists what is open, and everything of one group', async () => {
    const sheet = await aSheet();
    const desk = core.as('desk');
    expect((await desk.call('claims.batches', {})).map(({ id }) => id)).toContain(sheet.id);
    await signClaim(core, await aMember(sheet, 'Zed Hill'));
    await desk.call('claims.signBatch', signsSheet(sheet));
    expect((await desk.call('claims.batches', {})).map(({ id }) => id)).not.toContain(sheet.id);
    const ofGroup = await desk.call('claims.batches', { groupId: sheet.groupId });
    expect(ofGroup.map(({ id }) => id)).toEqual([sheet.id]);
  });
});

describe('What a treasurer signs', () => {
  it('names the sheet and how many claims are on it, and declares nothing for a member', () => {
    const words = sheetDeclaration({
      reference: 'CLB-2027-0001',
      groupName: 'Birch Court',
      claims: 1,
    });
    expect(words).toContain('CLB-2027-0001 of Birch Court with 1 claim.');
    expect(words).not.toMatch(/would have|I paid|my costs/);
  });

  it('changes with every figure and every member’s own signature', () => {
    const sheet = {
      reference: 'CLB-2027-0001',
      groupId: 'g',
      treasurerPersonId: 'p',
      declaration: 'd',
      claims: [
        { reference: 'CLM-2027-0001', signedHash: 'a', claimedPence: 320, payablePence: 320 },
      ],
    };
    const [one] = sheet.claims;
    const texts = [
      sheet,
      { ...sheet, claims: [{ ...one, signedHash: 'b' }] },
      { ...sheet, claims: [{ ...one, payablePence: 319 }] },
      { ...sheet, claims: [] },
    ].map((each) => signedSheetText(each as typeof sheet));
    expect(new Set(texts).size).toBe(4);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '#db/claims/claims.contract';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { anActivity } from '../support/builders/activities.ts';
import { countedId } from '../support/program-for-tests.ts';
import {
  aDraft,
  aClaimSignedAtDesk,
  anAttendee,
  aPicture,
  claimLine,
  claimWords,
  drive,
  enterGeneral,
  enterKind,
  enterRates,
  signClaim,
  signing,
  STROKES,
  wordsOf,
} from '../support/builders/claims.ts';

describe('A claim that is signed', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
    await enterRates(core);
  });
  afterAll(() => core.close());

  it('is handed in once, however often the same key comes', async () => {
    const { person, activity } = await anAttendee(core);
    const draft = await aDraft(core, person, {
      lines: [drive(120, { activityId: activity.id })],
    });
    const wanted = signing(draft);
    const first = await core.as('desk').call('claims.sign', wanted);
    const again = await core.as('desk').call('claims.sign', wanted);
    expect(again).toEqual(first);
    expect(first).toMatchObject({ state: 'filed', filedOn: '2027-01-04', payablePence: 540 });
    expect(first.lines[0]).toMatchObject({ state: 'waiting', payablePence: 540 });
    expect(first.signatures).toMatchObject([
      { role: 'claimant', personId: person.id, way: 'screen', strokes: STROKES },
    ]);
    expect(first.signatures[0]?.signedHash).toBe(first.signedHash);
    const refused = await core.as('desk').refusal('claims.sign', { ...wanted, key: countedId() });
    expect(refused.code).toBe('claim.not-open');
  });

  it('is refused with everything that is still missing, and beside a version that is past', async () => {
    const { person, activity } = await anAttendee(core);
    const draft = await aDraft(core, person, { lines: [drive(120, { toPlace: '' })] });
    const refusal = await core.as('desk').refusal('claims.sign', signing(draft));
    expect(refusal).toMatchObject({
      code: 'claim.not-ready',
      message: expect.stringContaining('Say which meeting or activity it was for.'),
    });
    expect(refusal.message).toContain('Enter where the journey went.');
    const mended = await core
      .as('desk')
      .call(
        'claims.saveDraft',
        wordsOf(draft, { lines: [drive(120, { activityId: activity.id })] }),
      );
    const late = await core.as('desk').refusal('claims.sign', { ...signing(mended), version: 1 });
    expect(late.code).toBe('claim.changed-by-someone-else');
    expect((await signClaim(core, mended)).state).toBe('filed');
  });

  it('is declared by the claimant alone, unless they signed a form', async () => {
    const { person, activity } = await anAttendee(core);
    const draft = await aDraft(core, person, {
      lines: [claimLine({ activityId: activity.id })],
    });
    const asFiler = { ...signing(draft), role: 'filer' as const };
    const refused = await core.as('desk').refusal('claims.sign', asFiler);
    expect(refused.code).toBe('claim.claimant-signs');
    await core
      .as('desk')
      .call('claims.attachReceipt', { id: draft.id, kind: 'member-form', ...aPicture(1) });
    const signed = await core.as('desk').call('claims.sign', asFiler);
    expect(signed.signatures[0]?.words).toBe('I bring this claim as the claimant has signed it.');
  });

  it('keeps its figures whatever is published later', async () => {
    const { person, activity } = await anAttendee(core);
    await enterKind(core, 'motorcycle', { from: '2027-01-01', ratePence: 24 });
    const line = drive(100, { kind: 'motorcycle', activityId: activity.id });
    const signed = await signClaim(core, await aDraft(core, person, { lines: [line] }));
    await enterKind(core, 'motorcycle', { from: '2027-01-05', ratePence: 48 });
    const after = await core.as('manager').call('claims.get', { id: signed.id });
    expect(after.lines).toEqual(signed.lines);
    expect(after.signedHash).toBe(signed.signedHash);
    expect(after.lines[0]).toMatchObject({ payablePence: 240, cuts: [] });
  });

  it('has no figure of a signed line written over, by whatever way', async () => {
    const signed = await aClaimSignedAtDesk(core);
    const raw = core.raw();
    for (const change of ['payable_pence = 1', "on_day = '2026-01-01'", "cuts_json = '[1]'"])
      expect(() =>
        raw.prepare(`UPDATE claim_line SET ${change} WHERE claim_id = ?`).run(signed.id),
      ).toThrow('what was signed is not changed');
  });

  it('goes back to be changed with a reason, says so until it is signed again, and gives its caps back', async () => {
    const { person, activity } = await anAttendee(core);
    await enterKind(core, 'parking', { from: '2027-01-04', caps: [{ pence: 500, per: 'day' }] });
    const parking = (part: object = {}) =>
      claimLine({ kind: 'parking', activityId: activity.id, claimedPence: 400, ...part });
    const first = await signClaim(core, await aDraft(core, person, { lines: [parking()] }));
    const { id: activityId } = await anActivity(core);
    const second = await aDraft(core, person, { lines: [parking({ activityId })] });
    expect(second.payablePence).toBe(100);

    const open = await core
      .as('desk')
      .call('claims.reopen', { id: first.id, version: first.version, why: 'Wrong amount' });
    expect(open).toMatchObject({ state: 'draft', isChangedSinceSigned: false });
    expect((await core.as('desk').call('claims.get', { id: second.id })).payablePence).toBe(400);
    const changed = await core
      .as('desk')
      .call(
        'claims.saveDraft',
        wordsOf(open, { lines: [parking({ id: open.lines[0]?.id, claimedPence: 300 })] }),
      );
    expect(changed.isChangedSinceSigned).toBe(true);
    const again = await signClaim(core, changed);
    expect(again).toMatchObject({ state: 'filed', isChangedSinceSigned: false, payablePence: 300 });
    expect(again.signatures.map(({ isSuperseded }) => isSuperseded)).toEqual([true, false]);
    expect((await core.as('desk').call('claims.get', { id: second.id })).payablePence).toBe(200);
  });

  it('of a sheet that was handed in is handed in by itself when it was opened again', async () => {
    const { person, activity } = await anAttendee(core);
    const group = await aGroup(core);
    const sheet = await core.as('desk').call('claims.startBatch', {
      id: countedId(),
      groupId: group.id,
      treasurerPersonId: person.id,
      receivedOn: '2027-01-04',
    });
    const draft = await aDraft(core, person, {
      batchId: sheet.id,
      lines: [drive(120, { activityId: activity.id })],
    });
    expect((await signClaim(core, draft)).state).toBe('to-sign');
    await core.as('desk').call('claims.signBatch', {
      id: sheet.id,
      key: countedId(),
      version: sheet.version,
      signer: person.name,
      strokes: STROKES,
    });
    const filed = await core.as('desk').call('claims.get', { id: draft.id });
    expect(filed.state).toBe('filed');
    const open = await core
      .as('desk')
      .call('claims.reopen', { id: filed.id, version: filed.version, why: 'Wrong miles' });
    expect((await signClaim(core, open)).state).toBe('filed');
    const late = await aPerson(core);
    const refused = await core
      .as('desk')
      .refusal('claims.saveDraft', claimWords(late, { batchId: sheet.id }));
    expect(refused.code).toBe('claim.no-open-sheet');
  });

  it('is withdrawn with a reason, and stays on record', async () => {
    const signed = await aClaimSignedAtDesk(core);
    const gone = await core
      .as('desk')
      .call('claims.withdraw', { id: signed.id, version: signed.version, why: 'Paid elsewhere' });
    expect(gone).toMatchObject({
      state: 'withdrawn',
      withdrawnWhy: 'Paid elsewhere',
      claimedPence: 320,
    });
    expect(gone.lines.map(({ state }) => state)).toEqual(['withdrawn']);
    const refused = await core
      .as('desk')
      .refusal('claims.reopen', { id: gone.id, version: gone.version, why: 'Not after all' });
    expect(refused.code).toBe('claim.cannot-reopen');
  });

  it('puts one line on the list of what waits for each step, due by the promise', async () => {
    await enterGeneral(core, { promisedWorkingDays: 10 });
    const signed = await aClaimSignedAtDesk(core);
    expect(signed.promisedBy).toBe('2027-01-18');
    await aClaimSignedAtDesk(core);
    const { tasks } = await core.as('desk').call('tasks.list', { withDone: false, limit: 100 });
    const waiting = tasks.filter(({ kind }) => kind === 'claims.filed');
    expect(waiting).toMatchObject([{ dueOn: '2027-01-18', role: null }]);
    expect(waiting[0]?.words).toMatch(/claims wait for their papers to be checked/);
  });

  it('waits for its rate without being priced, and is priced once the rate is entered', async () => {
    const { person, activity } = await anAttendee(core);
    const line = drive(100, { kind: 'bicycle', activityId: activity.id });
    const signed = await signClaim(core, await aDraft(core, person, { lines: [line] }));
    expect(signed).toMatchObject({ state: 'filed', claimedPence: null, payablePence: null });
    const asked = { id: signed.id, version: signed.version };
    const refused = await core.as('officer').refusal('claims.priceAgain', asked);
    expect(refused).toMatchObject({
      code: 'claim.rate-still-missing',
      message: expect.stringContaining('bicycle'),
    });
    await enterKind(core, 'bicycle');
    // The rate is known by now, and what was signed stands as it was signed.
    const asSigned = await core.as('officer').call('claims.get', { id: signed.id });
    expect(asSigned.warnings.map(({ code }) => code)).toContain('rate-not-set');
    const priced = await core.as('officer').call('claims.priceAgain', asked);
    expect(priced).toMatchObject({ state: 'filed', claimedPence: 200, payablePence: 200 });
    const once = await core
      .as('officer')
      .refusal('claims.priceAgain', { id: priced.id, version: priced.version });
    expect(once.code).toBe('claim.nothing-to-price');
  });
});

describe('A claim that is signed on paper', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
    await enterRates(core);
  });
  afterAll(() => core.close());

  const attach = (claim: Claim, part: object = {}) => ({
    reference: claim.reference,
    key: countedId(),
    signedOn: '2027-01-04',
    signer: claim.claimantName,
    ...aPicture(7, 'scan.png'),
    ...part,
  });

  it('is frozen when it is printed, and handed in with the scan by its reference', async () => {
    const { person, activity } = await anAttendee(core);
    const draft = await aDraft(core, person, {
      lines: [drive(120, { activityId: activity.id })],
    });
    await core.as('desk').call('claims.printToSign', { id: draft.id, version: draft.version });
    const printed = await core.as('desk').call('claims.get', { id: draft.id });
    expect(printed).toMatchObject({ state: 'to-sign', signatures: [] });
    const found = await core
      .as('desk')
      .call('claims.findByReference', { reference: draft.reference.toLowerCase() });
    expect(found).toEqual({ claimId: draft.id, batchId: null });

    const wanted = attach(printed, { reference: draft.reference.replaceAll('-', ' ') });
    const filed = await core.as('desk').call('claims.attachSigned', wanted);
    expect(filed).toMatchObject({ state: 'filed', signedHash: printed.signedHash });
    expect(filed.signatures).toMatchObject([
      { way: 'paper', strokes: null, signedOn: '2027-01-04', personId: person.id },
    ]);
    expect(filed.receipts).toMatchObject([{ kind: 'signed-claim', name: 'scan.png' }]);
    const again = await core.as('desk').call('claims.attachSigned', wanted);
    expect(again.signatures).toHaveLength(1);
  });

  it('is refused a paper that was printed before it was changed', async () => {
    const { person, activity } = await anAttendee(core);
    const draft = await aDraft(core, person, {
      lines: [drive(120, { activityId: activity.id })],
    });
    await core.as('desk').call('claims.printToSign', { id: draft.id, version: draft.version });
    const printed = await core.as('desk').call('claims.get', { id: draft.id });
    const open = await core
      .as('desk')
      .call('claims.reopen', { id: draft.id, version: printed.version, why: 'One more cost' });
    const refused = await core.as('desk').refusal('claims.attachSigned', attach(open));
    expect(refused.code).toBe('claim.changed-since-printed');
  });

  it('comes in by the day on which it is brought, and is signed by then', async () => {
    const { person, activity } = await anAttendee(core);
    const draft = await aDraft(core, person, {
      lines: [drive(120, { activityId: activity.id })],
    });
    for (const days of [
      { signedOn: '2027-01-05' },
      { signedOn: '2027-01-03', receivedOn: '2027-01-02' },
    ]) {
      const refused = await core.as('desk').refusal('claims.attachSigned', attach(draft, days));
      expect(refused).toMatchObject({ code: 'claim.signed-in-future', field: 'signedOn' });
    }
    const future = { signedOn: '2027-01-04', receivedOn: '2027-01-05' };
    const refused = await core.as('desk').refusal('claims.attachSigned', attach(draft, future));
    expect(refused.code).toBe('claim.received-in-future');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claim, ClaimId } from '#db/claims/claims.contract';
import type { Role } from '#db/shared/roles';
import {
  aDraft,
  anAttendee,
  aPicture,
  claimLine,
  drive,
  enterGeneral,
  enterKind,
  enterRates,
  signClaim,
  wordsOf,
} from '../support/builders/claims.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { aMerge } from '../support/builders/merges.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await enterRates(core, ['bus']);
  await enterGeneral(core);
});
afterEach(() => core.close());

/** A bus ticket with its picture, signed on the screen, of which the papers were checked. */
async function aCheckedClaim(shade = 1): Promise<Claim> {
  const { person, activity } = await anAttendee(core);
  const draft = await aDraft(core, person, { lines: [claimLine({ activityId: activity.id })] });
  const lineIds = draft.lines.map(({ id }) => id);
  await core.as('desk').call('claims.attachReceipt', { id: draft.id, ...aPicture(shade), lineIds });
  const signed = await signClaim(core, await core.as('desk').call('claims.get', { id: draft.id }));
  return verified(core, signed.id);
}

/** What somebody writes into the file with another tool. */
function write(sql: string, ...values: readonly unknown[]): void {
  const db = core.raw();
  db.prepare(sql).run(...values);
  db.close();
}

/** Opens each cost of a claim, writes into it and closes it again as it was, as the file allows. */
function writePast(id: ClaimId, change: string): void {
  const db = core.raw();
  const [state, pence] = db
    .prepare('SELECT state, decided_pence FROM claim_line WHERE claim_id = ?')
    .raw()
    .get(id) as [string, number | null];
  db.close();
  const move = 'UPDATE claim_line SET state = ?, decided_pence = ? WHERE claim_id = ?';
  for (const open of ['waiting', 'open']) write(move, open, null, id);
  write(`UPDATE claim_line SET ${change} WHERE claim_id = ?`, id);
  write(move, state, pence, id);
}

const see = (id: ClaimId) => core.as('auditor').call('claims.get', { id });
const allOf = (claim: Claim, decision: 'approved' | 'asked', why: string) => ({
  id: claim.id,
  key: countedId(),
  version: claim.version,
  lines: claim.lines.map((line) => ({ lineId: line.id, decision, pence: null, why })),
});
const refusedApproval = async (id: ClaimId, as: Role = 'finance') =>
  core.as(as).refusal('claims.decide', allOf(await see(id), 'approved', 'Looked through.'));
const payment = async (id: ClaimId) => ({
  id,
  key: countedId(),
  version: (await see(id)).version,
  paidOn: '2027-01-04' as Claim['receivedOn'],
  method: 'cash' as const,
  note: '',
  cash: { name: 'Pat', strokes: [[1, 2, 3, 4]], file: null },
});

const CHANGES = [
  ['another amount', 'claimed_pence = 900, payable_pence = 900'],
  ['another sum beside what was asked', 'payable_pence = 300'],
  ['a cut', `payable_pence = 300, cuts_json = '[{"pence":20,"rule":"X","sentence":"Y"}]'`],
  ['another way', `from_place = 'Moon'`],
  ['another reason', `reason = 'Because'`],
  ['an actual cost that nobody allowed', 'override_pence = 900'],
  ['another kind', `kind = 'taxi'`],
  ['another policy', `policy_version = 'other'`],
] as const;

describe('A cost that was written into past its signature', () => {
  it.each(CHANGES)('is not approved with %s, until it is signed for again', async (_, change) => {
    const { id } = await aCheckedClaim();
    writePast(id, change);
    const refused = await refusedApproval(id, 'manager');
    expect(refused).toMatchObject({
      code: 'claim.not-as-signed',
      message: expect.stringContaining('have it signed again'),
    });
    const { version } = await see(id);
    const desk = core.as('desk');
    const opened = await desk.call('claims.reopen', { id, version, why: 'It was written into.' });
    const [line] = wordsOf(opened).lines;
    const mended = { ...line, ...claimLine(), activityId: line?.activityId, id: line?.id };
    const words = wordsOf(opened, { lines: [{ ...mended, receiptIds: line?.receiptIds }] });
    await signClaim(core, await desk.call('claims.saveDraft', words));
    await verified(core, id);
    expect((await approved(core, id)).decidedPence).toBe(320);
  });

  it.each([
    ['another receipt', "UPDATE claim_receipt SET removed_at = 'now' WHERE claim_id = ?"],
    ['another way of paying', "UPDATE claim SET method = 'cash' WHERE id = ?"],
    [
      'a signature that counts no longer',
      'UPDATE claim_signature SET is_superseded = 1 WHERE claim_id = ?',
    ],
  ])('is not approved with %s', async (_, sql) => {
    const { id } = await aCheckedClaim();
    write(sql, id);
    expect((await refusedApproval(id)).code).toBe('claim.not-as-signed');
  });

  it.each(['claimant', 'filer', 'payee'])('is not approved for another %s', async (hand) => {
    const { id } = await aCheckedClaim();
    const other = await aPerson(core, { name: 'Somebody Else' });
    write(`UPDATE claim SET ${hand}_person_id = ? WHERE id = ?`, other.id, id);
    expect((await refusedApproval(id, 'manager')).code).toBe('claim.not-as-signed');
  });

  it('is not approved where the signed text was written anew with it: the signature keeps its mark', async () => {
    const { id } = await aCheckedClaim();
    writePast(id, `from_place = 'Moon'`);
    write(`UPDATE claim SET state = 'asked' WHERE id = ?`, id);
    const text = `replace(signed_json, '"fromPlace":"Home"', '"fromPlace":"Moon"')`;
    write(`UPDATE claim SET state = 'filed', signed_json = ${text} WHERE id = ?`, id);
    write(`UPDATE claim SET state = 'verified' WHERE id = ?`, id);
    expect((await refusedApproval(id)).code).toBe('claim.not-as-signed');
  });

  it('is not approved among several, and holds up none of the others', async () => {
    const [spoilt, good] = [await aCheckedClaim(1), await aCheckedClaim(2)];
    writePast(spoilt.id, 'claimed_pence = 900, payable_pence = 900');
    const claims = [spoilt, good].map(({ id, version }) => ({ id, version, key: countedId() }));
    const answer = await core.as('finance').call('claims.approveClean', { claims });
    expect(answer.claims).toMatchObject([
      { isApproved: false, why: expect.stringContaining('have it signed again') },
      { isApproved: true, decidedPence: 320 },
    ]);
  });

  it('may still be asked about', async () => {
    const claim = await aCheckedClaim();
    writePast(claim.id, `from_place = 'Moon'`);
    const asked = allOf(claim, 'asked', 'Where from?');
    expect((await core.as('finance').call('claims.decide', asked)).state).toBe('asked');
  });

  it('is neither paid nor added to once it was decided', async () => {
    const { id, lines } = await aCheckedClaim();
    const [{ id: lineId }] = lines as [Claim['lines'][number]];
    const { version } = await see(id);
    const other = { lineId, decision: 'other' as const, pence: 300, why: 'The cheaper fare.' };
    const wanted = { id, key: countedId(), version, lines: [other] };
    await core.as('finance').call('claims.decide', wanted);
    writePast(id, `from_place = 'Moon'`);
    const manager = core.as('manager');
    const code = 'claim.not-as-signed';
    const message = expect.stringContaining('Tell a manager');
    expect(await manager.refusal('claims.payByHand', await payment(id))).toMatchObject({
      code,
      message,
    });
    const more = { id, lineId, key: countedId(), version: version + 1, pence: 10, why: 'Found.' };
    expect(await core.as('finance').refusal('claims.topUp', more)).toMatchObject({ code });
    writePast(id, `from_place = 'Home'`);
    expect((await manager.call('claims.payByHand', await payment(id))).state).toBe('paid');
  });

  it('gets no second approval, and may be sent back', async () => {
    await enterGeneral(core, { secondApproverAbovePence: 100 });
    const { id } = await aCheckedClaim();
    expect((await approved(core, id)).state).toBe('second');
    writePast(id, `from_place = 'Moon'`);
    const second = async (isApproved: boolean) => ({
      id,
      key: countedId(),
      version: (await see(id)).version,
      isApproved,
      why: 'It was written into.',
    });
    const manager = core.as('manager');
    expect((await manager.refusal('claims.approveSecond', await second(true))).code).toBe(
      'claim.not-as-signed',
    );
    expect((await manager.call('claims.approveSecond', await second(false))).state).toBe(
      'verified',
    );
  });
});

describe('A claim stands as it was signed', () => {
  it('when whoever claims is called otherwise since, or was put together with another record', async () => {
    const { id, claimant } = await aCheckedClaim();
    const { personId } = claimant as { personId: string };
    const kept = await aPerson(core, { name: 'Kim Haddad-Moor' });
    await aMerge(core, { kind: 'person', keptId: kept.id, lostId: personId });
    const { claimantName } = await core.as('desk').call('claims.get', { id });
    expect(claimantName).toBe('Kim Haddad-Moor');
    expect((await approved(core, id)).decidedPence).toBe(320);
    expect((await core.as('manager').call('claims.payByHand', await payment(id))).state).toBe(
      'paid',
    );
  });

  it('when its rate was entered afterwards', async () => {
    const { person, activity } = await anAttendee(core);
    const lines = [drive(100, { kind: 'bicycle', activityId: activity.id })];
    const { id, version } = await signClaim(core, await aDraft(core, person, { lines }));
    await enterKind(core, 'bicycle');
    await core.as('officer').call('claims.priceAgain', { id, version });
    await verified(core, id);
    expect((await approved(core, id)).decidedPence).toBe(200);
    expect((await core.as('manager').call('claims.payByHand', await payment(id))).state).toBe(
      'paid',
    );
  });

  it('in what was decided, while the rest is open, printed to be signed, and opened once more', async () => {
    const { person, activity } = await anAttendee(core);
    const at = { activityId: activity.id };
    const lines = [claimLine(at), claimLine({ ...at, fromPlace: 'Town Hall', toPlace: 'Home' })];
    const { id } = await signClaim(core, await aDraft(core, person, { lines }));
    const claim = await verified(core, id);
    const wanted = allOf(claim, 'approved', '');
    const [one, two] = wanted.lines;
    const asked = { ...two, decision: 'asked' as const, why: 'Which bus?' };
    await core.as('finance').call('claims.decide', { ...wanted, lines: [one, asked] } as never);
    // Entered for today, a later policy prices what is open and leaves what was decided as it was.
    await enterKind(core, 'bus', { from: '2027-01-04', caps: [{ pence: 1000, per: 'day' }] });
    const desk = core.as('desk');
    const reopen = async () =>
      desk.call('claims.reopen', { id, version: (await see(id)).version, why: 'Answered.' });
    const opened = await reopen();
    const [first, second] = wordsOf(opened).lines;
    const changed = wordsOf(opened, { lines: [first, { ...second, reason: 'The 7' }] });
    const { version } = await desk.call('claims.saveDraft', changed);
    await desk.call('claims.printToSign', { id, version, size: 'normal' });
    await reopen();
    expect((await core.as('manager').call('claims.payByHand', await payment(id))).paidPence).toBe(
      320,
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import {
  aDraft,
  aClaimSignedAtDesk,
  anAttendee,
  aPicture,
  claimLine,
  enterRates,
  signClaim,
  wordsOf,
} from '../support/builders/claims.ts';

describe('A receipt of a claim', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
    await enterRates(core);
  });
  afterAll(() => core.close());

  const aClaim = async () => {
    const { person, activity } = await anAttendee(core);
    return aDraft(core, person, { lines: [claimLine({ activityId: activity.id })] });
  };
  const attach = (id: string, shade: number, lineIds: readonly string[] = []) =>
    core.as('desk').call('claims.attachReceipt', { id, ...aPicture(shade), lineIds: [...lineIds] });

  it('is kept, shown as it was taken in, and laid to its line', async () => {
    const claim = await aClaim();
    const line = claim.lines[0]?.id ?? '';
    const { receipt } = await attach(claim.id, 40, [line]);
    expect(receipt).toMatchObject({ kind: 'receipt', mediaType: 'image/png', lineIds: [line] });
    const after = await core.as('desk').call('claims.get', { id: claim.id });
    expect(after.lines[0]?.receiptIds).toEqual([receipt.id]);
    expect(after.version).toBe(claim.version);
    const shown = await core.as('officer').call('claims.receipt', { id: receipt.id });
    expect(shown).toMatchObject({ base64: aPicture(40).base64, name: 'ticket 40.png' });
  });

  it('waits for a line that the page has not sent yet', async () => {
    const claim = await aClaim();
    const next = claimLine({ fromPlace: 'Town Hall', toPlace: 'Home' });
    const { receipt } = await attach(claim.id, 41, [next.id]);
    expect(receipt.lineIds).toEqual([]);
    const words = wordsOf(claim);
    const saved = await core.as('desk').call('claims.saveDraft', {
      ...words,
      lines: [...words.lines, { ...next, receiptIds: [receipt.id] }],
    });
    expect(saved.receipts).toMatchObject([{ id: receipt.id, lineIds: [next.id] }]);
  });

  it('is found again in another claim by day, amount and number as they are printed', async () => {
    const [one, two] = [await aClaim(), await aClaim()];
    const printed = { printedOn: '2027-01-04', printedPence: 320, printedNumber: 'A 771' };
    const describeOn = async (claim: typeof one, shade: number) => {
      const lineIds = claim.lines.map(({ id }) => id);
      const { receipt } = await attach(claim.id, shade, lineIds);
      return core
        .as('desk')
        .call('claims.describeReceipt', { id: receipt.id, ...printed, lineIds });
    };
    await describeOn(one, 42);
    await signClaim(core, await core.as('desk').call('claims.get', { id: one.id }));
    expect(await describeOn(two, 43)).toMatchObject(printed);
    const after = await core.as('desk').call('claims.get', { id: two.id });
    expect(after.warnings.filter(({ code }) => code === 'double-receipt')).toMatchObject([
      { weight: 'warns', other: { reference: one.reference } },
    ]);
  });

  it('goes for good when it is taken off before anybody signed, unless another claim shows it', async () => {
    const [one, two] = [await aClaim(), await aClaim()];
    const kept = () => core.raw().prepare('SELECT count(*) FROM kept_file WHERE hash = ?').pluck();
    const { receipt } = await attach(one.id, 44, [one.lines[0]?.id ?? '']);
    const { receipt: same } = await attach(two.id, 44);
    await core.as('desk').call('claims.removeReceipt', { id: receipt.id });
    const after = await core.as('desk').call('claims.get', { id: one.id });
    expect([after.receipts, after.lines[0]?.receiptIds]).toEqual([[], []]);
    expect(kept().get(receipt.hash)).toBe(1);
    await core.as('desk').call('claims.removeReceipt', { id: same.id });
    expect(kept().get(receipt.hash)).toBe(0);
    const gone = await core.as('desk').refusal('claims.receipt', { id: same.id });
    expect(gone.code).toBe('claim.receipt-not-found');
  });

  it('of a signed claim is neither added, taken off nor laid elsewhere', async () => {
    const claim = await aClaim();
    const { receipt } = await attach(claim.id, 45, [claim.lines[0]?.id ?? '']);
    const saved = await core.as('desk').call('claims.get', { id: claim.id });
    await core.as('desk').call('claims.sign', {
      id: saved.id,
      key: 'a key of this test',
      version: saved.version,
      signer: saved.claimantName,
      strokes: [[1, 1, 9, 9]],
    });
    const more = { id: claim.id, ...aPicture(46) };
    expect((await core.as('desk').refusal('claims.attachReceipt', more)).code).toBe(
      'claim.not-open',
    );
    const off = await core.as('desk').refusal('claims.removeReceipt', { id: receipt.id });
    expect(off.code).toBe('claim.receipt-signed');
    const printed = { printedOn: null, printedPence: null, printedNumber: '' };
    const laid = await core
      .as('desk')
      .refusal('claims.describeReceipt', { id: receipt.id, ...printed, lineIds: [] });
    expect(laid.code).toBe('claim.receipt-signed');
  });

  it('is laid to lines of its own claim only', async () => {
    const [one, two] = [await aClaim(), await aClaim()];
    const { receipt } = await attach(one.id, 47);
    const words = wordsOf(two);
    const refused = await core.as('desk').refusal('claims.saveDraft', {
      ...words,
      lines: words.lines.map((line) => ({ ...line, receiptIds: [receipt.id] })),
    });
    expect(refused.code).toBe('claim.receipt-elsewhere');
  });

  it('is a picture or a PDF, whatever it is called', async () => {
    const claim = await aClaim();
    const file = { name: 'ticket.png', base64: Buffer.from('MZ program').toString('base64') };
    const refused = await core
      .as('desk')
      .refusal('claims.attachReceipt', { id: claim.id, ...file });
    expect(refused.code).toBe('receipt.other-kind');
  });
});

describe('The auditor', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
    await enterRates(core);
  });
  afterAll(() => core.close());

  it('follows the money of a claim and reads neither who claims nor why', async () => {
    const { person, activity } = await anAttendee(core, { name: 'Odile Quarrier' });
    const filed = await aClaimSignedAtDesk(core, {
      person,
      lines: [claimLine({ activityId: activity.id, reason: 'Odile cannot walk far' })],
      notes: 'Odile came herself',
    });
    const seen = await core.as('auditor').call('claims.get', { id: filed.id });
    expect(seen).toMatchObject({
      reference: filed.reference,
      claimantName: '•••',
      payablePence: 320,
      signatures: [{ name: '•••', strokes: null }],
    });
    expect(JSON.stringify(seen)).not.toMatch(/Odile|Quarrier|Home/);
    const lists = [
      await core.as('auditor').call('claims.parked', {}),
      await core
        .as('auditor')
        .call('claims.ofParty', { of: { kind: 'person', personId: person.id } }),
    ];
    expect(JSON.stringify(lists)).not.toMatch(/Odile|Quarrier/);
  });

  it('sees receipts without their names, and no signed paper', async () => {
    const { person, activity } = await anAttendee(core);
    const draft = await aDraft(core, person, { lines: [claimLine({ activityId: activity.id })] });
    const papers = [];
    for (const [shade, kind] of [
      [50, 'receipt'],
      [51, 'member-form'],
    ] as const)
      papers.push(
        (
          await core
            .as('desk')
            .call('claims.attachReceipt', { id: draft.id, kind, ...aPicture(shade) })
        ).receipt,
      );
    const shown = await core.as('auditor').call('claims.receipt', { id: papers[0]?.id ?? '' });
    expect(shown.name).toBe('•••');
    const refused = await core.as('auditor').refusal('claims.receipt', { id: papers[1]?.id });
    expect(refused.code).toBe('claim.paper-not-shown');
  });
});

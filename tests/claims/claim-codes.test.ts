import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '#db/claims/claims.contract';
import {
  aDraft,
  anAttendee,
  claimLine,
  enterRates,
  signClaim,
} from '../support/builders/claims.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { codeOn, type Laid, scanOf } from '../support/scan-paper.ts';

let core: TestCore;
let claim: Claim;
const forms: { readonly size: string; readonly bytes: Buffer }[] = [];
beforeAll(async () => {
  core = await openTestCore();
  await enterRates(core);
  const { person, activity } = await anAttendee(core);
  const lines = [claimLine({ activityId: activity.id })];
  claim = await aDraft(core, person, { lines });
  for (const size of ['normal', 'large'] as const) forms.push({ size, bytes: await formOf(size) });
});
afterAll(() => core.close());

const bytesOf = (paper: { readonly base64: string }): Buffer => Buffer.from(paper.base64, 'base64');
const formOf = async (size: 'normal' | 'large'): Promise<Buffer> =>
  bytesOf(
    await core.as('desk').call('claims.printForm', { of: { kind: 'claim', id: claim.id }, size }),
  );

describe('The code on a claim', () => {
  const WAYS: readonly (readonly [string, Laid])[] = [
    ['scanned as offices do', { dpi: 150 }],
    ['scanned coarsely', { dpi: 100 }],
    ['scanned coarsely and on its side', { dpi: 100, turned: 90 }],
    ['scanned as coarsely as a fax, upside down', { dpi: 75, turned: 180 }],
    ['laid askew under a weak lamp', { dpi: 100, turned: 7, isFaint: true }],
  ];
  it.each(WAYS)('is read by a decoder that is not ours when its form is %s', (_, laid) => {
    for (const { size, bytes } of forms)
      expect([size, codeOn(scanOf(bytes, 1, laid))]).toEqual([size, claim.reference]);
  });

  it('leads to the claim, also from the signed form and the slip for cash', async () => {
    await signClaim(core, claim);
    await verified(core, claim.id);
    await approved(core, claim.id);
    const desk = core.as('desk');
    const slip = await desk.call('claims.printCashReceipt', { id: claim.id });
    for (const paper of [await formOf('normal'), bytesOf(slip)]) {
      const reference = codeOn(scanOf(paper, 1, { dpi: 100 })) ?? '';
      expect(await desk.call('claims.findByReference', { reference })).toMatchObject({
        claimId: claim.id,
      });
    }
  });

  it('is on no form that has no number yet', async () => {
    const blank = await core.as('desk').call('claims.printForm', { of: { kind: 'blank' } });
    expect(codeOn(scanOf(bytesOf(blank), 1, { dpi: 100 }))).toBeUndefined();
  });
});

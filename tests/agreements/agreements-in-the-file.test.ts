import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSignedAgreement } from '../support/builders/agreements.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

describe('Agreements in the file', () => {
  it('stay such that they can be true, past the program too', async () => {
    const code = await aSignedAgreement(core, { kind: 'code-adoption' });
    const promise = await aSignedAgreement(core, { kind: 'confidentiality' });
    const raw = core.raw();
    for (const [change, of, check] of [
      ["kind = 'treaty'", code, 'ck_agreement_kind'],
      ['person_id = NULL', promise, 'ck_agreement_person'],
      ['group_id = NULL', code, 'ck_agreement_code'],
      ["state = 'lost'", code, 'ck_agreement_state'],
      ['signed_on = NULL, first_signed_on = NULL', code, 'ck_agreement_signed'],
      ['first_signed_on = NULL', code, 'ck_agreement_first_signed'],
      ["ended_on = '2027-01-04'", code, 'ck_agreement_ended'],
      [`reference = '${promise.reference}'`, code, 'UNIQUE constraint failed'],
    ] as const)
      expect(
        () => raw.prepare(`UPDATE agreement SET ${change} WHERE id = ?`).run(of.id),
        change,
      ).toThrow(check);
  });
});

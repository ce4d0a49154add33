import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  aPaidGroup,
  callBack,
  stagedDetails,
  verifiedDetails,
} from '../support/builders/payees.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const NEW = { ...ACCOUNT, accountNumber: '11223344' };

describe('Bank details in the file', () => {
  it('cannot be written over past the program', async () => {
    const of = await aPaidGroup(core);
    const payee = await stagedDetails(core, of);
    const raw = core.raw();
    for (const change of [
      "payee_id = ''",
      'number = 9',
      "method = 'cash'",
      "sealed = ''",
      "masked_account = ''",
      "masked_sort_code = ''",
      "account_mark = ''",
      "entered_by_user_id = ''",
      "entered_on = ''",
      "known_marks = '[]'",
    ])
      expect(() => raw.prepare(`UPDATE payee_details SET ${change}`).run(), change).toThrow(
        'never changed, only replaced',
      );
    for (const [change, check] of [
      ["state = 'verified'", 'ck_payee_details_checked'],
      ["state = 'rejected'", 'ck_payee_details_closed'],
    ] as const)
      expect(() => raw.prepare(`UPDATE payee_details SET ${change}`).run(), change).toThrow(check);
    await core.as('manager').call('payees.recordCallBack', callBack(payee));
    expect(() => raw.prepare("UPDATE payee_details SET state = 'staged'").run()).toThrow(
      'only from staged',
    );
    expect(() =>
      raw
        .prepare(
          `INSERT INTO payee_details SELECT 'x', payee_id, 9, state, method, sealed, masked_account, masked_sort_code,
           account_mark, known_marks, came_by, why, entered_by_user_id, entered_at, entered_on, checked_by_user_id,
           checked_at, checked_on, called_on, call_sealed, closed_by_user_id, closed_on, closed_why FROM payee_details`,
        )
        .run(),
    ).toThrow('begin as staged');
  });

  it('wait one at a time and are in force one at a time, past the program too', async () => {
    const of = await aPaidGroup(core);
    const first = await verifiedDetails(core, of);
    const second = await stagedDetails(core, of, { details: NEW, version: first.version });
    const raw = core.raw();
    expect(() =>
      raw
        .prepare(
          `INSERT INTO payee_details SELECT 'x', payee_id, 9, state, method, sealed, masked_account, masked_sort_code,
           account_mark, known_marks, came_by, why, entered_by_user_id, entered_at, entered_on, checked_by_user_id,
           checked_at, checked_on, called_on, call_sealed, closed_by_user_id, closed_on, closed_why FROM payee_details
           WHERE state = 'staged'`,
        )
        .run(),
    ).toThrow('UNIQUE constraint failed: payee_details.payee_id');
    expect(() =>
      raw
        .prepare(
          `UPDATE payee_details SET state = 'verified', checked_by_user_id = (SELECT checked_by_user_id
           FROM payee_details WHERE state = 'verified'), checked_at = '', checked_on = '', called_on = '',
           call_sealed = '' WHERE id = ?`,
        )
        .run(second.staged?.id),
    ).toThrow('UNIQUE constraint failed: payee_details.payee_id');
  });
});

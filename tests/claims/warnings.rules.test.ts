import { describe, expect, it } from 'vitest';
import {
  atHandedOverScreen,
  canAnswer,
  countOpenWarnings,
  holdsUpSigning,
  isOpenWarning,
  maskWarning,
} from '#db/claims/checks/warnings.rules';
import type { ClaimId, ClaimLineId, Warning } from '#db/claims/claims.contract';

const aWarning = (part: Partial<Warning> = {}): Warning => ({
  lineId: 'line-1' as ClaimLineId,
  code: 'not-on-sheet',
  weight: 'warns',
  words: 'The claimant is not on the sheet.',
  wayOn: 'Put them on.',
  other: null,
  answer: null,
  ...part,
});
const ANSWER = {
  why: 'Seen there',
  by: 'Dee',
  at: '2027-04-08T09:00:00.000Z',
} as Warning['answer'];

describe('A warning', () => {
  it('waits until somebody answers it; a stop until it is mended, but out of time until a manager does', () => {
    expect(isOpenWarning(aWarning())).toBe(true);
    expect(isOpenWarning(aWarning({ answer: ANSWER }))).toBe(false);
    expect(isOpenWarning(aWarning({ weight: 'says' }))).toBe(false);
    expect(isOpenWarning(aWarning({ weight: 'stops', answer: ANSWER }))).toBe(true);
    const late = aWarning({ code: 'out-of-time', weight: 'stops' });
    expect(isOpenWarning(late)).toBe(true);
    expect(isOpenWarning({ ...late, answer: ANSWER })).toBe(false);
    expect(canAnswer(late, 'desk')).toBe(false);
    expect(canAnswer(late, 'manager')).toBe(true);
    expect(canAnswer(aWarning({ weight: 'stops' }), 'manager')).toBe(false);
    expect(countOpenWarnings([aWarning(), late, aWarning({ weight: 'says' })])).toBe(2);
  });

  it('holds up the signing where a rule stops or a double has no reason; the rest is for who decides', () => {
    expect(holdsUpSigning(aWarning())).toBe(false);
    expect(holdsUpSigning(aWarning({ weight: 'stops', code: 'no-receipt' }))).toBe(true);
    expect(holdsUpSigning(aWarning({ weight: 'stops', code: 'out-of-time' }))).toBe(false);
    const double = aWarning({ code: 'double-receipt' });
    expect(holdsUpSigning(double)).toBe(true);
    expect(holdsUpSigning({ ...double, answer: ANSWER })).toBe(false);
  });

  it('tells nothing of others at a screen that is handed over', () => {
    const double = aWarning({
      code: 'double-receipt',
      words: 'In claim CLM-2027-0002 of P. Lane.',
      other: {
        claimId: 'claim-2' as ClaimId,
        reference: 'CLM-2027-0002',
        otherId: 'rec-2',
        receiptId: null,
      },
      answer: ANSWER,
    });
    expect(atHandedOverScreen(double)).toMatchObject({
      words: 'Staff will check this ticket.',
      wayOn: '',
      other: null,
      answer: null,
    });
    const own = aWarning({ code: 'no-receipt', weight: 'stops', words: 'Attach the receipt.' });
    expect(atHandedOverScreen(own).words).toBe('Attach the receipt.');
  });

  it('asks nobody who claims at a lent screen for a reason or an amount that staff give', () => {
    const wayOn = 'Say why it stays so, or decide another amount.';
    const unpaid = aWarning({ code: 'out-of-pocket', weight: 'warns', wayOn });
    expect(atHandedOverScreen(unpaid).wayOn).toBe('Staff look at this. You can go on.');
    const missing = aWarning({ code: 'no-receipt', weight: 'stops', wayOn: 'Attach it.' });
    expect(atHandedOverScreen(missing).wayOn).toBe('Attach it.');
    const known = aWarning({ code: 'cap-reached', weight: 'says', wayOn: '' });
    expect(atHandedOverScreen(known).wayOn).toBe('');
  });

  it('is read by the auditor without the words about people', () => {
    const masked = maskWarning(aWarning({ code: 'same-account', answer: ANSWER }));
    expect(masked).toMatchObject({ words: '•••', answer: { why: '•••', by: 'Dee' } });
    expect(maskWarning(aWarning({ code: 'cap-reached', words: '£2 less' })).words).toBe('£2 less');
  });
});

import { describe, expect, it } from 'vitest';
import {
  formatSortCode,
  holdsNumber,
  isAccountNumber,
  isSortCode,
  maskAccountNumber,
  maskSortCode,
  padAccountNumber,
  plainFigures,
  plainReference,
} from '#db/payees/bank.rules';
import { AccountNumber, SortCode } from '#db/payees/payees.contract';

describe('A sort code', () => {
  it.each([
    '20-00-12',
    '200012',
    '20 00 12',
    '20.00.12',
    '20/00/12',
    '20–00–12',
    ' 20 - 00 - 12 ',
    '20‑00‑12',
  ])('is read in the spelling %s', (typed) => {
    expect(SortCode.parse(typed)).toBe('200012');
  });

  it.each(['', '20-00-1', '20-00-123', '2O-00-12', 'twenty'])('is not %s', (typed) => {
    expect(isSortCode(plainFigures(typed))).toBe(false);
    expect(SortCode.safeParse(typed).error?.issues[0]?.message).toBe(
      'Enter the six figures of the sort code, such as 20-00-00.',
    );
  });

  it('is shown as banks print it, and masked to its last two figures', () => {
    expect(formatSortCode('200012')).toBe('20-00-12');
    expect(maskSortCode('200012')).toBe('••-••-12');
  });
});

describe('An account number', () => {
  it.each(['48213907', '4821 3907', '8213907'])('may be %s', (typed) => {
    expect(AccountNumber.safeParse(typed).success).toBe(true);
  });

  it.each(['', '821390', '482139070', '4821390A'])('is not %s', (typed) => {
    expect(isAccountNumber(plainFigures(typed))).toBe(false);
    expect(AccountNumber.safeParse(typed).success).toBe(false);
  });

  it('of seven figures takes a 0 in front, and one of eight stays', () => {
    expect(padAccountNumber('8213907')).toBe('08213907');
    expect(padAccountNumber('48213907')).toBe('48213907');
  });

  it('is masked to its last four figures', () => {
    expect(maskAccountNumber('48213907')).toBe('••••3907');
  });
});

describe('A building society’s reference', () => {
  it('is one whatever its spaces, marks and letters', () => {
    expect(plainReference('d/1234 567-8')).toBe('D12345678');
  });
});

describe('Words beside the details', () => {
  const NUMBERS = ['207153', '48213907', ''];
  it.each([
    'new: 48213907',
    '4821 39 07',
    '48-21.39/07',
    'the 20 71 53',
    'x20-71-53y',
    '0048213907',
  ])('carry the number in “%s”', (words) => expect(holdsNumber(words, NUMBERS)).toBe(true));
  it.each(['', 'Since 3 March 2027', 'ends in 3907', 'rang 07700 900123'])(
    'carry no number in “%s”',
    (words) => expect(holdsNumber(words, NUMBERS)).toBe(false),
  );
});

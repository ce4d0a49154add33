import { describe, expect, it } from 'vitest';
import {
  findTwice,
  mandateLine,
  mandateWarnings,
  postsChanged,
  signingOn,
} from '#db/payees/mandate.rules';
import type { Mandate } from '#db/payees/mandate.contract';
import type { FullDetails } from '#db/payees/payees.contract';
import {
  accountText,
  isAsHeard,
  isInForce,
  isKnownBefore,
  isSameDetails,
  maskedLine,
  maskedNumbers,
  numbersOf,
  whoseNumber,
} from '#db/payees/payees.rules';
import type { LocalDate } from '#db/shared/local-date';
import { ACCOUNT, HEARD } from '../support/builders/payees.ts';

const day = (text: string) => text as LocalDate;
const account = (part: object = {}) => ({ ...ACCOUNT, ...part }) as unknown as FullDetails;
const plain = account({ sortCode: '207153' });

describe('An account', () => {
  it('is the same with seven figures and with the 0 in front, with and without marks in its reference', () => {
    expect(accountText(account({ sortCode: '207153', accountNumber: '8213907' }))).toBe(
      accountText(account({ sortCode: '207153', accountNumber: '08213907' })),
    );
    expect(accountText(account({ buildingReference: 'a/12-3' }))).toBe(
      accountText(account({ buildingReference: 'A123' })),
    );
    expect(accountText({ method: 'cash' })).toBe('');
  });

  it('is as heard only when every part is', () => {
    expect(isAsHeard(plain, HEARD)).toBe(true);
    expect(isAsHeard(plain, { ...HEARD, accountNumber: '48213970' })).toBe(false);
    expect(isAsHeard(plain, { ...HEARD, sortCode: '207135' })).toBe(false);
    expect(isAsHeard(plain, { ...HEARD, buildingReference: 'A1' })).toBe(false);
    expect(isAsHeard(plain, null)).toBe(false);
    expect(isAsHeard({ method: 'cash' }, null)).toBe(true);
  });

  it('is other details under another name', () => {
    expect(isSameDetails(plain, plain)).toBe(true);
    expect(isSameDetails(plain, account({ sortCode: '207153', accountName: 'Other' }))).toBe(false);
    expect(isSameDetails({ method: 'cash' }, { method: 'cheque', payableTo: 'A' })).toBe(false);
  });

  it('shows no more than its mask, and cheques and cash have none', () => {
    expect(maskedNumbers(plain)).toEqual({ account: '••••3907', sortCode: '••-••-53' });
    expect(maskedNumbers({ method: 'cash' })).toEqual({ account: '', sortCode: '' });
    const line = { maskedAccount: '••••3907', maskedSortCode: '••-••-53', name: 'Oak' };
    expect(maskedLine({ ...line, method: 'bank-transfer' })).toBe('••••3907, sort code ••-••-53');
    expect(maskedLine({ ...line, method: 'cheque' })).toBe('Cheque to Oak');
    expect(maskedLine({ ...line, method: 'cash' })).toBe('Cash at the desk');
  });

  it('names the numbers that no words may carry, a long reference too', () => {
    expect(numbersOf(account({ sortCode: '207153', buildingReference: 'A/1234567' }))).toEqual([
      '207153',
      '48213907',
      '48213907',
      '1234567',
    ]);
    expect(numbersOf({ method: 'cheque', payableTo: 'Oak' })).toEqual([]);
  });
});

describe('A version of the details', () => {
  it('is in force from the day of its check to the day before it was replaced', () => {
    const one = { checkedOn: day('2027-01-04'), closedOn: day('2027-02-01') };
    expect(isInForce(one, day('2027-01-03'))).toBe(false);
    expect(isInForce(one, day('2027-01-04'))).toBe(true);
    expect(isInForce(one, day('2027-01-31'))).toBe(true);
    expect(isInForce(one, day('2027-02-01'))).toBe(false);
    expect(isInForce({ checkedOn: null, closedOn: null }, day('2027-01-04'))).toBe(false);
    expect(isInForce({ ...one, closedOn: null }, day('2030-01-01'))).toBe(true);
  });
});

describe('A phone number', () => {
  const number = { number: '0', whose: 'Oak', since: day('2027-01-04'), byUserId: 'a' };
  it('is known before unless who enters the details put it there that day or later', () => {
    expect(isKnownBefore(number, { on: day('2027-01-04'), byUserId: 'a' })).toBe(false);
    expect(isKnownBefore(number, { on: day('2027-01-03'), byUserId: 'a' })).toBe(false);
    expect(isKnownBefore(number, { on: day('2027-01-05'), byUserId: 'a' })).toBe(true);
    expect(isKnownBefore(number, { on: day('2027-01-04'), byUserId: 'b' })).toBe(true);
    expect(
      isKnownBefore({ ...number, since: null }, { on: day('2027-01-04'), byUserId: 'a' }),
    ).toBe(true);
  });

  it('says since when it is on record', () => {
    expect(whoseNumber(number)).toBe('Oak, on record since 4 January 2027');
    expect(whoseNumber({ ...number, since: null })).toBe('Oak');
  });
});

describe('A mandate', () => {
  const signs = (name: string, from: string, until: string | null = null) =>
    ({ personId: name, name, from, until }) as never as Mandate['signatories'][number];
  const two = [signs('J. Okafor', '2026-01-01', '2026-06-30'), signs('P. Lane', '2026-07-01')];

  it('names who signs on a day, first and last day included', () => {
    expect(signingOn(two, day('2026-06-30')).map(({ name }) => name)).toEqual(['J. Okafor']);
    expect(signingOn(two, day('2026-07-01')).map(({ name }) => name)).toEqual(['P. Lane']);
    expect(
      mandateLine(
        [signs('J. Okafor', '2026-01-01'), signs('P. Lane', '2026-01-01')],
        day('2026-06-30'),
      ),
    ).toBe('Bank mandate: 2 signatories on record');
    expect(mandateLine([], day('2026-06-30'))).toBe('Bank mandate: no signatories on record');
  });

  it('names a person once for a day', () => {
    expect(findTwice(two)).toBeUndefined();
    expect(findTwice([...two, signs('P. Lane', '2026-01-01', '2026-06-30')])).toBeUndefined();
    expect(findTwice([...two, signs('P. Lane', '2026-12-01')])?.name).toBe('P. Lane');
  });

  it('is asked for again when chair, vice-chair, secretary or treasurer change', () => {
    const held = (post: string, personId: string) => ({ post, personId });
    const then = [held('chair', 'a'), held('treasurer', 'b'), held('member', 'c')];
    expect(postsChanged(then, then)).toEqual([]);
    expect(postsChanged(then, [held('chair', 'a'), held('treasurer', 'd')])).toEqual(['treasurer']);
    expect(postsChanged(then, [])).toEqual(['chair', 'treasurer']);
  });

  it('warns when officers changed and when too few are left to sign', () => {
    const mandate = { toSign: 2, signatories: two };
    expect(mandateWarnings(mandate, day('2026-07-01'), ['treasurer'])).toEqual([
      'Ask for the mandate again: since it was confirmed, the treasurer changed.',
      '2 people must sign and only 1 may. Ask the group whom its bank has on record.',
    ]);
    expect(mandateWarnings({ toSign: 1, signatories: two }, day('2026-07-01'), [])).toEqual([]);
    expect(mandateWarnings({ toSign: 1, signatories: [] }, day('2026-07-01'), [])).toEqual([
      '1 person must sign and nobody may. Ask the group whom its bank has on record.',
    ]);
  });
});

import { phoneDigitsOf } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { maskAccountNumber, maskSortCode, padAccountNumber, plainReference } from './bank.rules.ts';
import type { Details, FullDetails, HeardAccount } from './payees.contract.ts';

/** Details as they are kept: an account number of seven figures takes its 0 in front. */
export const withEightFigures = (details: FullDetails): FullDetails =>
  details.method === 'bank-transfer'
    ? { ...details, accountNumber: padAccountNumber(details.accountNumber) }
    : details;

/** One account in one spelling, for comparing; empty where nothing goes to an account. */
export const accountText = (details: FullDetails): string =>
  details.method === 'bank-transfer' ? oneSpelling(details) : '';

const oneSpelling = (account: HeardAccount): string =>
  [
    account.sortCode,
    padAccountNumber(account.accountNumber),
    plainReference(account.buildingReference),
  ].join(' ');

/** Whether what was read out on the phone is what was entered. */
export const isAsHeard = (details: FullDetails, heard: HeardAccount | null): boolean =>
  accountText(details) === (heard === null ? '' : oneSpelling(heard));

/** The numbers as everybody sees them; empty for cheque and cash. */
export const maskedNumbers = (details: FullDetails) =>
  details.method === 'bank-transfer'
    ? {
        account: maskAccountNumber(details.accountNumber),
        sortCode: maskSortCode(details.sortCode),
      }
    : { account: '', sortCode: '' };

/** Name of the account, or to whom a cheque is made out. */
export const nameOn = (details: FullDetails): string => {
  switch (details.method) {
    case 'bank-transfer':
      return details.accountName;
    case 'cheque':
      return details.payableTo;
    case 'cash':
      return '';
  }
};

/** Whether money would go to the same account, name or hand as before. */
export const isSameDetails = (a: FullDetails, b: FullDetails): boolean =>
  a.method === b.method && accountText(a) === accountText(b) && nameOn(a) === nameOn(b);

/** The numbers that no note beside the details may carry. */
export const numbersOf = (details: FullDetails): readonly string[] =>
  details.method === 'bank-transfer'
    ? [
        details.sortCode,
        details.accountNumber,
        // As it is said where the 0 in front was added by us.
        details.accountNumber.replace(/^0/, ''),
        details.buildingReference.replaceAll(/\D/g, '').length > 5
          ? details.buildingReference.replaceAll(/\D/g, '')
          : '',
      ]
    : [];

/** A phone number in one spelling. */
export const phoneText = (number: string): string => phoneDigitsOf(number);

/** As much of a version as says from when to when it was paid to. */
export type Lasting = {
  readonly checkedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
};

/** Whether a version was the one to pay to on a day: from the day of its check to the day before it was replaced. */
export const isInForce = ({ checkedOn, closedOn }: Lasting, on: LocalDate): boolean =>
  checkedOn !== null && checkedOn <= on && (closedOn === null || on < closedOn);

/** A phone number that is on record now, and who last wrote it there. */
export type NumberOnRecord = {
  readonly number: string;
  readonly whose: string;
  /** Null where it is older than the record of changes. */
  readonly since: LocalDate | null;
  readonly byUserId: string | null;
};

/**
 * Whether a number counts as known to us when details come in: who enters the details must not be the one who put
 * the number there on the same day, or one hand could supply both.
 */
export const isKnownBefore = (
  { since, byUserId }: NumberOnRecord,
  entering: { readonly on: LocalDate; readonly byUserId: string },
): boolean => !(byUserId === entering.byUserId && since !== null && since >= entering.on);

/** 'Oak Estate TRA, on record since 3 November 2026'. */
export const whoseNumber = ({ whose, since }: NumberOnRecord): string =>
  since === null ? whose : `${whose}, on record since ${formatDateNoWeekday(since)}`;

/** The masked line of lists and papers: '••••1234, sort code ••-••-12', 'Cheque', 'Cash at the desk'. */
export const maskedLine = (
  details: Pick<Details, 'method' | 'maskedAccount' | 'maskedSortCode' | 'name'>,
): string => {
  switch (details.method) {
    case 'bank-transfer':
      return `${details.maskedAccount}, sort code ${details.maskedSortCode}`;
    case 'cheque':
      return `Cheque to ${details.name}`;
    case 'cash':
      return 'Cash at the desk';
  }
};

import type { LocalDate } from '#db/shared/local-date';
import { formatPenceShort, type Pence } from '#db/shared/money';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** What somebody signs for who takes money: the same words on the screen as are kept with the signature. */
export const cashWords = (of: {
  readonly reference: string;
  readonly pence: Pence;
  readonly paidOn: LocalDate;
}): string =>
  `Received ${formatPenceShort(of.pence)} in cash for claim ${of.reference} on ${formatDateNoWeekday(of.paidOn)}.`;

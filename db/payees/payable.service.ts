import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { DetailsId, FullDetails, PayeeId } from './payees.contract.ts';
import * as payees from './payees.repository.ts';
import { isInForce } from './payees.rules.ts';
import { openDetails } from './sealed-details.ts';

/** What to pay to, or why nothing may be paid, in words for the one who pays. */
export type Payable =
  | {
      readonly isPayable: true;
      readonly detailsId: DetailsId;
      /** Which version it is; a payment keeps it, so that later changes do not move it. */
      readonly number: number;
      readonly verifiedOn: LocalDate;
      readonly details: FullDetails;
    }
  | {
      readonly isPayable: false;
      readonly why: 'none' | 'staged' | 'unreadable';
      readonly words: string;
    };

/**
 * The verified details that a payee is paid to on a day. Nothing is paid while details are staged, whichever day is
 * asked about (P12). The answer holds the readable numbers: it goes into a payment and nowhere else.
 */
export async function payableDetails(ctx: Ctx, payeeId: PayeeId, on: LocalDate): Promise<Payable> {
  const payee = await payees.findById(ctx, payeeId);
  const name = payee?.name ?? 'This payee';
  const versions = await payees.listDetails(ctx, payeeId);
  const staged = versions.find(({ state }) => state === 'staged');
  if (staged !== undefined)
    return {
      isPayable: false,
      why: 'staged',
      words: `New bank details of ${name}, entered on ${formatDateNoWeekday(staged.enteredOn)}, wait for a second person. Nothing is paid to ${name} until the call-back is recorded or the details are turned down.`,
    };
  const inForce = versions.find((one) => isInForce(one, on));
  if (inForce?.checkedOn == null)
    return {
      isPayable: false,
      why: 'none',
      words: `No checked bank details of ${name} are on record for ${formatDateNoWeekday(on)}. Enter them on the page of ${name} and have a second person check them.`,
    };
  const details = openDetails(ctx, inForce);
  if (details === undefined)
    return {
      isPayable: false,
      why: 'unreadable',
      words: `The bank details of ${name} cannot be read on this computer. Have the file in the folder “keys” put back, or enter the details again.`,
    };
  return {
    isPayable: true,
    detailsId: inForce.id,
    number: inForce.number,
    verifiedOn: inForce.checkedOn,
    details,
  };
}

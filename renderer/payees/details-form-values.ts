import { z } from 'zod';
import { formatSortCode } from '#db/payees/bank.rules';
import {
  CallBack,
  FullDetails,
  HeardAccount,
  NewDetails,
  PaymentMethod,
} from '#db/payees/payees.contract';

const fields = NewDetails.shape;

/** Every field of the three ways to be paid, as it is typed. */
const TypedDetails = z.object({
  method: PaymentMethod,
  accountName: z.string(),
  sortCode: z.string(),
  accountNumber: z.string(),
  buildingReference: z.string(),
  payableTo: z.string(),
  cameBy: fields.cameBy,
  // Checked with the details, so that every sentence comes at once.
  why: z.string(),
});
type TypedDetails = z.infer<typeof TypedDetails>;

const detailsOf = (typed: TypedDetails): z.input<typeof FullDetails> => {
  switch (typed.method) {
    case 'bank-transfer': {
      const { method, accountName, sortCode, accountNumber, buildingReference } = typed;
      return { method, accountName, sortCode, accountNumber, buildingReference };
    }
    case 'cheque':
      return { method: typed.method, payableTo: typed.payableTo };
    case 'cash':
      return { method: typed.method };
  }
};

const Entered = z.object({ details: FullDetails, why: fields.why });

/** The form of new details; only the fields of the chosen way are asked for. */
export const DetailsFormSchema = TypedDetails.transform(({ cameBy, ...typed }, context) => {
  const read = Entered.safeParse({ details: detailsOf({ ...typed, cameBy }), why: typed.why });
  if (read.success) return { ...read.data, cameBy };
  for (const { path, message } of read.error.issues)
    context.addIssue({
      code: 'custom',
      path: path.filter((part) => part !== 'details'),
      message,
    });
  return z.NEVER;
});
export type DetailsFormValues = z.input<typeof DetailsFormSchema>;

export const NO_DETAILS: DetailsFormValues = {
  method: 'bank-transfer',
  accountName: '',
  sortCode: '',
  accountNumber: '',
  buildingReference: '',
  payableTo: '',
  cameBy: 'form',
  why: '',
};

const { number, spokeTo, on } = CallBack.shape;

const Call = z.object({ number, spokeTo, on });
const CallWithAccount = Call.extend(HeardAccount.shape);

/** The call-back as it is typed; the account that was read out is asked for only where there is one. */
export const callFormSchema = (hasAccount: boolean) =>
  z
    .object({
      number: z.string(),
      spokeTo: z.string(),
      on: z.string(),
      sortCode: z.string(),
      accountNumber: z.string(),
      buildingReference: z.string(),
    })
    .transform((typed, context) => {
      const read = hasAccount ? CallWithAccount.safeParse(typed) : Call.safeParse(typed);
      if (read.success) {
        const { number: rung, spokeTo: who, on: day, ...heard } = read.data;
        const account = HeardAccount.safeParse(heard);
        return { number: rung, spokeTo: who, on: day, heard: account.data ?? null };
      }
      for (const { path, message } of read.error.issues)
        context.addIssue({ code: 'custom', path, message });
      return z.NEVER;
    });

/** The whole details as lines of a window. */
export const factsOf = (details: FullDetails) => {
  switch (details.method) {
    case 'bank-transfer':
      return [
        { label: 'Name of the account', value: details.accountName, isPersonal: true },
        { label: 'Sort code', value: formatSortCode(details.sortCode), isPersonal: true },
        { label: 'Account number', value: details.accountNumber, isPersonal: true },
        ...(details.buildingReference === ''
          ? []
          : [
              {
                label: 'Building society reference',
                value: details.buildingReference,
                isPersonal: true,
              },
            ]),
      ];
    case 'cheque':
      return [{ label: 'Cheque made out to', value: details.payableTo, isPersonal: true }];
    case 'cash':
      return [{ label: 'Paid', value: 'Cash at the desk' }];
  }
};

import { z } from 'zod';
import { type GeneralPolicy, GeneralPolicyDetails } from '#db/claim-policy/claim-policy.contract';
import { LocalDate } from '#db/shared/local-date';
import { poundsTyped, typedPounds } from './kind-policy-values.ts';

const limit = typedPounds('Leave it empty where there is no limit.');

/** The form of the general limits; its values come out as the contract takes them. */
export const GeneralPolicyFields = z.object({
  from: LocalDate,
  eligibleActivityKinds: z.string().transform((text) => {
    const lines = text.split('\n').map((line) => line.trim());
    const kinds = lines.filter((line) => line !== '');
    return kinds.length === 0 ? null : kinds;
  }),
  timeLimitDays: GeneralPolicyDetails.shape.timeLimitDays,
  monthLimitPence: limit,
  yearLimitPence: limit,
  mileageExemptFromReceipt: z.boolean(),
  secondApproverAbovePence: limit,
  promisedWorkingDays: GeneralPolicyDetails.shape.promisedWorkingDays,
  entererMayVerify: z.boolean(),
  principle: GeneralPolicyDetails.shape.principle,
  cashLimitPence: limit,
  source: GeneralPolicyDetails.shape.source,
});

/** What holds now, as it stands in the fields, to begin on another day. */
export function generalPolicyFields(
  policy: GeneralPolicy,
  from: LocalDate,
): z.input<typeof GeneralPolicyFields> {
  return {
    from,
    eligibleActivityKinds: policy.eligibleActivityKinds?.join('\n') ?? '',
    timeLimitDays: policy.timeLimitDays,
    monthLimitPence: poundsTyped(policy.monthLimitPence),
    yearLimitPence: poundsTyped(policy.yearLimitPence),
    mileageExemptFromReceipt: policy.mileageExemptFromReceipt,
    secondApproverAbovePence: poundsTyped(policy.secondApproverAbovePence),
    promisedWorkingDays: policy.promisedWorkingDays,
    entererMayVerify: policy.entererMayVerify,
    principle: policy.principle,
    cashLimitPence: poundsTyped(policy.cashLimitPence),
    source: policy.enteredBy === 'TRC Desk' ? '' : policy.source,
  };
}

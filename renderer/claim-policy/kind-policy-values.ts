import { z } from 'zod';
import {
  type Cap,
  CapUnit,
  CostBasis,
  type CostKind,
  type KindPolicy,
  KindPolicyDetails,
  ReceiptRule,
} from '#db/claim-policy/claim-policy.contract';
import { LocalDate } from '#db/shared/local-date';
import { formatPence, parsePounds, type Pence } from '#db/shared/money';

/** An amount as it is typed: '12.50', '45p', or nothing. */
export const typedPounds = (allowsNothing: string) =>
  z
    .string()
    .refine(
      (text) => text.trim() === '' || parsePounds(text) !== undefined,
      `Enter an amount in pounds, like 12.50, or in pence, like 45p. ${allowsNothing}`,
    )
    .transform((text): Pence | null => parsePounds(text) ?? null);

export const poundsTyped = (amount: Pence | null): string =>
  amount === null ? '' : amount > 0 && amount < 100 ? `${amount}p` : formatPence(amount).slice(1);

const typedCap = typedPounds('Leave it empty where there is no limit.');

const Fields = z.object({
  from: LocalDate,
  basis: CostBasis,
  isRateAwaited: z.boolean(),
  ratePence: typedPounds('Tick the box above where it is not known yet.'),
  caps: z.object({
    line: typedCap,
    meeting: typedCap,
    day: typedCap,
    claim: typedCap,
    child: typedCap,
    household: typedCap,
  }),
  forPeople: z.boolean(),
  forGroups: z.boolean(),
  forStaff: z.boolean(),
  receipt: ReceiptRule,
  needsCouncilLed: z.boolean(),
  needsFunded: z.boolean(),
  needsPreventedAttendance: z.boolean(),
  needsFullDayWithoutLunch: z.boolean(),
  warnsIfTransportProvided: z.boolean(),
  needsReason: z.boolean(),
  sentence: KindPolicyDetails.shape.sentence,
  source: KindPolicyDetails.shape.source,
});
type FieldsOut = z.infer<typeof Fields>;
export type KindPolicyFields = z.input<typeof Fields>;

/** The form about one kind of cost; its values come out as the contract takes them. */
export const kindPolicySchema = (kind: CostKind) =>
  Fields.transform((fields) => toDetails(kind, fields));

function toDetails(kind: CostKind, fields: FieldsOut): KindPolicyDetails {
  const { caps, forPeople, forGroups, forStaff, ...same } = fields;
  const hasRate = same.basis !== 'actual' && !same.isRateAwaited;
  return {
    ...same,
    kind,
    ratePence: hasRate ? same.ratePence : null,
    caps: CapUnit.options.flatMap((per): Cap[] =>
      caps[per] === null ? [] : [{ pence: caps[per], per }],
    ),
    allowedFor: [
      ...(forPeople ? (['person'] as const) : []),
      ...(forGroups ? (['group'] as const) : []),
      ...(forStaff ? (['staff'] as const) : []),
    ],
  };
}

/** What holds now, as it stands in the fields, to begin on another day. */
export function kindPolicyFields(policy: KindPolicy, from: LocalDate): KindPolicyFields {
  const cap = (per: CapUnit): string =>
    poundsTyped(policy.caps.find((each) => each.per === per)?.pence ?? null);
  return {
    from,
    basis: policy.basis,
    isRateAwaited: policy.isRateAwaited,
    ratePence: poundsTyped(policy.ratePence),
    caps: {
      line: cap('line'),
      meeting: cap('meeting'),
      day: cap('day'),
      claim: cap('claim'),
      child: cap('child'),
      household: cap('household'),
    },
    forPeople: policy.allowedFor.includes('person'),
    forGroups: policy.allowedFor.includes('group'),
    forStaff: policy.allowedFor.includes('staff'),
    receipt: policy.receipt,
    needsCouncilLed: policy.needsCouncilLed,
    needsFunded: policy.needsFunded,
    needsPreventedAttendance: policy.needsPreventedAttendance,
    needsFullDayWithoutLunch: policy.needsFullDayWithoutLunch,
    warnsIfTransportProvided: policy.warnsIfTransportProvided,
    needsReason: policy.needsReason,
    sentence: policy.sentence,
    source: policy.enteredBy === 'TRC Desk' ? '' : policy.source,
  };
}

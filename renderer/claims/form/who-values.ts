import { z } from 'zod';
import type { BatchId, Claim, ClaimId, ClaimWords } from '#db/claims/claims.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { LocalDate } from '#db/shared/local-date';
import { ActsFor, NOTHING_TO_ASK, THEMSELF } from '../../officers/acts-for.ts';
import { ChosenWho, choiceIdOf, whoOf } from '../../people/who.ts';
import type { Choice } from '../../shared/ChooserField.tsx';

export const BRINGERS = ['self', 'other', 'post'] as const;
export const PAID_TO = ['claimant', 'filer', 'group', 'other'] as const;

export const BRINGER_WORDS = {
  self: 'They bring it themself',
  other: 'Somebody else brings it',
  post: 'It came by post',
} as const;

export const PAID_TO_WORDS = {
  claimant: 'The one who claims',
  filer: 'The one who brings it',
  group: 'The group they act for',
  other: 'Somebody else',
} as const;

const MISSING = {
  claimant: 'Choose who claims. Type two letters of the name.',
  filer: 'Choose who brings it. Type two letters of the name.',
  payee: 'Choose who is paid. Type two letters of the name.',
  group: 'Say which group they act for, or choose another to be paid.',
} as const;

/** Who claims, who brings it and who is paid, as they are asked: three questions with one answer in most claims. */
export const WhoValues = z
  .object({
    claimant: ChosenWho,
    isStaff: z.boolean(),
    bringer: z.enum(BRINGERS),
    filer: ChosenWho,
    actsFor: ActsFor,
    paidTo: z.enum(PAID_TO),
    payee: ChosenWho,
    receivedOn: LocalDate,
  })
  .superRefine((values, ctx) => {
    const miss = (field: keyof typeof MISSING, path: string): void =>
      ctx.addIssue({ code: 'custom', path: [path], message: MISSING[field] });
    if (values.claimant === null) miss('claimant', 'claimant');
    if (values.bringer === 'other' && values.filer === null) miss('filer', 'filer');
    if (values.paidTo === 'other' && values.payee === null) miss('payee', 'payee');
    if (values.paidTo === 'group' && groupOf(values) === null) miss('group', 'paidTo');
  });
export type WhoValues = z.infer<typeof WhoValues>;

type Asked = z.input<typeof WhoValues>;

/** How a new claim begins: they bring it themself, and are paid themself. */
export function newWhoValues(today: LocalDate, claimant: Choice | null): Asked {
  return {
    claimant,
    isStaff: false,
    bringer: isGroup(claimant) ? 'other' : 'self',
    filer: null,
    actsFor: NOTHING_TO_ASK,
    paidTo: 'claimant',
    payee: null,
    receivedOn: today,
  };
}

/** A claim's own answers, to be changed. */
export function whoValuesOf(claim: Claim): Asked {
  const claimant = choice(claimantId(claim), claim.claimantName);
  const filer =
    claim.filerPersonId === null
      ? null
      : choice(choiceIdOf({ kind: 'person', personId: claim.filerPersonId }), claim.filerWords);
  const isSelf = filer !== null && filer.id === claimant.id;
  const payee = choice(choiceIdOf(claim.payee), claim.payeeName);
  return {
    claimant,
    isStaff: claim.claimant.kind === 'staff',
    bringer: filer === null ? 'post' : isSelf ? 'self' : 'other',
    filer: isSelf ? null : filer,
    actsFor:
      claim.filerGroupId === null || filer === null || isSelf
        ? NOTHING_TO_ASK
        : { who: filer, answer: choiceIdOf({ kind: 'group', groupId: claim.filerGroupId }) },
    paidTo: paidToOf(payee, { claimant, filer, groupId: claim.filerGroupId }),
    payee,
    receivedOn: claim.receivedOn,
  };
}

function paidToOf(
  payee: Choice,
  others: { claimant: Choice; filer: Choice | null; groupId: GroupId | null },
): WhoValues['paidTo'] {
  if (payee.id === others.claimant.id) return 'claimant';
  if (payee.id === others.filer?.id) return 'filer';
  const { groupId } = others;
  return groupId !== null && payee.id === choiceIdOf({ kind: 'group', groupId })
    ? 'group'
    : 'other';
}

/** The answers as the claim has them. */
export function whoWords(
  values: WhoValues,
): Pick<ClaimWords, 'claimant' | 'filerPersonId' | 'filerGroupId' | 'payee' | 'receivedOn'> {
  const claimant = whoOf(must(values.claimant));
  const filer = filerOf(values);
  return {
    claimant:
      claimant.kind === 'person' && values.isStaff
        ? { kind: 'staff', personId: claimant.personId }
        : claimant,
    filerPersonId: filer,
    filerGroupId: groupOf(values),
    payee: payeeOf(values),
    receivedOn: values.receivedOn,
  };
}

/** A new claim of that id, with nothing in it but the people. */
export function newClaimWords(
  values: WhoValues,
  rest: { readonly id: ClaimId; readonly batchId: BatchId | null },
): ClaimWords {
  return {
    ...whoWords(values),
    id: rest.id,
    method: 'bank-transfer',
    batchId: rest.batchId,
    notes: '',
    accessNeedMet: '',
    lines: [],
    version: 0,
  };
}

function filerOf(values: WhoValues): PersonId | null {
  if (values.bringer === 'post') return null;
  const who = whoOf(must(values.bringer === 'self' ? values.claimant : values.filer));
  return who.kind === 'person' ? who.personId : null;
}

/** The group that the one who brings it acts for; a group that claims is that group by itself. */
function groupOf(values: Pick<WhoValues, 'claimant' | 'bringer' | 'actsFor'>): GroupId | null {
  const claimant = values.claimant === null ? undefined : whoOf(values.claimant);
  if (claimant?.kind === 'group') return claimant.groupId;
  if (values.bringer !== 'other') return null;
  const { answer } = values.actsFor;
  if (answer === '' || answer === THEMSELF) return null;
  const who = whoOf({ id: answer });
  return who.kind === 'group' ? who.groupId : null;
}

function payeeOf(values: WhoValues): ClaimWords['payee'] {
  const groupId = groupOf(values);
  const filer = filerOf(values);
  if (values.paidTo === 'group' && groupId !== null) return { kind: 'group', groupId };
  if (values.paidTo === 'filer' && filer !== null) return { kind: 'person', personId: filer };
  return whoOf(must(values.paidTo === 'other' ? values.payee : values.claimant));
}

function must(chosen: ChosenWho): Choice {
  if (chosen === null) throw new Error('The form let an unanswered question through');
  return chosen.detail === undefined
    ? { id: chosen.id, title: chosen.title }
    : { id: chosen.id, title: chosen.title, detail: chosen.detail };
}

export const isGroup = (chosen: { readonly id: string } | null): boolean =>
  chosen?.id.startsWith('group:') ?? false;

const choice = (id: string, title: string): Choice => ({ id, title });

const claimantId = ({ claimant }: Claim): string =>
  claimant.kind === 'group'
    ? choiceIdOf({ kind: 'group', groupId: claimant.groupId })
    : choiceIdOf({ kind: 'person', personId: claimant.personId });

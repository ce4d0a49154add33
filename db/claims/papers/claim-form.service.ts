import type { Activity, ActivityId } from '#db/activities/activities.contract';
import { getActivity } from '#db/activities/activities.service';
import type { ClaimantKind } from '#db/claim-policy/claim-policy.contract';
import { policyOn } from '#db/claim-policy/claim-policy.service';
import { readBytes } from '#db/receipts/receipts.service';
import { paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import type { FileHash } from '#db/shared/incoming-file';
import type { PaperSize } from '#db/shared/paper';
import type { Claim, ClaimReceipt } from '../claims.contract.ts';
import { getStored } from '../read-claim.service.ts';
import type { ClaimFormValues, ClaimOnForm } from './claim-form-values.ts';
import {
  captionOf,
  eventsOf,
  lineOnForm,
  linesOf,
  markOf,
  numberedReceipts,
  signatureOnForm,
  stageOf,
} from './claim-on-form.rules.ts';
import { claimableKinds } from './claimable-kinds.rules.ts';
import { declarationOf } from './declaration.rules.ts';
import { parseSignedNames } from './signed-names.rules.ts';

const CLAIMANT_WORDS: Readonly<Record<ClaimantKind, string>> = {
  person: 'for themself',
  staff: 'a member of staff',
  group: 'a group, for its own costs',
};

/** What every claim form prints besides a claim: the letterhead, and what is paid today. */
export async function formFrame(
  ctx: Ctx,
  kind: ClaimantKind | null,
  { size, isFillable }: { readonly size: PaperSize; readonly isFillable: boolean },
): Promise<Omit<ClaimFormValues, 'claim'>> {
  const policy = await policyOn(ctx, todayOf(ctx));
  return {
    ...(await paperFrameOf(ctx, size)),
    isFillable,
    kinds: claimableKinds(policy, kind),
    principle: policy.general.principle,
    declaration: declarationOf(kind ?? 'person'),
  };
}

/**
 * The values of a claim's form (DOC-42), as far as the claim is: with places to write on while it is a draft, to be
 * signed, or with its signatures. Whoever calls it hands in the claim as the account may read it.
 */
export async function claimFormValues(
  ctx: Ctx,
  claim: Claim,
  { size, isFillable = false }: { readonly size: PaperSize; readonly isFillable?: boolean },
): Promise<ClaimFormValues> {
  const frame = await formFrame(ctx, claim.claimantKind, { size, isFillable });
  return { ...frame, claim: await claimOnForm(ctx, claim) };
}

async function claimOnForm(ctx: Ctx, claim: Claim): Promise<ClaimOnForm> {
  const stage = stageOf(claim);
  const names = stage === 'to-fill' ? namesOf(claim) : await signedNames(ctx, claim);
  const numbers = numberedReceipts(claim);
  const standing = claim.signatures.filter(
    ({ isSuperseded, role }) => !isSuperseded && role !== 'cash',
  );
  return {
    reference: claim.reference,
    stage,
    claimant: names.claimant,
    claimantWords: CLAIMANT_WORDS[claim.claimantKind],
    filer: names.filer === names.claimant ? '' : names.filer,
    receivedOn: stage === 'to-fill' ? null : claim.receivedOn,
    payee: names.payee,
    method: claim.method,
    events: eventsOf(await activitiesOf(ctx, claim)),
    lines: linesOf(claim).map((line, i) => lineOnForm(line, i + 1, numbers)),
    claimedPence: claim.claimedPence,
    payablePence: claim.payablePence,
    notes: claim.notes,
    declaration: standing[0]?.words ?? declarationOf(claim.claimantKind),
    signatures: stage === 'signed' ? standing.map(signatureOnForm) : [],
    mark: markOf(claim),
    receipts: await receiptsOnForm(ctx, claim, numbers),
  };
}

type Names = { readonly claimant: string; readonly filer: string; readonly payee: string };

const namesOf = (claim: Claim): Names => ({
  claimant: claim.claimantName,
  filer: claim.filerWords,
  payee: claim.payeeName,
});

/**
 * Names as they were signed, so that a form printed again says what its first print said, whatever somebody is called
 * since. A claim that was changed after it was signed has names of today, and so has whatever is masked.
 */
async function signedNames(ctx: Ctx, claim: Claim): Promise<Names> {
  if (claim.isChangedSinceSigned || isAuditor(ctx.actor)) return namesOf(claim);
  const { signedJson } = await getStored(ctx, claim.id);
  return parseSignedNames(signedJson) ?? namesOf(claim);
}

/** Each activity of a claim once, in the order of its lines. */
async function activitiesOf(ctx: Ctx, claim: Claim): Promise<readonly Activity[]> {
  const ids = new Set(linesOf(claim).flatMap(({ activityId }) => activityId ?? []));
  const activities: Activity[] = [];
  for (const id of ids) activities.push(await getActivity(ctx, id));
  return activities;
}

async function receiptsOnForm(
  ctx: Ctx,
  claim: Claim,
  numbers: ReadonlyMap<string, number>,
): Promise<ClaimOnForm['receipts']> {
  const shown: ClaimOnForm['receipts'][number][] = [];
  for (const receipt of claim.receipts) {
    const number = numbers.get(receipt.id);
    if (number === undefined) continue;
    shown.push({
      number,
      caption: captionOf(receipt, number, claim),
      base64: await pictureOf(ctx, receipt),
      instead: insteadOf(ctx, receipt),
    });
  }
  return shown;
}

/** The picture of a receipt; null for a PDF, and for the auditor, who reads no name that may stand on one. */
async function pictureOf(ctx: Ctx, { hash, mediaType }: ClaimReceipt): Promise<string | null> {
  if (mediaType === 'application/pdf' || isAuditor(ctx.actor)) return null;
  return Buffer.from(await readBytes(ctx, hash as FileHash)).toString('base64');
}

const insteadOf = (ctx: Ctx, { mediaType }: ClaimReceipt): string =>
  mediaType === 'application/pdf' && !isAuditor(ctx.actor)
    ? 'This receipt is a PDF. Print it from the page of the claim.'
    : 'Not shown here.';

/** What is known of an activity before there is a claim, for the form of the counter. */
export async function eventsById(ctx: Ctx, id: ActivityId | null): Promise<ClaimOnForm['events']> {
  return id === null ? [] : eventsOf([await getActivity(ctx, id)]);
}

/** A drawn claim form as it is named for whoever saves it. */
export function claimFormJob(values: ClaimFormValues): {
  readonly paper: string;
  readonly values: ClaimFormValues;
  readonly title: string;
  readonly fileName: string;
} {
  const reference = values.claim?.reference ?? '';
  return {
    paper: 'claim-form',
    values,
    title: `Expense claim ${reference}`.trim(),
    fileName: `expense-claim${reference === '' ? '' : `-${reference}`}.pdf`,
  };
}

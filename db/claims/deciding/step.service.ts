import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { warningsFor } from '../checks/warnings.service.ts';
import type { ClaimFacts } from '../claim-facts.ts';
import type { Claim, ClaimState, Warning } from '../claims.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import * as claims from '../claims.repository.ts';
import type { ClaimRow } from '../claims.table.ts';
import * as decisions from '../decisions.repository.ts';
import { subjectOf } from '../filing/claim-record.service.ts';
import { indexClaim } from '../filing/claim-search.service.ts';
import type { StoredLine } from '../lines.repository.ts';
import * as queue from '../queue.repository.ts';
import { getClaim, getWhole } from '../read-claim.service.ts';
import { putWaitingTasks } from '../waiting-tasks.service.ts';
import { decidingErrors } from './deciding.errors.ts';
import { checkHands, type Step } from './hands.service.ts';

const WAITS_FOR: Readonly<Record<Step, string>> = {
  verify: 'for its papers to be checked',
  approve: 'for a decision',
  second: 'for a second approval',
  'top-up': 'to be added to',
  pay: 'to be paid',
};

/** The account that takes a step; whoever is not signed in takes none. */
export const stepTaker = (ctx: Ctx): string =>
  mustExist(userIdOf(ctx.actor), 'only people signed in take steps');

type SameAct = (taken: readonly decisions.OneAct[]) => boolean;

/**
 * Whether a step was taken before under this key by this account on this claim, so that pressing twice is one act.
 * @throws DomainError claim.key-used when the key belongs to another claim, to somebody else or to other decisions
 */
export async function wasTaken(
  ctx: Ctx,
  claim: claims.StoredClaim,
  of: { readonly key: string; readonly step: Exclude<Step, 'pay'>; readonly isSame: SameAct },
): Promise<boolean> {
  const taken = await decisions.listByKey(ctx, of.key, of.step);
  return wasDone(ctx, claim, taken[0], () => of.isSame(taken));
}

/**
 * Whether something was done under a key, given what was found of it.
 * @throws DomainError claim.key-used when it was another thing
 */
export function wasDone(
  ctx: Ctx,
  claim: claims.StoredClaim,
  before: decisions.DoneUnder | undefined,
  isSame: () => boolean,
): boolean {
  if (before === undefined) return false;
  if (before.claimId === claim.id && before.userId === stepTaker(ctx) && isSame()) return true;
  throw decidingErrors.error('claim.key-used', { reference: claim.reference });
}

/** Whether what was taken are these decisions; an amount is sent for another amount only. */
export const isTheseActs =
  (acts: readonly decisions.OneAct[]): SameAct =>
  (taken) =>
    actsText(taken) === actsText(acts);

const actsText = (acts: readonly decisions.OneAct[]): string =>
  acts
    .map(({ lineId, decision, pence, why }) =>
      JSON.stringify([lineId, decision, decision === 'other' ? pence : null, why]),
    )
    .toSorted()
    .join();

/** Refuses a step that the claim does not wait for, that somebody else is at, or that this account must not take. */
export async function checkStep(
  ctx: Ctx,
  claim: claims.StoredClaim,
  of: { readonly step: Step; readonly in: readonly ClaimState[]; readonly version: number },
): Promise<void> {
  const { reference, state } = claim;
  if (claim.version !== of.version)
    throw claimErrors.error('claim.changed-by-someone-else', { reference });
  if (!of.in.includes(state))
    throw decidingErrors.error('claim.not-at-step', {
      reference,
      state,
      wanted: WAITS_FOR[of.step],
    });
  await checkHands(ctx, claim, of.step);
  const holder = await queue.findHolder(ctx, claim.id, { exceptUserId: stepTaker(ctx) });
  if (holder !== undefined)
    throw decidingErrors.error('claim.open-elsewhere', { reference, name: holder.name });
}

/** A line with its place on the claim as people count it, from 1. */
export type PlacedLine = StoredLine & { readonly place: number };

/** The lines of a claim as people count them, without those that were withdrawn. */
export const inPlaces = (lines: readonly StoredLine[]): readonly PlacedLine[] =>
  lines
    .filter(({ state }) => state !== 'withdrawn')
    .map((line, index) => ({ ...line, place: index + 1 }));

/** The lines of a claim, beside everything there is to look at in it today. */
export async function readForStep(
  ctx: Ctx,
  id: string,
): Promise<{
  readonly lines: readonly PlacedLine[];
  readonly facts: ClaimFacts;
  readonly warnings: readonly Warning[];
}> {
  const { lines, facts } = await getWhole(ctx, id);
  return { lines: inPlaces(lines), facts, warnings: await warningsFor(ctx, facts) };
}

/** Writes what a step made of the claim's row and lets it go; refused when somebody was quicker. */
export async function saveStep(
  ctx: Ctx,
  claim: claims.StoredClaim,
  change: Partial<Omit<ClaimRow, 'id' | 'version'>>,
): Promise<void> {
  const isSaved = await claims.update(ctx, claim.id, claim.version, {
    ...change,
    opened_by_user_id: null,
    opened_until: null,
  });
  if (!isSaved)
    throw claimErrors.error('claim.changed-by-someone-else', { reference: claim.reference });
}

/**
 * Ends every step: puts it on record, with the words somebody gave sealed under the claimant, brings search and the
 * list of what waits up to date, and answers the claim as it stands.
 */
export async function endStep(
  ctx: Ctx,
  claim: claims.StoredClaim,
  note: {
    readonly action: string;
    readonly why?: string;
    readonly state: ClaimState;
    readonly after: AuditFacts;
  },
): Promise<Claim> {
  const { why = '', state } = note;
  await indexClaim(ctx, { ...claim, state });
  await putWaitingTasks(ctx);
  await recordAudit(ctx, {
    action: note.action,
    objectType: 'claim',
    objectId: claim.id,
    ...(why === '' ? {} : { reason: personal(subjectOf(claim), why) }),
    before: { state: claim.state },
    after: { reference: claim.reference, state, ...note.after },
  });
  return getClaim(ctx, claim.id);
}

import { getActivity } from '#db/activities/activities.service';
import { getGroup } from '#db/groups/groups.service';
import { capacityWords } from '#db/officers/officers.rules';
import { capacitiesOf } from '#db/officers/officers-on.service';
import type { Party } from '#db/people/party.contract';
import { getPerson } from '#db/people/people.service';
import { takeReference, todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { canonicalJson } from '../canonical.rules.ts';
import * as receipts from '../claim-receipts.repository.ts';
import { isSameWords, partyOfClaimant, wordsOfClaim } from '../claim-words.rules.ts';
import type { claimsContract } from '../claims-api.contract.ts';
import type { Claim, ClaimWords } from '../claims.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import * as claims from '../claims.repository.ts';
import { decidingErrors } from '../deciding/deciding.errors.ts';
import * as lines from '../lines.repository.ts';
import { getWhole, type WholeClaim } from '../read-claim.service.ts';
import { saveLines } from './draft-lines.service.ts';
import { keepClaim, keptBefore } from './keep-claim.service.ts';
import { isBeingFilledIn } from './open-claim.rules.ts';
import { checkSheet } from './sheet-of.service.ts';

export const draftService: Pick<Handlers<typeof claimsContract>, 'saveDraft'> = {
  async saveDraft(ctx, words) {
    const before = await claims.findById(ctx, words.id);
    if (before === undefined) return start(ctx, words);
    const whole = await getWhole(ctx, words.id);
    const counted = whole.lines.filter(({ state }) => state !== 'withdrawn');
    // The answer to a first try was lost: the same words again are the claim as it stands.
    if (isSameWords(words, wordsOfClaim(before, counted))) return keptBefore(ctx, before);
    const { reference, state } = before;
    if (!isBeingFilledIn(before, whole.lines))
      throw claimErrors.error('claim.not-open', { reference, state });
    return change(ctx, whole, words);
  },
};

async function start(ctx: Ctx, words: ClaimWords): Promise<Claim> {
  await checkWords(ctx, words);
  await checkSheet(ctx, words.batchId, null);
  const today = todayOf(ctx);
  await claims.insert(ctx, {
    id: words.id,
    reference: await takeReference(ctx, 'CLM', Number(today.slice(0, 4))),
    state: 'draft',
    ...(await headColumns(ctx, words)),
    claimed_pence: null,
    payable_pence: null,
    decided_pence: null,
    paid_pence: 0,
    open_warnings: 0,
    started_by_user_id: userIdOf(ctx.actor),
    started_at: ctx.now(),
    filed_by_user_id: null,
    filed_at: null,
    filed_on: null,
    sign_key: null,
    signed_json: '',
    signed_hash: '',
    is_changed_since_signed: 0,
    decided_on: null,
    withdrawn_why: '',
    opened_by_user_id: null,
    opened_until: null,
    version: 1,
  });
  await saveLines(ctx, words, { reference: '', before: [], isSigned: false });
  return keepClaim(ctx, words.id, { action: 'claim.started' });
}

async function change(ctx: Ctx, before: WholeClaim, words: ClaimWords): Promise<Claim> {
  const { stored } = before;
  await checkWords(ctx, words);
  checkPeopleStay(before, words);
  await checkSheet(ctx, words.batchId, stored.batch?.id ?? null);
  const isSigned = stored.signedHash !== '';
  const isWritten = await claims.update(ctx, words.id, seenVersion(ctx, stored, words), {
    ...(await headColumns(ctx, words)),
    ...(isSigned ? { is_changed_since_signed: 1 } : {}),
  });
  if (!isWritten)
    throw claimErrors.error('claim.changed-by-someone-else', { reference: stored.reference });
  await saveLines(ctx, words, {
    reference: stored.reference,
    before: before.lines,
    isSigned,
  });
  return keepClaim(ctx, words.id, { action: 'claim.saved' }, before);
}

/** Money that was decided is for whom it was decided, also while another cost of the claim is open for its answer. */
function checkPeopleStay({ stored, lines: known }: WholeClaim, words: ClaimWords): void {
  const isDecided = known.some(({ state }) => ['approved', 'other', 'rejected'].includes(state));
  const people = ({ claimant, payee }: Pick<ClaimWords, 'claimant' | 'payee'>): string =>
    canonicalJson({ claimant, payee });
  if (isDecided && people(words) !== people(stored))
    throw decidingErrors.error('claim.people-settled', { reference: stored.reference });
}

/** Whoever began a claim and never heard that it was kept goes on from its first version. */
function seenVersion(ctx: Ctx, stored: claims.StoredClaim, words: ClaimWords): number {
  const isOwnStart = words.version === 0 && stored.startedByUserId === userIdOf(ctx.actor);
  return isOwnStart ? 1 : words.version;
}

/** Refuses what no claim can be, before anything is written. */
async function checkWords(ctx: Ctx, words: ClaimWords): Promise<void> {
  const today = todayOf(ctx);
  if (words.receivedOn > today) throw claimErrors.error('claim.received-in-future', { today });
  if (words.filerGroupId !== null && words.filerPersonId === null)
    throw claimErrors.error('claim.group-without-filer', {});
  for (const party of [partyOfClaimant(words.claimant), words.payee]) await checkThere(ctx, party);
  if (words.filerGroupId !== null) await getGroup(ctx, words.filerGroupId);
  for (const activityId of new Set(words.lines.map((line) => line.activityId)))
    if (activityId !== null) await getActivity(ctx, activityId);
  const ids = words.lines.map(({ id }) => id);
  const [elsewhere] = await lines.listElsewhere(ctx, words.id, ids);
  if (elsewhere !== undefined || new Set(ids).size < ids.length)
    throw claimErrors.error('claim.line-elsewhere', { reference: elsewhere ?? 'this claim' });
  const held = await receipts.listOfClaim(ctx, words.id, words.batchId);
  const there = new Set(held.map(({ id }) => id));
  if (words.lines.some((line) => line.receiptIds.some((id) => !there.has(id))))
    throw claimErrors.error('claim.receipt-elsewhere', {});
}

async function checkThere(ctx: Ctx, party: Party): Promise<void> {
  if (party.kind === 'group') await getGroup(ctx, party.groupId);
  else await getPerson(ctx, party.personId);
}

async function headColumns(ctx: Ctx, words: ClaimWords) {
  return {
    ...claims.handColumns(words),
    filer_words: await filerWords(ctx, words),
    method: words.method,
    batch_id: words.batchId,
    received_on: words.receivedOn,
    notes: words.notes,
    access_need_met: words.accessNeedMet,
  };
}

/** The longest that the row holds. */
const FILER_LETTERS = 160;

/** 'J. Okafor, treasurer of Birch Court TRA', by the posts of the day on which it was brought (EXP-19). */
async function filerWords(ctx: Ctx, words: ClaimWords): Promise<string> {
  const { filerPersonId, filerGroupId } = words;
  if (filerPersonId === null) return 'By post';
  const { name } = await getPerson(ctx, filerPersonId);
  if (filerGroupId === null) return name.slice(0, FILER_LETTERS);
  const capacities = await capacitiesOf(ctx, filerPersonId, words.receivedOn);
  const capacity = capacities.find(({ groupId }) => groupId === filerGroupId);
  const forWhom =
    capacity === undefined
      ? `for ${(await getGroup(ctx, filerGroupId)).name}`
      : capacityWords(capacity);
  return `${name}, ${forWhom}`.slice(0, FILER_LETTERS);
}

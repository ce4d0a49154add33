import type { Party } from '#db/people/party.contract';
import { MASKED } from '#db/people/people.rules';
import { isAuditor, userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { listKnownNumbers } from './known-numbers.service.ts';
import type { Details, Payee, PayeeId, SameAccount } from './payees.contract.ts';
import * as payees from './payees.repository.ts';
import type { StoredDetails, StoredPayee } from './payees.repository.ts';
import { nameOn } from './payees.rules.ts';
import { openCall, openDetails } from './sealed-details.ts';

/** A payee as a page shows it: masked, with its history; the auditor reads no name and no number of a phone. */
export async function showPayee(ctx: Ctx, payee: StoredPayee): Promise<Payee> {
  const versions = await payees.listDetails(ctx, payee.id);
  const staged = versions.find(({ state }) => state === 'staged');
  const history = versions.map((one) => showDetails(ctx, one));
  const joined = await payees.listJoinedDetails(ctx, payee.of);
  const shown = {
    ...payee,
    verified: history.find(({ state }) => state === 'verified') ?? null,
    staged: history.find(({ state }) => state === 'staged') ?? null,
    history: [...history, ...joined.map((one) => showDetails(ctx, one))],
    knownNumbers:
      staged === undefined ? [] : [...(await listKnownNumbers(ctx, payee.of, staged.knownMarks))],
    sameAccount: [...(await payeesWithSameAccount(ctx, payee.id))],
  };
  return isAuditor(ctx.actor) ? maskPayee(shown) : shown;
}

/** The payee of a group or person; undefined while nobody has entered how they are paid. */
export async function findPayeeOf(ctx: Ctx, of: Party): Promise<StoredPayee | undefined> {
  return payees.findByParty(ctx, of);
}

/**
 * The other payees whose details in force or staged name an account that this payee's details in force or staged name
 * too. It compares keyed marks and opens nothing. Whoever approves or pays asks it (P11).
 */
export async function payeesWithSameAccount(
  ctx: Ctx,
  id: PayeeId,
): Promise<readonly SameAccount[]> {
  const marks = (await payees.listDetails(ctx, id))
    .filter(
      ({ state, accountMark }) => ['staged', 'verified'].includes(state) && accountMark !== '',
    )
    .map(({ accountMark }) => accountMark);
  return payees.listByMarks(ctx, marks, id);
}

function showDetails(ctx: Ctx, stored: StoredDetails): Details {
  const full = openDetails(ctx, stored);
  return {
    id: stored.id,
    number: stored.number,
    state: stored.state,
    method: stored.method,
    name: full === undefined ? '' : nameOn(full),
    maskedAccount: stored.maskedAccount,
    maskedSortCode: stored.maskedSortCode,
    hasBuildingReference: full?.method === 'bank-transfer' && full.buildingReference !== '',
    isReadable: full !== undefined,
    cameBy: stored.cameBy,
    why: stored.why,
    enteredOn: stored.enteredOn,
    enteredBy: stored.enteredBy,
    isEnteredByMe: stored.enteredByUserId === userIdOf(ctx.actor),
    call: showCall(ctx, stored),
    closed:
      stored.closedOn === null
        ? null
        : { on: stored.closedOn, by: stored.closedBy, why: stored.closedWhy },
    joinedOn: stored.joinedOn,
  };
}

function showCall(ctx: Ctx, stored: StoredDetails): Details['call'] {
  if (stored.callSealed === null) return null;
  return {
    ...openCall(ctx, stored.id, stored.callSealed),
    on: mustExist(stored.calledOn, 'a call-back has a day'),
    recordedOn: mustExist(stored.checkedOn, 'a call-back was recorded on a day'),
    recordedBy: stored.checkedBy,
  };
}

function maskPayee(payee: Payee): Payee {
  const maskDetails = (details: Details): Details => ({
    ...details,
    name: details.name === '' ? '' : MASKED,
    why: MASKED,
    call: details.call === null ? null : { ...details.call, number: MASKED, spokeTo: MASKED },
    closed: details.closed === null ? null : { ...details.closed, why: MASKED },
  });
  const nameOf = (one: Pick<Payee, 'of' | 'name'>): string =>
    one.of.kind === 'person' ? MASKED : one.name;
  return {
    ...payee,
    name: nameOf(payee),
    verified: payee.verified === null ? null : maskDetails(payee.verified),
    staged: payee.staged === null ? null : maskDetails(payee.staged),
    history: payee.history.map(maskDetails),
    knownNumbers: [],
    sameAccount: payee.sameAccount.map((one) => ({ ...one, name: nameOf(one) })),
  };
}

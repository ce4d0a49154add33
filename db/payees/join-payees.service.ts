import type { Party } from '#db/people/party.contract';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { payeeErrors } from './payees.errors.ts';
import * as payees from './payees.repository.ts';
import type { StoredDetails, StoredPayee } from './payees.repository.ts';
import { maskedLine, nameOn } from './payees.rules.ts';
import { openDetails } from './sealed-details.ts';

/** How one of two records is paid that are to become one. */
export type PayeeToJoin = {
  readonly payee: StoredPayee;
  /** The details that are paid to; undefined where none were ever checked. */
  readonly inForce: StoredDetails | undefined;
  /** These in words, masked, with the name of the account; empty without any. */
  readonly words: string;
};

/** A change of one row that whoever joins the records makes, and can take back. */
export type RowChange = {
  readonly table: 'payee' | 'payee_details';
  readonly key: { readonly id: string };
  readonly to: Readonly<Record<string, string | null>>;
};

/**
 * How both of two records are paid; undefined where only one is. Refused while details of either wait for a second
 * person: nobody could say any more for which of the two they were entered.
 */
export async function findPayeesToJoin(
  ctx: Ctx,
  kept: Party,
  lost: Party,
): Promise<{ readonly kept: PayeeToJoin; readonly lost: PayeeToJoin } | undefined> {
  const ofKept = await payees.findByParty(ctx, kept);
  const ofLost = await payees.findByParty(ctx, lost);
  if (ofKept === undefined || ofLost === undefined) return undefined;
  return { kept: await toJoin(ctx, ofKept), lost: await toJoin(ctx, ofLost) };
}

async function toJoin(ctx: Ctx, payee: StoredPayee): Promise<PayeeToJoin> {
  const versions = await payees.listDetails(ctx, payee.id);
  const staged = versions.find(({ state }) => state === 'staged');
  if (staged !== undefined)
    throw payeeErrors.error('payee.joined-while-staged', {
      name: payee.name,
      by: staged.enteredBy,
      on: staged.enteredOn,
    });
  const inForce = versions.find(({ state }) => state === 'verified');
  return { payee, inForce, words: inForce === undefined ? '' : wordsOf(ctx, inForce) };
}

function wordsOf(ctx: Ctx, details: StoredDetails): string {
  const full = openDetails(ctx, details);
  const name = full === undefined ? '' : nameOn(full);
  const account = details.method === 'bank-transfer' ? name : '';
  const checked =
    details.checkedOn === null ? '' : `checked on ${formatDateNoWeekday(details.checkedOn)}`;
  return [maskedLine({ ...details, name }), account, checked]
    .filter((part) => part !== '')
    .join(', ');
}

/** Whether both are paid to one account. */
export const isSameAccount = (one: PayeeToJoin, other: PayeeToJoin): boolean =>
  one.inForce !== undefined &&
  one.inForce.accountMark !== '' &&
  one.inForce.accountMark === other.inForce?.accountMark;

/**
 * Whoever joins two records puts the details that stay into force for both, as a second person does: they must not be
 * the one who entered them. Details that the record is paid to already are no news.
 */
export function checkMayChoose(ctx: Ctx, chosen: PayeeToJoin): void {
  if (chosen.inForce !== undefined && chosen.inForce.enteredByUserId === userIdOf(ctx.actor))
    throw payeeErrors.error('payee.joined-by-who-entered', { name: chosen.payee.name });
}

/** What makes one of the two a payee of the past: its details are closed, sealed and checked as they were. */
export function closingChanges(ctx: Ctx, { payee, inForce }: PayeeToJoin): readonly RowChange[] {
  const today = todayOf(ctx);
  const joined: RowChange = { table: 'payee', key: { id: payee.id }, to: { joined_on: today } };
  if (inForce === undefined) return [joined];
  const closed = {
    state: 'replaced',
    closed_by_user_id: userIdOf(ctx.actor),
    closed_on: today,
    closed_why: 'Two records of theirs were put together, and the details of the other stay.',
  };
  return [joined, { table: 'payee_details', key: { id: inForce.id }, to: closed }];
}

import type { Ctx } from '#db/shared/ctx';
import { FullDetails } from './payees.contract.ts';

/** Where details are sealed for: moved to another row, they cannot be opened. */
const placeOf = (id: string): string => `payee_details ${id}`;

export const sealDetails = (ctx: Ctx, id: string, details: FullDetails): string =>
  ctx.fieldKeys.seal(JSON.stringify(details), placeOf(id));

/** Undefined where the key is not on this computer, or the row was altered. */
export function openDetails(
  ctx: Ctx,
  of: { readonly id: string; readonly sealed: string },
): FullDetails | undefined {
  const text = ctx.fieldKeys.open(of.sealed, placeOf(of.id));
  return text === undefined ? undefined : FullDetails.parse(JSON.parse(text));
}

/** Which number was rung and who spoke. */
type Call = { readonly number: string; readonly spokeTo: string };

const callPlaceOf = (id: string): string => `payee_details.call ${id}`;

export const sealCall = (ctx: Ctx, id: string, call: Call): string =>
  ctx.fieldKeys.seal(JSON.stringify(call), callPlaceOf(id));

/** Both empty where it cannot be read. */
export function openCall(ctx: Ctx, id: string, sealed: string): Call {
  const text = ctx.fieldKeys.open(sealed, callPlaceOf(id));
  return text === undefined ? { number: '', spokeTo: '' } : (JSON.parse(text) as Call);
}

/** The keyed mark under which the same account is found again without opening anything; empty without an account. */
export const markAccount = (ctx: Ctx, account: string): string =>
  account === '' ? '' : ctx.fieldKeys.mark(account, 'account');

import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { isSameNumber, listKnownNumbers } from './known-numbers.service.ts';
import type { CallBack, FullDetails } from './payees.contract.ts';
import { payeeErrors } from './payees.errors.ts';
import type { StoredDetails, StoredPayee } from './payees.repository.ts';
import { isAsHeard } from './payees.rules.ts';

/**
 * Checks a call-back: made by somebody else than who entered the details, on a number that was on record before they
 * came, after they came and by today, and with the same account read out as was entered (P12).
 */
export async function checkCallBack(
  ctx: Ctx,
  check: {
    readonly payee: StoredPayee;
    readonly staged: StoredDetails;
    readonly full: FullDetails;
    readonly byUserId: string;
    readonly wanted: CallBack;
  },
): Promise<void> {
  const { payee, staged, full, byUserId, wanted } = check;
  const { name } = payee;
  if (staged.enteredByUserId === byUserId) throw payeeErrors.error('payee.same-person', { name });
  await checkNumber(ctx, payee, staged, wanted.number);
  const today = todayOf(ctx);
  if (wanted.on < staged.enteredOn || wanted.on > today)
    throw payeeErrors.error('payee.call-outside', { from: staged.enteredOn, today });
  if (!isAsHeard(full, wanted.heard)) throw payeeErrors.error('payee.not-as-heard', { name });
}

async function checkNumber(
  ctx: Ctx,
  payee: StoredPayee,
  staged: StoredDetails,
  number: string,
): Promise<void> {
  const known = await listKnownNumbers(ctx, payee.of, staged.knownMarks);
  if (known.length === 0) throw payeeErrors.error('payee.no-known-number', { name: payee.name });
  if (!known.some((one) => isSameNumber(one.number, number)))
    throw payeeErrors.error('payee.number-not-known', { name: payee.name });
}

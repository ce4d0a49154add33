import type { z } from 'zod';
import { apiContract } from '#db/api.contract';
import { keepsToClaim } from '#db/claims/handing-over/handing-over.service';
import {
  isSameParty,
  type LentClaim,
  type NamedParts,
  staysAsLent,
} from '#db/claims/handing-over/handing-over.rules';
import { PROGRAM, type Core } from '#db/open-core';
import type { Procedure } from '#db/shared/contract';
import { hostErrors } from './host.errors.ts';
import type { HandOverEnding, ScreenHandedOver } from './sessions.ts';

type Answered = {
  /** False refuses the call: it would leave the claim that the screen was lent for. */
  readonly isWithin: (input: unknown, lent: LentClaim) => boolean;
  /** Lines and receipts that the input names; each must be of the claim, or not be there yet. */
  readonly partsOf: (input: unknown) => NamedParts;
  /** How the lending ends with this answer; undefined where it goes on. */
  readonly ends: (answer: unknown) => HandOverEnding | undefined;
};

/** One procedure that a lent screen still answers. Its own schema has read the input by then. */
function answered<P extends Procedure>(
  _procedure: P,
  is: {
    readonly isWithin?: (input: z.output<P['input']>, lent: LentClaim) => boolean;
    readonly partsOf?: (input: z.output<P['input']>) => NamedParts;
    readonly ends?: (answer: z.output<P['output']>) => HandOverEnding;
  } = {},
): Answered {
  const { isWithin = () => true, partsOf = () => ({}), ends = () => undefined } = is;
  return {
    isWithin: (input, lent) => isWithin(input as z.output<P['input']>, lent),
    partsOf: (input) => partsOf(input as z.output<P['input']>),
    ends: (answer) => ends(answer as z.output<P['output']>),
  };
}

const { claims, session } = apiContract;
const isOfClaim = (input: { readonly id: string }, lent: LentClaim): boolean =>
  input.id === lent.claimId;
const isOwnSignature = (role: string): boolean => role === 'claimant' || role === 'filer';

/**
 * All that answers while a claimant has the screen; whatever is not here is refused, what comes later too. Where staff
 * answer with their name, such as going on past a warning, the claimant cannot.
 */
const WHILE_HANDED_OVER: Readonly<Record<string, Answered>> = {
  'session.current': answered(session.current),
  'session.touch': answered(session.touch),
  'session.lock': answered(session.lock),
  'session.giveBack': answered(session.giveBack),
  'claims.get': answered(claims.get, { isWithin: isOfClaim }),
  'claims.foresee': answered(claims.foresee, {
    isWithin: staysAsLent,
    partsOf: partsOfWords,
  }),
  'claims.saveDraft': answered(claims.saveDraft, {
    isWithin: staysAsLent,
    partsOf: partsOfWords,
  }),
  'claims.choices': answered(claims.choices, {
    isWithin: ({ claimant }, lent) => isSameParty(claimant, lent.claimant),
  }),
  'claims.repeatLast': answered(claims.repeatLast, {
    isWithin: ({ id, claimant }, lent) =>
      id === lent.claimId && isSameParty(claimant, lent.claimant),
  }),
  'claims.attachReceipt': answered(claims.attachReceipt, {
    isWithin: isOfClaim,
    partsOf: ({ lineIds }) => ({ lineIds }),
  }),
  'claims.describeReceipt': answered(claims.describeReceipt, {
    partsOf: ({ id, lineIds }) => ({ changesReceiptIds: [id], lineIds }),
  }),
  'claims.removeReceipt': answered(claims.removeReceipt, {
    partsOf: ({ id }) => ({ changesReceiptIds: [id] }),
  }),
  'claims.receipt': answered(claims.receipt, { partsOf: ({ id }) => ({ readsReceiptIds: [id] }) }),
  'claims.sign': answered(claims.sign, {
    isWithin: (input, lent) => isOfClaim(input, lent) && isOwnSignature(input.role),
    ends: ({ promisedBy }) => ({ by: 'signed', promisedBy }),
  }),
  'claims.printToSign': answered(claims.printToSign, {
    isWithin: isOfClaim,
    ends: () => ({ by: 'printed' }),
  }),
};

function partsOfWords({ lines }: z.output<(typeof claims.saveDraft)['input']>): NamedParts {
  return {
    lineIds: lines.map(({ id }) => id),
    readsReceiptIds: lines.flatMap(({ receiptIds }) => receiptIds),
  };
}

/** Refuses by name alone, before anything of the input is looked at. Throws `session.handed-over`. */
export function checkAnswersWhileHandedOver(name: string, lent: ScreenHandedOver): void {
  if (!Object.hasOwn(WHILE_HANDED_OVER, name)) throw refusal(lent);
}

/** Refuses whatever would leave the claim that the screen was lent for. Throws `session.handed-over`. */
export async function checkKeepsToClaim(
  core: Core | undefined,
  call: { readonly name: string; readonly input: unknown },
  lent: ScreenHandedOver,
): Promise<void> {
  const procedure = WHILE_HANDED_OVER[call.name];
  if (procedure === undefined || !procedure.isWithin(call.input, lent)) throw refusal(lent);
  const parts = procedure.partsOf(call.input);
  if (Object.keys(parts).length === 0) return;
  const isKept = await core?.unit(PROGRAM, 'reads', (ctx) =>
    keepsToClaim(ctx, lent.claimId, parts),
  );
  if (isKept !== true) throw refusal(lent);
}

/** How a call that succeeded ends the lending; undefined where it goes on. */
export const endingOf = (name: string, answer: unknown): HandOverEnding | undefined =>
  WHILE_HANDED_OVER[name]?.ends(answer);

const refusal = ({ claimId }: LentClaim): Error =>
  hostErrors.error('session.handed-over', { claimId });

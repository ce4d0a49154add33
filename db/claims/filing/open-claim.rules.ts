// [browser-safe]
import type { Claim, LineState } from '../claims.contract.ts';

/** Whether a claim is being filled in: a draft, or one of which lines were opened again after a question. */
export function isBeingFilledIn(
  { state }: Pick<Claim, 'state'>,
  lines: readonly { readonly state: LineState }[],
): boolean {
  return state === 'draft' || (state === 'asked' && lines.some((line) => line.state === 'open'));
}

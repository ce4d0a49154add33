import type { ClaimLineId, Warning } from '#db/claims/claims.contract';
import type { Forecast } from '#db/claims/filing.contract';

/** What the sum beside a cost says already. */
const SAID_BY_THE_SUM: ReadonlySet<string> = new Set(['cap-reached', 'rate-not-set']);

/** What the form asks for on the spot: while a cost is typed, nobody is told off for not being finished. */
const ASKED_ON_THE_SPOT: ReadonlySet<string> = new Set([
  'no-prevented',
  'no-receipt',
  'children-ages',
]);

/** The doubts and refusals of one line, or of the claim as a whole. */
export function doubtsOf(
  forecast: Forecast | undefined,
  lineId: ClaimLineId | null,
): readonly Warning[] {
  return (forecast?.warnings ?? []).filter(
    (warning) => warning.lineId === lineId && !SAID_BY_THE_SUM.has(warning.code),
  );
}

export const doubtsWhileTyping = (
  forecast: Forecast | undefined,
  lineId: ClaimLineId,
): readonly Warning[] =>
  doubtsOf(forecast, lineId).filter(({ code }) => !ASKED_ON_THE_SPOT.has(code));

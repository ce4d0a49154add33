import type { LocalDate } from '#db/shared/local-date';
import { addDays, daysBetween } from '#db/shared/local-date';
import type { CapUnit } from './claim-policy.contract.ts';
import type { PricedClaim, PricingInput, PricingLine } from './pricing.contract.ts';

/** In which order caps are used up, as screens and papers say it. */
export const CAP_ORDER_WORDS =
  'A limit is used up by earlier claims first, then by the lines of this claim in the order of their days, and on one day from the top of the claim to the bottom.';

/**
 * Works out a claim by the policy of each line’s day: what is claimed, what is payable, and why each penny between
 * them is cut. Caps are used up as CAP_ORDER_WORDS says, amounts are rounded once per line, half a penny up.
 */
export function priceClaim(input: PricingInput): PricedClaim {
  throw new Error(`not priced yet: ${input.lines.length}`);
}

/** Of which meeting, day, child or household a line uses up a cap; a line without an activity goes by its day. */
export function capKeyOf(line: PricingLine, unit: CapUnit): string {
  const meeting = line.activity?.id ?? line.day;
  switch (unit) {
    case 'line':
      return line.id;
    case 'day':
      return line.day;
    case 'claim':
      return 'this claim';
    case 'household':
      return `${line.householdKey ?? 'own'} ${meeting}`;
    case 'meeting':
    case 'child':
      return meeting;
  }
}

/** The last day on which a claim for that day is in time: a limit of 90 days lets day 90 after the journey in. */
export function lastDayToClaim(day: LocalDate, timeLimitDays: number): LocalDate {
  return addDays(day, timeLimitDays);
}

/** By how many days a claim is too late; 0 when it is in time or there is no limit. */
export function daysOutOfTime(
  day: LocalDate,
  receivedOn: LocalDate,
  timeLimitDays: number | null,
): number {
  if (timeLimitDays === null) return 0;
  return Math.max(0, daysBetween(lastDayToClaim(day, timeLimitDays), receivedOn));
}

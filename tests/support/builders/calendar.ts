import type { ClosureDetails } from '#db/calendar/calendar.contract';

/** A day on which the whole centre is closed all day, a working day all the same; `lastDate` follows `firstDate`. */
export function aClosure(
  part: { readonly [K in keyof ClosureDetails]?: unknown } = {},
): ClosureDetails {
  const firstDate = part.firstDate ?? '2027-03-02';
  return {
    name: 'Staff training',
    effect: 'closed',
    lastDate: firstDate,
    facilityId: null,
    from: null,
    until: null,
    isNonWorking: false,
    ...part,
    firstDate,
  } as ClosureDetails;
}

/** What may be asked of the calendar about a day of 2027. */
export const asksOfCalendar = (on: string): Readonly<Record<string, readonly unknown[]>> => ({
  'calendar.year': [{ year: 2027 }],
  'calendar.closures': [{}],
  'calendar.hitBy': [aClosure({ firstDate: on })],
  'calendar.countWorkingDays': [{ from: on, days: 5 }],
});

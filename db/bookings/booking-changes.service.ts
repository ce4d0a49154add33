import { listChangesSince } from '#db/audit/audit.service';
import type { Ctx } from '#db/shared/ctx';
import { dateOf, LocalDateTime, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatShortDate, formatTime } from '#db/shared/plain-words';
import { type Booking, Purpose, PURPOSE_WORDS } from './bookings.contract.ts';

/** Field names of the audit trail in the words of the form. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  room: 'The room',
  startsAt: 'The start',
  endsAt: 'The end',
  status: 'The status',
  bookedFor: 'Who it is for',
  responsible: 'The responsible person',
  purpose: 'The purpose',
  expectedNumber: 'The number of people',
  outOfHours: 'The out-of-hours mark',
  needs: 'What is needed',
  notes: 'The notes',
  places: 'The number of places',
  layout: 'The layout',
  heldFrom: 'The start of the set-up',
  heldUntil: 'The end of the clear-down',
  lapsesOn: 'The last day of the hold',
  offerUntil: 'The end of the offer',
  accessNeeds: 'The access needs',
  crechePlaces: 'The crèche places',
  thingsWanted: 'What is to stand ready',
  keyholder: 'Who opens and locks up',
  whyOutsideHours: 'Why it is outside opening hours',
  whyEnteredLate: 'Why it was entered late',
  mayShowName: 'Whether the name may be shown',
  attendance: 'The attendance',
  headcount: 'The number of people who came',
};

/** Who changed a booking after a version was read, when, and what, in sentences for the second person. */
export async function describeChanges(
  ctx: Ctx,
  current: Booking,
  seenVersion: number,
): Promise<{
  reference: string;
  who: string;
  at: string;
  changes: readonly string[];
  current: Booking;
}> {
  const steps = current.version - seenVersion;
  const lines = (
    await listChangesSince(ctx, 'booking', current.id, Math.max(steps, 1))
  ).toReversed();
  const last = lines.at(-1);
  return {
    reference: current.reference,
    who: last?.who ?? 'Someone',
    at: last === undefined ? 'some time' : formatTime(timeOf(localDateTimeOf(last.at))),
    changes: lines.flatMap((line) =>
      line.changes.map(
        (change) =>
          `${FIELD_WORDS[change.field] ?? change.field} was ${shown(change.field, change.before)}, now ${shown(change.field, change.after)}.`,
      ),
    ),
    current,
  };
}

/** A kept value as the form shows it: `6:30pm on Tue 5 Jan`, `Training`, `yes`. */
function shown(field: string, value: string): string {
  if (value === '') return 'empty';
  const moment = LocalDateTime.safeParse(value);
  if (moment.success)
    return `${formatTime(timeOf(moment.data))} on ${formatShortDate(dateOf(moment.data))}`;
  const purpose = Purpose.safeParse(value);
  if (field === 'purpose' && purpose.success) return PURPOSE_WORDS[purpose.data];
  if (field === 'outOfHours') return value === 'true' ? 'yes' : 'no';
  return value;
}

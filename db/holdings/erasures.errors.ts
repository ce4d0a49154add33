import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday, joinWords } from '#db/shared/plain-words';

/** Every refusal about copies, erasures, holds and what is past its time. */
export const erasureErrors = defineErrors({
  'erasure.on-hold': {
    sentence: (d: { from: LocalDate; by: string }) =>
      `This record is on legal hold since ${formatDateNoWeekday(d.from)}, by ${d.by}. Nothing of it is erased until the hold is lifted.`,
  },
  'erasure.still-open': {
    sentence: (d: { open: readonly string[] }) => `First settle this: ${joinWords(d.open)}.`,
  },
  'erasure.changed-meanwhile': {
    sentence: (_: Record<string, never>) =>
      'Someone else changed this record while you had it open. Look at what would be erased again, then confirm it.',
  },
  'erasure.under-way': {
    sentence: (d: { dueOn: LocalDate }) =>
      `This record is being erased already, on ${formatDateNoWeekday(d.dueOn)}.`,
  },
  'erasure.not-found': {
    sentence: (_: { id: string }) =>
      'This erasure is not on record. Look at the list of what is past its time.',
  },
  'erasure.settled-before': {
    sentence: (d: { on: LocalDate }) =>
      `This was settled on ${formatDateNoWeekday(d.on)} and can no longer be taken back.`,
  },
  'hold.not-found': {
    sentence: (_: { id: string }) => 'This hold is not on record. Look at the list of holds.',
  },
  'hold.lifted-before': {
    sentence: (d: { on: LocalDate }) => `This hold was lifted on ${formatDateNoWeekday(d.on)}.`,
  },
  'hold.day-to-come': {
    field: 'from',
    sentence: (d: { today: LocalDate }) =>
      `A hold stands from the day it was decided. Enter today, ${formatDateNoWeekday(d.today)}, or an earlier day.`,
  },
  'copy.not-found': {
    sentence: (_: { id: string }) => 'This request is not on record. Look at the list of requests.',
  },
  'copy.changed-meanwhile': {
    sentence: (_: Record<string, never>) =>
      'Someone else changed this request while you had it open. Look at it again.',
  },
  'copy.day-wrong': {
    field: 'on',
    sentence: (d: { from: LocalDate; until: LocalDate }) =>
      `Enter a day from ${formatDateNoWeekday(d.from)} to ${formatDateNoWeekday(d.until)}.`,
  },
  'copy.clock-stopped': {
    sentence: (d: { from: LocalDate }) =>
      `The time has stood still since ${formatDateNoWeekday(d.from)}. Let it go on first.`,
  },
  'copy.clock-runs': {
    sentence: (_: Record<string, never>) => 'The time is running already.',
  },
  'copy.answered-before': {
    sentence: (d: { on: LocalDate }) =>
      `This request was answered on ${formatDateNoWeekday(d.on)}. Enter a new one if they ask again.`,
  },
  'retention.changed-meanwhile': {
    sentence: (_: { recordType: string }) =>
      'What is past its time has changed since you looked. Look at the list again, then confirm it.',
  },
  'retention.clock-doubtful': {
    sentence: (d: { today: LocalDate }) =>
      `The computer says that today is ${formatDateNoWeekday(d.today)}, which is more than a day from when the program was last used. Confirm the date first.`,
  },
  'retention.no-such-type': {
    sentence: (_: { recordType: string }) =>
      'This kind of record is not in the schedule. Choose one from the list.',
  },
  'retention.nothing-to-undo': {
    sentence: (_: { recordType: string }) =>
      'Nothing of this waits any more. It may be done already.',
  },
});

import { addDays, addMonths, daysBetween, type LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { DUTY_WORDS, type Duty, type DutyKind } from './group-record.contract.ts';

/** The rungs of the one ladder of reminders, from the first to the last. */
export type DutyStage = 'eight-weeks' | 'four-weeks' | 'due' | 'overdue';

/** A rung and the working day from which it stands. */
export type DutyStep = { readonly stage: DutyStage; readonly from: LocalDate };

const EIGHT_WEEKS_DAYS = 56;
const FOUR_WEEKS_DAYS = 28;
const MONTHS_OF_A_YEAR = 12;
/** No centre is shut for longer than this without a working day between. */
const LONGEST_SHUT_DAYS = 366;
const DAYS_OF_A_LONG_YEAR = 366;
const FIRST_DAY = '0000-01-01' as LocalDate;
const LAST_DAY = '9999-12-31' as LocalDate;

/**
 * The reminders for something due on a day: eight weeks and four weeks before, on the day, and when it is past. One
 * that falls on a day that is no working day comes on the working day before, so that nobody learns of it too late;
 * that it is overdue is said on the first working day after.
 */
export function dutySteps(
  dueOn: LocalDate,
  isWorking: (date: LocalDate) => boolean,
): readonly DutyStep[] {
  return [
    {
      stage: 'eight-weeks',
      from: nearestWorkingDay(dayNear(dueOn, -EIGHT_WEEKS_DAYS), -1, isWorking),
    },
    {
      stage: 'four-weeks',
      from: nearestWorkingDay(dayNear(dueOn, -FOUR_WEEKS_DAYS), -1, isWorking),
    },
    { stage: 'due', from: nearestWorkingDay(dueOn, -1, isWorking) },
    { stage: 'overdue', from: nearestWorkingDay(dayNear(dueOn, 1), 1, isWorking) },
  ];
}

/** So many days from a day, and no further than the calendar goes: what never runs out is entered as 31 December 9999. */
const dayNear = (date: LocalDate, n: number): LocalDate =>
  addDays(date, Math.min(Math.max(n, daysBetween(date, FIRST_DAY)), daysBetween(date, LAST_DAY)));

function nearestWorkingDay(
  date: LocalDate,
  step: 1 | -1,
  isWorking: (date: LocalDate) => boolean,
): LocalDate {
  for (let n = 0; n <= LONGEST_SHUT_DAYS; n += 1) {
    const day = dayNear(date, n * step);
    if (isWorking(day)) return day;
  }
  return date;
}

/** The rung on which something due stands on a day; undefined before the first. */
export function stepOn(steps: readonly DutyStep[], on: LocalDate): DutyStep | undefined {
  return steps.findLast((step) => step.from <= on);
}

const STANDINGS: Readonly<Record<DutyStage, Duty['standing']>> = {
  'eight-weeks': 'soon',
  'four-weeks': 'soon',
  due: 'due',
  overdue: 'overdue',
};

/** How something due stands on a day, for a page. */
export function dutyStanding(
  nextDueOn: LocalDate | null,
  on: LocalDate,
  isWorking: (date: LocalDate) => boolean,
): Duty['standing'] {
  if (nextDueOn === null) return 'not-set';
  const step = stepOn(dutySteps(nextDueOn, isWorking), on);
  return step === undefined ? 'later' : STANDINGS[step.stage];
}

/** What the list of what waits says at a rung. */
export function dutyTaskWords(
  groupName: string,
  kind: DutyKind,
  dueOn: LocalDate,
  stage: DutyStage,
): string {
  const what = `${DUTY_WORDS[kind]} of ${groupName}`;
  const day = formatDateNoWeekday(dueOn);
  switch (stage) {
    case 'eight-weeks':
      return `${what}: due on ${day}.`;
    case 'four-weeks':
      return `${what}: due on ${day}. Remind the group.`;
    case 'due':
      return `${what}: due now, on ${day}. Ask for it.`;
    case 'overdue':
      return `${what}: overdue since ${day}. Ask for it and say what happens next.`;
  }
}

/** The same for a document that runs out. */
export function expiryTaskWords(
  groupName: string,
  title: string,
  expiresOn: LocalDate,
  stage: DutyStage,
): string {
  const day = formatDateNoWeekday(expiresOn);
  return stage === 'overdue'
    ? `${title} of ${groupName} ran out on ${day}. Ask for the new one.`
    : `${title} of ${groupName} runs out on ${day}. Ask for the new one.`;
}

/** When something that came today is due again: a year after the day it was due, or from today where that has passed too. What never falls due stays so. */
export function nextYearly(nextDueOn: LocalDate | null, today: LocalDate): LocalDate {
  if (nextDueOn !== null && daysBetween(nextDueOn, LAST_DAY) < DAYS_OF_A_LONG_YEAR)
    return nextDueOn;
  const next = addMonths(nextDueOn ?? today, MONTHS_OF_A_YEAR);
  return next > today ? next : addMonths(today, MONTHS_OF_A_YEAR);
}

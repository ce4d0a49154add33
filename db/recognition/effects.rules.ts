import { foldForSearch } from '#db/shared/fold';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { LocalDate } from '#db/shared/local-date';
import type { RecognitionState } from '#db/groups/groups-api.contract';
import type { Activity, Effect, Exception, Period, Stop } from './recognition.contract.ts';
import { periodOn } from './periods.rules.ts';

/** What in a council's words tells which activity is meant; the longer words stand first. */
const ACTIVITIES_IN_WORDS: readonly (readonly [string, readonly Activity[]])[] = [
  ['decision', ['decision-making']],
  ['room hire', ['room-hire']],
  ['travel', ['group-expenses']],
  ['expense', ['group-expenses']],
  ['computer', ['computer']],
  ['support and resources', ['admin-support', 'computer']],
  ['support', ['admin-support']],
  ['grant', ['annual-grant']],
];

/** Which activities the council's words for what needs recognition mean; none where the program cannot tell. */
export function activitiesIn(words: string): readonly Activity[] {
  const folded = foldForSearch(words);
  return ACTIVITIES_IN_WORDS.find(([part]) => folded.includes(part))?.[1] ?? [];
}

/**
 * What the council's own list does to an activity before a manager sets it: money and support are refused (GRP-01), a
 * joint decision is only warned about (GRP-04), and what is not in the list is left alone. No council's list names the
 * free rooms of the centre.
 */
export function firstEffect(activity: Activity, recognitionFor: readonly string[]): Effect {
  if (!recognitionFor.some((words) => activitiesIn(words).includes(activity))) return 'none';
  return activity === 'decision-making' ? 'warns' : 'blocks';
}

/** The words of the list that the program cannot place. */
export const unplacedIn = (recognitionFor: readonly string[]): string[] =>
  recognitionFor.filter((words) => activitiesIn(words).length === 0);

/** Whether an activity is stopped for a group on a day. */
export function stopOn(asked: {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly effect: Effect;
  readonly periods: readonly Period[];
  readonly exceptions: readonly Exception[];
  readonly on: LocalDate;
}): Stop {
  const { name, effect, on } = asked;
  const period = periodOn(asked.periods, on);
  if (!asked.isNeeded || effect === 'none' || period?.state === 'recognised')
    return { stops: false, rule: 'none', why: '' };
  const why = whyNot(name, period, on);
  const exception = asked.exceptions.find((one) => one.from <= on && on <= one.until);
  if (exception !== undefined)
    return {
      stops: false,
      rule: effect,
      why: `${why} It goes on all the same until ${formatDateNoWeekday(exception.until)}: ${asSentence(exception.reason)} Decided by ${exception.decidedBy}.`,
    };
  return { stops: effect === 'blocks', rule: effect, why };
}

function whyNot(name: string, period: Period | undefined, on: LocalDate): string {
  const day = formatDateNoWeekday(on);
  if (period === undefined) return `${name} is not recognised on ${day}.`;
  const since = formatDateNoWeekday(period.from);
  const what: Readonly<Record<Exclude<RecognitionState, 'none' | 'recognised'>, string>> = {
    applied: `${name} applied for recognition on ${since}, and nothing is decided for ${day}.`,
    lapsed: `The recognition of ${name} lapsed on ${since}: ${asSentence(period.reason)}`,
    withdrawn: `The recognition of ${name} was withdrawn on ${since}.`,
  };
  return period.state === 'recognised' ? '' : what[period.state];
}

const asSentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

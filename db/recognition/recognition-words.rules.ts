import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import type {
  AskedWhen,
  DecisionDetails,
  DecisionKind,
  Effect,
  EvidenceState,
  Gap,
  Item,
  Taken,
} from './recognition.contract.ts';

/** How a line of a return stands, in words: papers come in, criteria are met. */
export const EVIDENCE_WORDS: Readonly<
  Record<Item['kind'], Readonly<Record<EvidenceState, string>>>
> = {
  paper: {
    'not-asked': 'Not started',
    'have-it': 'Have it',
    accepted: 'Accepted',
    'not-met': 'Not good enough',
    'not-amended': 'Not amended',
  },
  criterion: {
    'not-asked': 'Not yet asked',
    'have-it': 'Have the evidence',
    accepted: 'Met',
    'not-met': 'Not met',
    'not-amended': 'Not amended',
  },
};

/** What a withdrawal takes away, in the words of screens and letters (GRP-17). */
export const TAKEN_WORDS: Readonly<Record<Taken, string>> = {
  recognition: 'The council’s recognition',
  support: 'Support from the council',
  resources: 'Rooms and equipment of the centre',
  money: 'Grants and expenses',
};

/** What was decided, in words. */
export const DECISION_WORDS: Readonly<Record<DecisionKind, string>> = {
  applied: 'Applied',
  recognised: 'Recognised',
  refused: 'Not recognised',
  continued: 'Goes on for another year',
  lapsed: 'Lapsed',
  restored: 'Restored',
  withdrawn: 'Withdrawn',
};

/** The same as a manager chooses it. */
export const DECISION_FORM_WORDS: Readonly<Record<DecisionDetails['kind'], string>> = {
  recognised: 'Recognise the group',
  refused: 'Do not recognise it',
  continued: 'Recognition goes on',
  lapsed: 'Let recognition lapse',
  restored: 'Restore recognition',
};

/** When a line of the council's list is asked. */
export const ASKED_WORDS: Readonly<Record<AskedWhen, string>> = {
  first: 'The first time only',
  yearly: 'Each year only',
  always: 'The first time and each year',
};

/** What the lack of recognition does, in words. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  none: 'Goes on as before',
  warns: 'The desk is warned',
  blocks: 'Stopped until a manager lets it go on',
};

/** The council's own words at the head of a line. */
export const sentenceStart = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** '30 April 2027 to 11 May 2027, 12 days (lapsed)'. */
export function gapWords(gap: Gap): string {
  const state = gap.state === 'applied' ? 'applied for' : gap.state;
  const from = formatDateNoWeekday(gap.from);
  return gap.until === null || gap.days === null
    ? `since ${from} (${state})`
    : `${from} to ${formatDateNoWeekday(gap.until)}, ${countOf(gap.days, 'day')} (${state})`;
}

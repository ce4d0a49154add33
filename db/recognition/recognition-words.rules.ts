import type { DecisionKind, EvidenceState, Item, Taken } from './recognition.contract.ts';

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

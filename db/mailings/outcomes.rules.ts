import type { MailingChannel, Outcome } from './mailings.contract.ts';

const OF_CALLS: readonly Outcome[] = [
  'reached',
  'no-answer',
  'call-again',
  'wrong-number',
  'will-take-part',
  'will-not',
  'took-part',
  'not-again',
];
const OF_WHAT_IS_SENT: readonly Outcome[] = [
  'will-take-part',
  'will-not',
  'took-part',
  'came-back',
  'not-again',
];

/** What can come of asking somebody in one way. */
export const outcomesOf = (channel: MailingChannel): readonly Outcome[] =>
  channel === 'phone' ? OF_CALLS : OF_WHAT_IS_SENT;

const SPOKEN_WITH: readonly Outcome[] = [
  'reached',
  'will-take-part',
  'will-not',
  'took-part',
  'not-again',
];

/** Whether somebody was in contact with the centre by it, so that it counts as their last contact (PPL-02). */
export const isContact = (outcome: Outcome): boolean => SPOKEN_WITH.includes(outcome);

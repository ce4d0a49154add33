import { MASKED } from '#db/people/people.rules';
import type { Role } from '#db/shared/roles';
import type { Warning } from '../claims.contract.ts';

/** What stops until a manager gives a reason; every other stop has to be mended. */
const MANAGER_MAY_PASS: readonly string[] = ['out-of-time'];

/** What the claimant cannot mend and a later step decides: it holds up the decision and not the signing. */
const HOLDS_UP_DECISION_ONLY: readonly string[] = ['out-of-time'];

/** What somebody at the desk has to give a reason for before the claim is signed; the rest is for whoever decides. */
const NEEDS_REASON_AT_DESK: readonly string[] = [
  'double-receipt',
  'double-journey',
  'double-activity-kind',
];

/** What tells about others, or about what staff look at: at a screen that is handed over nobody reads it. */
const FOR_STAFF: readonly string[] = [
  'double-receipt',
  'double-journey',
  'double-activity-kind',
  'same-account',
  'not-staff',
  'restricted-money',
  'restricted-activity',
  'not-recognised',
  'not-on-sheet',
  'apologies',
  'month-limit',
  'year-limit',
  'tenant-room-free',
];

type Found = Pick<Warning, 'code' | 'weight' | 'answer'>;

/** Whether a warning still waits for somebody: what only says something never does. */
export function isOpenWarning(warning: Found): boolean {
  if (warning.weight === 'says') return false;
  if (warning.weight === 'stops' && !MANAGER_MAY_PASS.includes(warning.code)) return true;
  return warning.answer === null;
}

/** How many wait, as the queue counts them. */
export function countOpenWarnings(warnings: readonly Found[]): number {
  return warnings.filter(isOpenWarning).length;
}

/** Whether a claim cannot be signed with it: what the rules stop, and doubles that nobody has given a reason for. */
export function holdsUpSigning(warning: Found): boolean {
  if (!isOpenWarning(warning) || HOLDS_UP_DECISION_ONLY.includes(warning.code)) return false;
  return warning.weight === 'stops' || NEEDS_REASON_AT_DESK.includes(warning.code);
}

/** Whether an account of that role may go on past a warning with a reason. */
export function canAnswer(warning: Pick<Warning, 'code' | 'weight'>, role: Role): boolean {
  if (warning.weight !== 'stops') return true;
  return MANAGER_MAY_PASS.includes(warning.code) && role === 'manager';
}

const STAFF_SEE_TO_IT = 'Staff look at this. You can go on.';

/**
 * A warning as a screen in the hands of somebody else may show it: no link, and nothing about anybody else. What staff
 * will look at holds up nothing there unless the rules stop it, for whoever claims cannot answer it.
 */
export function atHandedOverScreen(warning: Warning): Warning {
  if (!FOR_STAFF.includes(warning.code)) {
    const weight = isOpenWarning(warning) ? warning.weight : 'says';
    // A reason or another amount is for staff to give: whoever claims is told that they need not.
    const isForThem = weight === 'stops' || warning.wayOn === '';
    return { ...warning, weight, wayOn: isForThem ? warning.wayOn : STAFF_SEE_TO_IT, answer: null };
  }
  return {
    ...warning,
    weight: warning.weight === 'stops' && isOpenWarning(warning) ? 'stops' : 'says',
    words: 'Staff will check this ticket.',
    wayOn: warning.weight === 'stops' ? 'Please ask at the desk about this line.' : '',
    other: null,
    answer: null,
  };
}

/** A warning as the auditor reads it: what was found and where, without the words about people. */
export function maskWarning(warning: Warning): Warning {
  const { answer } = warning;
  return {
    ...warning,
    words: FOR_STAFF.includes(warning.code) ? MASKED : warning.words,
    answer: answer === null ? null : { ...answer, why: MASKED },
  };
}

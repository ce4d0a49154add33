import type { ActivityId } from '#db/activities/activities.contract';
import type { Claim, ClaimId } from '#db/claims/claims.contract';

/** The questions of a claim in their order, one screen each. */
export const STEPS = ['who', 'activity', 'receipts', 'lines', 'paid', 'check', 'sign'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_TITLES: Readonly<Record<Step, string>> = {
  who: 'Who is this claim for?',
  activity: 'Which meeting or event was it for?',
  receipts: 'Receipts',
  lines: 'What did it cost?',
  paid: 'How is it paid?',
  check: 'Check the answers',
  sign: 'Sign the claim',
};

/** The steps that are gone through; at a screen that was handed over the names are settled already. */
export const stepsOf = (isHandedOver: boolean): readonly Step[] =>
  isHandedOver ? STEPS.filter((step) => step !== 'who') : STEPS;

export const isStep = (text: string | null): text is Step => STEPS.some((step) => step === text);

/** The step after this one; the last one has none. */
export function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? step;
}

/** The step before this one, among those that are gone through; undefined at the first. */
export function stepBefore(step: Step, isHandedOver: boolean): Step | undefined {
  const steps = stepsOf(isHandedOver);
  return steps[steps.indexOf(step) - 1];
}

/** Where somebody was in a claim, kept on this computer: ids and nothing else. */
export type Place = { readonly step: Step; readonly activityId: ActivityId | null };

const KEY = 'trc-desk.claim-place';
const KEPT_AT_MOST = 30;

type Kept = readonly { readonly id: string; readonly step: Step; readonly activityId: string }[];

/** Where filling this claim in was left, also after the power went off; undefined where nobody was yet. */
export function readPlace(id: ClaimId): Place | undefined {
  const kept = readKept().find((each) => each.id === id);
  if (kept === undefined) return undefined;
  return {
    step: kept.step,
    activityId: kept.activityId === '' ? null : (kept.activityId as ActivityId),
  };
}

export function keepPlace(id: ClaimId, place: Place): void {
  const others = readKept().filter((each) => each.id !== id);
  const kept: Kept = [{ id, step: place.step, activityId: place.activityId ?? '' }, ...others];
  localStorage.setItem(KEY, JSON.stringify(kept.slice(0, KEPT_AT_MOST)));
}

/** A claim that was signed needs no place any more. */
export function forgetPlace(id: ClaimId): void {
  localStorage.setItem(KEY, JSON.stringify(readKept().filter((each) => each.id !== id)));
}

function readKept(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    // A damaged entry: the claim says by itself how far it is.
    return [];
  }
}

const isKept = (entry: unknown): entry is Kept[number] =>
  typeof entry === 'object' &&
  entry !== null &&
  'id' in entry &&
  typeof entry.id === 'string' &&
  'activityId' in entry &&
  typeof entry.activityId === 'string' &&
  'step' in entry &&
  typeof entry.step === 'string' &&
  isStep(entry.step);

/** The step at which a claim goes on where no place is kept: the first that holds nothing yet. */
export function resumeStep(claim: Pick<Claim, 'lines' | 'receipts'>): Step {
  if (claim.lines.length > 0) return 'lines';
  return 'activity';
}

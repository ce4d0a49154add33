import { canAnswer, isOpenWarning } from '#db/claims/checks/warnings.rules';
import type { Claim, ClaimLineId, Warning } from '#db/claims/claims.contract';
import type { LineDecision } from '#db/claims/deciding.contract';
import { formatPence, parsePounds, pence } from '#db/shared/money';
import type { Role } from '#db/shared/roles';
import { isWaiting, placeOf } from './line-places.ts';

type Line = Claim['lines'][number];
type DecisionWord = LineDecision['decision'];

/** What is decided, with every doubt about it, and by whom. */
export type Case = Pick<Claim, 'lines' | 'warnings'> & { readonly role: Role };

/** What a decider has chosen for one line; nothing is sent before all of it is. */
export type LineChoice = {
  readonly decision: DecisionWord;
  /** Pounds as they were typed; only for another amount. */
  readonly pounds: string;
  readonly why: string;
};
export type LineChoices = ReadonlyMap<ClaimLineId, LineChoice>;

export const NO_CHOICES: LineChoices = new Map();

export const DECISION_WORDS: Readonly<Record<DecisionWord, string>> = {
  approved: 'Approve',
  other: 'Other amount',
  rejected: 'Refuse',
  asked: 'Ask',
};

/** The keys of the queue, in the order of the buttons. */
export const DECISION_KEYS: readonly (readonly [key: string, DecisionWord])[] = [
  ['1', 'approved'],
  ['2', 'other'],
  ['3', 'rejected'],
  ['4', 'asked'],
];

const paysSomething = (decision: DecisionWord): boolean =>
  decision === 'approved' || decision === 'other';

/** Why a line cannot be decided so, in words for the decider; empty where it can. */
export function whyNot(of: Case, line: Line, decision: DecisionWord): string {
  if (!paysSomething(decision)) return '';
  const stop = of.warnings.find(
    (warning) =>
      (warning.lineId === line.id || warning.lineId === null) &&
      isOpenWarning(warning) &&
      !canAnswer(warning, of.role),
  );
  const place = placeOf(of.lines, line);
  if (stop !== undefined)
    return canAnswer(stop, 'manager')
      ? `Cost ${place}: ${stop.words} Only a manager may let it through, with a reason.`
      : `Cost ${place} cannot be approved: ${stop.words} Ask about it, or refuse it with the reason.`;
  // Without a rate there is no amount to approve; another amount can be given with a reason.
  if (decision === 'approved' && line.payablePence === null)
    return `Cost ${place} has no amount while its rate is not set. Decide another amount with the reason, or have a manager enter the rate.`;
  return '';
}

/** What is still open about a line that is to be paid; doubts about the whole claim go with the first such line. */
export function doubtsOf(of: Case, choices: LineChoices, line: Line): readonly Warning[] {
  const first = of.lines.find(({ id }) => {
    const choice = choices.get(id);
    return choice !== undefined && paysSomething(choice.decision);
  });
  return of.warnings.filter(
    (warning) =>
      isOpenWarning(warning) &&
      (warning.lineId === line.id || (warning.lineId === null && first?.id === line.id)),
  );
}

/** Whether a reason goes with the choice: for all but an approval, and for an approval despite a doubt. */
export function needsWhy(of: Case, choices: LineChoices, line: Line): boolean {
  const choice = choices.get(line.id);
  if (choice === undefined || !isWaiting(line)) return false;
  return choice.decision !== 'approved' || doubtsOf(of, choices, line).length > 0;
}

/** The choice for one line; what was typed for it before stays. */
export function withChoice(
  choices: LineChoices,
  id: ClaimLineId,
  part: Partial<LineChoice> & Pick<LineChoice, 'decision'>,
): LineChoices {
  const before = choices.get(id);
  return new Map(choices).set(id, { pounds: '', why: '', ...before, ...part });
}

/** Approves every line that waits and can be approved; what was chosen otherwise stays. */
export function approveRest(choices: LineChoices, of: Case): LineChoices {
  let after = choices;
  for (const line of of.lines)
    if (isWaiting(line) && !choices.has(line.id) && whyNot(of, line, 'approved') === '')
      after = withChoice(after, line.id, { decision: 'approved' });
  return after;
}

/** The first line that waits without a choice; undefined where each has one. */
export const firstUnchosen = (choices: LineChoices, lines: readonly Line[]): Line | undefined =>
  lines.find((line) => isWaiting(line) && !choices.has(line.id));

/** The line to turn to next: one whose reason is still missing, else one without a choice. */
export const nextLine = (of: Case, choices: LineChoices): Line | undefined =>
  of.lines.find((line) => needsWhy(of, choices, line) && choices.get(line.id)?.why.trim() === '') ??
  firstUnchosen(choices, of.lines);

type Decided =
  | { readonly isReady: true; readonly lines: readonly LineDecision[] }
  | { readonly isReady: false; readonly lineId: ClaimLineId | null; readonly words: string };

/** What is sent, or what is still missing, in words that say of which line. */
export function toDecisions(choices: LineChoices, of: Case): Decided {
  const waiting = of.lines.filter(isWaiting);
  const unchosen = firstUnchosen(choices, of.lines);
  const missing = (line: Line, words: string): Decided => ({
    isReady: false,
    lineId: line.id,
    words,
  });
  if (unchosen !== undefined)
    return missing(
      unchosen,
      `Choose for cost ${placeOf(of.lines, unchosen)}: approve, other amount, refuse or ask.`,
    );
  const decisions: LineDecision[] = [];
  for (const line of waiting) {
    const chosen = choices.get(line.id);
    if (chosen === undefined) continue;
    const place = placeOf(of.lines, line);
    const amount = chosen.decision === 'other' ? parsePounds(chosen.pounds) : null;
    if (amount === undefined)
      return missing(line, `Enter the amount for cost ${place} in pounds, like 4.80.`);
    const isWhyNeeded = needsWhy(of, choices, line);
    if (isWhyNeeded && chosen.why.trim() === '')
      return missing(
        line,
        chosen.decision === 'approved'
          ? `Say for cost ${place} why it is right all the same.`
          : `Say why for cost ${place}, as the claimant will read it.`,
      );
    decisions.push({
      lineId: line.id,
      decision: chosen.decision,
      pence: amount,
      why: isWhyNeeded ? chosen.why.trim() : '',
    });
  }
  return decisions.length === 0
    ? { isReady: false, lineId: null, words: 'No cost of this claim waits for a decision.' }
    : { isReady: true, lines: decisions };
}

/** 'Approve £18.40', 'Approve £18.40, ask about 1', 'Decide' before anything is chosen. */
export function decideWords(choices: LineChoices, lines: readonly Line[]): string {
  const chosen = lines.flatMap((line) => {
    const choice = choices.get(line.id);
    return choice === undefined || !isWaiting(line) ? [] : [{ line, choice }];
  });
  if (chosen.length === 0) return 'Decide';
  let sum = 0;
  for (const { line, choice } of chosen) {
    if (choice.decision === 'approved') sum += line.payablePence ?? 0;
    if (choice.decision === 'other') sum += parsePounds(choice.pounds) ?? 0;
  }
  const count = (decision: DecisionWord) =>
    chosen.filter((one) => one.choice.decision === decision).length;
  const [asked, refused] = [count('asked'), count('rejected')];
  const parts = [
    ...(chosen.length > asked + refused ? [`approve ${formatPence(pence(sum))}`] : []),
    ...(refused > 0 ? [`refuse ${refused}`] : []),
    ...(asked > 0 ? [`ask about ${asked}`] : []),
  ];
  const words = parts.join(', ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

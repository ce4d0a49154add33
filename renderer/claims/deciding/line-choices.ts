import type { Claim, ClaimLineId } from '#db/claims/claims.contract';
import type { LineDecision } from '#db/claims/deciding.contract';
import { formatPence, parsePounds } from '#db/shared/money';

type Line = Claim['lines'][number];

/** What a decider has chosen for one line; nothing is sent before all of it is. */
export type LineChoice = {
  readonly decision: LineDecision['decision'];
  /** Pounds as they were typed; only for another amount. */
  readonly pounds: string;
  readonly why: string;
};
export type LineChoices = ReadonlyMap<ClaimLineId, LineChoice>;

export const NO_CHOICES: LineChoices = new Map();

export const DECISION_WORDS: Readonly<Record<LineDecision['decision'], string>> = {
  approved: 'Approve',
  other: 'Other amount',
  rejected: 'Refuse',
  asked: 'Ask',
};

/** The keys of the queue, in the order of the buttons. */
export const DECISION_KEYS: readonly (readonly [key: string, LineDecision['decision']])[] = [
  ['1', 'approved'],
  ['2', 'other'],
  ['3', 'rejected'],
  ['4', 'asked'],
];

export const isWaiting = (line: Pick<Line, 'state'>): boolean => line.state === 'waiting';

/** A line whose rate is not set has no amount to approve; another amount can be given with a reason. */
export const canApprove = (line: Pick<Line, 'payablePence'>): boolean => line.payablePence !== null;

/** The choice for one line; what was typed for it before stays. */
export function withChoice(
  choices: LineChoices,
  id: ClaimLineId,
  part: Partial<LineChoice> & Pick<LineChoice, 'decision'>,
): LineChoices {
  const before = choices.get(id);
  return new Map(choices).set(id, { pounds: '', why: '', ...before, ...part });
}

/** Approves every line that waits and has an amount; what was chosen otherwise stays. */
export function approveRest(choices: LineChoices, lines: readonly Line[]): LineChoices {
  let after = choices;
  for (const line of lines)
    if (isWaiting(line) && canApprove(line) && !choices.has(line.id))
      after = withChoice(after, line.id, { decision: 'approved' });
  return after;
}

/** The first line that waits without a choice; undefined where each has one. */
export const firstUnchosen = (choices: LineChoices, lines: readonly Line[]): Line | undefined =>
  lines.find((line) => isWaiting(line) && !choices.has(line.id));

export type Decided =
  | { readonly isReady: true; readonly lines: readonly LineDecision[] }
  | { readonly isReady: false; readonly lineId: ClaimLineId | null; readonly words: string };

/** What is sent, or what is still missing, in words that say of which line. */
export function toDecisions(choices: LineChoices, lines: readonly Line[]): Decided {
  const waiting = lines.filter(isWaiting);
  const unchosen = firstUnchosen(choices, lines);
  if (unchosen !== undefined)
    return {
      isReady: false,
      lineId: unchosen.id,
      words: `Choose for cost ${unchosen.position}: approve, other amount, refuse or ask.`,
    };
  const decisions: LineDecision[] = [];
  for (const line of waiting) {
    const chosen = choices.get(line.id);
    if (chosen === undefined) continue;
    const { decision, pounds, why } = chosen;
    const pence = decision === 'other' ? parsePounds(pounds) : null;
    if (pence === undefined)
      return {
        isReady: false,
        lineId: line.id,
        words: `Enter the amount for cost ${line.position} in pounds, like 4.80.`,
      };
    if (decision !== 'approved' && why.trim() === '')
      return {
        isReady: false,
        lineId: line.id,
        words: `Say why for cost ${line.position}, as the claimant will read it.`,
      };
    decisions.push({
      lineId: line.id,
      decision,
      pence,
      why: decision === 'approved' ? '' : why.trim(),
    });
  }
  return decisions.length === 0
    ? { isReady: false, lineId: null, words: 'No cost of this claim waits for a decision.' }
    : { isReady: true, lines: decisions };
}

/** 'Approve £18.40', 'Approve £18.40 and send 1 back', 'Decide' before anything is chosen. */
export function decideWords(choices: LineChoices, lines: readonly Line[]): string {
  const chosen = lines.flatMap((line) => {
    const choice = choices.get(line.id);
    return choice === undefined || !isWaiting(line) ? [] : [{ line, choice }];
  });
  if (chosen.length === 0) return 'Decide';
  let pence = 0;
  for (const { line, choice } of chosen) {
    if (choice.decision === 'approved') pence += line.payablePence ?? 0;
    if (choice.decision === 'other') pence += parsePounds(choice.pounds) ?? 0;
  }
  const count = (decision: LineDecision['decision']) =>
    chosen.filter((one) => one.choice.decision === decision).length;
  const [asked, refused] = [count('asked'), count('rejected')];
  const parts = [
    ...(chosen.length > asked + refused ? [`approve ${formatPence(pence as never)}`] : []),
    ...(refused > 0 ? [`refuse ${refused}`] : []),
    ...(asked > 0 ? [`ask about ${asked}`] : []),
  ];
  const words = parts.join(', ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

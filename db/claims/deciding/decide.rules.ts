import type { Role } from '#db/shared/roles';
import type { Pence } from '#db/shared/money';
import { canAnswer, isOpenWarning } from '../checks/warnings.rules.ts';
import type { ClaimLine, ClaimLineId, Warning } from '../claims.contract.ts';
import type { LineDecision } from '../deciding.contract.ts';
import { decidingErrors } from './deciding.errors.ts';

type Line = Pick<ClaimLine, 'id' | 'state' | 'payablePence' | 'askedPence'> & {
  /** Its place on the claim as people count it, from 1. */
  readonly place: number;
};

/** A line with what becomes of it. */
export type Judged = {
  readonly line: Line;
  readonly decision: LineDecision['decision'];
  /** What is to be paid; null where nothing is. */
  readonly pence: Pence | null;
  readonly why: string;
};

const placeOf = ({ place }: Line): { readonly place: number } => ({ place });

/**
 * What becomes of each line that waits: all of them are decided in one act, and each once. Less than was payable, a
 * question and a refusal need a reason.
 * @throws DomainError for what cannot be decided so
 */
export function judgeLines(
  of: { readonly reference: string; readonly lines: readonly Line[] },
  wanted: readonly LineDecision[],
): readonly Judged[] {
  const waiting = of.lines.filter((line) => line.state === 'waiting');
  const named = new Set(wanted.map(({ lineId }) => lineId));
  if (
    named.size < wanted.length ||
    wanted.some(({ lineId }) => !waiting.some((l) => l.id === lineId))
  )
    throw decidingErrors.error('claim.line-not-waiting', { reference: of.reference });
  const left = waiting.filter((line) => !named.has(line.id));
  if (left.length > 0)
    throw decidingErrors.error('claim.lines-undecided', {
      reference: of.reference,
      left: left.length,
    });
  return waiting.flatMap((line) => {
    const decision = wanted.find(({ lineId }) => lineId === line.id);
    return decision === undefined ? [] : [judgeLine(line, decision)];
  });
}

function judgeLine(line: Line, wanted: LineDecision): Judged {
  const { decision, why } = wanted;
  if (decision !== 'approved' && why === '')
    throw decidingErrors.error('claim.decision-without-reason', placeOf(line));
  if (decision === 'asked' || decision === 'rejected') return { line, decision, pence: null, why };
  if (decision === 'approved') {
    if (line.payablePence === null)
      throw decidingErrors.error('claim.line-not-priced', placeOf(line));
    return { line, decision, pence: line.payablePence, why };
  }
  if (wanted.pence === null || wanted.pence <= 0)
    throw decidingErrors.error('claim.other-amount', placeOf(line));
  checkNotAboveAsked(line, wanted.pence);
  return { line, decision, pence: wanted.pence, why };
}

/** Nobody is paid more than they asked for; who spent more signs a claim for it. */
export function checkNotAboveAsked(
  { askedPence: asked, place }: Pick<Line, 'place' | 'askedPence'>,
  amount: Pence,
): void {
  if (asked !== null && amount > asked)
    throw decidingErrors.error('claim.more-than-asked', { place, asked });
}

/** A reason that is kept as the answer to a warning, because whoever decides went on past it. */
export type AnswerGiven = {
  readonly lineId: ClaimLineId | null;
  readonly code: string;
  readonly otherId: string;
  readonly why: string;
};

/**
 * The answers that approving these lines gives to what is still open: what a rule stops is approved by nobody, what is
 * out of time by a manager only, and every other warning with a reason. A warning about the whole claim is answered by
 * the reason of any line that is approved.
 * @throws DomainError for what stands in the way
 */
export function answersByApproving(
  judged: readonly Judged[],
  warnings: readonly Warning[],
  role: Role,
): readonly AnswerGiven[] {
  const approved = judged.filter(({ pence }) => pence !== null);
  if (approved.length === 0) return [];
  const ofLines = approved.flatMap((one) =>
    warnings
      .filter((warning) => warning.lineId === one.line.id && isOpenWarning(warning))
      .map((warning) => answered(warning, one, role)),
  );
  const whole = warnings.filter((warning) => warning.lineId === null && isOpenWarning(warning));
  const spoken = approved.find(({ why }) => why !== '') ?? approved[0];
  return spoken === undefined
    ? ofLines
    : [...ofLines, ...whole.map((warning) => answered(warning, spoken, role))];
}

function answered(warning: Warning, by: Judged, role: Role): AnswerGiven {
  const { words } = warning;
  const why = { ...placeOf(by.line), words };
  if (!canAnswer(warning, 'manager')) throw decidingErrors.error('claim.line-stopped', why);
  if (!canAnswer(warning, role)) throw decidingErrors.error('claim.manager-lets-through', why);
  if (by.why === '') throw decidingErrors.error('claim.say-why-despite-warning', { words });
  return {
    lineId: warning.lineId,
    code: warning.code,
    otherId: warning.other?.otherId ?? '',
    why: by.why,
  };
}

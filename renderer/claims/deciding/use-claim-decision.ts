import { useEffect, useRef, useState } from 'react';
import type { Claim, ClaimId, ClaimLineId } from '#db/claims/claims.contract';
import type { LineDecision, ToDecide } from '#db/claims/deciding.contract';
import { formatPence } from '#db/shared/money';
import { ApiError } from '../../app/api-client.ts';
import { useSession } from '../../app/session-context.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useApproveSecond, useDecide, useOpenClaim, useVerify } from './deciding.queries.ts';
import {
  approveRest,
  type Case,
  type LineChoice,
  type LineChoices,
  needsWhy,
  nextLine,
  NO_CHOICES,
  toDecisions,
  whyNot,
  withChoice,
} from './line-choices.ts';
import { isWaiting } from './line-places.ts';

/** What a decider has chosen so far for one claim. */
type Thinking = {
  readonly choices: LineChoices;
  readonly currentId: ClaimLineId | null;
  readonly refusal: string;
  /** Rises with each refusal, so that the same one is read out again. */
  readonly refusals: number;
  /** Rises with each choice, so that the field for its reason takes the focus, but not while that is typed. */
  readonly turns: number;
  /** Who else has it in hand; empty when nobody has. */
  readonly otherHand: string;
  /** One key for one act: whatever is pressed twice, or sent again after a lost answer, is done once. */
  readonly key: string;
};

const newThinking = (): Thinking => ({
  choices: NO_CHOICES,
  currentId: null,
  refusal: '',
  refusals: 0,
  turns: 0,
  otherHand: '',
  key: crypto.randomUUID(),
});

/**
 * One step on one claim while its decider thinks: what is chosen, who has it in hand, and what was refused. What was
 * chosen and typed for a claim waits there while another is looked at.
 */
export function useClaimDecision(found: ToDecide | undefined, onDone: () => void) {
  const claim = found?.claim;
  const id = claim?.id ?? null;
  const [kept, setKept] = useState<ReadonlyMap<ClaimId | null, Thinking>>(new Map());
  const [fresh, setFresh] = useState(newThinking);
  const thinking = kept.get(id) ?? fresh;
  const { choices, currentId, refusal, refusals, turns, otherHand } = thinking;
  const set = (part: Partial<Thinking>): void => {
    setKept((before) => new Map(before).set(id, { ...(before.get(id) ?? thinking), ...part }));
    if (!kept.has(id)) setFresh(newThinking());
  };
  const refuse = (words: string, lineId: ClaimLineId | null = currentId): void =>
    set({ refusal: words, refusals: refusals + 1, currentId: lineId });
  const role = useSession().signedIn?.role ?? 'auditor';
  const { say } = useToast();
  const [decide, verify, second] = [useDecide(), useVerify(), useApproveSecond()];
  const hand = useHand(id, (holder) => set({ otherHand: holder }));
  const isSending = decide.isPending || verify.isPending || second.isPending;
  const of: Case = { lines: claim?.lines ?? [], warnings: claim?.warnings ?? [], role };
  const current =
    of.lines.find((line) => line.id === currentId) ??
    nextLine(of, choices) ??
    of.lines.find(isWaiting);

  function choose(lineId: ClaimLineId, decision: LineChoice['decision']): void {
    const line = of.lines.find((one) => one.id === lineId);
    if (line === undefined) return;
    const words = whyNot(of, line, decision);
    if (words !== '') return refuse(words, lineId);
    void hand.take();
    const after = withChoice(choices, lineId, { decision });
    const staysHere = needsWhy(of, after, line);
    set({
      choices: after,
      currentId: staysHere ? lineId : (nextLine(of, after)?.id ?? lineId),
      turns: turns + 1,
      refusal: '',
    });
  }

  async function send(act: () => Promise<Claim>, words: (after: Claim) => string) {
    set({ refusal: '' });
    try {
      const after = await act();
      hand.forget();
      say({ words: words(after) });
      setKept((before) => new Map([...before].filter(([one]) => one !== id)));
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      refuse(error.message);
    }
  }

  return {
    of,
    choices,
    current,
    refusal,
    refusals,
    otherHand,
    isSending,
    turns,
    choose,
    /** Takes over what is typed for a line whose decision was chosen. */
    write: (lineId: ClaimLineId, part: Partial<Pick<LineChoice, 'pounds' | 'why'>>): void => {
      const before = choices.get(lineId);
      if (before !== undefined)
        set({ choices: withChoice(choices, lineId, { ...before, ...part }), refusal: '' });
    },
    /** Ends the words about one line and turns to the next. */
    goOn: (): void => set({ currentId: nextLine(of, choices)?.id ?? null, turns: turns + 1 }),
    approveAll: (): void => {
      if (claim === undefined) return;
      void hand.take();
      const after = approveRest(choices, of);
      const currentId = nextLine(of, after)?.id ?? null;
      set({ choices: after, currentId, turns: turns + 1, refusal: '' });
    },
    decide: async (): Promise<void> => {
      if (claim === undefined || isSending) return;
      const ready = toDecisions(choices, of);
      if (!ready.isReady) return refuse(ready.words, ready.lineId);
      const lines: LineDecision[] = [...ready.lines];
      await send(
        () =>
          decide.mutateAsync({ id: claim.id, key: thinking.key, version: claim.version, lines }),
        decidedWords,
      );
    },
    verify: async (isInOrder: boolean, why: string): Promise<void> => {
      if (claim === undefined || isSending) return;
      const { version, reference } = claim;
      await send(
        () => verify.mutateAsync({ id: claim.id, key: thinking.key, version, isInOrder, why }),
        () =>
          isInOrder
            ? `The papers of ${reference} are in order.`
            : `${reference} went back to the desk.`,
      );
    },
    approveSecond: async (isApproved: boolean, why: string): Promise<void> => {
      if (claim === undefined || isSending) return;
      const { version, reference } = claim;
      await send(
        () => second.mutateAsync({ id: claim.id, key: thinking.key, version, isApproved, why }),
        () =>
          isApproved
            ? `${reference} has its second approval.`
            : `${reference} went back to the first approver.`,
      );
    },
  };
}

/** Takes a claim in hand with the first choice, and lets it go when another is turned to. */
function useHand(id: ClaimId | null, onTaken: (holder: string) => void) {
  const { mutateAsync: open } = useOpenClaim();
  const held = useRef<ClaimId | null>(null);
  useEffect(
    () => () => {
      const before = held.current;
      held.current = null;
      // Where letting go fails, the claim lets go by itself after ten minutes.
      if (before !== null) open({ id: before, isLetGo: true }).catch(() => undefined);
    },
    [id, open],
  );
  return {
    forget: (): void => {
      held.current = null;
    },
    take: async (): Promise<void> => {
      if (id === null || held.current === id) return;
      held.current = id;
      const taken = await open({ id }).catch(() => undefined);
      if (taken !== undefined && !taken.isMine) {
        held.current = null;
        onTaken(taken.openedBy);
      }
    },
  };
}

function decidedWords({ reference, state, decidedPence }: Claim): string {
  const amount = decidedPence === null ? '' : `, ${formatPence(decidedPence)}`;
  if (state === 'second')
    return `${reference} is approved${amount}. It waits for a second approver.`;
  if (state === 'asked') return `${reference}: the question goes back to the claimant${amount}.`;
  return (decidedPence ?? 0) > 0
    ? `${reference} is decided${amount} to be paid.`
    : `${reference} is decided. Nothing is to be paid.`;
}

export type ClaimDecision = ReturnType<typeof useClaimDecision>;

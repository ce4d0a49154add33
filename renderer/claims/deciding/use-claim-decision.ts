import { useState } from 'react';
import type { Claim, ClaimId, ClaimLineId } from '#db/claims/claims.contract';
import type { ToDecide } from '#db/claims/deciding.contract';
import { formatPence } from '#db/shared/money';
import { ApiError } from '../../app/api-client.ts';
import { useToast } from '../../app/toasts.tsx';
import { useApproveSecond, useDecide, useOpenClaim, useVerify } from './deciding.queries.ts';
import {
  approveRest,
  firstUnchosen,
  isWaiting,
  type LineChoice,
  type LineChoices,
  NO_CHOICES,
  toDecisions,
  withChoice,
} from './line-choices.ts';

/** What a decider has chosen so far for one claim. */
type Thinking = {
  readonly of: ClaimId | null;
  readonly choices: LineChoices;
  readonly currentId: ClaimLineId | null;
  readonly refusal: string;
  /** Who else has it in hand; empty when nobody has. */
  readonly otherHand: string;
  /** One key for one act: whatever is pressed twice, or sent again after a lost answer, is done once. */
  readonly key: string;
};

const newThinking = (of: ClaimId | null): Thinking => ({
  of,
  choices: NO_CHOICES,
  currentId: null,
  refusal: '',
  otherHand: '',
  key: crypto.randomUUID(),
});

/** One step on one claim while its decider thinks: what is chosen, who has it in hand, and what was refused. */
export function useClaimDecision(found: ToDecide | undefined, onDone: () => void) {
  const id = found?.claim.id ?? null;
  const [kept, setKept] = useState<Thinking>(() => newThinking(id));
  // Another claim begins with nothing chosen; the list beside it stays, and with it the focus.
  const thinking = kept.of === id ? kept : newThinking(id);
  const { choices, currentId, refusal, otherHand } = thinking;
  const set = (part: Partial<Thinking>): void =>
    setKept((before) => ({ ...(before.of === id ? before : thinking), ...part }));
  const { say } = useToast();
  const [open, decide, verify, second] = [
    useOpenClaim(),
    useDecide(),
    useVerify(),
    useApproveSecond(),
  ];
  const claim = found?.claim;
  const isSending = decide.isPending || verify.isPending || second.isPending;
  const current =
    claim?.lines.find(({ id }) => id === currentId) ??
    (claim === undefined ? undefined : firstUnchosen(choices, claim.lines)) ??
    claim?.lines.find(isWaiting);

  async function takeInHand(): Promise<void> {
    if (claim === undefined) return;
    const taken = await open.mutateAsync({ id: claim.id }).catch(() => undefined);
    set({ otherHand: taken === undefined || taken.isMine ? '' : taken.openedBy });
  }

  function choose(lineId: ClaimLineId, part: Partial<LineChoice> & Pick<LineChoice, 'decision'>) {
    if (choices.size === 0) void takeInHand();
    const after = withChoice(choices, lineId, part);
    const goesOn = part.decision === 'approved' && claim !== undefined;
    const next = goesOn ? (firstUnchosen(after, claim.lines)?.id ?? lineId) : lineId;
    set({ choices: after, currentId: next, refusal: '' });
  }

  async function send(act: () => Promise<Claim>, words: (after: Claim) => string) {
    set({ refusal: '' });
    try {
      const after = await act();
      say({ words: words(after) });
      setKept(newThinking(id));
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      set({ refusal: error.message });
    }
  }

  return {
    choices,
    current,
    refusal,
    otherHand,
    isSending,
    choose,
    approveAll: (): void => {
      if (claim === undefined) return;
      if (choices.size === 0) void takeInHand();
      set({ choices: approveRest(choices, claim.lines), refusal: '' });
    },
    decide: async (): Promise<void> => {
      if (claim === undefined || isSending) return;
      const ready = toDecisions(choices, claim.lines);
      if (!ready.isReady) {
        set({ refusal: ready.words, currentId: ready.lineId });
        return;
      }
      const { id, version } = claim;
      await send(
        () => decide.mutateAsync({ id, key: thinking.key, version, lines: [...ready.lines] }),
        decidedWords,
      );
    },
    verify: async (isInOrder: boolean, why: string): Promise<void> => {
      if (claim === undefined || isSending) return;
      const { id, version, reference } = claim;
      await send(
        () => verify.mutateAsync({ id, key: thinking.key, version, isInOrder, why }),
        () =>
          isInOrder
            ? `The papers of ${reference} are in order.`
            : `${reference} went back to the desk.`,
      );
    },
    approveSecond: async (isApproved: boolean, why: string): Promise<void> => {
      if (claim === undefined || isSending) return;
      const { id, version, reference } = claim;
      await send(
        () => second.mutateAsync({ id, key: thinking.key, version, isApproved, why }),
        () =>
          isApproved
            ? `${reference} has its second approval.`
            : `${reference} went back to the first approver.`,
      );
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

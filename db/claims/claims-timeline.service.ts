import { formatPence, pence } from '#db/shared/money';
import type { StandingSource, TimelineSource } from '#db/timeline/timeline-source';
import { entryOn } from '#db/timeline/timeline.rules';
import * as days from './claim-days.repository.ts';
import type { ClaimDays } from './claim-days.repository.ts';
import { CLAIM_STATE_WORDS } from './claims.contract.ts';

const OPEN: readonly string[] = ['draft', 'to-sign', 'asked'];

/** Expense claims of a person or group: handed in, decided, paid. Amounts only; what for stands on the claim. */
export const claimsTimeline: TimelineSource = {
  kinds: ['claim'],
  async list(ctx, of, { when, limit }) {
    if (when === 'coming') return [];
    const found = await days.listDaysOf(ctx, of, limit);
    return found.flatMap((one) => {
      const about = { kind: 'claim', path: `/claims/${one.id}` } as const;
      return [
        ...entryOn(one.filedOn, { ...about, words: handedIn(one) }),
        ...entryOn(one.state === 'withdrawn' ? null : one.decidedOn, {
          ...about,
          words: `${one.reference} decided, ${money(one.decidedPence ?? 0)}`,
        }),
        ...entryOn(one.paidOn, {
          ...about,
          words: `${one.reference} paid, ${money(one.paidPence)}`,
        }),
        ...entryOn(one.state === 'withdrawn' ? (one.decidedOn ?? one.receivedOn) : null, {
          ...about,
          words: `${one.reference} withdrawn`,
        }),
      ];
    });
  },
};

/** Claims that wait for the claimant: to be signed, or with a question. */
export const claimsStanding: StandingSource = {
  async due(ctx, of) {
    const found = await days.listDaysOf(ctx, of, 100);
    return found
      .filter(({ state }) => OPEN.includes(state))
      .map((one) => ({
        words: `Expense claim ${one.reference}: ${CLAIM_STATE_WORDS[one.state].toLowerCase()}`,
        on: null,
        isOverdue: false,
      }));
  },
};

const handedIn = ({ reference, claimedPence }: ClaimDays): string =>
  claimedPence === null
    ? `${reference} handed in, rate not set`
    : `${reference} handed in, ${money(claimedPence)}`;

const money = (amount: number): string => formatPence(pence(amount));

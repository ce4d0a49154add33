import type { Handlers } from '#db/shared/contract';
import { findLikelyDoubles } from './doubles.rules.ts';
import type { peopleContract } from './people-api.contract.ts';
import * as register from './register.repository.ts';

/** Most pairs shown at once; those with most in common come first. */
const PAIRS_SHOWN = 100;

export const doublesService: Pick<Handlers<typeof peopleContract>, 'doubles'> = {
  async doubles(ctx) {
    const pairs = findLikelyDoubles(await register.listLikenesses(ctx));
    return {
      pairs: pairs.slice(0, PAIRS_SHOWN).map(({ one, other, reasons }) => ({
        one: one.person,
        other: other.person,
        reasons: [...reasons],
      })),
      total: pairs.length,
    };
  },
};

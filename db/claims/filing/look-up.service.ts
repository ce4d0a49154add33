import { parseReference } from '#db/shared/reference';
import type { Handlers } from '#db/shared/contract';
import type { claimsContract } from '../claims-api.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import * as claims from '../claims.repository.ts';
import { getClaim, toSummaries } from '../read-claim.service.ts';

type LookVerb = 'get' | 'parked' | 'ofParty' | 'findByReference';

export const lookUpService: Pick<Handlers<typeof claimsContract>, LookVerb> = {
  async get(ctx, { id }) {
    return getClaim(ctx, id);
  },

  async parked(ctx) {
    return toSummaries(ctx, await claims.listParked(ctx));
  },

  async ofParty(ctx, { of, limit }) {
    return toSummaries(ctx, await claims.listOfParty(ctx, of, limit));
  },

  async findByReference(ctx, { reference }) {
    const parsed = parseReference(reference);
    const claim = parsed === undefined ? undefined : await claims.findByReference(ctx, parsed);
    const batchId = parsed === undefined ? undefined : await claims.findBatchId(ctx, parsed);
    if (claim === undefined && batchId === undefined)
      throw claimErrors.error('claim.no-such-reference', { typed: reference });
    return { claimId: claim?.id ?? null, batchId: batchId ?? null };
  },
};

import type { Party } from '#db/people/party.contract';
import { partyIdOf } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { ClaimState } from './claims.contract.ts';

/** A claim as its days tell of it. */
export type ClaimDays = {
  readonly id: string;
  readonly reference: string;
  readonly state: ClaimState;
  readonly receivedOn: LocalDate;
  readonly filedOn: LocalDate | null;
  readonly decidedOn: LocalDate | null;
  readonly claimedPence: number | null;
  readonly decidedPence: number | null;
  readonly paidPence: number;
  /** The last day on which some of it was paid; null while none is. */
  readonly paidOn: LocalDate | null;
};

/** Claims in which a person or group is the claimant, the latest first. */
export async function listDaysOf(
  ctx: Ctx,
  of: Party,
  limit: number,
): Promise<readonly ClaimDays[]> {
  const column = of.kind === 'group' ? 'claimant_group_id' : 'claimant_person_id';
  return ctx.tx.query(
    `SELECT c.id, c.reference, c.state, c.received_on AS "receivedOn", c.filed_on AS "filedOn",
       c.decided_on AS "decidedOn", c.claimed_pence AS "claimedPence", c.decided_pence AS "decidedPence",
       c.paid_pence AS "paidPence",
       (SELECT max(p.paid_on) FROM claim_payment p WHERE p.claim_id = c.id) AS "paidOn"
     FROM claim c WHERE c.${column} = ? ORDER BY c.received_on DESC, c.reference DESC LIMIT ?`,
    [partyIdOf(of), limit],
  );
}

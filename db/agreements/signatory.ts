import type { Signatory } from '#db/shared/pdf/signatures';
import type { PartyDetails } from './agreements.contract.ts';

/** A party as the line to sign on names it: 'Tenant Council, Chair'. */
export function partySignatory({ name, role, signatoryName }: PartyDetails): Signatory {
  return {
    role: role === '' ? name : `${name}, ${role}`,
    ...(signatoryName === '' ? {} : { name: signatoryName }),
  };
}

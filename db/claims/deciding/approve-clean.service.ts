import type { Handlers, OutputOf } from '#db/shared/contract';
import type { Ctx, Steps } from '#db/shared/ctx';
import { DomainError } from '#db/shared/domain-error';
import { pence } from '#db/shared/money';
import { countOpenWarnings } from '../checks/warnings.rules.ts';
import type { ClaimId } from '../claims.contract.ts';
import type { StoredClaim } from '../claims.repository.ts';
import type { decidingContract } from '../deciding.contract.ts';
import type { OneAct } from '../decisions.repository.ts';
import { keptBefore } from '../filing/keep-claim.service.ts';
import { getStored } from '../read-claim.service.ts';
import { decideService } from './decide.service.ts';
import { decidingErrors } from './deciding.errors.ts';
import { doubtsAboutPeople } from './hands.service.ts';
import { checkStep, type PlacedLine, readForStep, wasTaken } from './step.service.ts';

type Wanted = { readonly id: ClaimId; readonly key: string; readonly version: number };
type Result = OutputOf<(typeof decidingContract)['approveClean']>['claims'][number];

/** Approving several claims that nobody has to look at closer. */
export const approveCleanService: Pick<Handlers<typeof decidingContract>, 'approveClean'> = {
  async approveClean(steps, { claims }) {
    const results: Result[] = [];
    // One after the other, each whole or not at all: a refusal holds up no other claim.
    for (const one of claims) results.push(await approveOne(steps, one));
    return { claims: results };
  },
};

async function approveOne(steps: Steps, wanted: Wanted): Promise<Result> {
  try {
    const { decidedPence, state } = await steps.unit((ctx) => approve(ctx, wanted));
    const needsSecond = state === 'second';
    const amount = decidedPence === null ? null : pence(decidedPence);
    return { id: wanted.id, isApproved: true, decidedPence: amount, needsSecond, why: '' };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { message } = error;
    return {
      id: wanted.id,
      isApproved: false,
      decidedPence: null,
      needsSecond: false,
      why: message,
    };
  }
}

/** The decision of one claim with every line approved, where nothing in it is doubted. */
async function approve(ctx: Ctx, { id, key, version }: Wanted) {
  const claim = await getStored(ctx, id);
  const isSame = (taken: readonly OneAct[]) =>
    taken.every(({ decision, why }) => decision === 'approved' && why === '');
  if (await wasTaken(ctx, claim, { key, step: 'approve', isSame })) return keptBefore(ctx, claim);
  const lines = await readClean(ctx, claim, version);
  return decideService.decide(ctx, {
    id,
    key,
    version,
    lines: lines.map((line) => ({ lineId: line.id, decision: 'approved', pence: null, why: '' })),
  });
}

/** What a decider sees only beside the claim itself. That their account is tied to nobody they read everywhere. */
const ABOUT_EVERY_CLAIM: readonly string[] = ['account-not-said'];

/** The lines that wait; refused where something is to be looked at first. */
async function readClean(
  ctx: Ctx,
  claim: StoredClaim,
  version: number,
): Promise<readonly PlacedLine[]> {
  await checkStep(ctx, claim, { step: 'approve', in: ['verified'], version });
  const { lines, warnings } = await readForStep(ctx, claim.id);
  const aboutPeople = (await doubtsAboutPeople(ctx, claim)).filter(
    ({ code }) => !ABOUT_EVERY_CLAIM.includes(code),
  );
  if (countOpenWarnings(warnings) > 0 || aboutPeople.length > 0)
    throw decidingErrors.error('claim.has-doubts', { reference: claim.reference });
  return lines.filter(({ state }) => state === 'waiting');
}

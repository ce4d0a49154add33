import { type AuditFacts, recordAudit } from '#db/audit/record';
import { readCentreForSession, setUpAt, todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { countOf, joinWords } from '#db/shared/plain-words';
import { putTask, settleTasks } from '#db/tasks/tasks.service';
import {
  type claimPolicyContract,
  COST_KIND_WORDS,
  type GeneralPolicy,
  type KindPolicy,
  type PolicyVersionId,
} from './claim-policy.contract.ts';
import * as policies from './claim-policy.repository.ts';
import { claimableSheet } from './claimable-sheet.service.ts';
import { planGeneral, planKind } from './plan-policy.service.ts';
import { policyAsSigned, policyAt, type SignedUnder } from './policy-on.rules.ts';
import { keepStartingPolicy, readVersions } from './policy-versions.service.ts';
import { isAwaited } from './policy-words.rules.ts';
import type { Policy } from './pricing.contract.ts';

export const claimPolicyService: Handlers<typeof claimPolicyContract> = {
  async onDay(ctx, { on }) {
    const { kinds, general } = await policyOn(ctx, on);
    return { on, kinds: [...kinds.values()], general };
  },

  async history(ctx) {
    const { kinds, general } = await readVersions(ctx);
    return { kinds: [...kinds], general: [...general] };
  },

  async previewKind(ctx, details) {
    const { changes } = await planKind(ctx, details);
    return { changes: [...changes] };
  },

  async previewGeneral(ctx, details) {
    const { changes } = await planGeneral(ctx, details);
    return { changes: [...changes] };
  },

  async enterKind(ctx, details) {
    await keepStartingPolicy(ctx);
    const { before } = await planKind(ctx, details);
    const policy: KindPolicy = { ...details, ...enteredNow(ctx) };
    await policies.insertKind(ctx, policy);
    await recordEntered(ctx, details.kind, kindFacts(before), kindFacts(policy));
    await askForRates(ctx);
    return policy;
  },

  async enterGeneral(ctx, details) {
    await keepStartingPolicy(ctx);
    const { before } = await planGeneral(ctx, details);
    const policy: GeneralPolicy = { ...details, ...enteredNow(ctx) };
    await policies.insertGeneral(ctx, policy);
    await recordEntered(ctx, 'general', generalFacts(before), generalFacts(policy));
    return policy;
  },

  ...claimableSheet(policyOn),
};

/** The claims policy of one day. */
export async function policyOn(ctx: Ctx, day: LocalDate): Promise<Policy> {
  return policyAt(await readVersions(ctx), day);
}

/** The claims policy of any day, as it stands now and as it stood for what was signed. */
export type PolicyBook = {
  readonly policyOn: (day: LocalDate) => Policy;
  readonly asSigned: (signed: SignedUnder) => Policy;
};

/** Every policy there is, read once. */
export async function readPolicyBook(ctx: Ctx): Promise<PolicyBook> {
  const versions = await readVersions(ctx);
  const known = new Map<LocalDate, Policy>();
  return {
    policyOn: (day) => {
      const found = known.get(day) ?? policyAt(versions, day);
      known.set(day, found);
      return found;
    },
    asSigned: (signed) => policyAsSigned(versions, signed),
  };
}

/** The claims policy of any day, read once. */
export const readPolicies = async (ctx: Ctx): Promise<(day: LocalDate) => Policy> =>
  (await readPolicyBook(ctx)).policyOn;

/**
 * Once in the life of a centre, after its first run: keeps what the council’s paper says as the first policy, and asks the manager
 * for the rates that it does not give. Says whether anything was done.
 */
export async function startClaimPolicy(ctx: Ctx): Promise<boolean> {
  const { row } = await readCentreForSession(ctx);
  if (setUpAt(row) === null || !(await keepStartingPolicy(ctx))) return false;
  await askForRates(ctx);
  return true;
}

/** Puts the rates that are missing on the manager’s list, or takes them off it (EXP-05). */
async function askForRates(ctx: Ctx): Promise<void> {
  const about = { objectType: 'claim-policy', objectId: 'rates' };
  const { kinds } = await policyOn(ctx, todayOf(ctx));
  const awaited = [...kinds.values()].filter(isAwaited).map(({ kind }) => COST_KIND_WORDS[kind]);
  if (awaited.length === 0) return settleTasks(ctx, about);
  const named = awaited.slice(0, 3);
  const more = awaited.length - named.length;
  await putTask(ctx, {
    ...about,
    kind: 'policy.rates',
    words: `Enter what the council pays for claims: ${joinWords([
      ...named.map((words) => words.toLowerCase()),
      ...(more > 0 ? [countOf(more, 'more kind')] : []),
    ])}`,
    path: '/settings/claims',
    role: 'manager',
    dueOn: null,
  });
}

const enteredNow = (ctx: Ctx) => ({
  id: ctx.newId() as PolicyVersionId,
  enteredBy: ctx.actor.kind === 'user' ? ctx.actor.displayName : 'TRC Desk',
  enteredAt: ctx.now(),
});

async function recordEntered(
  ctx: Ctx,
  what: string,
  before: AuditFacts,
  after: AuditFacts,
): Promise<void> {
  await recordAudit(ctx, {
    action: 'policy.entered',
    objectType: 'claim-policy',
    objectId: what,
    before,
    after,
  });
}

const kindFacts = ({
  id,
  enteredAt: _at,
  enteredBy: _by,
  caps,
  ...terms
}: KindPolicy): AuditFacts => ({
  ...terms,
  versionId: id,
  caps: caps.map((cap) => `${cap.pence} ${cap.per}`),
});

const generalFacts = ({
  id,
  enteredAt: _at,
  enteredBy: _by,
  ...terms
}: GeneralPolicy): AuditFacts => ({
  ...terms,
  versionId: id,
});

import { recordAudit } from '#db/audit/record';
import { figuresOn, getCentre, todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { pence } from '#db/shared/money';
import type { PolicyVersionId } from './claim-policy.contract.ts';
import * as policies from './claim-policy.repository.ts';
import type { Versions } from './policy-on.rules.ts';
import { isAwaited } from './policy-words.rules.ts';
import { startingTerms } from './starting-policies.rules.ts';

/** Every version of the policy. Until the first policy is kept, what the council’s paper says is read from it each time. */
export async function readVersions(ctx: Ctx): Promise<Versions> {
  const general = await policies.listGeneral(ctx);
  if (general.length === 0) return startingVersions(ctx);
  return { kinds: await policies.listKinds(ctx), general };
}

async function startingVersions(ctx: Ctx): Promise<Versions> {
  const centre = await getCentre(ctx);
  const cap = (await figuresOn(ctx, todayOf(ctx))).get('claims.childcareCap');
  const terms = startingTerms(centre.presetId, typeof cap === 'number' ? pence(cap) : null);
  const start = (id: string, source: string) => ({
    id: `start-${id}` as PolicyVersionId,
    source: source === '' ? '' : `${centre.council} preset, ${source}`,
    enteredBy: 'TRC Desk',
    enteredAt: ctx.now(),
  });
  return {
    kinds: terms.kinds.map((kind) => ({ ...kind, ...start(kind.kind, kind.source) })),
    general: [{ ...terms.general, ...start('general', terms.general.source) }],
  };
}

/** Writes down the first policy, so that neither a new program nor a new figure changes it; false when that is done already. */
export async function keepStartingPolicy(ctx: Ctx): Promise<boolean> {
  if ((await policies.listGeneral(ctx)).length > 0) return false;
  const { kinds, general } = await startingVersions(ctx);
  for (const kind of kinds) await policies.insertKind(ctx, kind);
  for (const each of general) await policies.insertGeneral(ctx, each);
  await recordAudit(ctx, {
    action: 'policy.started',
    objectType: 'claim-policy',
    objectId: 'general',
    after: {
      said: kinds.filter(({ source }) => source !== '').map(({ kind }) => kind),
      rateAwaited: kinds.filter(isAwaited).map(({ kind }) => kind),
    },
  });
  return true;
}

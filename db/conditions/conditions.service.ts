import { personal, recordAudit } from '#db/audit/record';
import { getGroup } from '#db/groups/groups.service';
import { partyIdOf } from '#db/people/party.rules';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import type { PersonId } from '#db/people/people.contract';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import { isAuditor, userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type {
  Acknowledgement,
  Acknowledger,
  Condition,
  ConditionId,
  ConditionKind,
  conditionsContract,
  Missing,
} from './conditions.contract.ts';
import { conditionPapers } from './condition-papers.service.ts';
import { conditionErrors } from './conditions.errors.ts';
import * as conditions from './conditions.repository.ts';
import {
  CONDITION_WORDS,
  findInForce,
  isStillAcknowledged,
  kindsAskedFor,
} from './conditions.rules.ts';

export const conditionsService: Handlers<typeof conditionsContract> = {
  async texts(ctx) {
    return [...(await conditions.listTexts(ctx))];
  },

  async addText(ctx, wanted) {
    const earlier = await conditions.listTexts(ctx);
    const numbers = earlier.filter((one) => one.kind === wanted.kind).map((one) => one.number);
    const condition: Condition = {
      ...wanted,
      id: ctx.newId() as ConditionId,
      number: Math.max(0, ...numbers) + 1,
    };

    await conditions.insertText(ctx, condition);
    await recordAudit(ctx, {
      action: 'condition.entered',
      objectType: 'condition',
      objectId: condition.id,
      after: {
        kind: condition.kind,
        version: condition.number,
        from: condition.from,
        mustAcknowledgeAgain: condition.mustAcknowledgeAgain,
        text: condition.text,
      },
    });
    return condition;
  },

  async missing(ctx, asked) {
    return (await whatIsMissing(ctx, asked)).map((one) => maskMissing(ctx, one));
  },

  async acknowledged(ctx, { who }) {
    const given = await conditions.listOf(ctx, who);
    return given.map((one) => maskAcknowledgement(ctx, one));
  },

  async recordAcknowledged(ctx, { kind, who, on, how }) {
    if (kind === 'fire' && who.kind === 'group')
      throw conditionErrors.error('condition.fire-is-personal', {});
    if (on > todayOf(ctx)) throw conditionErrors.error('condition.on-a-coming-day', { on });
    const inForce = findInForce(await conditions.listTexts(ctx), kind, on);
    if (inForce === undefined) throw conditionErrors.error('condition.no-text', { kind, on });
    const acknowledgement: Acknowledgement = {
      id: ctx.newId(),
      kind,
      number: inForce.number,
      who,
      whoName: await nameOf(ctx, who),
      on,
      how,
    };

    await conditions.insertAcknowledgement(ctx, {
      acknowledgement,
      conditionId: inForce.id,
      byUserId: userIdOf(ctx.actor),
    });
    await recordAudit(ctx, {
      action: 'condition.acknowledged',
      objectType: who.kind,
      objectId: partyIdOf(who),
      after: {
        kind,
        version: inForce.number,
        who:
          who.kind === 'group'
            ? acknowledgement.whoName
            : personal(who.personId, acknowledgement.whoName),
        on,
        how,
      },
    });
    return acknowledgement;
  },

  ...conditionPapers,
};

/**
 * What has to be given before use and was not: the guidelines to the booker, person or group (BOOK-07), the fire
 * procedure to the responsible person (BOOK-08). Asked only where the council's figures of that day ask for it, and
 * only for a text that holds that day: what nobody has written yet, nobody can be given.
 */
export async function whatIsMissing(
  ctx: Ctx,
  asked: {
    readonly booker: Acknowledger;
    readonly responsiblePersonId: PersonId;
    readonly on: LocalDate;
  },
): Promise<readonly Missing[]> {
  const kinds = kindsAskedFor(await figuresOn(ctx, asked.on));
  if (kinds.length === 0) return [];
  const texts = await conditions.listTexts(ctx);
  const missing: Missing[] = [];
  for (const kind of kinds) {
    const inForce = findInForce(texts, kind, asked.on);
    if (inForce === undefined) continue;
    const who: Acknowledger =
      kind === 'fire' ? { kind: 'person', personId: asked.responsiblePersonId } : asked.booker;
    const given = (await conditions.listOf(ctx, who)).filter((one) => one.kind === kind);
    const numbers = given.map((one) => one.number);
    if (isStillAcknowledged(texts, kind, { numbers, on: asked.on })) continue;
    const whoName = await nameOf(ctx, who);
    missing.push({ kind, who, whoName, words: missingWords(kind, whoName, given.length > 0) });
  }
  return missing;
}

/** The texts that the council asks for on a day and that nobody has entered yet: said, but nothing waits for them. */
export async function listUnwritten(ctx: Ctx, on: LocalDate): Promise<readonly ConditionKind[]> {
  const kinds = kindsAskedFor(await figuresOn(ctx, on));
  const texts = kinds.length === 0 ? [] : await conditions.listTexts(ctx);
  return kinds.filter((kind) => findInForce(texts, kind, on) === undefined);
}

function missingWords(kind: ConditionKind, name: string, hadEarlier: boolean): string {
  return hadEarlier
    ? `${name} has to be given the new version of ${CONDITION_WORDS[kind]}.`
    : `${name} has not been given ${CONDITION_WORDS[kind]}.`;
}

async function nameOf(ctx: Ctx, who: Acknowledger): Promise<string> {
  const found =
    who.kind === 'group' ? await getGroup(ctx, who.groupId) : await getPerson(ctx, who.personId);
  return found.name;
}

function maskMissing(ctx: Ctx, missing: Missing): Missing {
  if (!isAuditor(ctx.actor) || missing.who.kind === 'group') return missing;
  return { ...missing, whoName: MASKED, words: missing.words.replace(missing.whoName, MASKED) };
}

function maskAcknowledgement(ctx: Ctx, given: Acknowledgement): Acknowledgement {
  return isAuditor(ctx.actor) && given.who.kind === 'person'
    ? { ...given, whoName: MASKED }
    : given;
}

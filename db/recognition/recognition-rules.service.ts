import { recordAudit } from '#db/audit/record';
import { listFigure } from '#db/groups/read-record.service';
import { figuresOn, saveParameter, todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { firstEffect, unplacedIn } from './effects.rules.ts';
import { itemsInForce } from './items.rules.ts';
import type { recognitionContract } from './recognition-api.contract.ts';
import {
  Activity,
  type Effect,
  type Item,
  type ItemDetails,
  type ItemId,
  type RecognitionRules,
} from './recognition.contract.ts';
import { ASKED_WORDS } from './recognition-words.rules.ts';
import { recognitionErrors } from './recognition.errors.ts';
import * as recognition from './recognition.repository.ts';
import * as returns from './returns.repository.ts';

/** The council's own list of what only recognised groups get (GRP-01). */
const RECOGNITION_FOR = 'groups.recognitionFor';
const FIGURE = { criterion: 'groups.criteria', paper: 'groups.papers' } as const;

/** What the council asks of groups and what the lack of recognition does, as a manager keeps it. */
export const recognitionRulesService: Pick<
  Handlers<typeof recognitionContract>,
  'rules' | 'setItems' | 'setEffect'
> = {
  async rules(ctx) {
    return readRules(ctx);
  },

  async setItems(ctx, { kind, items }) {
    checkOnlyOnce(items);
    const wanted = items.map(
      (item): Item => ({ ...item, kind, id: item.id ?? (`${kind}:${ctx.newId()}` as ItemId) }),
    );
    const before = await listAsked(ctx, kind);
    await returns.saveItems(ctx, kind, wanted);
    // The figure stays the one place that says what is asked; groups read their missing papers from it.
    const words = wanted.map((item) => item.words);
    if (words.join('\n') !== before.map((item) => item.words).join('\n'))
      await saveParameter(ctx, {
        name: FIGURE[kind],
        value: words,
        from: todayOf(ctx),
        asGiven: '',
        origin: `entered by ${ctx.actor.kind === 'user' ? ctx.actor.displayName : 'TRC Desk'}`,
      });
    await recordAudit(ctx, {
      action: 'recognition.list-set',
      objectType: 'figure',
      objectId: FIGURE[kind],
      before: { lines: before.map(lineWords) },
      after: { lines: wanted.map(lineWords) },
    });
    return readRules(ctx);
  },

  async setEffect(ctx, { activity, effect }) {
    const from = todayOf(ctx);
    const before = await effectOn(ctx, activity, from);
    await recognition.insertEffect(ctx, { activity, effect, from });
    await recordAudit(ctx, {
      action: 'recognition.effect-set',
      objectType: 'figure',
      objectId: RECOGNITION_FOR,
      before: { activity, effect: before },
      after: { activity, effect, from },
    });
    return readRules(ctx);
  },
};

const lineWords = (item: Item): string =>
  `${item.words} (${ASKED_WORDS[item.asked].toLowerCase()}${item.ifAmended ? ', if amended' : ''})`;

function checkOnlyOnce(items: readonly ItemDetails[]): void {
  const seen = new Set<string>();
  for (const { words } of items) {
    const folded = foldForSearch(words);
    if (seen.has(folded)) throw recognitionErrors.error('recognition.asked-twice', { words });
    seen.add(folded);
  }
}

/** Criteria or papers in force today, in the council's order. */
export async function listAsked(ctx: Ctx, kind: Item['kind']): Promise<readonly Item[]> {
  return itemsInForce(kind, await listFigure(ctx, FIGURE[kind]), await returns.listItems(ctx));
}

/** What the lack of recognition does to an activity on a day: what a manager set, or what the council's own list says. */
export async function effectOn(ctx: Ctx, activity: Activity, on: LocalDate): Promise<Effect> {
  const set = (await recognition.effectsOn(ctx, on)).get(activity);
  return set ?? firstEffect(activity, await listFigure(ctx, RECOGNITION_FOR, on));
}

/** The effect on an activity day by day; undefined where nothing was ever said about it. */
export async function readEffects(
  ctx: Ctx,
  activity: Activity,
): Promise<((on: LocalDate) => Effect) | undefined> {
  const set = await recognition.listEffects(ctx, activity);
  const first = firstEffect(activity, await listFigure(ctx, RECOGNITION_FOR));
  if (set.length === 0 && first === 'none') return undefined;
  return (on) => set.findLast((one) => one.from <= on)?.effect ?? first;
}

/** Whether the council lets recognition lapse by itself; no unless a manager said so. */
export async function lapsesByItself(ctx: Ctx): Promise<boolean> {
  return (await figuresOn(ctx, todayOf(ctx))).get('recognition.lapsesByItself') === true;
}

async function readRules(ctx: Ctx): Promise<RecognitionRules> {
  const today = todayOf(ctx);
  const recognitionFor = await listFigure(ctx, RECOGNITION_FOR);
  const set = await recognition.effectsOn(ctx, today);
  return {
    criteria: [...(await listAsked(ctx, 'criterion'))],
    papers: [...(await listAsked(ctx, 'paper'))],
    effects: Activity.options.map((activity) => ({
      activity,
      effect: set.get(activity) ?? firstEffect(activity, recognitionFor),
      isFirstValue: !set.has(activity),
    })),
    unplaced: unplacedIn(recognitionFor),
    lapsesByItself: await lapsesByItself(ctx),
  };
}

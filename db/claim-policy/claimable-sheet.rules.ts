import { formatPenceShort } from '#db/shared/money';
import { countOf, joinWords } from '#db/shared/plain-words';
import {
  COST_KIND_WORDS,
  CostKind,
  type GeneralPolicy,
  type KindPolicy,
} from './claim-policy.contract.ts';
import { receiptNeeded } from './claimable.rules.ts';
import { capsWords, conditionWords, isAwaited, rateWords } from './policy-words.rules.ts';
import type { Policy } from './pricing.contract.ts';

const SECTIONS: readonly (readonly [string, readonly CostKind[]])[] = [
  ['Travel', ['car', 'passenger', 'motorcycle', 'bicycle', 'bus', 'train', 'taxi', 'parking']],
  ['Care while you are out', ['childcare', 'dependant-care']],
  ['Other costs', ['lunch', 'conference', 'room-hire', 'other']],
];

/** What the sheet says besides its letterhead; costs without a known rate are named apart. */
export type SheetWords = {
  readonly principle: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly costs: readonly {
      readonly what: string;
      readonly paid: string;
      readonly limit: string;
      readonly conditions: readonly string[];
      readonly sentence: string;
    }[];
    readonly sentences: readonly string[];
  }[];
  readonly awaited: readonly string[];
  readonly silent: readonly string[];
  readonly rules: readonly string[];
};

/** The policy of a day in the words of the sheet. What nobody can claim is left out. */
export function sheetWords(policy: Policy): SheetWords {
  const claimable = CostKind.options.flatMap((kind) => {
    const found = policy.kinds.get(kind);
    return found === undefined || found.allowedFor.length === 0 ? [] : [found];
  });
  const named = (kinds: readonly KindPolicy[]): readonly string[] =>
    kinds.map(({ kind }) => COST_KIND_WORDS[kind].toLowerCase());
  const awaited = claimable.filter(isAwaited);
  return {
    principle: policy.general.principle.replace(/\.$/, ''),
    sections: SECTIONS.flatMap(([heading, kinds]) => {
      const priced = claimable.filter((each) => kinds.includes(each.kind) && !isAwaited(each));
      return priced.length === 0 ? [] : [sectionOf(heading, priced, policy.general)];
    }),
    awaited: named(awaited.filter(({ source }) => source !== '')),
    silent: named(awaited.filter(({ source }) => source === '')),
    rules: rulesOf(policy.general),
  };
}

/** A sentence that several costs share is said once, above them. */
function sectionOf(
  heading: string,
  kinds: readonly KindPolicy[],
  general: GeneralPolicy,
): SheetWords['sections'][number] {
  const isShared = ({ sentence }: KindPolicy): boolean =>
    kinds.filter((each) => each.sentence === sentence).length > 1;
  return {
    heading,
    costs: kinds.map((kind) => ({
      what: COST_KIND_WORDS[kind.kind],
      paid: rateWords(kind),
      limit: capsWords(kind.caps),
      conditions: [...conditionWords(kind, receiptNeeded(kind, general))],
      sentence: isShared(kind) ? '' : kind.sentence,
    })),
    sentences: [...new Set(kinds.filter(isShared).map(({ sentence }) => sentence))].filter(
      (words) => words !== '',
    ),
  };
}

function rulesOf(general: GeneralPolicy): readonly string[] {
  const { eligibleActivityKinds, timeLimitDays, promisedWorkingDays, cashLimitPence } = general;
  return [
    ...(eligibleActivityKinds === null
      ? []
      : [
          `These activities count: ${joinWords(eligibleActivityKinds.map((kind) => kind.toLowerCase()))}.`,
        ]),
    ...(general.mileageExemptFromReceipt
      ? ['Miles need no receipt; tell us from where to where.']
      : []),
    ...(timeLimitDays === null
      ? []
      : [`Claim within ${countOf(timeLimitDays, 'day')} after the day it was for.`]),
    ...(promisedWorkingDays === null
      ? []
      : [`We decide within ${countOf(promisedWorkingDays, 'working day')}.`]),
    ...(cashLimitPence === null
      ? []
      : [`Up to ${formatPenceShort(cashLimitPence)} can be paid in cash at the desk.`]),
    'Come to the desk with your receipts. We fill in the claim with you, and you sign it.',
    'If something you were not paid leaves you out of pocket, tell us.',
  ];
}

import { z } from 'zod';
import { PolicyVersionId } from '#db/claim-policy/claim-policy.contract';
import { canonicalJson } from '../canonical.rules.ts';
import { lineWordsOf } from '../claim-words.rules.ts';
import type { Claim, ClaimLine, LineWords } from '../claims.contract.ts';
import { signedFigures, signedWords } from './signed-text.rules.ts';

const Figures = z.looseObject({
  id: z.string(),
  askedPence: z.int().nullable(),
  payablePence: z.int().nullable(),
  cuts: z.array(z.unknown()),
  policyVersion: z.string().nullable(),
  activity: z.string().nullable(),
});

const Who = z.looseObject({ personId: z.string().optional(), groupId: z.string().optional() });

/** The text that was signed, as far as it is compared; everything else in it is kept as it was. */
const Signed = z.looseObject({
  claimant: Who,
  filer: z.looseObject({ personId: z.string().nullable(), groupId: z.string().nullable() }),
  payee: Who,
  lines: z.array(Figures),
});
export type Signed = z.infer<typeof Signed>;

/** Reads a text whose mark was found to be that of a signature: this program wrote it. */
export const parseSigned = (text: string): Signed => Signed.parse(JSON.parse(text));

/** The people and groups that were signed for. */
export const whoSigned = ({ claimant, filer, payee }: Signed): readonly string[] =>
  [claimant, filer, payee].flatMap(({ personId, groupId }) =>
    [personId, groupId].filter((id) => typeof id === 'string'),
  );

type LineNow = LineWords &
  Pick<ClaimLine, 'askedPence' | 'payablePence' | 'cuts' | 'policyVersion'>;

export type AsItStands = {
  readonly claim: Pick<
    Claim,
    'reference' | 'claimant' | 'filerPersonId' | 'filerGroupId' | 'payee' | 'method'
  >;
  /** The lines that somebody is about to approve or pay; the others stay as they were signed. */
  readonly lines: readonly LineNow[];
  readonly hashOf: ReadonlyMap<string, string>;
  /** Whether somebody of that id is on record; whoever is not went into another record since. */
  readonly isThere: (id: string) => boolean;
  /** What was decided before may be paid while the claim is open, and how the rest is paid out may change meanwhile. */
  readonly isDecided: boolean;
};

/**
 * The signed text once more, from the claim as the file has it now: the same text as long as nothing was changed past
 * the signature. Names of people, groups and activities stand as they were signed, because those change by themselves;
 * so do the figures of a line that was signed before its rate was set.
 */
export function textAsItStands(signed: Signed, now: AsItStands): string {
  const { claim, isDecided } = now;
  const byId = new Map<string, LineNow>(now.lines.map((line) => [line.id, line]));
  const known = new Set(signed.lines.map(({ id }) => id));
  const who = (before: object, ids: object) => sameWho(before, ids, now.isThere);
  return canonicalJson({
    ...signed,
    reference: claim.reference,
    claimant: who(signed.claimant, claim.claimant),
    filer: who(signed.filer, { personId: claim.filerPersonId, groupId: claim.filerGroupId }),
    payee: who(signed.payee, claim.payee),
    ...(isDecided ? {} : { method: claim.method }),
    lines: [
      ...signed.lines.map((line) => lineAsItStands(line, byId.get(line.id), now.hashOf)),
      ...now.lines.filter(({ id }) => !known.has(id)),
    ],
  });
}

/** Somebody as they are named now, or as they were signed for where that record is gone. */
function sameWho(before: object, ids: object, isThere: (id: string) => boolean): object {
  const signed = new Map<string, unknown>(Object.entries(before));
  const stillNamed = Object.entries(ids).filter(([field]) => {
    const old = signed.get(field);
    return field === 'kind' || typeof old !== 'string' || isThere(old);
  });
  return { ...before, ...Object.fromEntries(stillNamed) };
}

function lineAsItStands(
  signed: Signed['lines'][number],
  line: LineNow | undefined,
  hashOf: ReadonlyMap<string, string>,
): object {
  if (line === undefined) return signed;
  const isPricedSince = signed.payablePence === null || line.payablePence === null;
  return {
    ...signed,
    ...signedWords(lineWordsOf(line), hashOf),
    ...(isPricedSince
      ? {}
      : signedFigures({
          claimedPence: line.askedPence,
          payablePence: line.payablePence,
          cuts: line.cuts,
          policyVersion:
            line.policyVersion === '' ? null : PolicyVersionId.parse(line.policyVersion),
        })),
  };
}

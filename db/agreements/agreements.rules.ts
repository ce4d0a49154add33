import type { DutyStage } from '#db/groups/duties.rules';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type {
  Agreement,
  AgreementDetails,
  AgreementKind,
  AgreementLine,
  CodeLine,
  CodeVersion,
  PartyDetails,
} from './agreements.contract.ts';

/** Stands from the day it was first signed to its last day, both included; a review does not interrupt it. */
export function standsOn(
  agreement: Pick<AgreementLine, 'firstSignedOn' | 'endedOn'>,
  on: LocalDate,
): boolean {
  const { firstSignedOn, endedOn } = agreement;
  return firstSignedOn !== null && firstSignedOn <= on && (endedOn === null || on <= endedOn);
}

/** What is agreed, as against what goes on while it stands. */
const wordsAgreed = (agreement: AgreementDetails): string =>
  JSON.stringify([
    agreement.kind,
    agreement.groupId,
    agreement.personId,
    agreement.title,
    agreement.scope,
    agreement.aims,
    agreement.areaIds.toSorted(),
    agreement.responsibilities.map(({ who, what, standard }) => [who, what, standard]),
    agreement.codeVersion,
    agreement.addedClauses,
  ]);

/** Whether the words differ, so that those who signed them would have to sign again. */
export const areWordsChanged = (before: AgreementDetails, after: AgreementDetails): boolean =>
  wordsAgreed(before) !== wordsAgreed(after);

/**
 * Words that changed carry no signature of before any more; the names of those who sign stay. A day that did not stand
 * there before was entered with these very words: by hand, or by taking the change back.
 */
export function withoutSignaturesOf(
  before: readonly PartyDetails[],
  parties: readonly PartyDetails[],
): PartyDetails[] {
  const days = new Set(before.map(({ signedOn }) => signedOn));
  return parties.map((party) => (days.has(party.signedOn) ? { ...party, signedOn: null } : party));
}

/** Everybody has signed by this day; who signed earlier keeps that day. */
export const allSigned = (parties: readonly PartyDetails[], on: LocalDate): PartyDetails[] =>
  parties.map((party) => ({ ...party, signedOn: party.signedOn ?? on }));

/** What is missing before an agreement can be signed. */
export type Unready = 'nobody-signs' | 'nothing-agreed' | 'clauses-not-read';

/** A compact says who does what (GRP-24); a group adds to the code and does not go below it (GRP-10). */
export function findUnready(
  agreement: Pick<
    Agreement,
    'kind' | 'parties' | 'responsibilities' | 'addedClauses' | 'clausesOnlyAdd'
  >,
): Unready | undefined {
  if (agreement.parties.length === 0) return 'nobody-signs';
  if (isCompact(agreement.kind) && agreement.responsibilities.length === 0) return 'nothing-agreed';
  if (agreement.addedClauses !== '' && !agreement.clausesOnlyAdd) return 'clauses-not-read';
  return undefined;
}

export const isCompact = (kind: AgreementKind): boolean =>
  kind === 'compact' || kind === 'local-compact';

/**
 * The version of the council's code in force on a day; undefined where none has been entered. Versions come the newest
 * first: of two from one day, the one entered last is in force.
 */
export function codeInForce(
  versions: readonly CodeVersion[],
  on: LocalDate,
): CodeVersion | undefined {
  return versions
    .filter((each) => each.from <= on)
    .reduce<CodeVersion | undefined>(
      (latest, each) => (latest === undefined || each.from > latest.from ? each : latest),
      undefined,
    );
}

/** Versions are typed from the paper: ‘V2’ and ‘v2’ are one. */
export const isSameVersion = (a: string, b: string): boolean =>
  foldForSearch(a) === foldForSearch(b);

const STANDING_ORDER: Readonly<Record<CodeLine['standing'], number>> = {
  old: 0,
  none: 1,
  current: 2,
};

/** What a group adopted, before it is held against the code in force. */
export type Adoption = Omit<CodeLine, 'standing'>;

/** Each group with how its code stands: those on an old version first (GRP-10). Without a code in force nobody is behind. */
export function codeLines(
  adoptions: readonly Adoption[],
  current: CodeVersion | undefined,
): CodeLine[] {
  const standingOf = ({ agreementId, adoptedVersion }: Adoption): CodeLine['standing'] => {
    if (agreementId === null) return 'none';
    return current === undefined || isSameVersion(adoptedVersion, current.version)
      ? 'current'
      : 'old';
  };
  return adoptions
    .map((adoption) => ({ ...adoption, standing: standingOf(adoption) }))
    .toSorted((a, b) => STANDING_ORDER[a.standing] - STANDING_ORDER[b.standing]);
}

/** What the list of what waits says when an agreement comes up for review. */
export function reviewTaskWords(
  agreement: Pick<AgreementLine, 'reference' | 'title'> & { readonly reviewOn: LocalDate },
  stage: DutyStage,
): string {
  const what = `Review of ${agreement.title}, ${agreement.reference}`;
  const day = formatDateNoWeekday(agreement.reviewOn);
  switch (stage) {
    case 'eight-weeks':
      return `${what}: due in eight weeks, on ${day}.`;
    case 'four-weeks':
      return `${what}: due in four weeks, on ${day}. Ask the parties.`;
    case 'due':
      return `${what}: due on ${day}.`;
    case 'overdue':
      return `${what}: overdue since ${day}. Begin it, or say when it is.`;
  }
}

const blockOf = (name: string, role: string): PartyDetails => ({
  name,
  role,
  signatoryName: '',
  signedOn: null,
});

/** Southwark's Compact is signed by nine (STD-08). */
const SOUTHWARK_BLOCKS: readonly PartyDetails[] = [
  blockOf('Tenant Council', 'Chair'),
  blockOf('Leaseholder Council', 'Chair'),
  blockOf('SGTO', 'Chair'),
  blockOf('SBMETRO', 'Chair'),
  blockOf('The council', 'Leader'),
  blockOf('The council', 'Cabinet Member for Housing'),
  blockOf('The council', 'Leader of the Opposition'),
  blockOf('The council', 'Leader of the Minority Opposition'),
  blockOf('The council', 'Director of Housing'),
];

/** Who signs an agreement of a kind, as a list to begin with. */
export function signatureBlocks(kind: AgreementKind, presetId: string): readonly PartyDetails[] {
  switch (kind) {
    case 'compact':
      return presetId === 'southwark'
        ? SOUTHWARK_BLOCKS
        : [blockOf('Tenants and leaseholders', 'Chair'), blockOf('The council', '')];
    case 'local-compact':
      return [blockOf('The group', 'Chair'), blockOf('The council', '')];
    case 'code-adoption':
      return [blockOf('The group', 'Chair'), blockOf('The group', 'Secretary')];
    case 'confidentiality':
      return [blockOf('Participant', ''), blockOf('The council', 'Officer')];
  }
}

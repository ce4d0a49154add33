import { foldForSearch } from '#db/shared/fold';
import type { DocumentKind } from './group-record.contract.ts';
import type { GroupKind } from './groups.contract.ts';

/** One person who stands for a block, a street or a village, and no body (GRP-07). */
export function isRepKind(kind: GroupKind): boolean {
  return kind === 'block-rep' || kind === 'street-rep' || kind === 'village-rep';
}

/** Whether the council's recognition is asked of this kind; of Neighbourhood Watch, clubs and others it is not (GRP-01, GRP-28). */
export function needsRecognition(kind: GroupKind): boolean {
  return kind === 'tra';
}

/** Kinds of the register of voluntary and community organisations (GRP-18). */
export function isVoluntaryKind(kind: GroupKind): boolean {
  return (
    kind === 'voluntary-organisation' || kind === 'neighbourhood-watch' || kind === 'social-club'
  );
}

/** Kinds that stand for the people who live in an area: an association, a tenant management organisation, a consultative group (GRP-20). */
export function speaksForAnArea(kind: GroupKind): boolean {
  return kind === 'tra' || kind === 'tmo' || kind === 'consultative';
}

/** Village and street representatives are for places without an association (GRP-06). */
export function isForPlacesWithoutGroup(kind: GroupKind): boolean {
  return kind === 'street-rep' || kind === 'village-rep';
}

/** What a kind works under: a constitution of its own, or terms of reference (GRP-05, GRP-09). */
const GOVERNING: Readonly<Partial<Record<GroupKind, DocumentKind>>> = {
  tra: 'constitution',
  tmo: 'constitution',
  federation: 'constitution',
  'community-of-interest': 'terms-of-reference',
  'district-forum': 'terms-of-reference',
  'borough-forum': 'terms-of-reference',
  'area-forum': 'terms-of-reference',
  partnership: 'terms-of-reference',
  'joint-board': 'terms-of-reference',
  'working-group': 'terms-of-reference',
  'service-group': 'terms-of-reference',
  'scrutiny-panel': 'terms-of-reference',
  'task-team': 'terms-of-reference',
  'block-rep': 'code-adoption',
  'street-rep': 'code-adoption',
  'village-rep': 'code-adoption',
};

/** A paper that is asked for: the kind of document that answers it, and its words. */
export type PaperNeeded = { readonly kind: DocumentKind; readonly words: string };

/** What in the council's words for a paper tells which document it is. */
const DOCUMENT_IN_WORDS: readonly (readonly [string, DocumentKind])[] = [
  ['constitution', 'constitution'],
  ['terms of reference', 'terms-of-reference'],
  ['account', 'accounts'],
  ['insurance', 'insurance'],
  ['minutes', 'minutes'],
  ['equality', 'equality-statement'],
  ['code', 'code-adoption'],
];

const GOVERNING_WORDS: Readonly<Partial<Record<DocumentKind, string>>> = {
  constitution: 'Constitution',
  'terms-of-reference': 'Terms of reference',
  'code-adoption': 'Code of conduct accepted',
};

/**
 * The papers that a group of this kind should have on record: what it works under (GRP-05, GRP-09), and for the kinds
 * that need recognition those of the council's list, `groups.papers` (GRP-02). A paper of the list that is no document
 * of a group, such as a criteria form, belongs to recognition and is left out here.
 */
export function papersNeeded(
  kind: GroupKind,
  presetPapers: readonly string[],
): readonly PaperNeeded[] {
  const governing = GOVERNING[kind];
  const needed: PaperNeeded[] =
    governing === undefined ? [] : [{ kind: governing, words: GOVERNING_WORDS[governing] ?? '' }];
  if (!needsRecognition(kind)) return needed;
  for (const words of presetPapers) {
    const folded = foldForSearch(words);
    const document = DOCUMENT_IN_WORDS.find(([part]) => folded.includes(part))?.[1];
    if (document !== undefined && !needed.some((one) => one.kind === document))
      needed.push({ kind: document, words: `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` });
  }
  return needed;
}

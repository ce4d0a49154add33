import type {
  CoverageFilter,
  CoverageLine,
  RecognitionState,
  RegisterKind,
} from './groups-api.contract.ts';
import { countOf } from '#db/shared/plain-words';

/** What each register is called on screen and paper (GRP-18). */
export const REGISTER_TITLES: Readonly<Record<RegisterKind, string>> = {
  all: 'Register of groups',
  recognised: 'Register of recognised groups',
  voluntary: 'Register of voluntary and community organisations',
};

/** Recognition in words. */
export const STATE_WORDS: Readonly<Record<RecognitionState, string>> = {
  recognised: 'Recognised',
  applied: 'Applied for',
  lapsed: 'Lapsed',
  withdrawn: 'Withdrawn',
  none: 'None',
};

/** Who is there for an area, in words (GRP-20). */
export const COVER_WORDS: Readonly<Record<CoverageLine['cover'], string>> = {
  group: 'Group',
  rep: 'Representative only',
  none: 'Nobody',
};

/** What the list of places is called, by what it leaves out. */
export const coverageTitle = ({ onlyWithout, onlySchemes }: CoverageFilter): string =>
  onlySchemes
    ? onlyWithout
      ? 'Schemes without an association'
      : 'Sheltered and supported schemes'
    : onlyWithout
      ? 'Areas without a group'
      : 'Areas and their groups';

/** How many of the places that are listed have nobody, or of schemes no association of their own (GRP-21). */
export function coverageWords(
  lines: readonly CoverageLine[],
  { onlySchemes }: Pick<CoverageFilter, 'onlySchemes'>,
): string {
  if (onlySchemes) {
    const without = lines.filter((line) => line.hasSchemeGroup === false).length;
    return without === 0
      ? 'Every scheme has an association of its own.'
      : `${countOf(without, 'scheme')} without an association of its own.`;
  }
  const without = lines.filter((line) => line.cover === 'none').length;
  return without === 0
    ? 'Every area has a group or a representative.'
    : `${countOf(without, 'area')} without a group or representative.`;
}

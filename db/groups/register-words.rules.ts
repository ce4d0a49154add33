import type { CoverageLine, RecognitionState, RegisterKind } from './groups-api.contract.ts';

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

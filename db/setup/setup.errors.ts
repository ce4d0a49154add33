import { defineErrors } from '#db/shared/domain-error';

export const setupErrors = defineErrors({
  'setup.already-done': {
    sentence: (_: Record<string, never>) =>
      'This centre has been set up already. Change its details under Settings.',
  },
  'setup.has-manager': {
    sentence: (_: Record<string, never>) =>
      'The first manager has an account already. Sign in with it; more accounts are added under Settings.',
  },
  'setup.no-such-council': {
    field: 'presetId',
    sentence: (_: { presetId: string }) =>
      'There is no such council in this program. Choose one of the cards, or start from a blank sheet.',
  },
  'setup.choose-one': {
    sentence: (_: Record<string, never>) => 'Choose the real centre, the practice centre, or both.',
  },
  'setup.folder-unfit': {
    field: 'path',
    sentence: (d: { problems: readonly string[] }) =>
      `Records would not be safe in this folder. ${d.problems.join(' ')} Choose another folder.`,
  },
  'setup.folder-fixed': {
    field: 'path',
    sentence: (d: { path: string }) =>
      `The folder was given when TRC Desk was started (${d.path}), so it cannot be changed here. Start TRC Desk without --data to choose another.`,
  },
  'setup.not-yet': {
    sentence: (_: Record<string, never>) =>
      'The page before this one is not finished yet. Go back, finish it, then come here again.',
  },
});

import { defineErrors } from '#db/shared/domain-error';

export const reportErrors = defineErrors({
  'report.ends-before-it-starts': {
    field: 'until',
    sentence: (_: Record<string, never>) =>
      'The last day is before the first. Enter a last day on or after the first.',
  },
  'report.too-long': {
    field: 'until',
    sentence: (_: Record<string, never>) =>
      'A report covers ten years at most. Choose a shorter period.',
  },
});

import { defineErrors } from '#db/shared/domain-error';

export const settingsErrors = defineErrors({
  'settings.unknown-parameter': {
    sentence: (d: { name: string }) =>
      `There is no figure called ${d.name}. Choose one from the list of figures.`,
  },
  'settings.wrong-kind-of-value': {
    field: 'value',
    sentence: (d: { meaning: string; wanted: string }) => `For “${d.meaning}” enter ${d.wanted}.`,
  },
  'settings.hours-overlap': {
    field: 'value',
    sentence: (d: { day: string }) =>
      `The opening times on ${d.day} overlap, or one ends before it starts. Enter each time once, the earlier one first.`,
  },
  'settings.changed-by-someone-else': {
    sentence: (_: Record<string, never>) =>
      'Someone else changed the centre’s details while you had them open. What you typed is still here. Check it, then save again.',
  },
});

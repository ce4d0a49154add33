import { defineErrors } from '#db/shared/domain-error';

export const personErrors = defineErrors({
  'person.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such person here. Look for them by name or part of their phone number.',
  },
  'person.changed-by-someone-else': {
    sentence: (_: Record<string, never>) =>
      'Someone else changed this person’s details while you had them open. What you typed is still here. Check it, then save again.',
  },
});

import { defineErrors } from '#db/shared/domain-error';

/** Every refusal of the list of tasks with the sentence the desk reads. */
export const taskErrors = defineErrors({
  'task.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such task here. It may be done already; look at the list again.',
  },
  'task.changed-by-someone-else': {
    sentence: (d: { words: string }) =>
      `Someone else changed this task meanwhile: “${d.words}”. Look at the list again.`,
  },
});

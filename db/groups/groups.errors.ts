import { defineErrors } from '#db/shared/domain-error';

export const groupErrors = defineErrors({
  'group.not-found': {
    sentence: (_: { id: string }) => 'There is no such group here. Look for it by name.',
  },
  'group.name-taken': {
    field: 'name',
    sentence: (d: { name: string }) =>
      `There is already a group called ${d.name}. Use that one, or give this one another name.`,
  },
  'group.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed ${d.name} while you had it open. What you typed is still here. Check it, then save again.`,
  },
});

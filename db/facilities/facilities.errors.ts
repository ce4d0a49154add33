import { defineErrors } from '#db/shared/domain-error';

export const facilityErrors = defineErrors({
  'facility.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such room here. Choose one from the list of rooms.',
  },
  'facility.name-taken': {
    field: 'name',
    sentence: (d: { name: string }) =>
      `There is already a room called ${d.name}. Give this one another name.`,
  },
  'facility.hours-overlap': {
    field: 'hours',
    sentence: (d: { day: string }) =>
      `The opening times on ${d.day} overlap, or one ends before it starts. Enter each time once, the earlier one first.`,
  },
  'facility.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed ${d.name} while you had it open. What you typed is still here. Check it, then save again.`,
  },
});

import { defineErrors } from '#db/shared/domain-error';

/** Every refusal about areas with the sentence the manager reads. */
export const areaErrors = defineErrors({
  'area.not-found': {
    sentence: (_: { id: string }) =>
      'There is no such area here. Choose one from the list of areas in Settings.',
  },
  'area.name-taken': {
    field: 'name',
    sentence: (d: { name: string; inside: string }) =>
      `${d.name} stands ${d.inside === '' ? 'in the list' : `inside ${d.inside}`} already. Use that one, or give this one a name that tells them apart.`,
  },
  'area.inside-itself': {
    field: 'parentId',
    sentence: (d: { name: string }) =>
      `${d.name} cannot lie inside itself or inside a place that lies in it. Choose a wider place.`,
  },
  'area.parent-retired': {
    field: 'parentId',
    sentence: (d: { name: string }) =>
      `${d.name} is no longer in use. Bring it back first, or choose another place.`,
  },
  'area.has-areas-inside': {
    sentence: (d: { name: string; inside: readonly string[] }) =>
      `${d.inside.join(', ')} ${d.inside.length === 1 ? 'lies' : 'lie'} inside ${d.name}. Take ${d.inside.length === 1 ? 'that one' : 'those'} out of use first, or put ${d.inside.length === 1 ? 'it' : 'them'} elsewhere.`,
  },
  'area.changed-by-someone-else': {
    sentence: (d: { name: string }) =>
      `Someone else changed ${d.name} while you had it open. What you typed is still here. Check it, then save again.`,
  },
});

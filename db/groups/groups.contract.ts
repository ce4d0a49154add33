import { z } from 'zod';
import { Line, Name } from '#db/shared/text';

export const GroupId = z.string().min(1).max(36).brand('GroupId');
export type GroupId = z.infer<typeof GroupId>;

/** What kind of body a group is: the kinds of the glossary, and single representatives of a block, street or village (GRP-05, GRP-07). */
export const GroupKind = z.enum([
  'tra',
  'tmo',
  'sub-group',
  'federation',
  'district-forum',
  'borough-forum',
  'area-forum',
  'partnership',
  'joint-board',
  'consultative',
  'task-group',
  'working-group',
  'service-group',
  'community-of-interest',
  'scrutiny-panel',
  'task-team',
  'block-rep',
  'street-rep',
  'village-rep',
  'neighbourhood-watch',
  'social-club',
  'voluntary-organisation',
  'other',
]);
export type GroupKind = z.infer<typeof GroupKind>;

/** Kinds in the words of the desk. */
export const GROUP_KIND_WORDS: Readonly<Record<GroupKind, string>> = {
  tra: 'Tenants’ and Residents’ Association',
  tmo: 'Tenant management organisation',
  'sub-group': 'Sub-group',
  federation: 'Federation',
  'district-forum': 'District forum',
  'borough-forum': 'Borough-wide forum',
  'area-forum': 'Area forum',
  partnership: 'Neighbourhood partnership',
  'joint-board': 'Joint board',
  consultative: 'Consultative group',
  'task-group': 'One-off consultative group',
  'working-group': 'Working group',
  'service-group': 'Service group',
  'community-of-interest': 'Community of interest',
  'scrutiny-panel': 'Scrutiny panel',
  'task-team': 'Task team',
  'block-rep': 'Block representative',
  'street-rep': 'Street representative',
  'village-rep': 'Village representative',
  'neighbourhood-watch': 'Neighbourhood Watch',
  'social-club': 'Social club',
  'voluntary-organisation': 'Voluntary or community organisation',
  other: 'Other group',
};

/** A group as lists and choosers need it; everything else stands in its `GroupRecord`. */
export const Group = z.object({
  id: GroupId,
  name: z.string(),
  kind: GroupKind,
  phone: z.string(),
  isActive: z.boolean(),
  version: z.int(),
});
export type Group = z.infer<typeof Group>;

export const GroupDetails = z
  .object({
    name: Name.min(1, 'Enter the name of the group.').max(120),
    kind: GroupKind,
    phone: Line.max(40, 'Use 40 characters or fewer.'),
  })
  .strict();
export type GroupDetails = z.infer<typeof GroupDetails>;

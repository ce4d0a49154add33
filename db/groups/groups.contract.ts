import { z } from 'zod';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Line } from '#db/shared/text';

export const GroupId = z.string().min(1).max(36).brand('GroupId');
export type GroupId = z.infer<typeof GroupId>;

/** What kind of body a group is; the fuller list of the glossary comes with the groups module's own issue. */
export const GroupKind = z.enum([
  'tra',
  'federation',
  'area-forum',
  'consultative',
  'community-of-interest',
  'service-group',
  'scrutiny-panel',
  'neighbourhood-watch',
  'other',
]);
export type GroupKind = z.infer<typeof GroupKind>;

/** Kinds in the words of the desk. */
export const GROUP_KIND_WORDS: Readonly<Record<GroupKind, string>> = {
  tra: 'Tenants’ and Residents’ Association',
  federation: 'Federation',
  'area-forum': 'Area forum',
  consultative: 'Consultative group',
  'community-of-interest': 'Community of interest',
  'service-group': 'Service group',
  'scrutiny-panel': 'Scrutiny panel',
  'neighbourhood-watch': 'Neighbourhood Watch',
  other: 'Other group',
};

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
    name: Line.min(1, 'Enter the name of the group.').max(120),
    kind: GroupKind,
    phone: Line.max(40, 'Use 40 characters or fewer.'),
  })
  .strict();
export type GroupDetails = z.infer<typeof GroupDetails>;

export const groupsContract = {
  list: procedure({
    summary: 'Groups whose name contains the words typed, or all, in alphabetical order.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({ text: Line.max(200).default(''), limit: z.int().min(1).max(200).default(50) })
      .strict(),
    output: z.object({ groups: z.array(Group), total: z.int() }),
  }),
  get: procedure({
    summary: 'One group.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: GroupId }).strict(),
    output: Group,
  }),
  add: procedure({
    summary: 'Enters a group.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'search'],
    input: GroupDetails,
    output: Group,
  }),
  change: procedure({
    summary: 'Changes a group’s name, kind or phone.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['groups', 'bookings', 'search'],
    input: GroupDetails.extend({ id: GroupId, version: z.int() }).strict(),
    output: Group,
  }),
};

import { z } from 'zod';
import type { AccessFeature } from '#db/facilities/facilities.contract';
import type { GroupId } from '#db/groups/groups.contract';
import { type Venue, VenueDetails } from '#db/venues/venues.contract';
import { type ChosenWho, chosenGroupOrNone, choiceIdOf } from '../people/who.ts';
import { addressLinesOf } from '../settings/address-lines.ts';

const fields = VenueDetails.shape;

/** The venue form while it is typed; it comes out as the contract's VenueDetails, and whether it is in use. */
export const VenueFormSchema = z
  .object({
    name: fields.name,
    address: z.string(),
    managedBy: fields.managedBy,
    group: chosenGroupOrNone,
    accessFeatures: fields.accessFeatures,
    conditions: fields.conditions,
    isActive: z.boolean(),
  })
  .superRefine((typed, context) => {
    if (typed.managedBy === 'group' && typed.group === null)
      context.addIssue({
        code: 'custom',
        path: ['group'],
        message: 'Choose the group that manages it. Type two letters of its name.',
      });
  })
  .transform((typed): VenueDetails & { readonly isActive: boolean } => {
    return {
      name: typed.name,
      addressLines: addressLinesOf(typed.address),
      managedBy: typed.managedBy,
      groupId: typed.managedBy === 'group' ? typed.group : null,
      accessFeatures: typed.accessFeatures,
      conditions: typed.conditions,
      isActive: typed.isActive,
    };
  });
export type VenueFormValues = z.input<typeof VenueFormSchema>;

/** A venue as the form shows it; without one, a new venue of the council. */
export function valuesOfVenue(venue: Venue | undefined): VenueFormValues {
  return {
    name: venue?.name ?? '',
    address: venue?.addressLines.join('\n') ?? '',
    managedBy: venue?.managedBy ?? 'council',
    group: groupChoice(venue?.groupId ?? null, venue?.groupName ?? ''),
    accessFeatures: [...(venue?.accessFeatures ?? [])] as AccessFeature[],
    conditions: venue?.conditions ?? '',
    isActive: venue?.isActive ?? true,
  };
}

const groupChoice = (id: GroupId | null, title: string): ChosenWho =>
  id === null ? null : { id: choiceIdOf({ kind: 'group', groupId: id }), title };

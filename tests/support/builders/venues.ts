import type { Venue, VenueDetails } from '#db/venues/venues.contract';
import { countedId } from '../program-for-tests.ts';
import type { TestCore } from '../open-test-core.ts';
import { aGroup } from './groups.ts';

/** A venue as it is typed: managed by the council, with nothing said about access. */
export function venueDetails(part: { readonly [K in keyof VenueDetails]?: unknown } = {}) {
  return {
    name: `Hall ${countedId().slice(-4)}`,
    addressLines: ['2 Elm Street'],
    managedBy: 'council',
    groupId: null,
    accessFeatures: [],
    conditions: '',
    ...part,
  } as unknown as VenueDetails;
}

/** The Federation Office, which a group of that name manages. */
export async function theFederationOffice(core: Pick<TestCore, 'as'>): Promise<Venue> {
  const group = await aGroup(core, { name: 'Tenants’ Federation', kind: 'federation' });
  return core.as('manager').call(
    'venues.add',
    venueDetails({
      name: 'Federation Office',
      managedBy: 'group',
      groupId: group.id,
      conditions: 'Only for the Federation’s involvement work.',
    }),
  );
}

/** What may be asked of the venues, about one of them. */
export const asksOfVenues = (venueId: string): Readonly<Record<string, readonly unknown[]>> => ({
  'venues.list': [{}],
  'venues.accessLog': [{ venueId }],
  'venues.printAccessLog': [{ venueId, size: 'normal' }],
  'venues.keys': [{ withReturned: true }],
});

import type {
  ActivityDetails,
  ActivityPage,
  RegisterDetails,
} from '#db/activities/activities.contract';
import type { Person } from '#db/people/people.contract';
import type { TestCore } from '../open-test-core.ts';

type Core = Pick<TestCore, 'as'>;

/** A meeting led by the council on Monday 4 January 2027, 10am to noon in the Town Hall, as it is typed. */
export const activityDetails = (
  part: { readonly [K in keyof ActivityDetails]?: unknown } = {},
): ActivityDetails =>
  ({
    title: 'Repairs panel',
    kind: 'Meeting',
    groupId: null,
    place: {
      kind: 'entered',
      on: '2027-01-04',
      startsAt: '10:00',
      endsAt: '12:00',
      venue: 'Town Hall',
    },
    isFullDay: false,
    isLunchProvided: false,
    isTransportProvided: false,
    isFunded: false,
    notes: '',
    ...part,
  }) as ActivityDetails;

/** The place of an activity on another day. */
export const onDay = (on: string) => ({
  kind: 'entered',
  on,
  startsAt: null,
  endsAt: null,
  venue: '',
});

export const anActivity = (
  core: Core,
  part: Parameters<typeof activityDetails>[0] = {},
): Promise<ActivityPage> => core.as('desk').call('activities.add', activityDetails(part));

/** Somebody who came, for themself, as a line is typed. */
export const registerDetails = (
  part: { readonly [K in keyof RegisterDetails]?: unknown } = {},
): RegisterDetails =>
  ({
    personId: null,
    name: '',
    tenure: null,
    groupIds: [],
    standing: 'came',
    isFirstTime: false,
    arrivedAt: null,
    leftAt: null,
    wantsToClaim: false,
    ...part,
  }) as RegisterDetails;

/** Puts somebody on the register of an activity. */
export const onRegister = (
  core: Core,
  { id }: Pick<ActivityPage, 'id'>,
  part: Parameters<typeof registerDetails>[0],
): Promise<ActivityPage> =>
  core.as('desk').call('activities.recordPerson', { activityId: id, ...registerDetails(part) });

/** What is asked about activities when somebody's name stands in every part that may hold it. */
export async function asksOfActivitiesWith(
  core: Core,
  { id, name }: Pick<Person, 'id' | 'name'>,
): Promise<Record<string, readonly unknown[]>> {
  const held = await anActivity(core, { notes: `Ask for ${name}` });
  await onRegister(core, held, { personId: id });
  await onRegister(core, held, { name: `Aunt of ${name}` });
  const off = await anActivity(core);
  const cancelled = await core.as('desk').call('activities.cancel', {
    id: off.id,
    version: off.version,
    reason: `${name} is ill`,
  });
  return {
    'activities.list': [{}],
    'activities.kinds': [{}],
    'activities.get': [{ id: held.id }, { id: cancelled.id }],
    'activities.printSheet': [{ id: held.id }, { id: null }],
  };
}

/** Where a manager then reads the name. */
export const ACTIVITIES_READ_BY_A_MANAGER: Readonly<Record<string, readonly string[]>> = {
  'activities.get': ['name'],
  'activities.printSheet': ['name'],
};

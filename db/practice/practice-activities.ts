import {
  ActivityDetails,
  ActivityId,
  RegisterDetails,
  type RegisterStanding,
} from '#db/activities/activities.contract';
import type { Core } from '#db/open-core';
import { mustExist } from '#db/shared/domain-error';
import {
  addDays,
  atTime,
  instantOf,
  type LocalDate,
  timeOfMinutes,
  weekdayOf,
} from '#db/shared/local-date';
import type { Event, Known } from './practice-events.ts';

/** Who stands on a register: somebody of the card box, for which groups, and how. A name of nobody there has no record. */
type Attender = {
  readonly name: string;
  readonly groups?: readonly string[];
  readonly standing?: RegisterStanding;
  readonly isFirstTime?: true;
  readonly wantsToClaim?: true;
  readonly arrivedAt?: string;
};

type MadeUpActivity = {
  /** Days before the first day of practice; less than none is still to come. A weekend becomes the Friday before. */
  readonly daysAgo: number;
  readonly title: string;
  readonly kind: string;
  readonly group?: string;
  readonly from: string;
  readonly until: string;
  readonly venue: string;
  readonly isFullDay?: true;
  readonly isLunchProvided?: true;
  readonly isTransportProvided?: true;
  readonly isFunded?: true;
  readonly cancelledBecause?: string;
  /** The register waits to be looked through. */
  readonly staysOpen?: true;
  readonly attenders: readonly Attender[];
};

const ASHDOWN = ['Ashdown TRA'] as const;
const BIRCH = ['Birch Court TRA'] as const;
const FEDERATION = 'Federation of Practice Tenants’ Associations';

/** Members of one association, whose treasurer brings all their claims. */
const OF_ASHDOWN: readonly Attender[] = [
  { name: 'Mrs P. Okafor', groups: ASHDOWN, wantsToClaim: true },
  { name: 'Ivy Mossop', groups: ASHDOWN, wantsToClaim: true },
  { name: 'Noor Al-Tamimi', groups: ASHDOWN, wantsToClaim: true },
  { name: 'Petra Šimková', groups: ASHDOWN },
  { name: 'Hyacinth Brathwaite', groups: ASHDOWN, wantsToClaim: true },
  { name: 'Delroy Fairweather', groups: ASHDOWN, wantsToClaim: true },
];
const OF_BIRCH: readonly Attender[] = [
  { name: 'Kevin O’Shaughnessy', groups: BIRCH },
  { name: 'Ms R. Haddad', groups: BIRCH, wantsToClaim: true },
];
const WINSTON: Attender = {
  name: 'Winston Peabody-Clarke',
  groups: [FEDERATION, ...ASHDOWN],
  wantsToClaim: true,
};
const THEMSELVES: readonly Attender[] = [
  { name: 'Yaw Boateng-Smythe', wantsToClaim: true },
  { name: 'Sunita Gurung-Hale', isFirstTime: true },
  { name: 'Mehmet Öztürkmen' },
];

const PANEL = {
  title: 'Repairs panel',
  kind: 'Meeting',
  from: '10:00',
  until: '12:00',
  venue: 'Committee room 2, Town Hall',
  isFunded: true,
} as const;

const ACTIVITIES: readonly MadeUpActivity[] = [
  { ...PANEL, daysAgo: 56, attenders: [...OF_ASHDOWN.slice(0, 4), ...THEMSELVES] },
  {
    daysAgo: 49,
    title: 'Chairing a meeting',
    kind: 'Training',
    from: '10:00',
    until: '16:00',
    venue: 'Training room, Town Hall',
    isFullDay: true,
    isLunchProvided: true,
    isFunded: true,
    attenders: [...OF_BIRCH, { name: 'Ivy Mossop', groups: ASHDOWN }, WINSTON],
  },
  {
    daysAgo: 42,
    title: 'Tenants’ conference',
    kind: 'Conference',
    from: '09:30',
    until: '16:30',
    venue: 'Guildhall',
    isFullDay: true,
    isFunded: true,
    attenders: [
      ...OF_ASHDOWN,
      ...OF_BIRCH,
      WINSTON,
      ...THEMSELVES,
      { name: 'A neighbour of Mr Lane', isFirstTime: true },
    ],
  },
  {
    daysAgo: 35,
    title: 'Estate standards panel',
    kind: 'Meeting',
    from: '18:00',
    until: '20:00',
    venue: 'Committee room 1, Town Hall',
    isTransportProvided: true,
    isFunded: true,
    attenders: [...OF_ASHDOWN.slice(0, 3), ...OF_BIRCH, { name: 'Lindiwe' }],
  },
  {
    ...PANEL,
    daysAgo: 28,
    attenders: [
      ...OF_ASHDOWN,
      ...THEMSELVES,
      { name: 'Gurpreet Kaur Dhaliwal', standing: 'apologies' },
    ],
  },
  {
    daysAgo: 21,
    title: 'What the play area should be',
    kind: 'Consultation event',
    from: '14:00',
    until: '17:00',
    venue: 'Ashdown community hall',
    attenders: [
      { name: 'Ivy Mossop', groups: ASHDOWN },
      { name: 'Farzana Chowdhury', isFirstTime: true },
      { name: 'Hodan Jimcaale', isFirstTime: true },
      { name: 'Two children’s mother from block 4', isFirstTime: true },
    ],
  },
  {
    daysAgo: 17,
    title: 'Committee of Ashdown TRA',
    kind: 'Meeting',
    group: 'Ashdown TRA',
    from: '19:00',
    until: '20:30',
    venue: 'Ashdown community hall',
    attenders: OF_ASHDOWN.map(({ name, groups = [] }) => ({ name, groups })),
  },
  {
    daysAgo: 14,
    title: 'Walkabout of Thistle Estate',
    kind: 'Involvement activity',
    from: '11:00',
    until: '12:30',
    venue: 'Meet at the shops',
    attenders: [...THEMSELVES, { name: 'Stan Birtwhistle', arrivedAt: '11:20' }],
  },
  {
    daysAgo: 12,
    title: 'Talk on the state of our homes',
    kind: 'Consultation event',
    from: '18:30',
    until: '20:00',
    venue: 'Guildhall',
    cancelledBecause: 'Too few could come',
    attenders: [],
  },
  {
    ...PANEL,
    daysAgo: 10,
    attenders: [...OF_ASHDOWN, ...OF_BIRCH, WINSTON, ...THEMSELVES],
  },
  {
    daysAgo: 5,
    title: 'Reading a budget',
    kind: 'Training',
    from: '13:00',
    until: '15:30',
    venue: 'Training room, Town Hall',
    isFunded: true,
    attenders: [...OF_BIRCH, { name: 'Mrs P. Okafor', groups: ASHDOWN, wantsToClaim: true }],
  },
  {
    daysAgo: 3,
    title: 'Open meeting of Birch Court TRA',
    kind: 'Meeting',
    group: 'Birch Court TRA',
    from: '18:30',
    until: '20:00',
    venue: 'Birch Court lounge',
    staysOpen: true,
    attenders: [...OF_BIRCH, { name: 'Brian Fothergill', isFirstTime: true }],
  },
  {
    ...PANEL,
    daysAgo: -7,
    attenders: [
      ...OF_ASHDOWN.slice(0, 3).map((each) => ({ ...each, standing: 'expected' as const })),
      { name: 'Delroy Fairweather', groups: ASHDOWN, standing: 'apologies' },
    ],
  },
];

/** A year of people going to things in a dozen acts: entered a week before, the register written on the day. */
export function activityEvents(
  core: Core,
  { firstDay }: { readonly firstDay: LocalDate },
  known: Known,
): readonly Event[] {
  return ACTIVITIES.flatMap((activity) => eventsOf(core, activity, { firstDay, known }));
}

const SATURDAY = 6;

/** The day of an activity; people rest at weekends. */
function dayOf({ daysAgo }: MadeUpActivity, firstDay: LocalDate): LocalDate {
  const day = addDays(firstDay, -daysAgo);
  const weekday = weekdayOf(day);
  return weekday < SATURDAY ? day : addDays(day, SATURDAY - 1 - weekday);
}

function eventsOf(
  core: Core,
  activity: MadeUpActivity,
  { firstDay, known }: { readonly firstDay: LocalDate; readonly known: Known },
): readonly Event[] {
  const on = dayOf(activity, firstDay);
  const at = (day: LocalDate, minute: number) => instantOf(atTime(day, timeOfMinutes(minute)));
  const groupIdOf = (name: string) =>
    mustExist(known.groups.get(name), 'the card box was copied first');
  let made: ActivityId | undefined;
  const id = () => mustExist(made, 'activities are entered before anybody comes');
  const enteredOn = activity.daysAgo > 0 ? addDays(on, -7) : addDays(firstDay, -1);
  const events: Event[] = [
    {
      at: at(enteredOn, 10 * 60 + 40),
      by: 'officer',
      act: async (ctx) => {
        const { from, until, venue, group } = activity;
        const page = await core.api.activities.add(
          ctx,
          ActivityDetails.parse({
            title: activity.title,
            kind: activity.kind,
            groupId: group === undefined ? null : groupIdOf(group),
            place: { kind: 'entered', on, startsAt: from, endsAt: until, venue },
            isFullDay: activity.isFullDay === true,
            isLunchProvided: activity.isLunchProvided === true,
            isTransportProvided: activity.isTransportProvided === true,
            isFunded: activity.isFunded === true,
            notes: '',
          }),
        );
        made = ActivityId.parse(page.id);
      },
    },
    {
      at: activity.daysAgo > 0 ? at(on, 20 * 60 + 40) : at(enteredOn, 10 * 60 + 50),
      by: 'desk',
      act: async (ctx) => {
        for (const attender of activity.attenders)
          await core.api.activities.recordPerson(ctx, {
            activityId: id(),
            ...lineOf(attender, known, groupIdOf),
          });
      },
    },
  ];
  const { cancelledBecause: reason } = activity;
  if (reason !== undefined)
    events.push({
      at: at(addDays(on, -2), 15 * 60),
      by: 'officer',
      act: async (ctx) => {
        await core.api.activities.cancel(ctx, { id: id(), version: 1, reason });
      },
    });
  else if (activity.daysAgo > 0 && activity.staysOpen !== true)
    events.push({
      at: at(on, 20 * 60 + 50),
      by: 'desk',
      act: async (ctx) => {
        await core.api.activities.confirmRegister(ctx, { id: id(), version: 1 });
      },
    });
  return events;
}

function lineOf(
  attender: Attender,
  known: Known,
  groupIdOf: (name: string) => string,
): RegisterDetails {
  const personId = known.people.get(attender.name) ?? null;
  return RegisterDetails.parse({
    personId,
    name: personId === null ? attender.name : '',
    tenure: personId === null ? 'tenant' : null,
    groupIds: (attender.groups ?? []).map(groupIdOf),
    standing: attender.standing ?? 'came',
    isFirstTime: attender.isFirstTime === true,
    arrivedAt: attender.arrivedAt ?? null,
    leftAt: null,
    wantsToClaim: attender.wantsToClaim === true,
  });
}

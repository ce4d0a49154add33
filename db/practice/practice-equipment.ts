import type { AccessFeature, Facility } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import { GroupId } from '#db/groups/groups.contract';
import type { Core } from '#db/open-core';
import { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { Instant } from '#db/shared/instant';
import { addDays, atTime, instantOf, type LocalDate, LocalTime } from '#db/shared/local-date';
import { isWorkingDay } from './desk-moment.ts';
import type { Event, Known } from './practice-events.ts';
import { COMPUTERS, ROOM_NAMES, type RoomName } from './practice-rooms.ts';

type Days = {
  readonly setUpOn: LocalDate;
  readonly firstDay: LocalDate;
  readonly trainingDay: LocalDate;
};

/** What people with needs find in each room (BOOK-20). */
const ACCESS: Readonly<Record<RoomName, readonly AccessFeature[]>> = {
  'Meeting Room': ['step-free', 'accessible-toilet', 'hearing-loop', 'parking', 'large-screen'],
  'Small Room': ['step-free', 'accessible-toilet', 'quiet-space'],
  'Computer Suite': ['step-free', 'accessible-toilet', 'large-screen'],
};

const LAYOUTS = [
  { id: null, name: 'Boardroom', capacity: 16, setupMinutes: 0, cleardownMinutes: 0 },
  { id: null, name: 'Theatre', capacity: 40, setupMinutes: 15, cleardownMinutes: 15 },
  { id: null, name: 'Classroom', capacity: 24, setupMinutes: 10, cleardownMinutes: 10 },
];

/** The made-up body that manages an office of its own (BOOK-16). */
const FEDERATION = 'Federation of Practice Tenants’ Associations';

/** Who has been given a key, and what stands on its tag. */
const KEYS = [
  { keyName: 'Front door 2', holder: 'Mrs P. Okafor', notes: 'Opens up for evening meetings' },
  { keyName: 'Meeting Room cupboard', holder: 'Delroy Fairweather', notes: '' },
] as const;

const at = (date: LocalDate, time: string): Instant =>
  instantOf(atTime(date, LocalTime.parse(time)));

/** How the made-up rooms came by their layouts, computers and access, the closed day, the office next door and the keys. */
export function equipEvents(core: Core, days: Days, known: Known): readonly Event[] {
  const { setUpOn, trainingDay } = days;
  let lastDay = addDays(days.firstDay, -1);
  while (!isWorkingDay(lastDay)) lastDay = addDays(lastDay, -1);
  return [
    { at: at(setUpOn, '10:00'), by: 'manager', act: (ctx) => equipRooms(core, ctx) },
    {
      at: at(setUpOn, '10:30'),
      by: 'manager',
      act: async (ctx) => {
        await core.api.calendar.addClosure(ctx, {
          name: 'Staff training',
          effect: 'closed',
          firstDate: trainingDay,
          lastDate: trainingDay,
          facilityId: null,
          from: null,
          until: null,
          isNonWorking: false,
        });
      },
    },
    {
      // Groups have been copied from the card box by then.
      at: at(setUpOn, '16:40'),
      by: 'manager',
      act: async (ctx) => {
        await core.api.venues.add(ctx, {
          name: 'Federation Office',
          addressLines: ['1a Made-up Street', 'Nowhere'],
          managedBy: 'group',
          groupId: GroupId.parse(known.groups.get(FEDERATION)),
          accessFeatures: ['step-free'],
          conditions:
            'Only for the Federation’s involvement work for tenants. Nothing private, and nothing that brings the council into disrepute.',
        });
      },
    },
    ...KEYS.map(
      ({ keyName, holder, notes }, i): Event => ({
        at: at(addDays(setUpOn, 4), `11:0${i}`),
        by: 'desk',
        act: async (ctx) => {
          await core.api.venues.recordKey(ctx, {
            keyName,
            groupId: null,
            personId: PersonId.parse(known.people.get(holder)),
            heldSince: addDays(setUpOn, 4),
            notes,
          });
        },
      }),
    ),
    { at: at(lastDay, '16:30'), by: 'desk', act: (ctx) => breakComputer(core, ctx, lastDay) },
  ];
}

async function equipRooms(core: Core, ctx: Ctx): Promise<void> {
  for (const name of ROOM_NAMES) {
    if (name === 'Computer Suite') await nameComputers(core, ctx);
    if (name === 'Meeting Room') await setLayouts(core, ctx);
    const { id, version, units } = await roomCalled(ctx, name);
    await core.api.facilities.setUse(ctx, {
      id,
      version,
      units,
      unitName: units > 1 ? 'computer' : '',
      partIds: [],
      accessFeatures: [...ACCESS[name]],
      needsApproval: false,
      longestMinutes: null,
      daysAhead: null,
      noticeOpenDays: null,
      minimumAge: null,
      directions: 'Bus 7 to Made-up Street. The entrance is beside the library.',
    });
  }
}

async function setLayouts(core: Core, ctx: Ctx): Promise<void> {
  const { id, version } = await roomCalled(ctx, 'Meeting Room');
  await core.api.facilities.setLayouts(ctx, { id, version, layouts: [...LAYOUTS] });
}

async function nameComputers(core: Core, ctx: Ctx): Promise<void> {
  const { id, version } = await roomCalled(ctx, 'Computer Suite');
  const seats = COMPUTERS.map((name) => ({ id: null, name }));
  await core.api.facilities.setSeats(ctx, { id, version, seats });
}

/** The last computer breaks on the day before the first one, and nobody has mended it yet. */
async function breakComputer(core: Core, ctx: Ctx, from: LocalDate): Promise<void> {
  const { seats } = await roomCalled(ctx, 'Computer Suite');
  const seat = mustExist(seats.at(-1), 'the computers have names');
  await core.api.facilities.markSeat(ctx, {
    seatId: seat.id,
    outOfOrder: { from, until: null, why: 'The fan is loud; a new one is on its way' },
  });
}

async function roomCalled(ctx: Ctx, name: RoomName): Promise<Facility> {
  const rooms = await listFacilities(ctx);
  return mustExist(
    rooms.find((room) => room.name === name),
    'the rooms were entered in the first run',
  );
}

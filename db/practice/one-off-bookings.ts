import type { Purpose } from '#db/bookings/bookings.contract';
import type { RoomName } from './practice-rooms.ts';

/** What people book a room for now and then. */
export type Occasion = {
  readonly purpose: Purpose;
  readonly room: RoomName;
  readonly booker: 'group' | 'person';
  readonly minutes: number;
  readonly fewest: number;
  readonly most: number;
};

/** Said more than once is asked for more often. */
export const OCCASIONS: readonly Occasion[] = [
  {
    purpose: 'group-meeting',
    room: 'Meeting Room',
    booker: 'group',
    minutes: 120,
    fewest: 9,
    most: 30,
  },
  {
    purpose: 'group-meeting',
    room: 'Meeting Room',
    booker: 'group',
    minutes: 90,
    fewest: 8,
    most: 24,
  },
  {
    purpose: 'group-meeting',
    room: 'Small Room',
    booker: 'group',
    minutes: 90,
    fewest: 4,
    most: 10,
  },
  {
    purpose: 'group-meeting',
    room: 'Small Room',
    booker: 'group',
    minutes: 60,
    fewest: 3,
    most: 8,
  },
  {
    purpose: 'council-meeting',
    room: 'Meeting Room',
    booker: 'group',
    minutes: 150,
    fewest: 10,
    most: 38,
  },
  {
    purpose: 'training',
    room: 'Computer Suite',
    booker: 'group',
    minutes: 120,
    fewest: 4,
    most: 8,
  },
  { purpose: 'training', room: 'Meeting Room', booker: 'group', minutes: 180, fewest: 8, most: 20 },
  {
    purpose: 'consultation',
    room: 'Meeting Room',
    booker: 'group',
    minutes: 120,
    fewest: 12,
    most: 40,
  },
  { purpose: 'event', room: 'Meeting Room', booker: 'group', minutes: 180, fewest: 20, most: 40 },
  {
    purpose: 'office-work',
    room: 'Computer Suite',
    booker: 'person',
    minutes: 60,
    fewest: 1,
    most: 2,
  },
  { purpose: 'office-work', room: 'Small Room', booker: 'person', minutes: 90, fewest: 1, most: 4 },
  {
    purpose: 'office-work',
    room: 'Computer Suite',
    booker: 'group',
    minutes: 90,
    fewest: 2,
    most: 6,
  },
  { purpose: 'advice', room: 'Small Room', booker: 'person', minutes: 60, fewest: 2, most: 4 },
  { purpose: 'advice', room: 'Small Room', booker: 'group', minutes: 120, fewest: 3, most: 9 },
  {
    purpose: 'not-involvement',
    room: 'Small Room',
    booker: 'person',
    minutes: 90,
    fewest: 4,
    most: 10,
  },
];

/** Half hours at which people like to begin; after five o’clock the desk is shut and the booking is needed. */
export const STARTS: readonly string[] = [
  '09:00',
  '09:30',
  '10:00',
  '10:30',
  '11:00',
  '13:00',
  '13:30',
  '14:00',
  '14:30',
  '15:00',
  '17:30',
  '18:00',
  '18:30',
  '19:00',
];

export const NEEDS: readonly string[] = [
  'Tea and coffee',
  'Hearing loop',
  'Projector and screen',
  'Flip chart and pens',
  'Ramp at the side door',
  'Chairs in a circle',
  'Crèche mats and the toy box',
  'Interpreter, Polish',
  'Water jugs and 20 glasses',
];

export const NOTES: readonly string[] = [
  'Rang twice, please ring back if the room changes.',
  'Two people come early to set up.',
  'Bringing their own food; crockery will be washed and put away.',
  'Guidelines and fire procedure were handed over at the desk.',
  'Last time the heating was off. Check the radiators in the morning.',
  'A new group: show them the kitchen and the way out.',
];

export const CANCEL_REASONS: readonly string[] = [
  'The speaker is ill.',
  'Too few people can come.',
  'Moved to the community hall on the estate.',
  'Booked twice by mistake.',
  'The officer is needed elsewhere that day.',
  'Bus strike: members cannot travel.',
  'The group will meet next month instead.',
];

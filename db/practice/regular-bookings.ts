import type { Purpose } from '#db/bookings/bookings.contract';
import type { Weekday } from '#db/shared/local-date';
import type { RoomName } from './practice-rooms.ts';

/** A made-up group that comes at the same time every week, or in one week of the month. */
export type RegularBooking = {
  readonly group: string;
  readonly weekday: Weekday;
  /** 1: the first such weekday of a month; absent: every week. */
  readonly weekOfMonth?: 1 | 2 | 3 | 4;
  readonly room: RoomName;
  readonly from: string;
  readonly until: string;
  readonly purpose: Purpose;
  readonly expected: number;
  readonly needs?: string;
  readonly notes?: string;
};

/** No two of these meet in one room, so each can be booked in whatever order people come to the desk. */
export const REGULAR_BOOKINGS: readonly RegularBooking[] = [
  {
    group: 'Ashdown TRA',
    weekday: 1,
    room: 'Meeting Room',
    from: '10:00',
    until: '12:00',
    purpose: 'group-meeting',
    expected: 14,
    needs: 'Tea and coffee for 14',
  },
  {
    group: 'Gorse Hill Neighbourhood Watch',
    weekday: 1,
    room: 'Small Room',
    from: '18:00',
    until: '19:30',
    purpose: 'group-meeting',
    expected: 7,
  },
  {
    group: 'Silver Clickers',
    weekday: 2,
    room: 'Computer Suite',
    from: '17:30',
    until: '19:30',
    purpose: 'training',
    expected: 8,
    needs: 'Large-print keyboards',
    notes: 'Trainer brings her own handouts.',
  },
  {
    group: 'Somali Women’s Tea and Talk',
    weekday: 2,
    room: 'Small Room',
    from: '13:00',
    until: '15:00',
    purpose: 'advice',
    expected: 9,
    needs: 'Crèche mats and the toy box',
  },
  {
    group: 'Homework and Toddlers Club',
    weekday: 3,
    room: 'Meeting Room',
    from: '15:30',
    until: '17:30',
    purpose: 'event',
    expected: 22,
    needs: 'Low tables, high chairs, ramp at the side door',
  },
  {
    group: 'Young Tenants’ Voice',
    weekday: 3,
    room: 'Computer Suite',
    from: '18:00',
    until: '20:00',
    purpose: 'office-work',
    expected: 6,
  },
  {
    group: 'Newsletter Editorial Panel',
    weekday: 4,
    room: 'Small Room',
    from: '10:00',
    until: '11:30',
    purpose: 'office-work',
    expected: 6,
  },
  {
    group: 'Birch Court TRA',
    weekday: 4,
    room: 'Meeting Room',
    from: '18:00',
    until: '20:00',
    purpose: 'group-meeting',
    expected: 18,
    needs: 'Projector and screen',
    notes: 'Ms Haddad fetches the key at the desk before 5pm.',
  },
  {
    group: 'Estate Gardeners',
    weekday: 5,
    room: 'Meeting Room',
    from: '09:30',
    until: '11:00',
    purpose: 'group-meeting',
    expected: 12,
    notes: 'Muddy boots: floor cover from the store room.',
  },
  {
    group: 'Elder Walk TRA',
    weekday: 1,
    weekOfMonth: 1,
    room: 'Meeting Room',
    from: '19:00',
    until: '21:00',
    purpose: 'group-meeting',
    expected: 16,
  },
  {
    group: 'Cedar Estate Forum',
    weekday: 2,
    weekOfMonth: 1,
    room: 'Meeting Room',
    from: '18:30',
    until: '20:30',
    purpose: 'group-meeting',
    expected: 34,
    needs: 'Hearing loop; chairs in rows',
  },
  {
    group: 'Federation of Practice Tenants’ Associations',
    weekday: 3,
    weekOfMonth: 2,
    room: 'Meeting Room',
    from: '10:00',
    until: '12:30',
    purpose: 'group-meeting',
    expected: 25,
    needs: 'Hearing loop, water jugs',
  },
  {
    group: 'Sheltered Housing Consultative Group',
    weekday: 5,
    weekOfMonth: 2,
    room: 'Meeting Room',
    from: '13:00',
    until: '15:00',
    purpose: 'consultation',
    expected: 20,
    needs: 'Space for two wheelchairs; large-print agenda',
    notes: 'Minibus arrives at 12.45pm.',
  },
  {
    group: 'Tenants’ Scrutiny Panel',
    weekday: 4,
    weekOfMonth: 3,
    room: 'Meeting Room',
    from: '13:00',
    until: '16:00',
    purpose: 'council-meeting',
    expected: 11,
  },
  {
    group: 'Disabled Tenants’ Network',
    weekday: 5,
    weekOfMonth: 3,
    room: 'Meeting Room',
    from: '13:30',
    until: '15:30',
    purpose: 'group-meeting',
    expected: 15,
    needs: 'British Sign Language interpreter, ramp, quiet corner',
  },
  {
    group: 'Repairs Service Group',
    weekday: 1,
    weekOfMonth: 4,
    room: 'Small Room',
    from: '14:00',
    until: '15:30',
    purpose: 'council-meeting',
    expected: 8,
  },
  {
    group: 'Leaseholders’ Liaison Group',
    weekday: 2,
    weekOfMonth: 4,
    room: 'Small Room',
    from: '18:30',
    until: '20:00',
    purpose: 'consultation',
    expected: 10,
  },
];

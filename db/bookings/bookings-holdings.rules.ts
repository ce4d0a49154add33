import type { Holding } from '#db/shared/holding';

const held = {
  recordType: 'bookings',
  keepsMoney: false,
  onMerge: 'move',
  onErase: 'unlink',
} as const;

/** What this module holds about groups and people. */
export const BOOKING_HOLDINGS: readonly Holding[] = [
  { ...held, table: 'booking', column: 'group_id', subject: 'group', words: 'booking' },
  { ...held, table: 'booking', column: 'person_id', subject: 'person', words: 'booking' },
  {
    ...held,
    table: 'booking',
    column: 'responsible_person_id',
    subject: 'person',
    words: 'booking as the responsible person',
  },
  {
    ...held,
    table: 'booking_series',
    column: 'details_json',
    subject: 'group',
    words: 'series of bookings',
    isInText: true,
  },
  {
    ...held,
    table: 'booking_series',
    column: 'details_json',
    subject: 'person',
    words: 'series of bookings',
    isInText: true,
  },
  { ...held, table: 'waiting', column: 'group_id', subject: 'group', words: 'place in the queue' },
  {
    ...held,
    table: 'waiting',
    column: 'person_id',
    subject: 'person',
    words: 'place in the queue',
  },
  {
    ...held,
    table: 'waiting',
    column: 'responsible_person_id',
    subject: 'person',
    words: 'place in the queue as the responsible person',
  },
  {
    ...held,
    table: 'waiting',
    column: 'details_json',
    subject: 'group',
    words: 'details of a place in the queue',
    isInText: true,
    isBeside: true,
  },
  {
    ...held,
    table: 'waiting',
    column: 'details_json',
    subject: 'person',
    words: 'details of a place in the queue',
    isInText: true,
    isBeside: true,
  },
];

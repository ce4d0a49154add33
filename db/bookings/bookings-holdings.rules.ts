import type { Holding } from '#db/shared/holding';

const held = {
  recordType: 'bookings',
  keepsMoney: false,
  onMerge: 'move',
  onErase: 'unlink',
} as const;

/** What the desk wrote about a booking; with the person's own booking it is about them. */
const BOOKING_WORDS = {
  needs: '',
  notes: '',
  cancel_reason: '',
  hours_reason: '',
  late_entry_reason: '',
  keyholder: '',
  access_needs_json: '[]',
} as const;

/** What this module holds about groups and people. */
export const BOOKING_HOLDINGS: readonly Holding[] = [
  { ...held, table: 'booking', column: 'group_id', subject: 'group', words: 'booking' },
  {
    ...held,
    table: 'booking',
    column: 'person_id',
    subject: 'person',
    words: 'booking',
    empties: BOOKING_WORDS,
    emptiesBeside: [
      {
        table: 'booking_close_out',
        column: 'booking_id',
        empties: { damage: '', notes: '' },
      },
    ],
    namesOthers: ['keyholder'],
  },
  {
    ...held,
    table: 'booking',
    column: 'responsible_person_id',
    subject: 'person',
    words: 'booking as the responsible person',
    namesOthers: ['keyholder'],
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
    namesOthers: ['keyholder'],
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
    onErase: 'delete',
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
    namesOthers: ['keyholder'],
    words: 'details of a place in the queue',
    isInText: true,
    isBeside: true,
  },
];

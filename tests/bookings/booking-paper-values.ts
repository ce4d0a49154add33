import { BookingFormValues } from '#db/bookings/papers/booking-form.pdf';
import { BookingSlipValues } from '#db/bookings/papers/booking-slip.pdf';
import { DaySheetBooking, DaySheetValues } from '#db/bookings/papers/day-sheet.pdf';

const CONDITIONS = [
  'Use the room only for work to do with tenant involvement.',
  'Leave the room and the kitchen clean and tidy. Wash the cups and crockery and put them away.',
  'Take all personal items home.',
  'No equipment leaves the centre without the agreement of the Tenant Participation Unit.',
  'Know the fire procedure before you start, and tell the people who come with you.',
  'Keep to the guidelines for the rooms, facilities and equipment.',
];

/** Notes as long as the program lets them be, without a word twice. */
export const LONGEST_NOTES = Array.from({ length: 150 }, (_, i) => `nt${i}`)
  .join(' ')
  .slice(0, 900)
  .trim();

function frameOf(more: object): object {
  return {
    letterhead: {
      centre: 'Millbrook Tenant Resource Centre',
      council: 'Marlow City Council',
      team: 'Tenant Participation Unit',
      address: ['14 Harbour Road', 'Marlow', 'MA1 4QX'],
      phone: '01632 960 114',
    },
    size: 'normal',
    practice: false,
    printedAt: '2026-11-22T09:15',
    printedBy: 'Ann Baker',
    ...more,
  };
}

export function slipValues(more: object = {}): BookingSlipValues {
  return BookingSlipValues.parse({
    ...frameOf({}),
    reference: 'BKG-2026-0142',
    facility: 'Main meeting room',
    date: '2026-11-24',
    from: '18:30',
    until: '20:30',
    isOutOfHours: false,
    booker: 'Siân Ó Néill-Żak',
    group: 'Oak Estate Tenants’ and Residents’ Association',
    responsibleName: 'Łukasz Wiśniewski',
    responsiblePhone: '01632 960 200',
    purpose: 'Meeting of a group',
    expectedNumber: 18,
    needs: 'Hearing loop, step-free access, tables in a horseshoe',
    notes: 'The treasurer brings the accounts. One guest needs a seat by the door.',
    conditions: CONDITIONS,
    issuedBy: 'Ann Baker',
    issuedAt: '2026-11-22T09:15',
    cancelled: null,
    ...more,
  });
}

export function dayBooking(more: object = {}): DaySheetBooking {
  return DaySheetBooking.parse({
    reference: 'BKG-2026-0142',
    from: '09:30',
    until: '11:00',
    bookedFor: 'Oak Estate TRA',
    responsibleName: 'Łukasz Wiśniewski',
    responsiblePhone: '01632 960 200',
    purpose: 'Meeting of a group',
    expectedNumber: 18,
    isOutOfHours: false,
    needs: '',
    notes: '',
    status: 'Confirmed',
    ...more,
  });
}

export function daySheetValues(more: object = {}): DaySheetValues {
  return DaySheetValues.parse({
    ...frameOf({}),
    date: '2026-11-24',
    facilities: [
      {
        name: 'Main meeting room',
        closed: null,
        bookings: [
          dayBooking(),
          dayBooking({ from: '18:30', until: '20:30', isOutOfHours: true, needs: 'Hearing loop' }),
          dayBooking({ from: '21:00', until: '22:00', status: 'Cancelled', expectedNumber: null }),
        ],
      },
      { name: 'Kitchen', closed: null, bookings: [] },
      { name: 'Library', closed: 'New shelves are being fitted', bookings: [] },
    ],
    auditAnchor: { seq: 1234, hash: '9f2c41d07b6e8a35' },
    ...more,
  });
}

export function formValues(more: object = {}): BookingFormValues {
  return BookingFormValues.parse({
    ...frameOf({}),
    facilities: ['Main meeting room', 'Computer suite', 'Photocopier', 'Library', 'Kitchen'],
    conditions: CONDITIONS,
    ...more,
  });
}

import type { Forecast } from '#db/bookings/booking-views.contract';
import { Booking } from '#db/bookings/bookings.contract';
import { A_MONDAY } from './day-values.ts';

/** A confirmed booking of the Meeting Room for Ashdown TRA, 6pm to 8pm on the Monday, with every field it has. */
export function aBooking(part: { readonly [K in keyof Booking]?: unknown } = {}): Booking {
  return Booking.parse({
    id: 'b-1',
    reference: 'BKG-2027-0001',
    facilityId: 'room-1',
    facilityName: 'Meeting Room',
    startsAt: `${A_MONDAY}T18:00`,
    endsAt: `${A_MONDAY}T20:00`,
    heldFrom: part.startsAt ?? `${A_MONDAY}T18:00`,
    heldUntil: part.endsAt ?? `${A_MONDAY}T20:00`,
    units: 1,
    layoutId: null,
    layoutName: '',
    setupMinutes: 0,
    cleardownMinutes: 0,
    status: 'confirmed',
    booker: { kind: 'group', groupId: 'g-1' },
    bookerName: 'Ashdown TRA',
    bookerPhone: '',
    responsiblePersonId: 'p-1',
    responsibleName: 'Peace Okafor',
    responsiblePhone: '',
    purpose: 'group-meeting',
    expectedNumber: 12,
    needs: '',
    notes: '',
    isOutOfHours: false,
    requestedAt: '2027-01-02T10:00:00.000Z',
    takenBy: 'Ann Baker',
    cancelledAt: null,
    cancelReason: '',
    isLateCancellation: false,
    lapsesOn: null,
    offerUntil: null,
    seriesId: null,
    originalDate: null,
    accessNeeds: [],
    crechePlaces: 0,
    thingsWanted: [],
    keyholder: '',
    hoursReason: '',
    lateEntryReason: '',
    mayShowName: false,
    attendance: 'expected',
    checkedInAt: null,
    checkedOutAt: null,
    headcount: null,
    version: 1,
    ...part,
  });
}

/** What the core foresees of a booking that nothing stands in the way of. */
export function aForecast(part: Partial<Forecast> = {}): Forecast {
  return {
    heldFrom: `${A_MONDAY}T18:00`,
    heldUntil: `${A_MONDAY}T20:00`,
    isOutOfHours: false,
    lines: [],
    nextFreeFrom: null,
    freeRoomId: null,
    freeRoomName: null,
    canSqueeze: false,
    needsOutsideHours: false,
    needsLateEntry: false,
    needsApproval: false,
    freeUnits: null,
    ...part,
  } as Forecast;
}

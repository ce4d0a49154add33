import { describe, expect, it } from 'vitest';
import {
  type BookingFormValues,
  newBookingValues,
} from '../../renderer/bookings/booking-form-values.ts';
import { mergeBooking } from '../../renderer/bookings/booking-merge.ts';
import { A_MONDAY } from './day-values.ts';

const BEFORE: BookingFormValues = {
  ...newBookingValues({ facilityId: 'room-1', date: A_MONDAY, from: '18:00', until: '20:00' }),
  booker: { id: 'group:1', title: 'Ashdown TRA' },
  responsiblePersonId: { id: 'p-1', title: 'Mrs P. Okafor' },
  purpose: 'group-meeting',
  expectedNumber: 12,
  needs: '',
  notes: '',
};

const merge = (mine: Partial<BookingFormValues>, theirs: Partial<BookingFormValues>) =>
  mergeBooking({
    before: BEFORE,
    mine: { ...BEFORE, ...mine },
    theirs: { ...BEFORE, ...theirs },
    nameOf: (_kind, id) => (id === 'room-2' ? 'Small Room' : 'Meeting Room'),
  });

describe('Two people changing one booking', () => {
  it('takes over what only the other person changed', () => {
    const { fields, values } = merge({ needs: 'tea' }, { from: '18:30' });

    expect(values).toEqual({ ...BEFORE, needs: 'tea', from: '18:30' });
    expect(fields).toEqual([
      {
        field: 'from',
        label: 'From',
        before: '6pm',
        theirs: '6:30pm',
        mine: '6pm',
        state: 'taken-over',
      },
    ]);
  });

  it('keeps what this person typed where both changed the same field, and shows both', () => {
    const { fields, values } = merge({ facilityId: 'room-3' }, { facilityId: 'room-2' });

    expect(values.facilityId).toBe('room-3');
    expect(fields[0]).toMatchObject({ label: 'Room', theirs: 'Small Room', state: 'both' });
  });

  it('has nothing to show where both changed a field to the same', () => {
    expect(merge({ expectedNumber: 20 }, { expectedNumber: 20 }).fields).toEqual([]);
  });

  it('compares people by who they are, not by how they are written', () => {
    const renamed = { id: 'p-1', title: 'Peace Okafor', detail: '07700 900001' };

    expect(merge({}, { responsiblePersonId: renamed }).fields).toEqual([]);
  });

  it('says lists and ticks in words, and lays aside what only the form asks on the way', () => {
    const { fields } = merge(
      { thingsWanted: [{ what: 'projector', quantity: 1 }], askedBy: 'centre' },
      { thingsWanted: [{ what: 'cups', quantity: 12 }], accessNeeds: ['lift'], mayShowName: true },
    );

    expect(fields.map(({ label, theirs, mine, state }) => [label, theirs, mine, state])).toEqual([
      ['Access needs', 'Lift', 'nothing', 'taken-over'],
      ['Things wanted', '12 × cups', '1 × projector', 'both'],
      ['Name on signs', 'may be shown', 'not shown', 'taken-over'],
    ]);
  });
});

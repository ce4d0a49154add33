import { describe, expect, it } from 'vitest';
import type { Booking, BookingStatus, Squeeze } from '#db/bookings/bookings.contract';
import {
  attendanceFacts,
  heldOf,
  moreOf,
  openingNote,
  setUpOf,
  stateOf,
} from '#db/bookings/papers/paper-facts.rules';
import { endTimeOf, publicName } from '#db/bookings/papers/public-name.rules';

/** An ordinary booking, Tuesday 5 January 2027, 10am to noon, as much of it as papers look at. */
const booking = (part: { readonly [K in keyof Booking]?: unknown } = {}): Booking =>
  ({
    id: 'b-1',
    startsAt: '2027-01-05T10:00',
    endsAt: '2027-01-05T12:00',
    heldFrom: '2027-01-05T10:00',
    heldUntil: '2027-01-05T12:00',
    units: 1,
    layoutName: '',
    status: 'confirmed',
    bookerName: 'Ashdown TRA',
    mayShowName: false,
    cancelReason: '',
    lapsesOn: null,
    offerUntil: null,
    accessNeeds: [],
    crechePlaces: 0,
    thingsWanted: [],
    keyholder: '',
    attendance: 'expected',
    checkedInAt: null,
    checkedOutAt: null,
    headcount: null,
    ...part,
  }) as unknown as Booking;

const squeeze = (part: object): Squeeze =>
  ({
    part: 'setup',
    minutes: 15,
    fromBookingId: 'b-1',
    fromReference: 'BKG-2027-0001',
    forBookingId: 'b-2',
    forReference: 'BKG-2027-0002',
    ...part,
  }) as unknown as Squeeze;

const NOTHING_BESIDE = { unitName: '', series: '', directions: '' };

describe('What a slip says of a booking', () => {
  it('is no longer time than the use where nothing is set up or cleared', () => {
    expect(heldOf(booking())).toBeNull();
    expect(
      heldOf(booking({ heldFrom: '2027-01-05T09:30', heldUntil: '2027-01-06T00:00' })),
    ).toEqual({ from: '09:30', until: '24:00' });
  });

  it('is nothing more for an ordinary booking', () => {
    expect(moreOf(booking(), NOTHING_BESIDE)).toEqual([]);
  });

  it('is each thing that it has, with a label', () => {
    const rich = booking({
      units: 3,
      layoutName: 'Theatre rows',
      accessNeeds: ['step-free', 'hearing-loop'],
      thingsWanted: [{ what: 'projector', quantity: 1 }],
      crechePlaces: 1,
      keyholder: 'J. Marsh',
    });
    const beside = { unitName: 'computer', series: 'Every Tuesday', directions: 'Bus 7' };
    expect(moreOf(rich, beside).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Places: 3 computers',
      'Layout: Theatre rows',
      'Access needs: Step-free entrance and Hearing loop',
      'Stands ready: 1 projector',
      'Crèche: 1 child',
      'Repeats: Every Tuesday',
      'Opens and locks up: J. Marsh',
      'How to get here: Bus 7',
    ]);
  });

  it.each<[BookingStatus, string, boolean]>([
    ['provisional', 'Held for you', true],
    ['requested', 'Asked for', true],
    ['offered', 'Offered to you', true],
    ['refused', 'Refused', false],
    ['lapsed', 'Lapsed', false],
  ])('begins with its state when it is %s', (status, title, holdsRoom) => {
    const state = stateOf(
      booking({ status, lapsesOn: '2027-01-04', offerUntil: '2027-01-04T17:00:00.000Z' }),
    );
    expect(state).toMatchObject({ title, holdsRoom });
  });

  it('says until when an offer stands, and why a booking was refused', () => {
    expect(
      stateOf(booking({ status: 'offered', offerUntil: '2027-06-04T16:00:00.000Z' }))?.line,
    ).toContain('until Friday 4 June 2027, 5pm');
    expect(stateOf(booking({ status: 'refused', cancelReason: 'Too loud' }))?.line).toContain(
      'Reason: Too loud',
    );
  });

  it('has no state to tell when it is confirmed or cancelled', () => {
    expect(stateOf(booking())).toBeNull();
    expect(stateOf(booking({ status: 'cancelled' }))).toBeNull();
  });
});

describe('What the desk makes ready', () => {
  it('is set-up and clear-down, and time given up or gained, on both bookings', () => {
    const held = booking({ heldFrom: '2027-01-05T09:45', heldUntil: '2027-01-05T12:15' });
    expect(setUpOf(held, { unitName: '', squeezes: [squeeze({})] })).toEqual([
      'Set-up from 9:45am',
      'Clear-down until 12:15pm',
      'Gave up 15 minutes of set-up to BKG-2027-0002',
    ]);
    expect(
      setUpOf(booking({ id: 'b-2' }), {
        unitName: '',
        squeezes: [squeeze({ part: 'cleardown' })],
      }),
    ).toEqual(['Got 15 minutes of clear-down from BKG-2027-0001']);
  });

  it('says that a booking does with less of its own time', () => {
    expect(
      setUpOf(booking(), { unitName: '', squeezes: [squeeze({ forBookingId: 'b-1' })] }),
    ).toEqual(['Does with 15 minutes of set-up less']);
  });
});

describe('What is known of the day', () => {
  it('is told by the centre’s clock', () => {
    expect(
      attendanceFacts(
        booking({
          attendance: 'out',
          checkedInAt: '2027-06-15T09:02:00.000Z',
          checkedOutAt: '2027-06-15T11:00:00.000Z',
          headcount: 9,
        }),
      ),
    ).toEqual({ inAt: '10:02', outAt: '12:00', people: 9, isNoShow: false });
    expect(attendanceFacts(booking({ attendance: 'no-show' })).isNoShow).toBe(true);
  });

  it('has a note where hours differ from the usual, and none otherwise', () => {
    const day = (why: string, spans: unknown) =>
      openingNote({ facilityId: 'f', date: '2027-01-05', why, spans } as never);
    const spans = [{ from: '2027-01-05T18:00', until: '2027-01-06T00:00' }];
    expect(day('Staff training', spans)).toBe('Open 6pm to midnight: Staff training');
    expect(day('', spans)).toBe('');
    expect(day('Good Friday', [])).toBe('');
    expect(day('Good Friday', null)).toBe('');
  });
});

describe('A name on papers that go round', () => {
  it('stands there only with leave (PPL-10)', () => {
    expect(publicName(booking({ mayShowName: true }))).toBe('Ashdown TRA');
    expect(publicName(booking())).toBe('Booked');
    expect(publicName(booking({ status: 'provisional' }))).toBe('Held');
  });
});

describe('The end of a booking at midnight', () => {
  it('is the end of its day', () => {
    expect(endTimeOf({ endsAt: '2027-01-06T00:00' as never })).toBe('24:00');
    expect(endTimeOf({ endsAt: '2027-01-05T12:00' as never })).toBe('12:00');
  });
});

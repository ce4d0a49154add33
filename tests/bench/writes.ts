import { acrossSizes } from './across-sizes.ts';
import { lookUpClash, readDay, writeBooking } from './floor.ts';
import type { Measure, Pace } from './measure.ts';
import type { OpenCentre } from './open-centre.ts';
import { DAY, roomOf, slotOf, toCreate } from './workload.ts';

/** Booking a free slot, on the disk when it is answered, and then being refused the very same slots. */
export async function writeMeasures(
  centres: readonly OpenCentre[],
  pace: Pace,
): Promise<readonly Measure[]> {
  // Nobody books without having looked at the day.
  const calendar = {
    procedure: 'bookings.onDay',
    input: () => ({ date: DAY.date }),
    floor: (centre: OpenCentre) => readDay(centre.floor, DAY.date, DAY.after),
  };
  const create = await acrossSizes(centres, pace, {
    what: 'book a room',
    procedure: 'bookings.create',
    input: (centre, i) => toCreate(centre.ids, i),
    floor: (centre) => {
      const write = writeBooking(centre.floor, centre.ids);
      return (i) => write(slotOf(i), roomOf(centre.ids, i));
    },
    after: calendar,
    limit: 3,
  });
  const refused = await acrossSizes(centres, pace, {
    what: 'be refused a taken room',
    procedure: 'bookings.create',
    input: (centre, i) => toCreate(centre.ids, i),
    floor: (centre) => {
      const lookUp = lookUpClash(centre.floor, centre.ids);
      return (i) => lookUp(slotOf(i), roomOf(centre.ids, i));
    },
    after: calendar,
    refusal: 'booking.clash',
    limit: 3,
    limitAt: 'inside',
  });
  return [...create, ...refused];
}

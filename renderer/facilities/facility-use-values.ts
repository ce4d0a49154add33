import { z } from 'zod';
import { type Facility, type FacilityId, FacilityUse } from '#db/facilities/facilities.contract';

const fields = FacilityUse.shape;
const MINUTES_IN_AN_HOUR = 60;

/** A figure that may be left empty; empty is no rule (BOOK-24). */
const figure = (most: number, sentence: string) =>
  z
    .int('Enter a whole number, or leave it empty.')
    .min(1, 'Enter a number above 0, or leave it empty.')
    .max(most, sentence)
    .nullable();

/** The form on how a room is used, while it is typed; hours are typed as hours and kept as minutes. */
export const FacilityUseSchema = z
  .object({
    units: z
      .int('Enter a whole number of places.')
      .min(1, 'Enter at least 1 place.')
      .max(500, 'Enter 500 places or fewer.'),
    unitName: fields.unitName,
    partIds: z.array(z.string()),
    accessFeatures: fields.accessFeatures,
    needsApproval: fields.needsApproval,
    longestHours: figure(48, 'Enter 48 hours or fewer, or leave it empty.'),
    daysAhead: figure(3650, 'Enter ten years or fewer, or leave it empty.'),
    noticeOpenDays: figure(60, 'Enter 60 days or fewer, or leave it empty.'),
    minimumAge: figure(99, 'Enter an age below 100, or leave it empty.'),
    directions: fields.directions,
  })
  .transform(
    ({ longestHours, partIds, ...typed }): FacilityUse => ({
      ...typed,
      partIds: partIds as FacilityId[],
      longestMinutes: longestHours === null ? null : longestHours * MINUTES_IN_AN_HOUR,
    }),
  );
export type FacilityUseValues = z.input<typeof FacilityUseSchema>;

/** How a room is used, as the form shows it. */
export function valuesOfUse(facility: Facility): FacilityUseValues {
  return {
    units: facility.units,
    unitName: facility.unitName,
    partIds: [...facility.partIds],
    accessFeatures: [...facility.accessFeatures],
    needsApproval: facility.needsApproval,
    longestHours:
      facility.longestMinutes === null
        ? null
        : Math.ceil(facility.longestMinutes / MINUTES_IN_AN_HOUR),
    daysAhead: facility.daysAhead,
    noticeOpenDays: facility.noticeOpenDays,
    minimumAge: facility.minimumAge,
    directions: facility.directions,
  };
}

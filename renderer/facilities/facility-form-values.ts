import { z } from 'zod';
import {
  type Facility,
  FacilityDetails,
  type FacilityKind,
} from '#db/facilities/facilities.contract';
import { draftOfWeekHours, readWeekHours, type WeekHoursDraft } from './week-hours-draft.ts';

/** Kinds of rooms and services in the words of the desk. */
export const FACILITY_KIND_WORDS: Readonly<Record<FacilityKind, string>> = {
  'meeting-room': 'Meeting room',
  'computer-suite': 'Computer suite',
  photocopier: 'Photocopier',
  library: 'Library',
  kitchen: 'Kitchen',
  other: 'Something else',
};

const fields = FacilityDetails.shape;

/** The room form while it is typed; the week of hours stays as typed until it can be read. */
export const FacilityFormSchema = z
  .object({
    name: fields.name,
    kind: fields.kind,
    isBookable: z.enum(['bookable', 'walk-in']),
    capacity: fields.capacity,
    isActive: z.boolean(),
    hours: z.custom<WeekHoursDraft>().superRefine((draft, context) => {
      for (const problem of readWeekHours(draft).problems) {
        context.addIssue({ code: 'custom', message: problem.message });
      }
    }),
  })
  .transform((typed) => ({
    ...typed,
    isBookable: typed.isBookable === 'bookable',
    hours: readWeekHours(typed.hours).hours ?? null,
  }));
export type FacilityFormValues = z.input<typeof FacilityFormSchema>;

/** A room as the form shows it; without one, a new room that is booked and whose hours nobody has said. */
export function valuesOfFacility(facility: Facility | undefined): FacilityFormValues {
  return {
    name: facility?.name ?? '',
    kind: facility?.kind ?? 'meeting-room',
    isBookable: (facility?.isBookable ?? true) ? 'bookable' : 'walk-in',
    capacity: facility?.capacity ?? null,
    isActive: facility?.isActive ?? true,
    hours: draftOfWeekHours(facility?.hours ?? null),
  };
}

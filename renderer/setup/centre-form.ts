import { z } from 'zod';
import { FacilityDetails, FacilityKind } from '#db/facilities/facilities.contract';
import type { PresetCard, setupContract } from '#db/setup/setup.contract';
import { CentreDetails } from '#db/settings/settings.contract';
import type { InputOf } from '#db/shared/contract';
import {
  draftOfWeekHours,
  readWeekHours,
  type WeekHoursDraft,
} from '../facilities/week-hours-draft.ts';
import { addressLinesOf } from '../settings/address-lines.ts';

const Hours = z.custom<WeekHoursDraft>().superRefine((draft, context) => {
  const first = readWeekHours(draft).problems[0];
  if (first) context.addIssue({ code: 'custom', message: first.message });
});

const RoomForm = FacilityDetails.extend({ hours: Hours });
export type RoomForm = z.infer<typeof RoomForm>;

/** The page about the centre and its rooms, as it is typed. */
export const CentreForm = z.object({
  ...CentreDetails.omit({ addressLines: true }).shape,
  address: z
    .string()
    .refine((text) => addressLinesOf(text).length <= 6, 'Use 6 lines or fewer for the address.'),
  rooms: z.array(RoomForm).min(1, 'Add at least one room. You can change it later.').max(60),
  officeHours: Hours,
});
export type CentreForm = z.infer<typeof CentreForm>;

/** What the page starts with: the rooms of the council's paper, with nothing guessed about their hours. */
export function newCentreForm(preset: PresetCard | undefined): CentreForm {
  return {
    name: '',
    address: '',
    phone: '',
    rooms: (preset?.rooms ?? []).map((room) => ({
      ...newRoomForm(),
      name: room.name,
      kind: FacilityKind.safeParse(room.kind).data ?? 'other',
      isBookable: room.isBookable,
    })),
    officeHours: draftOfWeekHours(null),
  };
}

export function newRoomForm(): RoomForm {
  return {
    name: '',
    kind: 'meeting-room',
    isBookable: true,
    capacity: null,
    hours: draftOfWeekHours(null),
  };
}

/** The page as the program wants it; every week of hours has been read before. */
export function toDescription(form: CentreForm): InputOf<(typeof setupContract)['describeCentre']> {
  return {
    centre: { name: form.name, phone: form.phone, addressLines: addressLinesOf(form.address) },
    facilities: form.rooms.map((room) => ({
      ...room,
      hours: readWeekHours(room.hours).hours ?? null,
    })),
    officeHours: readWeekHours(form.officeHours).hours ?? null,
  };
}

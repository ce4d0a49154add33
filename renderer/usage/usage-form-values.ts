import { z } from 'zod';
import { type Facility, type FacilityId, SeatId } from '#db/facilities/facilities.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import {
  atTime,
  dateOf,
  LocalDate,
  type LocalDateTime,
  LocalTime,
  timeOf,
} from '#db/shared/local-date';
import { usageContract } from '#db/usage/usage.contract';
import { ActsFor, NOTHING_TO_ASK } from '../officers/acts-for.ts';
import { chosenGroupOrNone, chosenPerson } from '../people/who.ts';

const fields = usageContract.record.input.shape;

/** Who uses it, for whom, what for, and whether they are old enough: the same for a session and for a use that is over. */
const who = {
  person: chosenPerson('Choose who it is. Type two letters of the name.'),
  actsFor: ActsFor,
  group: chosenGroupOrNone,
  purpose: fields.purpose,
  seatId: z.string(),
  /** Empty until it is answered; asked only where there is a minimum age. */
  isOldEnough: z.enum(['', 'yes', 'no']),
  accompaniedBy: fields.accompaniedBy,
};

const common = (typed: {
  readonly person: PersonId;
  readonly group: GroupId | null;
  readonly seatId: string;
  readonly isOldEnough: '' | 'yes' | 'no';
}) => ({
  personId: typed.person,
  groupId: typed.group,
  seatId: typed.seatId === '' ? null : SeatId.parse(typed.seatId),
  isOldEnough: typed.isOldEnough === '' ? null : typed.isOldEnough === 'yes',
});

/** A session that begins now. */
export const StartFormSchema = z.object(who).transform((typed) => ({
  ...common(typed),
  purpose: typed.purpose,
  accompaniedBy: typed.accompaniedBy,
}));
export type StartFormValues = z.input<typeof StartFormSchema>;

export const newStartValues = (): StartFormValues => ({
  person: null,
  actsFor: NOTHING_TO_ASK,
  group: null,
  purpose: '',
  seatId: '',
  isOldEnough: '',
  accompaniedBy: '',
});

/** A use that is over: a job at the photocopier, or a session that nobody entered in time. */
export const RecordFormSchema = z
  .object({
    ...who,
    facilityId: z.string().min(1, 'Choose what was used.'),
    date: LocalDate,
    time: LocalTime,
    minutes: fields.minutes.nullable(),
    copies: fields.copies.nullable(),
    colourCopies: fields.colourCopies.nullable(),
    notes: fields.notes,
  })
  .transform((typed) => ({
    ...common(typed),
    facilityId: typed.facilityId as FacilityId,
    purpose: typed.purpose,
    accompaniedBy: typed.accompaniedBy,
    startedAt: atTime(typed.date, typed.time),
    minutes: typed.minutes ?? 0,
    copies: typed.copies ?? 0,
    colourCopies: typed.colourCopies ?? 0,
    notes: typed.notes,
  }));
export type RecordFormValues = z.input<typeof RecordFormSchema>;

export const newRecordValues = (
  facility: Facility | undefined,
  now: LocalDateTime,
): RecordFormValues => ({
  ...newStartValues(),
  facilityId: facility?.id ?? '',
  date: dateOf(now),
  time: timeOf(now),
  minutes: null,
  copies: null,
  colourCopies: null,
  notes: '',
});

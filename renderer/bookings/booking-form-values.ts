import { z } from 'zod';
import {
  type Booking,
  type ChangeBooking,
  CreateBooking,
  DiaryDate,
  type FreedOffers,
  Purpose,
  PURPOSE_WORDS,
  Wanted,
} from '#db/bookings/bookings.contract';
import type { NewSeries } from '#db/bookings/series/series.contract';
import { AccessFeature, type FacilityId, type LayoutId } from '#db/facilities/facilities.contract';
import { dateOf, LocalEndTime, LocalTime, timeOf } from '#db/shared/local-date';
import { ActsFor, NOTHING_TO_ASK } from '../officers/acts-for.ts';
import type { Choice } from '../shared/ChooserField.tsx';
import { chosenPerson, chosenWho, choiceIdOf } from '../people/who.ts';
import {
  endOf,
  findRepeat,
  findRepeatProblem,
  NO_REPEAT,
  RepeatValues,
} from '../series/repeat-values.ts';

/** A booking as the form saved it; a change also says to whom the time it left was offered. */
export type SavedBooking = Booking & Partial<FreedOffers>;

const fields = CreateBooking.shape;

/** A reason that is asked only once somebody chose to go past a rule. */
const Reason = z.object({ isOn: z.boolean(), reason: z.string().trim() });

const inputs = z.object({
  booker: chosenWho('Choose who the booking is for. Type two letters of the name.'),
  actsFor: ActsFor,
  responsiblePersonId: chosenPerson(
    'Choose who is responsible on the day. Type two letters of the name.',
  ),
  purpose: z
    .string()
    .refine((value) => Purpose.safeParse(value).success, 'Choose what the room is for.'),
  facilityId: z.string().min(1, 'Choose a room.'),
  date: fields.date,
  from: LocalTime,
  until: LocalEndTime,
  expectedNumber: fields.expectedNumber,
  needs: fields.needs,
  notes: fields.notes,
  units: z.int('Enter a whole number of places.').min(1).max(500).nullable(),
  layoutId: z.string(),
  setupMinutes: z.int().min(0).max(480, 'Use 8 hours or fewer.').nullable(),
  cleardownMinutes: z.int().min(0).max(480, 'Use 8 hours or fewer.').nullable(),
  accessNeeds: z.array(AccessFeature),
  crechePlaces: z.int().min(0).max(200, 'Use 200 or fewer.').nullable(),
  thingsWanted: z.array(Wanted),
  mayShowName: z.boolean(),
  outsideHours: Reason.extend({ keyholder: z.string().trim() }),
  squeeze: Reason,
  lateEntry: Reason,
  /** Last day of a provisional hold; empty books at once. */
  lapsesOn: z.string(),
  askedBy: z.enum(['holder', 'centre']),
  agreement: z.object({
    agreedBy: z.string().trim(),
    how: z.enum(['phone', 'in-person', 'letter', 'email']),
  }),
  repeat: RepeatValues,
});

/** What a form that was filled in asks for: a booking, and how it repeats where it does. */
export type BookingWish = {
  readonly create: CreateBooking;
  readonly move: Pick<ChangeBooking, 'askedBy' | 'agreement'>;
  readonly series: NewSeries | null;
};

/** What the booking form holds while it is typed; it comes out as what the contract asks for. */
export const BookingFormSchema = inputs.superRefine(checkTogether).transform(wishOf);
export type BookingFormValues = z.input<typeof BookingFormSchema>;
type Typed = z.output<typeof inputs>;

/** What only the whole form can tell: the end after the start, and reasons where a rule is passed. */
function checkTogether(typed: Typed, ctx: z.RefinementCtx): void {
  const say = (path: readonly string[], message: string) =>
    ctx.addIssue({ code: 'custom', path: [...path], message });
  if (typed.from >= typed.until) {
    say(['until'], 'The end is not after the start. Enter an end later than the start.');
  }
  const { outsideHours, squeeze, lateEntry } = typed;
  if (outsideHours.isOn && outsideHours.keyholder === '') {
    say(['outsideHours', 'keyholder'], 'Enter who opens and locks up.');
  }
  if (outsideHours.isOn && outsideHours.reason === '') {
    say(['outsideHours', 'reason'], 'Say why it is outside opening hours.');
  }
  if (squeeze.isOn && squeeze.reason === '') {
    say(['squeeze', 'reason'], 'Say why the time is given up.');
  }
  if (lateEntry.isOn && lateEntry.reason === '') {
    say(['lateEntry', 'reason'], 'Say why it is entered late.');
  }
  if (typed.askedBy === 'centre' && typed.agreement.agreedBy === '') {
    say(['agreement', 'agreedBy'], 'Enter who agreed to the move.');
  }
  const repeatProblem = findRepeatProblem(typed.repeat, typed.date);
  if (repeatProblem !== undefined) say(repeatProblem.path, repeatProblem.message);
}

function wishOf(typed: Typed): BookingWish {
  const details = {
    facilityId: typed.facilityId as FacilityId,
    date: typed.date,
    from: typed.from,
    until: typed.until,
    booker: typed.booker,
    responsiblePersonId: typed.responsiblePersonId,
    purpose: typed.purpose as Purpose,
    expectedNumber: typed.expectedNumber,
    needs: typed.needs,
    notes: typed.notes,
    ...detailsOf(typed),
  };
  const repeat = findRepeat(typed.repeat, typed.date);
  const { isOn, reason } = typed.lateEntry;
  return {
    create: {
      ...details,
      hold: holdOf(typed.lapsesOn),
      lateEntry: isOn ? { reason } : null,
    },
    move: {
      askedBy: typed.askedBy,
      agreement: typed.askedBy === 'centre' ? typed.agreement : null,
    },
    series:
      repeat === undefined
        ? null
        : {
            ...details,
            repeat,
            end: endOf(typed.repeat, typed.date),
            onClosedDay: typed.repeat.onClosedDay,
            choices: [],
          },
  };
}

/** The part of the form that most bookings leave alone. */
export function detailsOf(typed: Omit<BookingFormValues, 'booker' | 'responsiblePersonId'>) {
  const { outsideHours, squeeze } = typed;
  return {
    units: typed.units ?? 1,
    layoutId: typed.layoutId === '' ? null : (typed.layoutId as LayoutId),
    setupMinutes: typed.setupMinutes,
    cleardownMinutes: typed.cleardownMinutes,
    accessNeeds: typed.accessNeeds,
    crechePlaces: typed.crechePlaces ?? 0,
    thingsWanted: typed.thingsWanted,
    mayShowName: typed.mayShowName,
    outsideHours: outsideHours.isOn
      ? { keyholder: outsideHours.keyholder, reason: outsideHours.reason }
      : null,
    squeeze: squeeze.isOn ? { reason: squeeze.reason } : null,
  };
}

function holdOf(lapsesOn: string): CreateBooking['hold'] {
  const date = DiaryDate.safeParse(lapsesOn).data;
  return date === undefined ? null : { lapsesOn: date };
}

/** The purposes in the order of the contract, as lines of a list. */
export const PURPOSE_OPTIONS = Purpose.options.map((value) => ({
  value,
  words: PURPOSE_WORDS[value],
}));

const NOTHING_MORE = {
  actsFor: NOTHING_TO_ASK,
  units: null,
  layoutId: '',
  setupMinutes: null,
  cleardownMinutes: null,
  accessNeeds: [],
  crechePlaces: null,
  thingsWanted: [],
  mayShowName: false,
  outsideHours: { isOn: false, keyholder: '', reason: '' },
  squeeze: { isOn: false, reason: '' },
  lateEntry: { isOn: false, reason: '' },
  lapsesOn: '',
  askedBy: 'holder',
  agreement: { agreedBy: '', how: 'phone' },
  repeat: NO_REPEAT,
} satisfies Partial<BookingFormValues>;

/** The form before anything is typed, at the place in the calendar it was opened from. */
export function newBookingValues(start: {
  readonly facilityId: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
}): BookingFormValues {
  return {
    ...NOTHING_MORE,
    booker: null,
    responsiblePersonId: null,
    purpose: 'group-meeting',
    expectedNumber: null,
    needs: '',
    notes: '',
    ...start,
  };
}

/** A booking as the form shows it for changing. */
export function valuesOfBooking(booking: Booking): BookingFormValues {
  return {
    ...NOTHING_MORE,
    booker: choiceOf(choiceIdOf(booking.booker), booking.bookerName, booking.bookerPhone),
    responsiblePersonId: choiceOf(
      choiceIdOf({ kind: 'person', personId: booking.responsiblePersonId }),
      booking.responsibleName,
      booking.responsiblePhone,
    ),
    purpose: booking.purpose,
    facilityId: booking.facilityId,
    date: dateOf(booking.startsAt),
    from: timeOf(booking.startsAt),
    until: endTimeOf(booking),
    expectedNumber: booking.expectedNumber,
    needs: booking.needs,
    notes: booking.notes,
    units: booking.units,
    layoutId: booking.layoutId ?? '',
    setupMinutes: booking.setupMinutes,
    cleardownMinutes: booking.cleardownMinutes,
    accessNeeds: booking.accessNeeds,
    crechePlaces: booking.crechePlaces === 0 ? null : booking.crechePlaces,
    thingsWanted: booking.thingsWanted,
    mayShowName: booking.mayShowName,
    outsideHours: {
      isOn: booking.keyholder !== '',
      keyholder: booking.keyholder,
      reason: booking.hoursReason,
    },
  };
}

/** A booking as the contract's command asks for it, for putting an earlier state back. */
export function wantedOfBooking(booking: Booking): Omit<CreateBooking, 'hold' | 'lateEntry'> {
  return {
    facilityId: booking.facilityId,
    date: dateOf(booking.startsAt),
    from: timeOf(booking.startsAt),
    until: endTimeOf(booking),
    booker: booking.booker,
    responsiblePersonId: booking.responsiblePersonId,
    purpose: booking.purpose,
    expectedNumber: booking.expectedNumber,
    needs: booking.needs,
    notes: booking.notes,
    ...detailsOf(valuesOfBooking(booking)),
  };
}

/** Midnight of the next day is written 24:00 of this one. */
export function endTimeOf(booking: Pick<Booking, 'startsAt' | 'endsAt'>): LocalEndTime {
  return dateOf(booking.endsAt) === dateOf(booking.startsAt)
    ? timeOf(booking.endsAt)
    : ('24:00' as LocalEndTime);
}

function choiceOf(id: string, title: string, detail: string): Choice {
  return detail === '' ? { id, title } : { id, title, detail };
}

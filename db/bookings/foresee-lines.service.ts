import { whatIsMissing } from '#db/conditions/conditions.service';
import { ACCESS_WORDS, type Facility } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import { MASKED } from '#db/people/people.rules';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { DomainError } from '#db/shared/domain-error';
import { minutesBetween, overlaps, timesOnClock } from '#db/shared/local-date';
import { countOf, joinWords } from '#db/shared/plain-words';
import {
  barredError,
  listBars,
  stopByRecognition,
  unrecognisedError,
} from './booking-bars.service.ts';
import type { Foreseen } from './booking-views.contract.ts';
import type { bookingsContract } from './bookings-api.contract.ts';
import type { Booker, CreateBooking } from './bookings.contract.ts';
import { isOutsideInvolvement } from './bookings.rules.ts';
import type { Judgement } from './judge.rules.ts';
import { useOf } from './place-booking.service.ts';
import { areJoined } from './room-time.rules.ts';
import * as waitings from './waiting.repository.ts';

/** A booking as it stands in the form. */
export type Typed = Parameters<Handlers<typeof bookingsContract>['foresee']>[1];

/** For the booking form: what the booker has left of booked time; introduced by `api.ts`, because usage knows bookings. */
export type AskAllowance = (
  ctx: Ctx,
  asked: {
    readonly facilityId: Facility['id'];
    readonly groupId: Extract<Booker, { kind: 'group' }>['groupId'] | null;
    readonly personId: Extract<Booker, { kind: 'person' }>['personId'] | null;
    readonly on: CreateBooking['date'];
    readonly minutes: number;
    readonly exceptBookingId?: string | undefined;
  },
) => Promise<readonly { readonly words: string; readonly isOver: boolean }[]>;

export const line = (
  weight: Foreseen['weight'],
  code: string,
  words: string,
  field = '',
): Foreseen => ({
  weight,
  code,
  words,
  field,
});

export const problem = (refusal: DomainError): Foreseen =>
  line('problem', refusal.code, refusal.message, refusal.field ?? '');

export async function linesOnBars(ctx: Ctx, input: Typed): Promise<readonly Foreseen[]> {
  const { booker, responsiblePersonId } = input;
  if (booker === null || responsiblePersonId === null) return [];
  const bars = await listBars(ctx, { ...input, booker, responsiblePersonId });
  const isMasked = isAuditor(ctx.actor);
  const stop = await stopByRecognition(ctx, { ...input, booker });
  const barLines = bars.map((bar) => {
    const shown = isMasked ? { ...bar, subjectName: MASKED, reason: MASKED } : bar;
    return bar.effect === 'bars'
      ? problem(barredError(shown))
      : line(
          'warning',
          'booking.warned-about',
          `${shown.subjectName} (${shown.reference}): ${shown.reason}`,
          'booker',
        );
  });
  if (stop === undefined || stop.why === '') return barLines;
  return [
    ...barLines,
    stop.stops
      ? problem(unrecognisedError(stop))
      : line('warning', 'booking.not-recognised', stop.why, 'booker'),
  ];
}

/** What the use itself gives to know: purpose (BOOK-06), hours (BOOK-04), access (BOOK-20), approval. */
export function linesOnUse(
  facility: Facility,
  input: Typed,
  judged: Judgement,
): readonly Foreseen[] {
  const missing = input.accessNeeds.filter((need) => !facility.accessFeatures.includes(need));
  return [
    ...(isOutsideInvolvement(input.purpose ?? '')
      ? [
          line(
            'warning',
            'booking.outside-involvement',
            'Work in the centre should be about tenant involvement. You can still book; the purpose is kept on record.',
            'purpose',
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [
          line(
            'warning',
            'booking.access-missing',
            `${facility.name} has no ${joinWords(missing.map((need) => ACCESS_WORDS[need].toLowerCase()))} on record. Look for another room, or ask what would help.`,
            'accessNeeds',
          ),
        ]
      : []),
    ...(judged.isOutOfHours
      ? [
          line(
            'note',
            'booking.out-of-hours',
            'Out of hours: nobody is at the desk for all of that time. The booking is marked so in the diary and on the slip.',
            'from',
          ),
        ]
      : []),
    ...([judged.use.from, judged.use.until].some((time) => timesOnClock(time) === 2)
      ? [
          line(
            'note',
            'booking.hour-comes-twice',
            'The clocks go back at 02:00 that night, so the hour from 01:00 comes twice. The booking counts by the first; tell whoever books which one is meant.',
            'from',
          ),
        ]
      : []),
    ...(facility.needsApproval && input.id === null
      ? [
          line(
            'note',
            'booking.needs-approval',
            `${facility.name} is booked once an officer or manager approves it. Until then the time is held.`,
            'facilityId',
          ),
        ]
      : []),
  ];
}

/** Guidelines (BOOK-07) and fire procedure (BOOK-08): warned about here, asked for at check-in. */
export async function linesOnConditions(ctx: Ctx, input: Typed): Promise<readonly Foreseen[]> {
  const { booker, responsiblePersonId, date } = input;
  if (booker === null || responsiblePersonId === null) return [];
  const missing = await whatIsMissing(ctx, { booker, responsiblePersonId, on: date });
  const isMasked = isAuditor(ctx.actor);
  return missing.map((one) =>
    line(
      'warning',
      'booking.condition-missing',
      isMasked ? MASKED : one.words,
      one.who.kind === 'group' ? 'booker' : 'responsiblePersonId',
    ),
  );
}

export async function linesOnAllowance(
  ctx: Ctx,
  input: Typed,
  askAllowance: AskAllowance,
): Promise<readonly Foreseen[]> {
  const { booker, date } = input;
  const use = useOf(input);
  if (booker === null || use.until <= use.from) return [];
  const left = await askAllowance(ctx, {
    facilityId: input.facilityId,
    groupId: booker.kind === 'group' ? booker.groupId : null,
    personId: booker.kind === 'person' ? booker.personId : null,
    on: date,
    minutes: minutesBetween(use.from, use.until),
    ...(input.id === null ? {} : { exceptBookingId: input.id }),
  });
  return left.map((one) =>
    line(one.isOver ? 'warning' : 'note', 'booking.allowance', one.words, 'booker'),
  );
}

/** Whoever asked first should hear of a free time first (BOOK-03), also when they wait for the hall of a half or the half of a hall. */
export async function linesOnQueue(ctx: Ctx, input: Typed): Promise<readonly Foreseen[]> {
  const use = useOf(input);
  if (use.until <= use.from) return [];
  const rooms = await listFacilities(ctx);
  const waiting = (await waitings.listWaitingOn(ctx, input.date, input.date)).filter(
    (one) => overlaps(useOf(one), use) && areJoined(input.facilityId, one.facilityId, rooms),
  );
  if (waiting.length === 0) return [];
  return [
    line(
      'warning',
      'booking.somebody-waits',
      `${countOf(waiting.length, 'other waits', 'others wait')} for a time that touches this one. Look at the queue first.`,
      'from',
    ),
  ];
}

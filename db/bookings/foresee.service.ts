import { listUnwritten, whatIsMissing } from '#db/conditions/conditions.service';
import { ACCESS_WORDS, type Facility } from '#db/facilities/facilities.contract';
import { getFacility, listFacilities } from '#db/facilities/facilities.service';
import { MASKED } from '#db/people/people.rules';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { DomainError } from '#db/shared/domain-error';
import { dateOf, endOfDay, minutesBetween, overlaps, startOfDay } from '#db/shared/local-date';
import { countOf, joinWords } from '#db/shared/plain-words';
import { barredError, listBars } from './booking-bars.service.ts';
import {
  findWays,
  type GiversHold,
  placesWords,
  type RoomDay,
  readRoomFacts,
  takenError,
} from './booking-checks.service.ts';
import { askedOf, isMoved } from './booking-life.service.ts';
import * as lists from './booking-lists.repository.ts';
import { maskCard } from './booking-mask.rules.ts';
import type { Forecast, Foreseen } from './booking-views.contract.ts';
import type { bookingsContract } from './bookings-api.contract.ts';
import type { Booker, Booking, BookingCard, CreateBooking } from './bookings.contract.ts';
import { isOutsideInvolvement } from './bookings.rules.ts';
import {
  type AskedTime,
  findInTheWay,
  findOverCapacity,
  freePlaces,
  type Judgement,
  judgeTime,
} from './judge.rules.ts';
import { getBooking, useOf } from './place-booking.service.ts';
import { planSqueeze } from './squeeze.rules.ts';
import { spansWithout } from './squeeze.service.ts';
import * as waitings from './waiting.repository.ts';

type Input = Parameters<Handlers<typeof bookingsContract>['foresee']>[1];

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

/** Everything about a booking as typed so far, out of the same rules that decide when it is saved. */
export function bookingForecast(
  askAllowance: AskAllowance,
): Pick<Handlers<typeof bookingsContract>, 'foresee'> {
  return {
    async foresee(ctx, input) {
      const facility = await getFacility(ctx, input.facilityId);
      const before = input.id === null ? undefined : await getBooking(ctx, input.id);
      const wanted = asTyped(input);
      const asked = before === undefined ? askedNew(wanted) : askedOf(before, wanted);
      const facts = await readRoomFacts(ctx, facility, input.date);
      const judged = judgeTime(facts, asked);
      const isKept = before !== undefined && !isMoved(before, facility, asked);
      const room = isKept
        ? standing(before, facility, asked)
        : await lookAtRoom(ctx, facts, { ...asked, ...judged });
      return {
        ...room.forecast,
        isOutOfHours: judged.isOutOfHours,
        needsApproval: facility.needsApproval,
        lines: [
          ...room.lines,
          ...(isKept ? [] : await linesOnBars(ctx, input)),
          ...linesOnUse(facility, input, judged),
          ...(await linesOnConditions(ctx, input)),
          ...(await linesOnAllowance(ctx, input, askAllowance)),
          ...(isKept ? [] : await linesOnQueue(ctx, input)),
        ],
      };
    },
  };
}

/** What was typed, with an ordinary purpose while none is chosen; who it is for is asked about apart. */
function asTyped({ id, ...input }: Input) {
  return {
    ...input,
    id: id as Booking['id'],
    version: 0,
    agreement: null,
    askedBy: 'holder',
    purpose: input.purpose ?? 'group-meeting',
    booker: input.booker ?? { kind: 'group', groupId: '' as never },
    responsiblePersonId: input.responsiblePersonId ?? ('' as never),
  } as const;
}

const askedNew = (wanted: ReturnType<typeof asTyped>): AskedTime => ({
  wanted,
  use: useOf(wanted),
});

type RoomPart = {
  readonly forecast: Omit<Forecast, 'lines' | 'isOutOfHours' | 'needsApproval'>;
  readonly lines: readonly Foreseen[];
};

const line = (weight: Foreseen['weight'], code: string, words: string, field = ''): Foreseen => ({
  weight,
  code,
  words,
  field,
});

const problem = (refusal: DomainError): Foreseen =>
  line('problem', refusal.code, refusal.message, refusal.field ?? '');

/** A change that leaves time and room alone is asked only whether everybody still fits. */
function standing(before: Booking, facility: Facility, asked: AskedTime): RoomPart {
  const isOther = asked.wanted.expectedNumber !== before.expectedNumber;
  const tooMany = isOther ? findOverCapacity(facility, asked.wanted) : undefined;
  return {
    forecast: {
      heldFrom: before.heldFrom,
      heldUntil: before.heldUntil,
      nextFreeFrom: null,
      freeRoomId: null,
      freeRoomName: null,
      canSqueeze: false,
      needsOutsideHours: false,
      needsLateEntry: false,
      freeUnits: null,
    },
    lines: tooMany === undefined ? [] : [problem(tooMany)],
  };
}

type Judged = AskedTime & Judgement;

/** Hours, limits, size and other bookings, with what could be had instead. */
async function lookAtRoom(ctx: Ctx, facts: RoomDay, asked: Judged): Promise<RoomPart> {
  const { facility } = facts;
  const isBackwards = asked.use.until <= asked.use.from;
  const holdings = isBackwards ? [] : await readHoldings(ctx, facility, asked);
  const wanted = { held: asked.held, units: asked.wanted.units, exceptId: asked.exceptId };
  const inTheWay = findInTheWay(facility, wanted, holdings);
  const squeeze =
    inTheWay?.kind === 'clash'
      ? planSqueeze({ use: asked.use, around: asked.around }, holdings)
      : undefined;
  const isSqueezed = squeeze !== undefined && asked.wanted.squeeze !== null;
  const ways =
    inTheWay?.kind === 'clash'
      ? findWays(ctx, facts, asked, {
          day: await readDay(ctx, asked),
          rooms: await listFacilities(ctx),
        })
      : undefined;
  const taken =
    inTheWay === undefined || isSqueezed
      ? undefined
      : await takenError(ctx, facts, asked, { inTheWay, canSqueeze: squeeze !== undefined });
  const held = isSqueezed ? squeeze.held : asked.held;
  return {
    forecast: {
      heldFrom: held.from,
      heldUntil: held.until,
      nextFreeFrom: ways?.nextFreeFrom ?? null,
      freeRoomId: ways?.freeRoom?.id ?? null,
      freeRoomName: ways?.freeRoom?.name ?? null,
      canSqueeze: squeeze !== undefined,
      needsOutsideHours: asked.hours.isClosed,
      needsLateEntry: asked.hours.isPast,
      freeUnits: facility.units === 1 ? null : freePlaces(facility, asked.held, holdings),
    },
    lines: [
      ...asked.refusals.map(problem),
      ...(taken === undefined ? [] : [problem(taken)]),
      ...(isSqueezed
        ? [
            line(
              'note',
              'booking.squeezed',
              `${countOf(
                squeeze.cuts.reduce((sum, cut) => sum + cut.minutes, 0),
                'minute',
              )} of set-up and clear-down time are given up. It is noted on both bookings.`,
              'squeeze',
            ),
          ]
        : []),
      ...(facility.units === 1 || isBackwards
        ? []
        : [
            line(
              'note',
              'booking.places',
              `${facility.name} has ${placesWords(facts, asked.use, await readDay(ctx, asked))}.`,
              'units',
            ),
          ]),
    ],
  };
}

/** Other bookings near the wanted time, as they stand once the booking that is moved has left. */
async function readHoldings(
  ctx: Ctx,
  facility: Facility,
  asked: Judged,
): Promise<readonly BookingCard[]> {
  const exceptId = asked.exceptId as Booking['id'] | undefined;
  const giversHold: GiversHold =
    exceptId === undefined ? new Map() : await spansWithout(ctx, exceptId);
  const found = await lists.listHoldingJoined(ctx, asked.held.from, asked.held.until, facility.id);
  return found
    .filter((one) => one.id !== exceptId)
    .map((one) => {
      const span = giversHold.get(one.id);
      const card = maskCard(one, ctx.actor);
      return span === undefined ? card : { ...card, heldFrom: span.from, heldUntil: span.until };
    });
}

async function readDay(ctx: Ctx, asked: Judged): Promise<readonly BookingCard[]> {
  const date = dateOf(asked.use.from);
  const day = await lists.listLiveBetween(ctx, startOfDay(date), endOfDay(date), null);
  return day.filter((one) => one.id !== asked.exceptId);
}

async function linesOnBars(ctx: Ctx, input: Input): Promise<readonly Foreseen[]> {
  const { booker, responsiblePersonId } = input;
  if (booker === null || responsiblePersonId === null) return [];
  const bars = await listBars(ctx, { ...input, booker, responsiblePersonId });
  const isAuditor = ctx.actor.kind === 'user' && ctx.actor.role === 'auditor';
  return bars.map((bar) => {
    const shown = isAuditor ? { ...bar, subjectName: MASKED, reason: MASKED } : bar;
    return bar.effect === 'bars'
      ? problem(barredError(shown))
      : line(
          'warning',
          'booking.warned-about',
          `${shown.subjectName} (${shown.reference}): ${shown.reason}`,
          'booker',
        );
  });
}

/** What the use itself gives to know: purpose (BOOK-06), hours (BOOK-04), access (BOOK-20), approval. */
function linesOnUse(facility: Facility, input: Input, judged: Judgement): readonly Foreseen[] {
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
async function linesOnConditions(ctx: Ctx, input: Input): Promise<readonly Foreseen[]> {
  const { booker, responsiblePersonId, date } = input;
  const unwritten = (await listUnwritten(ctx, date)).map((kind) =>
    line(
      'note',
      'booking.condition-unwritten',
      kind === 'fire'
        ? 'The fire procedure has not been entered yet, so nobody can be given it.'
        : 'The guidelines have not been entered yet, so nobody can be given them.',
    ),
  );
  if (booker === null || responsiblePersonId === null) return unwritten;
  const missing = await whatIsMissing(ctx, { booker, responsiblePersonId, on: date });
  const isAuditor = ctx.actor.kind === 'user' && ctx.actor.role === 'auditor';
  return [
    ...missing.map((one) =>
      line(
        'warning',
        'booking.condition-missing',
        isAuditor ? MASKED : one.words,
        one.who.kind === 'group' ? 'booker' : 'responsiblePersonId',
      ),
    ),
    ...unwritten,
  ];
}

async function linesOnAllowance(
  ctx: Ctx,
  input: Input,
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

/** Whoever asked first should hear of a free time first (BOOK-03). */
async function linesOnQueue(ctx: Ctx, input: Input): Promise<readonly Foreseen[]> {
  const use = useOf(input);
  if (use.until <= use.from) return [];
  const waiting = (await waitings.listWaitingOn(ctx, input.date, input.date)).filter(
    (one) =>
      overlaps(useOf(one), use) && (one.facilityId === null || one.facilityId === input.facilityId),
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

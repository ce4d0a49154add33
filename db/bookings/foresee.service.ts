import type { Facility } from '#db/facilities/facilities.contract';
import { getFacility, listFacilities } from '#db/facilities/facilities.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { dateOf, endOfDay, startOfDay } from '#db/shared/local-date';
import { countOf } from '#db/shared/plain-words';
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
import type { Booking, BookingCard } from './bookings.contract.ts';
import {
  type AskAllowance,
  line,
  linesOnAllowance,
  linesOnBars,
  linesOnConditions,
  linesOnQueue,
  linesOnUse,
  problem,
  type Typed,
} from './foresee-lines.service.ts';
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
function asTyped({ id, ...input }: Typed) {
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

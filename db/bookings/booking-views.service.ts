import { readOpening } from '#db/calendar/opening.service';
import type { Facility } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import {
  dateOf,
  endOfDay,
  type LocalDate,
  type LocalDateTime,
  localDateTimeOf,
  startOfDay,
} from '#db/shared/local-date';
import * as lists from './booking-lists.repository.ts';
import { maskBooking, maskCard } from './booking-mask.rules.ts';
import type { RoomNow } from './booking-views.contract.ts';
import type { bookingsContract } from './bookings-api.contract.ts';
import type { BookingCard } from './bookings.contract.ts';
import type { Span } from './bookings.rules.ts';
import { getBooking } from './place-booking.service.ts';
import { listToDo } from './queue/to-do.service.ts';

type ViewVerbs = 'today' | 'onDay' | 'between' | 'list' | 'ofBooker' | 'get';

/** What the calendar, the lists and the Today page are drawn from. */
export const bookingViews: Pick<Handlers<typeof bookingsContract>, ViewVerbs> = {
  async today(ctx) {
    const now = localDateTimeOf(ctx.now());
    const date = dateOf(now);
    const facilities = await activeFacilities(ctx);
    const cards = await cardsOn(ctx, date);
    const next = await lists.listNextByFacility(ctx, now);

    const opening = await readOpening(ctx, date, date);
    return {
      date,
      now,
      rooms: facilities.map((facility) =>
        roomNow(facility, now, {
          open: opening.openOn(facility, date).spans,
          today: cards,
          next: next.map((card) => maskCard(card, ctx.actor)),
        }),
      ),
      bookings: cards,
      officeHours: opening.officeOn(date) ?? [],
      toDo: await listToDo(ctx, facilities),
    };
  },

  async onDay(ctx, { date }) {
    const cards = await cardsOn(ctx, date);
    const facilities = await facilitiesOn(ctx, cards);
    const opening = await readOpening(ctx, date, date);
    return {
      date,
      facilities,
      officeHours: opening.officeOn(date) ?? [],
      open: facilities.map((facility) => opening.openOn(facility, date)),
      bookings: cards,
    };
  },

  async between(ctx, { from, until, facilityId }) {
    const found = await lists.listLiveBetween(ctx, startOfDay(from), endOfDay(until), facilityId);
    return { bookings: found.map((card) => maskCard(card, ctx.actor)) };
  },

  async list(ctx, wanted) {
    const found = await lists.listStarting(ctx, wanted);
    return {
      bookings: found.bookings.map((booking) => maskBooking(booking, ctx.actor)),
      total: found.total,
    };
  },

  async ofBooker(ctx, wanted) {
    const coming = await lists.listComing(ctx, wanted);
    return coming.map((booking) => maskBooking(booking, ctx.actor));
  },

  async get(ctx, { id }) {
    return maskBooking(await getBooking(ctx, id), ctx.actor);
  },
};

async function activeFacilities(ctx: Ctx): Promise<Facility[]> {
  return (await listFacilities(ctx)).filter((facility) => facility.isActive);
}

/** Rooms in use, and rooms taken out of use that still have a booking that day: nobody's booking disappears. */
async function facilitiesOn(ctx: Ctx, cards: readonly BookingCard[]): Promise<Facility[]> {
  return (await listFacilities(ctx)).filter(
    (facility) => facility.isActive || cards.some((card) => card.facilityId === facility.id),
  );
}

async function cardsOn(ctx: Ctx, date: LocalDate): Promise<BookingCard[]> {
  const found = await lists.listLiveBetween(ctx, startOfDay(date), endOfDay(date), null);
  return found.map((card) => maskCard(card, ctx.actor));
}

function roomNow(
  facility: Facility,
  now: LocalDateTime,
  cards: {
    readonly open: readonly Span[] | null;
    readonly today: readonly BookingCard[];
    readonly next: readonly BookingCard[];
  },
): RoomNow {
  const isHere = (card: BookingCard) => card.facilityId === facility.id;
  return {
    facility,
    isOpenNow:
      cards.open === null || cards.open.some((span) => span.from <= now && now < span.until),
    now:
      cards.today.find((card) => isHere(card) && card.startsAt <= now && now < card.endsAt) ?? null,
    next: cards.next.find(isHere) ?? null,
  };
}

import { readOpening } from '#db/calendar/opening.service';
import type { Facility } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import { partyIdOf } from '#db/people/party.rules';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import {
  addDays,
  compareText,
  dateOf,
  endOfDay,
  lastDayOfMonth,
  type LocalDate,
  startOfDay,
  startOfMonth,
} from '#db/shared/local-date';
import { barredError, listBars } from '../booking-bars.service.ts';
import { factsFrom } from '../booking-checks.service.ts';
import * as lists from '../booking-lists.repository.ts';
import { type BookingId, CreateBooking, PLAIN_BOOKING } from '../bookings.contract.ts';
import type { DiaryEntry, NotUnderstood } from './diary-entry.rules.ts';
import { findSame, type Holder, inTheWayWords, sameWords } from './diary-plan.rules.ts';
import { findInTheWay, type Judgement, judgeTime } from '../judge.rules.ts';
import { useOf } from '../place-booking.service.ts';
import { joinedIds } from '../room-time.rules.ts';

/** An entry that every rule lets through. */
export type Allowed = {
  readonly facility: Facility;
  readonly wanted: CreateBooking;
  readonly judgement: Judgement;
};

export type DiaryJudge = {
  readonly judge: (
    ctx: Ctx,
    entry: DiaryEntry,
    who: Pick<CreateBooking, 'booker' | 'responsiblePersonId'>,
  ) => Promise<Allowed | NotUnderstood>;
  /** From now on the entry stands in the way of those below it. */
  readonly hold: (allowed: Allowed, entry: DiaryEntry, line: number) => void;
};

/** Why a booking that lies in the past is entered at all; it stands on the booking. */
const LATE_ENTRY = { reason: 'Imported diary' } as const;

/**
 * Reads once what the rules need for all entries: rooms, opening hours and closed days; the bookings of a month are
 * read when its first entry comes.
 */
export async function readDiaryJudge(
  ctx: Ctx,
  entries: readonly DiaryEntry[],
): Promise<DiaryJudge> {
  const rooms = await listFacilities(ctx);
  const roomByName = new Map(rooms.map((room) => [foldForSearch(room.name), room]));
  const days = entries.map(({ date }) => date).toSorted(compareText);
  const today = todayOf(ctx);
  const opening = await readOpening(ctx, days[0] ?? today, days.at(-1) ?? today);
  const held = heldByDay();

  return {
    async judge(inUnit, entry, who) {
      const facility = roomByName.get(foldForSearch(entry.room));
      if (facility === undefined)
        return {
          problem: `No room is called ${entry.room}. Write the name of a room here, or add the room first.`,
        };
      const typed = CreateBooking.safeParse({
        ...PLAIN_BOOKING,
        ...formOf(entry, facility),
        ...who,
      });
      if (!typed.success) return { problem: typed.error.issues[0]?.message ?? '' };
      const wanted = typed.data;

      const holders = await held.on(inUnit, entry.date);
      const same = findSame(entry, facility.id, holders, isSameName);
      if (same !== undefined) return { skip: sameWords(same) };

      const judgement = judgeTime(factsFrom(inUnit, opening, facility, entry.date), {
        wanted,
        use: useOf(wanted),
        isOldDiary: true,
      });
      if (judgement.refusals[0] !== undefined) return { problem: judgement.refusals[0].message };
      if (!isNew(wanted)) {
        const bar = (await listBars(inUnit, wanted)).find((one) => one.effect === 'bars');
        if (bar !== undefined) return { problem: barredError(bar).message };
      }
      const joined = joinedIds(facility, rooms);
      const inTheWay = findInTheWay(
        facility,
        { held: judgement.held, units: wanted.units },
        holders.filter((one) => joined.has(one.facilityId)),
      );
      if (inTheWay !== undefined) return { problem: inTheWayWords(inTheWay) };
      return { facility, wanted, judgement };
    },

    hold({ facility, wanted, judgement }, entry, line): void {
      const use = useOf(wanted);
      held.add({
        id: `line-${line}-${use.from}` as BookingId,
        reference: '',
        facilityId: facility.id,
        startsAt: use.from,
        endsAt: use.until,
        heldFrom: judgement.held.from,
        heldUntil: judgement.held.until,
        status: 'confirmed',
        bookerName: entry.who,
        booker: wanted.booker,
        purpose: wanted.purpose,
        expectedNumber: wanted.expectedNumber,
        needs: '',
        isOutOfHours: judgement.isOutOfHours,
        units: wanted.units,
        seriesId: null,
        attendance: 'expected',
        version: 1,
        line,
      });
    },
  };
}

/** A group and its contact that are both new cannot be barred from anything. */
const isNew = (wanted: CreateBooking): boolean =>
  wanted.responsiblePersonId.startsWith('new-') && partyIdOf(wanted.booker).startsWith('new-');

const isSameName = (a: string, b: string): boolean => foldForSearch(a) === foldForSearch(b);

const formOf = (entry: DiaryEntry, facility: Facility) => ({
  facilityId: facility.id,
  date: entry.date,
  from: entry.from,
  until: entry.until,
  purpose: entry.purpose,
  expectedNumber: entry.expectedNumber,
  needs: '',
  notes: entry.notes,
  units: entry.units,
  lateEntry: LATE_ENTRY,
});

/** What holds a room on a day, the day before and the day after: what is held may reach over midnight. */
function heldByDay() {
  const byDay = new Map<LocalDate, Holder[]>();
  const months = new Set<LocalDate>();
  const seen = new Set<string>();
  const add = (one: Holder): void => {
    // What is held over the end of a month is read with both.
    if (seen.has(one.id)) return;
    seen.add(one.id);
    for (let day = dateOf(one.heldFrom); day <= dateOf(one.heldUntil); day = addDays(day, 1)) {
      const there = byDay.get(day);
      if (there === undefined) byDay.set(day, [one]);
      else there.push(one);
    }
  };
  return {
    add,
    on: async (ctx: Ctx, date: LocalDate): Promise<readonly Holder[]> => {
      const month = startOfMonth(date);
      if (!months.has(month)) {
        months.add(month);
        const until = endOfDay(lastDayOfMonth(month));
        for (const card of await lists.listLiveBetween(ctx, startOfDay(month), until, null))
          add({ ...card, line: null });
      }
      return byDay.get(date) ?? [];
    },
  };
}

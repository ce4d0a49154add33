import type { FacilityId } from '#db/facilities/facilities.contract';
import type { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import type { DateChoice, OnClosedDay, SeriesDate } from './series.contract.ts';

/** A room, a day and a time on it: what a date of a series asks for. */
export type Place = {
  readonly facilityId: FacilityId;
  readonly date: LocalDate;
  readonly from: LocalTime;
  readonly until: LocalEndTime;
};

/** What the rules of bookings say about one place; `H` is what a booking there would hold. */
export type Judgement<H> =
  | { readonly verdict: 'free'; readonly hold: H }
  | { readonly verdict: 'clash' | 'closed' | 'refused'; readonly words: string }
  | { readonly verdict: 'past'; readonly words: string };

/**
 * Says whether a place can be had, given what the dates of the same series already took. A closed day is `closed`
 * unless `onClosedDay` says that the booking is wanted on it all the same; then it is asked like any other time.
 */
export type Judge<H> = (place: Place, asked: Asked<H>) => Judgement<H>;

export type Asked<H> = {
  /** What other dates of the series take in the same plan. */
  readonly taken: readonly H[];
  readonly onClosedDay: boolean;
};

/** One date of a series with what becomes of it; `hold` is there when it becomes a booking. */
export type PlannedDate<H> = Pick<SeriesDate, 'originalDate' | 'verdict' | 'outcome' | 'words'> & {
  /** Where it is booked, or the place that is still wanted. */
  readonly place: Place;
  readonly isMoved: boolean;
  readonly hold: H | undefined;
};

export type SeriesPlan<H> = {
  readonly dates: readonly LocalDate[];
  /** Room and times of every date. */
  readonly place: Omit<Place, 'date'>;
  readonly onClosedDay: OnClosedDay;
  readonly choices: readonly DateChoice[];
  readonly judge: Judge<H>;
  /** The next day on which the room is open at that time; undefined when none is near. */
  readonly findNextOpen: (place: Place) => LocalDate | undefined;
};

/**
 * What becomes of every date of a new series, in the order of the rule. The preview shows this plan and saving books
 * it, so that nobody gets what was not shown. Dates that stay where the rule puts them come first: a moved one never
 * takes the place of another date.
 */
export function planDates<H>(plan: SeriesPlan<H>): readonly PlannedDate<H>[] {
  const choices = new Map(plan.choices.map((chosen) => [chosen.originalDate, chosen]));
  const taken: H[] = [];
  const keep = (planned: PlannedDate<H>): PlannedDate<H> => {
    if (planned.hold !== undefined) taken.push(planned.hold);
    return planned;
  };
  const settled = plan.dates.map((date) => {
    const settling = settleInPlace(plan, { date, choice: choices.get(date), taken });
    return 'later' in settling ? settling : keep(settling);
  });
  return settled.map((one) => ('later' in one ? keep(one.later(taken)) : one));
}

type Later<H> = { readonly later: (taken: readonly H[]) => PlannedDate<H> };

/** Settles a date where the rule puts it, or says how to once all those that stay in place are settled. */
function settleInPlace<H>(
  plan: SeriesPlan<H>,
  asked: {
    readonly date: LocalDate;
    readonly choice: DateChoice | undefined;
    readonly taken: readonly H[];
  },
): PlannedDate<H> | Later<H> {
  const { choice, taken } = asked;
  const place: Place = { ...plan.place, date: asked.date };
  const judged = plan.judge(place, { taken, onClosedDay: false });
  const verdict = judged.verdict === 'past' ? 'refused' : judged.verdict;
  const words = judged.verdict === 'free' ? '' : judged.words;
  const base = { originalDate: asked.date, place, verdict, words, isMoved: false, hold: undefined };

  if (choice?.choice === 'skip') return { ...base, outcome: 'drop' };
  if (choice?.choice === 'move' && choice.to !== null) {
    const to = choice.to;
    return { later: (others) => settleMoved(plan, base, { to, taken: others, why: words }) };
  }
  switch (judged.verdict) {
    case 'free':
      return { ...base, outcome: 'book', hold: judged.hold };
    case 'past':
      return { ...base, outcome: 'drop' };
    case 'clash':
    case 'refused':
      return { ...base, outcome: 'want' };
    case 'closed':
      return settleClosed(plan, base, { isBookedAnyway: choice?.choice === 'book', taken });
  }
}

type Base<H> = Omit<PlannedDate<H>, 'outcome'>;

function settleClosed<H>(
  plan: SeriesPlan<H>,
  base: Base<H>,
  asked: { readonly isBookedAnyway: boolean; readonly taken: readonly H[] },
): PlannedDate<H> | Later<H> {
  if (asked.isBookedAnyway || plan.onClosedDay === 'keep') {
    const judged = plan.judge(base.place, { taken: asked.taken, onClosedDay: true });
    return judged.verdict === 'free'
      ? { ...base, outcome: 'book', hold: judged.hold, words: `${base.words}: booked all the same` }
      : { ...base, outcome: 'want', words: `${base.words}. ${judged.words}` };
  }
  if (plan.onClosedDay === 'skip') return { ...base, outcome: 'want' };
  const next = plan.findNextOpen(base.place);
  if (next === undefined)
    return { ...base, outcome: 'want', words: `${base.words}. No open day is near.` };
  const to = { ...base.place, date: next };
  return { later: (others) => settleMoved(plan, base, { to, taken: others, why: base.words }) };
}

/** A moved date is booked at its new place, or the first one is still wanted with why neither could be had. */
function settleMoved<H>(
  plan: SeriesPlan<H>,
  base: Base<H>,
  asked: { readonly to: Place; readonly taken: readonly H[]; readonly why: string },
): PlannedDate<H> {
  const { to, why } = asked;
  const judged = plan.judge(to, { taken: asked.taken, onClosedDay: false });
  const target = formatDate(to.date);
  return judged.verdict === 'free'
    ? {
        ...base,
        place: to,
        isMoved: true,
        outcome: 'book',
        hold: judged.hold,
        words: why === '' ? `Moved to ${target}` : `${why}: moved to ${target}`,
      }
    : {
        ...base,
        outcome: 'want',
        words: `${why === '' ? '' : `${why}. `}${target}: ${judged.words}`,
      };
}

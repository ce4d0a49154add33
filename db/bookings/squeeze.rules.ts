// [browser-safe]
import { minutesBetween, overlaps } from '#db/shared/local-date';
import type { BookingCard, Squeeze } from './bookings.contract.ts';
import type { Span } from './bookings.rules.ts';
import { heldSpan, type MinutesAround } from './room-time.rules.ts';

/** As much of a neighbour as a squeeze looks at. */
export type Neighbour = Pick<BookingCard, 'id' | 'startsAt' | 'endsAt' | 'heldFrom' | 'heldUntil'>;

/** So many minutes of set-up or clear-down given up. `own` gives them up for the neighbour, or the neighbour for `own`. */
export type Cut = {
  readonly part: Squeeze['part'];
  readonly giver: 'own' | 'neighbour';
  readonly neighbourId: Neighbour['id'];
  readonly minutes: number;
};

/** What a booking and its neighbours hold after time was given up. */
export type SqueezePlan = {
  readonly held: Span;
  readonly neighbours: readonly { readonly id: Neighbour['id']; readonly held: Span }[];
  readonly cuts: readonly Cut[];
};

/**
 * Fits a booking in by giving up set-up and clear-down time: first its own, back to where the neighbour's held time
 * ends, then as much of the neighbour's as lies in the time of use. The time of use of either is never touched, and
 * nothing held overlaps afterwards; undefined when that is not enough.
 */
export function planSqueeze(
  own: { readonly use: Span; readonly around: MinutesAround },
  neighbours: readonly Neighbour[],
): SqueezePlan | undefined {
  const wanted = heldSpan(own.use, own.around);
  let { from, until } = wanted;
  const cuts: Cut[] = [];
  const moved: { id: Neighbour['id']; held: Span }[] = [];
  for (const other of neighbours) {
    if (!overlaps(wanted, { from: other.heldFrom, until: other.heldUntil })) continue;
    let held: Span = { from: other.heldFrom, until: other.heldUntil };
    if (other.endsAt <= own.use.from) {
      const giveUp = held.until < own.use.from ? held.until : own.use.from;
      if (giveUp > wanted.from) cuts.push(cutOf('setup', 'own', other, wanted.from, giveUp));
      if (giveUp > from) from = giveUp;
      if (held.until > own.use.from) {
        cuts.push(cutOf('cleardown', 'neighbour', other, own.use.from, held.until));
        held = { ...held, until: own.use.from };
      }
    } else if (other.startsAt >= own.use.until) {
      const giveUp = held.from > own.use.until ? held.from : own.use.until;
      if (giveUp < wanted.until) cuts.push(cutOf('cleardown', 'own', other, giveUp, wanted.until));
      if (giveUp < until) until = giveUp;
      if (held.from < own.use.until) {
        cuts.push(cutOf('setup', 'neighbour', other, held.from, own.use.until));
        held = { ...held, from: own.use.until };
      }
    } else return undefined;
    if (held.from !== other.heldFrom || held.until !== other.heldUntil)
      moved.push({ id: other.id, held });
  }
  return { held: { from, until }, neighbours: moved, cuts };
}

const cutOf = (
  part: Cut['part'],
  giver: Cut['giver'],
  other: Neighbour,
  ...[from, until]: [Span['from'], Span['from']]
): Cut => ({ part, giver, neighbourId: other.id, minutes: minutesBetween(from, until) });

/** What a booking may hold again after a squeeze has ended: what it wants, as far as no other holds it. */
export function restoredSpan(
  own: { readonly use: Span; readonly around: MinutesAround },
  others: readonly Pick<Neighbour, 'heldFrom' | 'heldUntil'>[],
): Span {
  const wanted = heldSpan(own.use, own.around);
  let { from, until } = wanted;
  for (const other of others) {
    if (other.heldUntil <= own.use.from && other.heldUntil > from) from = other.heldUntil;
    if (other.heldFrom >= own.use.until && other.heldFrom < until) until = other.heldFrom;
  }
  return { from, until };
}

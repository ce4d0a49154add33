import { SLOT_MINUTES } from '#db/bookings/bookings.rules';
import { placesOn } from '#db/bookings/room-time.rules';
import type { Facility } from '#db/facilities/facilities.contract';
import type { LocalDate } from '#db/shared/local-date';
import { formatHours } from '../bookings/booking-words.ts';
import type { Block, Gap, Load, Stretch } from './day-layout.ts';

/** Bookings that share any time stand side by side: each in the first lane that is free when it begins. */
export function inLanes(blocks: readonly Omit<Block, 'lane' | 'lanes'>[]): readonly Block[] {
  const placed: Block[] = [];
  let cluster: Omit<Block, 'lanes'>[] = [];
  let ends: number[] = [];
  let lastEnd = 0;
  const close = (): void => {
    placed.push(...cluster.map((block) => ({ ...block, lanes: ends.length })));
    cluster = [];
    ends = [];
  };
  for (const block of blocks.toSorted((a, b) => a.held.from - b.held.from)) {
    if (block.held.from >= lastEnd) close();
    const free = ends.findIndex((end) => end <= block.held.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = block.held.until;
    lastEnd = Math.max(lastEnd, block.held.until);
    cluster.push({ ...block, lane });
  }
  close();
  return placed;
}

/** The stretches of opening time that nobody holds; facilities with several places have loads instead. */
export function freeGaps(
  facility: Facility,
  open: readonly Stretch[],
  blocks: readonly Block[],
): readonly Gap[] {
  if (facility.units > 1) return [];
  return open.flatMap((span) => {
    const inside = blocks.filter(
      (block) => block.held.from < span.until && span.from < block.held.until,
    );
    const gaps: Gap[] = [];
    let from = span.from;
    let isAfterClearing = false;
    for (const edge of [...inside.map((block) => block.held), { from: span.until, until: 0 }]) {
      const length = edge.from - from;
      if (length >= SLOT_MINUTES) {
        const words = `${formatHours(length)} free${isAfterClearing ? ', after clearing up' : ''}`;
        gaps.push({ from, until: edge.from, words });
      }
      from = Math.max(from, edge.until);
      isAfterClearing = inside.some(
        (block) => block.held.until === edge.until && block.until < block.held.until,
      );
    }
    return gaps;
  });
}

/** For each stretch of the day how many of the places are held: '5 of 8 booked'. */
export function loadsOf(
  facility: Facility,
  date: LocalDate,
  blocks: readonly Block[],
): readonly Load[] {
  if (facility.units === 1) return [];
  const places = placesOn(facility, date);
  const edges = [...new Set(blocks.flatMap((block) => [block.held.from, block.held.until]))];
  const moments = edges.toSorted((a, b) => a - b);
  const loads: Load[] = [];
  moments.slice(0, -1).forEach((from, at) => {
    const until = moments[at + 1] ?? from;
    const taken = blocks
      .filter((block) => block.held.from < until && from < block.held.until)
      .reduce((sum, block) => sum + block.booking.units, 0);
    const words = `${taken} of ${places} booked`;
    const last = loads.at(-1);
    if (taken === 0) return;
    if (last?.until === from && last.words === words) loads[loads.length - 1] = { ...last, until };
    else loads.push({ from, until, words, isFull: taken >= places });
  });
  return loads;
}

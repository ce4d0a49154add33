import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { formatShortDate, formatTimeRange } from '#db/shared/plain-words';
import { timeOf } from '#db/shared/local-date';
import { newChance } from '../support/builders/chance.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { theSuite } from '../support/builders/usage.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const ROOMS = ['Meeting Room', 'Small Room', 'meeting  room', 'Computer Suite', 'Ballroom'];
const NAMES = ['Ashdown TRA', 'ashdown tra', 'Birch Court TRA', 'O’Neill', 'Żółty Dom', ''];
const file = (text: string) =>
  ({ kind: 'diary-csv', fileName: 'diary.csv', text, columns: {} }) as const;

const bookings = async (): Promise<readonly Booking[]> =>
  (
    await core.as('manager').call('bookings.list', {
      from: '2026-01-01',
      until: '2028-12-31',
      withCancelled: true,
      limit: 500,
    })
  ).bookings;
const wordsOf = (one: Booking): string =>
  `${formatShortDate(one.startsAt.slice(0, 10) as LocalDate)} ${one.startsAt.slice(0, 4)}, ${formatTimeRange(timeOf(one.startsAt), timeOf(one.endsAt))}, ${one.facilityName}`;

describe('What was shown and what was done', () => {
  it('are the same for any file, and taking it back leaves what there was', async () => {
    await theSuite(core);
    const chance = newChance('imports');
    const manager = core.as('manager');
    for (let round = 0; round < 6; round += 1) {
      const rows = Array.from({ length: 40 }, () => {
        const date = addDays(
          '2027-02-01' as LocalDate,
          chance.below(12) - (chance.percent(15) ? 300 : 0),
        );
        const start = 8 + chance.below(10);
        const end = start + 1 + chance.below(3) - (chance.percent(5) ? 3 : 0);
        const pick = (from: readonly string[]): string => from[chance.below(from.length)] ?? '';
        return [
          pick(ROOMS),
          date,
          `${start}:00`,
          `${String(end).padStart(2, '0')}:00`,
          pick(NAMES),
          pick(NAMES),
          String(1 + chance.below(12)),
          1 + chance.below(9),
        ].join(',');
      });
      const text = ['Room,Date,Start,End,Group,Contact,People,Places', ...rows].join('\n');
      const before = await bookings();
      const plan = await manager.call('imports.checkFile', file(text));
      expect(await bookings()).toEqual(before);
      expect(await manager.call('imports.checkFile', file(text))).toEqual(plan);
      if (plan.adds === 0) continue;

      const run = await manager.call('imports.startImport', { ...file(text), planId: plan.planId });
      const known = new Set(before.map((one) => one.id));
      const made = (await bookings()).filter((one) => !known.has(one.id));
      expect(run.added).toBe(plan.adds);
      const shown = plan.rows
        .filter((row) => row.outcome === 'add')
        .map((row) => row.words.split(', ').slice(0, 2).join(', '));
      expect(made.map((one) => wordsOf(one).split(', ').slice(0, 2).join(', ')).toSorted()).toEqual(
        shown.toSorted(),
      );

      if (chance.percent(60)) {
        await manager.call('imports.undoImport', { id: run.id });
        const live = (all: readonly Booking[]) =>
          all.filter((one) => one.status === 'confirmed').map((one) => [one.id, one.version]);
        expect(live(await bookings())).toEqual(live(before));
      }
    }
  });
});

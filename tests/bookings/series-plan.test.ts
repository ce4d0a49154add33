import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeriesId } from '#db/bookings/bookings.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { bookingDetails } from '../support/builders/bookings.ts';
import { aFacility, theRoom, useOf } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { seriesDetails } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const RUNS = 60;

const day = (n: number): LocalDate => addDays('2027-03-15' as LocalDate, n);
const hour = (n: number): string => `${String(n).padStart(2, '0')}:00`;

const slot = fc.record({
  room: fc.nat({ max: 3 }),
  on: fc.nat({ max: 60 }),
  from: fc.integer({ min: 8, max: 19 }),
  length: fc.integer({ min: 1, max: 3 }),
});

const anySeries = fc.record({
  slot,
  repeat: fc.oneof(
    fc.record({ kind: fc.constant('daily'), every: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      kind: fc.constant('weekly'),
      every: fc.constant(1),
      weekdays: fc.uniqueArray(fc.constantFrom(1, 2, 4, 5, 6), { minLength: 1, maxLength: 3 }),
    }),
  ),
  count: fc.integer({ min: 1, max: 12 }),
  onClosedDay: fc.constantFrom('skip', 'next-open', 'keep'),
  cleardownMinutes: fc.constantFrom(null, 30),
  isManager: fc.boolean(),
  isOutside: fc.boolean(),
  choices: fc.array(
    fc.record({
      nth: fc.nat({ max: 11 }),
      choice: fc.constantFrom('book', 'skip', 'move'),
      to: slot,
    }),
    { maxLength: 3 },
  ),
});

/**
 * Monday to Saturday in one room, the first date skipped by hand: by a manager who keeps the closed Saturday, and by
 * the desk, which then finds the week taken. Chance alone does not meet each of these in every run.
 */
const skippedAndKept = (
  isManager: boolean,
): [[], typeof anySeries extends fc.Arbitrary<infer T> ? T : never] => [
  [],
  {
    slot: { room: 0, on: 7, from: 10, length: 1 },
    repeat: { kind: 'daily', every: 1 },
    count: 6,
    onClosedDay: isManager ? 'keep' : 'skip',
    cleardownMinutes: null,
    isManager,
    isOutside: isManager,
    choices: [{ nth: 0, choice: 'skip', to: { room: 0, on: 0, from: 8, length: 1 } }],
  },
];

describe('What a preview of a series shows', () => {
  it('is what saving it writes, whatever stands in the diary', { timeout: 180_000 }, async () => {
    const groupId = (await aGroup(core)).id;
    const [hall, half] = [await aFacility(core), await aFacility(core)];
    await core.as('manager').call('facilities.setUse', useOf(hall, { partIds: [half.id] }));
    const rooms: readonly Facility[] = [
      await theRoom(core, 'Meeting Room'),
      await theRoom(core, 'Small Room'),
      hall,
      half,
    ];
    const place = (wanted: { room: number; on: number; from: number; length: number }) => ({
      facilityId: (rooms[wanted.room] ?? hall).id,
      date: day(wanted.on),
      from: hour(wanted.from),
      until: hour(wanted.from + wanted.length),
    });
    const common = await bookingDetails(core, { booker: { kind: 'group', groupId } });
    const seen = new Set<string>();

    // The diary of one run stays for the next one, so that it fills up.
    await fc.assert(
      fc.asyncProperty(fc.array(slot, { maxLength: 4 }), anySeries, async (others, drawn) => {
        for (const other of others)
          await core.as('desk').ask('bookings.create', { ...common, ...place(other) });
        const who = core.as(drawn.isManager ? 'manager' : 'desk');
        const wanted = await seriesDetails(core, {
          ...common,
          ...place(drawn.slot),
          repeat: drawn.repeat,
          end: { kind: 'count', count: drawn.count },
          onClosedDay: drawn.onClosedDay,
          cleardownMinutes: drawn.cleardownMinutes,
          outsideHours: drawn.isOutside ? { keyholder: 'Kofi Lane', reason: 'Open day' } : null,
        });
        const plain = await who.call('bookings.previewSeries', wanted);
        const choices = new Map(
          drawn.choices.flatMap(({ nth, choice, to }) => {
            const originalDate = plain.dates[nth]?.originalDate;
            const moved = choice === 'move' ? place(to) : null;
            return originalDate === undefined
              ? []
              : [[originalDate, { originalDate, choice, to: moved }] as const];
          }),
        );
        const chosen = { ...wanted, choices: [...choices.values()] } as typeof wanted;
        const shown = await who.call('bookings.previewSeries', chosen);
        for (const date of shown.dates) seen.add(`${date.verdict} ${date.outcome}`);
        const saved = await who.ask('bookings.createSeries', chosen);

        const booked = shown.dates.filter((date) => date.outcome === 'book');
        expect(saved.ok).toBe(booked.length > 0);
        if (!saved.ok) return;
        const series = saved.value as Awaited<ReturnType<typeof readSeries>>;
        expect(
          series.bookings.map(({ originalDate, facilityId, startsAt, endsAt }) => ({
            originalDate,
            facilityId,
            startsAt,
            endsAt,
          })),
        ).toEqual(
          booked.map(({ originalDate, facilityId, startsAt, endsAt }) => ({
            originalDate,
            facilityId,
            startsAt,
            endsAt,
          })),
        );
        expect(series.stillWanted).toEqual(
          shown.dates
            .filter((date) => date.outcome === 'want')
            .map(({ originalDate, words }) => ({ originalDate, words })),
        );
        expect(await readSeries(series.id)).toEqual(series);
      }),
      { numRuns: RUNS, examples: [skippedAndKept(true), skippedAndKept(false)] },
    );
    // A run that met none of these would show little.
    for (const met of ['free book', 'clash want', 'closed want', 'closed book', 'free drop'])
      expect([...seen]).toContain(met);
  });
});

describe('A date of a series', () => {
  it('can be had exactly when a single booking can', { timeout: 180_000 }, async () => {
    const [hall, half] = [await aFacility(core), await aFacility(core)];
    await core.as('manager').call('facilities.setUse', useOf(hall, { partIds: [half.id] }));
    const rooms = [await theRoom(core, 'Meeting Room'), hall, half];
    const common = await bookingDetails(core);
    const met = { free: 0, refused: 0 };
    const one = fc.record({
      slot,
      cleardownMinutes: fc.constantFrom(null, 30),
      expectedNumber: fc.constantFrom(null, 15, 25),
      units: fc.constantFrom(1, 1, 1, 2),
    });
    await fc.assert(
      fc.asyncProperty(one, async ({ slot: { room, on, from, length }, ...rest }) => {
        const single = {
          ...common,
          ...rest,
          facilityId: (rooms[room % 3] ?? hall).id,
          date: day(on % 14),
          from: hour(from),
          until: hour(from + length),
        };
        const repeat = { kind: 'picked', dates: [single.date] };
        const shown = await core
          .as('desk')
          .call('bookings.previewSeries', await seriesDetails(core, { ...single, repeat }));
        const made = await core.as('desk').ask('bookings.create', single);
        expect(shown.booked === 1).toBe(made.ok);
        met[made.ok ? 'free' : 'refused'] += 1;
      }),
      { numRuns: 150 },
    );
    expect(Math.min(met.free, met.refused)).toBeGreaterThan(10);
  });
});

const readSeries = (id: SeriesId) => core.as('desk').call('bookings.series', { id });

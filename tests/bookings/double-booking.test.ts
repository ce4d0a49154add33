import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBankHoliday } from '#db/calendar/bank-holidays.rules';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { aBooking, bookingDetails } from '../support/builders/bookings.ts';
import { newChance } from '../support/builders/chance.ts';
import { aFacility } from '../support/builders/facilities.ts';
import { aDivisibleHall, aFacilityUsedAs, aSuiteOf } from '../support/builders/rooms-in-use.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

const HOLDS = "('provisional', 'requested', 'offered', 'confirmed')";

/** Pairs of live bookings that hold one room at one time. */
const OVERLAPS = `
  SELECT count(*) FROM booking a JOIN booking b
    ON a.facility_id = b.facility_id AND a.id < b.id
   AND a.held_from < b.held_until AND b.held_from < a.held_until
  WHERE a.status IN ${HOLDS} AND b.status IN ${HOLDS}`;

const countOverlaps = (raw: Database.Database): unknown => raw.prepare(OVERLAPS).pluck().get();

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core.close());

describe('Twenty people who want one room at one time', () => {
  it('get one booking and nineteen refusals that say who has it and what is free next, 200 times', async () => {
    const hall = await aFacility(core, { name: 'Hall', hours: null });
    const details = await bookingDetails(core, { facilityId: hall.id });
    const desk = core.as('desk');
    const dates = Array.from({ length: 230 }, (_, n) => addDays('2029-02-01' as LocalDate, n))
      .filter((date) => findBankHoliday(date) === undefined)
      .slice(0, 200);
    expect(dates).toHaveLength(200);
    for (const date of dates) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          desk.ask('bookings.create', { ...details, date, notes: `Caller ${n}` }),
        ),
      );
      const made = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
      const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
      expect(made).toHaveLength(1);
      const winner = made[0] as { id: string; reference: string };
      expect(refused).toHaveLength(19);
      for (const error of refused)
        expect(error).toMatchObject({
          code: 'booking.clash',
          details: {
            otherId: winner.id,
            otherReference: winner.reference,
            nextFreeFrom: `${date}T12:00`,
          },
        });
    }
    expect(countOverlaps(core.raw())).toBe(0);
  }, 120_000);
});

describe('Eight programs that write to the file past every rule', () => {
  it('fill 400 slots once each, without an overlap and without a busy file', async () => {
    const chance = newChance('Eight programs');
    await aBooking(core, { date: '2027-01-08' });
    const writer = fileURLToPath(new URL('overlap-writer.ts', import.meta.url));
    const run = promisify(execFile);
    const printed = await Promise.all(
      Array.from({ length: 8 }, () =>
        run(process.execPath, [writer, core.file, String(chance.below(2 ** 30)), '400']),
      ),
    );
    const tallies = printed.map(
      ({ stdout }) => JSON.parse(stdout) as { taken: number; refused: number; busy: number },
    );
    const sum = (name: 'taken' | 'refused' | 'busy') =>
      tallies.reduce((total, tally) => total + tally[name], 0);
    expect([sum('taken'), sum('refused'), sum('busy')]).toEqual([400, 2800, 0]);
    const raw = core.raw();
    const rows = raw.prepare("SELECT count(*) FROM booking WHERE held_from LIKE '2028-02%'");
    expect(rows.pluck().get()).toBe(400);
    expect(countOverlaps(raw)).toBe(0);
  }, 120_000);
});

describe('A second booking of a taken room, written straight into the file', () => {
  /** The row of a booking under another id, ready to be written over the same time or another. */
  function copyOf(raw: Database.Database, id: string, part: Record<string, unknown> = {}) {
    const row = raw.prepare('SELECT * FROM booking WHERE id = ?').get(id) as Record<
      string,
      unknown
    >;
    const copy: Record<string, unknown> = { ...row, id: 'copy', reference: 'COPY', ...part };
    const names = Object.keys(copy);
    return () =>
      raw
        .prepare(
          `INSERT INTO booking (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        )
        .run(Object.values(copy));
  }

  it('is refused by the file itself, as a new row and as a moved, restored or re-roomed one', async () => {
    const taken = await aBooking(core, { date: '2027-01-12' });
    const later = await aBooking(core, { date: '2027-01-12', from: '14:00', until: '15:00' });
    const other = await aBooking(core, { date: '2027-01-12', room: 'Small Room' });
    const raw = core.raw();
    expect(copyOf(raw, taken.id)).toThrow('booking.overlap');
    const update = (sql: string, id: string) => () =>
      raw.prepare(`UPDATE booking SET ${sql} WHERE id = ?`).run(id);
    expect(
      update(
        "held_from = '2027-01-12T11:45', starts_at = '2027-01-12T11:45', ends_at = '2027-01-12T13:00', held_until = '2027-01-12T13:00'",
        later.id,
      ),
    ).toThrow('booking.overlap');
    expect(update(`facility_id = '${taken.facilityId}'`, other.id)).toThrow('booking.overlap');
    copyOf(raw, taken.id, { status: 'cancelled' })();
    expect(update("status = 'confirmed'", 'copy')).toThrow('booking.overlap');
    expect(countOverlaps(raw)).toBe(0);
  });

  it('is refused when it ends before it starts, is held for days, or is deleted', async () => {
    const made = await aBooking(core, { date: '2027-01-13' });
    const raw = core.raw();
    const backwards = {
      status: 'cancelled',
      starts_at: '2027-01-14T12:00',
      ends_at: '2027-01-14T12:00',
    };
    expect(copyOf(raw, made.id, backwards)).toThrow('ck_booking_ends_after_start');
    const weeks = {
      status: 'cancelled',
      held_from: '2027-01-10T10:00',
      held_until: '2027-01-20T12:00',
    };
    expect(copyOf(raw, made.id, weeks)).toThrow('ck_booking_held_two_days');
    expect(() => raw.prepare('DELETE FROM booking WHERE id = ?').run(made.id)).toThrow(
      'booking.kept',
    );
  });

  it('gets in once the guards are taken out, which shows that they are what refused it', async () => {
    const bare = await openTestCore();
    const taken = await aBooking(bare);
    const raw = bare.raw();
    raw.exec('DROP TRIGGER booking_no_overlap_insert');
    copyOf(raw, taken.id)();
    expect(countOverlaps(raw)).toBe(1);
    await bare.close();
  });

  it('is refused in a joined room, and beyond the places there are, in whatever state it holds them', async () => {
    const bare = await openTestCore();
    const { hall, north, south } = await aDivisibleHall(bare);
    const suite = await aSuiteOf(bare, 5);
    const inNorth = await aBooking(bare, { facilityId: north.id });
    const course = await aBooking(bare, { facilityId: suite.id, units: 3 });
    const raw = bare.raw();
    for (const status of ['confirmed', 'requested', 'provisional', 'offered']) {
      const held = { status, lapses_on: '2027-01-05', offer_until: 'then' };
      expect(copyOf(raw, inNorth.id, { ...held, facility_id: hall.id })).toThrow('booking.overlap');
      expect(copyOf(raw, course.id, held)).toThrow('booking.no-places');
      expect(copyOf(raw, course.id, { ...held, units: 6 })).toThrow('booking.no-places');
    }
    for (const status of ['cancelled', 'refused', 'lapsed'])
      copyOf(raw, course.id, { status, id: status, reference: status })();
    copyOf(raw, course.id, { units: 2 })();
    expect(() => raw.prepare("UPDATE booking SET units = 3 WHERE id = 'copy'").run()).toThrow(
      'booking.no-places',
    );
    copyOf(raw, inNorth.id, { id: 'in south', reference: 'SOUTH', facility_id: south.id })();
    raw.exec('DROP TRIGGER booking_no_overlap_insert');
    copyOf(raw, inNorth.id, { id: 'in hall', reference: 'HALL', facility_id: hall.id })();
    copyOf(raw, course.id, { id: 'too many', reference: 'MANY' })();
    await bare.close();
  });

  it('is refused where two wholes share a part, and where the most places are held in the middle', async () => {
    const bare = await openTestCore();
    const { hall, north } = await aDivisibleHall(bare);
    const wing = await aFacilityUsedAs(bare, { partIds: [north.id] }, { name: 'North Wing' });
    const inHall = await aBooking(bare, { facilityId: hall.id });
    const suite = await aSuiteOf(bare, 5);
    const long = await aBooking(bare, {
      facilityId: suite.id,
      units: 2,
      from: '09:00',
      until: '17:00',
    });
    await aBooking(bare, { facilityId: suite.id, units: 2, from: '12:00', until: '13:00' });
    const raw = bare.raw();
    expect(copyOf(raw, inHall.id, { facility_id: wing.id })).toThrow('booking.overlap');
    expect(copyOf(raw, long.id, { units: 2 })).toThrow('booking.no-places');
    copyOf(raw, long.id, { units: 1 })();
    await bare.close();
  });

  it('is logged as a defect when the file refuses what the rules let through', async () => {
    const bare = await openTestCore();
    const taken = await aBooking(bare);
    const raw = bare.raw();
    const details = await bookingDetails(bare, { date: '2027-01-06' });
    // A booking on the Wednesday that only the guard of the file can see.
    raw.exec(`CREATE TRIGGER unseen BEFORE INSERT ON booking WHEN NEW.starts_at LIKE '2027-01-06%'
      BEGIN SELECT RAISE(ABORT, 'booking.overlap'); END`);
    expect(await bare.as('desk').refusal('bookings.create', details)).toMatchObject({
      code: 'api.defect',
    });
    expect(await bare.as('desk').call('bookings.get', { id: taken.id })).toEqual(taken);
    await bare.close();
  });
});

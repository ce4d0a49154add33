import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkChain } from '#db/audit/check-chain';
import { findBankHoliday } from '#db/calendar/bank-holidays.rules';
import { GroupId } from '#db/groups/groups.contract';
import { Selection } from '#db/mailings/mailings.contract';
import { PROGRAM } from '#db/open-core';
import { planDiary } from '#db/practice/diary';
import { fillPractice } from '#db/practice/fill-practice';
import { PRACTICE_ACCOUNTS } from '#db/practice/practice-accounts';
import { mustExist } from '#db/shared/domain-error';
import { placesIn } from '../../electron/host/data-folder.ts';
import {
  addDays,
  compareText,
  instantOf,
  LocalDate,
  LocalDateTime,
  startOfWeek,
  weekdayOf,
} from '#db/shared/local-date';
import { Passphrase } from '#db/users/users.contract';
import type { TestProgram } from '../support/program-for-tests.ts';
import {
  openPracticeOn,
  type PracticeBooking,
  readBookings,
  readRows,
  SOUTHAMPTON,
} from './practice-centre.ts';

const FIRST_DAY = '2027-06-10';

describe('The practice centre', () => {
  let practice: TestProgram;
  let bookings: readonly PracticeBooking[];

  beforeAll(async () => {
    practice = await openPracticeOn(FIRST_DAY);
    bookings = await readBookings(practice.core);
  });
  afterAll(() => practice.close());

  const names = async (table: string): Promise<readonly string[]> =>
    (await readRows<{ name: string }>(practice.core, `SELECT name FROM ${table}`)).map(
      ({ name }) => name,
    );
  const spans = (opensAt: string, closesAt: string) =>
    [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt, closesAt }));

  it('has the rooms, their capacity and their hours', async () => {
    const rooms = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.facilities.list(ctx, {}),
    );
    expect(rooms.map(({ name, capacity, isBookable }) => [name, capacity, isBookable])).toEqual([
      ['Meeting Room', 40, true],
      ['Small Room', 10, true],
      ['Computer Suite', 8, true],
      ['Photocopier', null, false],
      ['Library', null, false],
      ['Kitchen', null, false],
    ]);
    for (const room of rooms) expect(room.hours).toEqual(spans('09:00', '21:00'));
  });

  it('has layouts, access, and computers with names, of which one is out of order', async () => {
    const rooms = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.facilities.list(ctx, {}),
    );
    const [meeting, small, suite] = rooms;
    expect(
      meeting?.layouts.map((one) => [
        one.name,
        one.capacity,
        one.setupMinutes,
        one.cleardownMinutes,
      ]),
    ).toEqual([
      ['Boardroom', 16, 0, 0],
      ['Theatre', 40, 15, 15],
      ['Classroom', 24, 10, 10],
    ]);
    for (const room of [meeting, small, suite]) expect(room?.accessFeatures).toContain('step-free');
    expect([suite?.units, suite?.unitName, suite?.seats.length]).toEqual([8, 'computer', 8]);
    const broken = suite?.seats.filter((seat) => seat.outOfOrderFrom !== null);
    expect(broken?.map((seat) => [seat.name, seat.outOfOrderFrom])).toEqual([
      ['Computer 8', '2027-06-09'],
    ]);
  });

  it('is closed one day for training, and books nothing on it', async () => {
    const closures = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.calendar.closures(ctx, {}),
    );
    expect(closures).toMatchObject([
      { name: 'Staff training', effect: 'closed', firstDate: '2027-07-14', lastDate: '2027-07-14' },
    ]);
    expect(bookings.filter((one) => one.starts_at.startsWith('2027-07-14'))).toEqual([]);
    expect(bookings.filter((one) => one.starts_at.startsWith('2027-07-15'))).not.toEqual([]);
  });

  it('has the Federation’s own office beside it, and two keys out', async () => {
    const [venues, keys] = await practice.core.unit(PROGRAM, 'reads', async (ctx) => [
      await practice.core.api.venues.list(ctx, {}),
      await practice.core.api.venues.keys(ctx, { withReturned: true }),
    ]);
    expect(venues).toMatchObject([{ name: 'Federation Office', managedBy: 'group' }]);
    expect(keys.map((key) => [key.keyName, key.personName, key.returnedOn])).toEqual([
      ['Front door 2', 'Mrs P. Okafor', null],
      ['Meeting Room cupboard', 'Delroy Fairweather', null],
    ]);
  });

  it('has office hours that end before the rooms close', async () => {
    const hours = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.settings.officeHours(ctx, {}),
    );
    expect(hours).toEqual(spans('09:00', '17:00'));
  });

  it('has the groups and people of every example, and many more', async () => {
    const groups = await names('tenant_group');
    const people = await names('person');

    expect(groups).toEqual(
      expect.arrayContaining(['Ashdown TRA', 'Birch Court TRA', 'Cedar Estate Forum']),
    );
    expect(groups.length).toBeGreaterThanOrEqual(28);
    expect(people).toEqual(
      expect.arrayContaining(['Mrs P. Okafor', 'Mr D. Lane', 'Ms R. Haddad', 'Siân Ó Néill-Żak']),
    );
    expect(people.length).toBeGreaterThanOrEqual(123);
    expect(new Set(people).size).toBe(people.length);
  });

  it('has officers past and present, one gap between two of them, and a post to be filled', async () => {
    const shown = await practice.core.unit(PROGRAM, 'reads', async (ctx) => {
      const { groups } = await practice.core.api.groups.list(ctx, { text: 'Ashdown', limit: 1 });
      const groupId = GroupId.parse(mustExist(groups[0], 'Ashdown is in the card box').id);
      return practice.core.api.officers.list(ctx, { groupId, on: null });
    });
    expect(shown.officers.map((one) => [one.post, one.personName])).toEqual([
      ['chair', 'Ivy Mossop'],
      ['treasurer', 'Mrs P. Okafor'],
      ['media-contact', 'Ivy Mossop'],
      ['Newsletter editor', 'Petra Šimková'],
      ['member', 'Noor Al-Tamimi'],
    ]);
    expect(shown.vacancies).toEqual([
      { post: 'secretary', since: '2027-05-22', fillBy: '2027-07-08' },
    ]);
    expect(shown.warnings).toEqual([
      'Treasurer: nobody from 16 June 2026 to 29 June 2026, 14 days.',
    ]);
  });

  it('has activities with registers, most of them led by the council, one cancelled and one to come', async () => {
    const all = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.activities.list(ctx, {
        from: null,
        until: null,
        kind: null,
        groupId: null,
      }),
    );
    expect(all).toHaveLength(13);
    const paid = all.filter(
      ({ ledBy, isFunded, on, attended }) =>
        ledBy.kind === 'council' &&
        isFunded &&
        attended > 2 &&
        on >= addDays(LocalDate.parse(FIRST_DAY), -60),
    );
    expect(paid.length).toBeGreaterThanOrEqual(5);
    expect(all.filter((one) => one.isFullDay && !one.isLunchProvided)).toMatchObject([
      { title: 'Tenants’ conference', attended: 13 },
    ]);
    expect(all.filter(({ isTransportProvided }) => isTransportProvided)).toHaveLength(1);
    expect(all.filter(({ isCancelled }) => isCancelled)).toHaveLength(1);
    expect(all.filter(({ on }) => on > FIRST_DAY)).toHaveLength(1);
  });

  it('has claims at every step, some with doubts, and one sheet of a treasurer', async () => {
    const wanted = { order: 'age', limit: 100, offset: 0 } as const;
    const { claims, counts } = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.claims.queue(ctx, { ...wanted, show: 'all-open' }),
    );
    expect(counts).toMatchObject({ filed: 7, verified: 4, asked: 1 });
    expect(claims.filter(({ openWarnings }) => openWarnings > 0).length).toBeGreaterThan(0);
    const register = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.claims.register(ctx, {
        from: addDays(LocalDate.parse(FIRST_DAY), -120),
        until: LocalDate.parse(FIRST_DAY),
        state: null,
        personId: null,
        groupId: null,
        limit: 100,
        offset: 0,
      }),
    );
    const states = new Set(register.claims.map(({ state }) => state));
    expect([...states].toSorted()).toEqual(['asked', 'decided', 'filed', 'paid', 'verified']);
    const begun = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.claims.parked(ctx, {}),
    );
    expect(begun).toHaveLength(1);
    expect(register.claims.filter((one) => one.batchReference !== '')).toHaveLength(4);
  });

  it('has equality forms that say something, and a bundle that waits for one more', async () => {
    const seen = await practice.core.unit(PROGRAM, 'reads', async (ctx) => ({
      counts: await practice.core.api.profiles.counts(ctx, { year: null }),
      waiting: await practice.core.api.profiles.waiting(ctx, {}),
    }));
    expect(seen.counts).toMatchObject({ sheets: 160, involvedSheets: 100 });
    expect(seen.counts.gapGroups.map(({ words, involved }) => [words, involved])).toContainEqual([
      'Young people',
      { mark: 'shown', count: 8, percent: 8 },
    ]);
    expect(JSON.stringify(seen.counts)).toContain('"small"');
    expect(seen.waiting).toEqual({ sheets: 4, threshold: 5, mayCount: false });
  });

  it('has areas, a Sounding Board, consents and a possible double to look at', async () => {
    expect(await names('area')).toEqual(expect.arrayContaining(['Thistle Estate', 'Kite Tower']));
    const [count] = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      ctx.tx.query(
        `SELECT count(joined_on) AS members, count(not_involved_since) AS uninvolved,
           (SELECT count(*) FROM person_consent) AS consents FROM person_record`,
      ),
    );
    expect(count).toEqual({ members: 71, uninvolved: 1, consents: 17 });
    const { pairs } = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.people.doubles(ctx, {}),
    );
    expect(pairs.map(({ one, other }) => [one.name, other.name])).toEqual([
      ['S. Birtwhistle', 'Stan Birtwhistle'],
    ]);
  });

  it('has enough people of two estates for a mailing, and a reason for each who is left out', async () => {
    const shown = await practice.core.unit(PROGRAM, 'reads', async (ctx) => {
      const { mailings } = practice.core.api;
      const text = 'Ashdown Estate, Thistle Estate, not asked for 3 months';
      const { selection, unknown } = await mailings.wish(ctx, { text });
      expect(unknown).toEqual([]);
      return mailings.choice(ctx, {
        selection: Selection.parse(selection),
        byHand: [],
        limit: 200,
      });
    });
    expect(shown.total).toBeGreaterThanOrEqual(40);
    expect(shown.byChannel.letter).toBeGreaterThan(10);
    expect(shown.byChannel.email).toBeGreaterThan(2);
    expect(shown.byReason.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        'asked-since',
        'no-consent',
        'no-details',
        'only-in-person',
        'under-18',
      ]),
    );
  });

  it('says on its letterhead that it is made up', async () => {
    const centre = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.settings.centre(ctx, {}),
    );
    expect(centre.name).toBe('Practice Tenant Resource Centre');
    expect(centre.addressLines.join(' ')).toContain('made up');
  });

  it('has only telephone numbers that belong to nobody', async () => {
    const rows = await readRows<{ phone: string }>(
      practice.core,
      `SELECT phone FROM person UNION ALL SELECT phone FROM tenant_group UNION ALL SELECT phone FROM centre`,
    );
    const phones = rows.map(({ phone }) => phone).filter((phone) => phone !== '');
    const real = phones.filter(
      (phone) => !/^(07700 900\d{3}|01632 960\d{3}|020 7946 0\d{3})$/.test(phone),
    );
    expect(real).toEqual([]);
    expect(phones.length).toBeGreaterThan(100);
    expect(new Set(phones).size).toBeGreaterThan(phones.length - 3);
  });

  it.each(PRACTICE_ACCOUNTS)(
    'lets $name sign in with the passphrase on the page',
    async (account) => {
      expect(Passphrase.safeParse(account.passphrase).success).toBe(true);
      const signedIn = await practice
        .nobody()
        .call('users.signIn', { name: account.name, secret: account.passphrase });
      expect(signedIn).toMatchObject({ role: account.role, displayName: account.displayName });
    },
  );

  it('leaves no account waiting for a second person', async () => {
    const { users, waiting } = await practice.core.unit(PROGRAM, 'reads', (ctx) =>
      practice.core.api.users.list(ctx, {}),
    );
    expect(users.filter(({ isActive }) => isActive).map(({ role }) => role)).toEqual(
      expect.arrayContaining(['desk', 'officer', 'finance', 'manager', 'auditor']),
    );
    expect(users).toHaveLength(5);
    expect(waiting).toEqual([]);
  });

  it('has regulars, cancellations with reasons, needs, notes, changes and evenings', () => {
    const count = (is: (booking: PracticeBooking) => boolean): number => bookings.filter(is).length;

    expect(count(({ booker }) => booker === 'Ashdown TRA')).toBeGreaterThanOrEqual(45);
    expect(count(({ booker }) => booker === 'Cedar Estate Forum')).toBeGreaterThanOrEqual(12);
    expect(count(({ person_id: id }) => id !== null)).toBeGreaterThan(30);
    expect(count(({ status }) => status === 'cancelled')).toBeGreaterThan(20);
    expect(count((one) => (one.status === 'cancelled') !== (one.cancel_reason !== ''))).toBe(0);
    expect(count(({ status, version }) => status === 'confirmed' && version > 1)).toBeGreaterThan(
      10,
    );
    expect(count(({ needs }) => needs !== '')).toBeGreaterThan(100);
    expect(count(({ notes }) => notes !== '')).toBeGreaterThan(50);
    expect(count((one) => one.is_out_of_hours === 1)).toBeGreaterThan(100);
  });

  it('keeps a whole record of acts that rises in time and ends before the first day', async () => {
    const check = await checkChain((work) => practice.core.unit(PROGRAM, 'reads', work), {
      fromSeq: 0,
      anchorsFile: placesIn(practice.home, 'practice').anchors,
    });
    expect(check.words).toMatch(/^All \d{4} entries checked are whole and in order\.$/);

    const entries = await readRows<{ at: string; action: string; clock_jumped: number }>(
      practice.core,
      `SELECT at, action, clock_jumped FROM audit_entry WHERE seq > 1 AND action NOT LIKE 'user.signed%'
       ORDER BY seq`,
    );
    const times = entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)?.localeCompare(`${FIRST_DAY}T00:00`)).toBe(-1);
    // The program's own opening stands before the tale, which begins half a year earlier.
    expect(entries.filter((entry) => entry.clock_jumped === 1)).toHaveLength(1);
    expect(entries[0]?.clock_jumped).toBe(1);
  });

  it('is taken by people, not by the program', () => {
    expect(bookings.every((booking) => booking.taken_by_user_id !== null)).toBe(true);
  });
});

/** Days that trip a plan: weekends, the leap day, both ends of a year, the days round the change of clocks. */
const FIRST_DAYS = [
  '2027-06-10',
  '2027-06-12',
  '2027-06-13',
  '2028-02-29',
  '2026-12-31',
  '2027-01-01',
  '2027-03-29',
  '2027-10-31',
];

describe.each(FIRST_DAYS)('The bookings of a practice centre opened on %s', (day) => {
  let practice: TestProgram;
  let bookings: readonly PracticeBooking[];

  beforeAll(async () => {
    practice = await openPracticeOn(day);
    bookings = await readBookings(practice.core);
  });
  afterAll(() => practice.close());

  const timeOf = (moment: string): string => moment.slice(11);
  const dayOf = (moment: string): LocalDate => LocalDate.parse(moment.slice(0, 10));
  const isHoliday = (date: LocalDate): boolean => findBankHoliday(date) !== undefined;
  const { trainingDay } = planDiary(LocalDate.parse(day));
  const isOpenOn = (date: LocalDate): boolean => !isHoliday(date) && date !== trainingDay;
  const isAtWeekend = (moment: string): boolean => weekdayOf(dayOf(moment)) > 5;

  it('lie in opening hours, and are marked when the desk is shut', () => {
    const wrong = bookings.filter((one) => {
      const isOpen =
        !isAtWeekend(one.starts_at) &&
        timeOf(one.starts_at) >= '09:00' &&
        timeOf(one.ends_at) <= '21:00' &&
        one.starts_at.slice(0, 10) === one.ends_at.slice(0, 10);
      return !isOpen || (one.is_out_of_hours === 1) !== timeOf(one.ends_at) > '17:00';
    });
    expect(wrong).toEqual([]);
  });

  it('never meet in a room and never fill one beyond what it holds', () => {
    const clashes = bookings.filter((one) =>
      bookings.some(
        (other) =>
          other.id !== one.id &&
          other.room === one.room &&
          other.starts_at < one.ends_at &&
          one.starts_at < other.ends_at,
      ),
    );
    expect(clashes).toEqual([]);
    expect(bookings.filter((one) => (one.expected_number ?? 0) > one.capacity)).toEqual([]);
  });

  it('were asked for before they began and before the first day', () => {
    const midnight = instantOf(LocalDateTime.parse(`${day}T00:00`));
    const late = bookings.filter(
      (one) =>
        one.requested_at >= midnight ||
        one.requested_at >= instantOf(LocalDateTime.parse(one.starts_at)) ||
        (one.cancelled_at !== null &&
          (one.cancelled_at >= midnight || one.cancelled_at <= one.requested_at)),
    );
    expect(late).toEqual([]);
  });

  it('come a dozen to twenty a week for six months either side, and on no bank holiday', () => {
    const weeks = new Map<LocalDate, number>();
    for (const { starts_at: start } of bookings) {
      const monday = startOfWeek(dayOf(start));
      weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
    }
    const counts = [...weeks].toSorted(([a], [b]) => compareText(a, b));
    expect(counts.length).toBeGreaterThanOrEqual(52);
    for (const [monday, count] of counts.slice(1, -1)) {
      const openDays = [0, 1, 2, 3, 4].filter((n) => isOpenOn(addDays(monday, n))).length;
      expect(count).toBeGreaterThanOrEqual(Math.round((12 * openDays) / 5));
      expect(count).toBeLessThanOrEqual(20);
    }
    expect(bookings.filter((one) => isHoliday(dayOf(one.starts_at)))).toEqual([]);
  });

  it('keep a room in use at every moment of a first day on which the centre is open', () => {
    const today = bookings.filter(
      (one) => one.starts_at.startsWith(day) && one.status === 'confirmed',
    );
    const isOpen = !isAtWeekend(day) && !isHoliday(LocalDate.parse(day));
    const idle = Array.from({ length: 24 }, (_, i) => {
      const minutes = 9 * 60 + i * 30 + 15;
      return `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60}`;
    }).filter((moment) => !today.some((one) => one.starts_at <= moment && moment < one.ends_at));
    expect(idle).toHaveLength(isOpen ? 0 : 24);
    expect(today.length).toBeGreaterThanOrEqual(isOpen ? 6 : 0);
  });
});

describe('Filling the practice centre', () => {
  it('gives the same bookings for the same first day', async () => {
    const seen = [];
    for (const _ of ['once', 'again']) {
      const practice = await openPracticeOn(FIRST_DAY);
      seen.push(
        (await readBookings(practice.core)).map((one) => [
          one.reference,
          one.room,
          one.starts_at,
          one.ends_at,
          one.booker,
          one.status,
          one.requested_at,
        ]),
      );
      await practice.close();
    }
    expect(seen[0]).toHaveLength(seen[1]?.length ?? 0);
    expect(seen[0]).toEqual(seen[1]);
  });

  it('leaves nothing behind when one step of it is refused', async () => {
    const practice = await openPracticeOn(FIRST_DAY, async () => {});
    const twice = {
      ...SOUTHAMPTON,
      facilities: [
        ...SOUTHAMPTON.facilities,
        { name: 'Small Room', kind: 'other', isBookable: true, source: 'made up' } as const,
      ],
    };
    const filling = fillPractice(practice.core, twice, { firstDay: LocalDate.parse(FIRST_DAY) });
    await expect(filling).rejects.toMatchObject({ code: 'facility.name-taken' });

    const left = await readRows<{ n: number }>(
      practice.core,
      `SELECT (SELECT count(*) FROM centre) + (SELECT count(*) FROM app_user) + (SELECT count(*) FROM facility)
        + (SELECT count(*) FROM parameter_value) + (SELECT count(*) FROM audit_entry WHERE seq > 1) AS n`,
    );
    expect(left).toEqual([{ n: 0 }]);
    await practice.close();
  });

  it('refuses a centre that has been set up already', async () => {
    const practice = await openPracticeOn(FIRST_DAY);
    const again = fillPractice(practice.core, SOUTHAMPTON, {
      firstDay: LocalDate.parse(FIRST_DAY),
    });
    await expect(again).rejects.toMatchObject({ code: 'setup.already-done' });
    await practice.close();
  });
});

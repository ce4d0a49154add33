import { BookingId, CreateBooking } from '#db/bookings/bookings.contract';
import { type Core, PROGRAM } from '#db/open-core';
import type { Preset } from '#db/settings/preset';
import { chooseCouncil, makeFirstManager } from '#db/setup/setup.service';
import { mustExist } from '#db/shared/domain-error';
import { type Instant, millisecondsOf } from '#db/shared/instant';
import {
  addDays,
  atTime,
  compareText,
  instantOf,
  type LocalDate,
  LocalTime,
  timeOfMinutes,
} from '#db/shared/local-date';
import type { Role } from '#db/shared/roles';
import { UserId } from '#db/users/users.contract';
import { addAccount } from '#db/users/users.service';
import { activityEvents } from './practice-activities.ts';
import { agreementEvents } from './practice-agreements.ts';
import { claimEvents } from './practice-claims.ts';
import { claimPolicyEvents } from './practice-claim-policy.ts';
import { planDiary } from './diary.ts';
import type { DiaryEntry } from './diary-book.ts';
import { MADE_UP_GROUPS } from './made-up-groups.ts';
import { MADE_UP_PEOPLE, reservedPhone } from './made-up-people.ts';
import { PRACTICE_ACCOUNTS } from './practice-accounts.ts';
import type { Event, Known } from './practice-events.ts';
import { equipEvents } from './practice-equipment.ts';
import { groupEvents } from './practice-groups.ts';
import { mailingEvents } from './practice-mailings.ts';
import { officerEvents } from './practice-officers.ts';
import { payeeEvents } from './practice-payees.ts';
import { recognitionEvents } from './practice-recognition.ts';
import { recordEvents } from './practice-records.ts';
import { profileEvents } from './practice-profiles.ts';
import { OFFICE_HOURS, placesFor, practiceFacilities } from './practice-rooms.ts';

/** What letterheads of the practice centre say. */
const CENTRE = {
  name: 'Practice Tenant Resource Centre',
  addressLines: ['1 Made-up Street', 'Nowhere', 'This address and everyone here are made up'],
  phone: reservedPhone(1),
};

/**
 * Makes the practice centre of six months either side of `firstDay`, all of it or nothing. Everything goes through
 * the services as if people had done it, at the times they would have: the rules hold, and the record of acts rises
 * in time and ends before `firstDay` begins. The same day gives the same bookings.
 */
export async function fillPractice(
  core: Core,
  preset: Preset,
  options: { readonly firstDay: LocalDate },
): Promise<void> {
  const diary = planDiary(options.firstDay);
  const hashes = new Map<Role, string>();
  for (const { role, passphrase } of PRACTICE_ACCOUNTS)
    hashes.set(role, await core.slow.hashSecret(passphrase));
  const known: Known = {
    users: new Map(),
    facilities: new Map(),
    groups: new Map(),
    people: new Map(),
  };
  const events = [
    ...setUpEvents(core, { preset, hashes, on: diary.setUpOn }, known),
    ...equipEvents(core, { ...diary, firstDay: options.firstDay }, known),
    ...cardBoxEvents(core, diary.setUpOn, known),
    ...recordEvents(core, diary.setUpOn, known),
    ...mailingEvents(core, diary.setUpOn, known),
    ...recognitionEvents(core, diary.setUpOn, known),
    ...profileEvents(core, options.firstDay),
    ...activityEvents(core, options, known),
    ...agreementEvents(core, diary.setUpOn, known),
    ...groupEvents(core, { setUpOn: diary.setUpOn, firstDay: options.firstDay }, known),
    ...officerEvents(core, { setUpOn: diary.setUpOn, firstDay: options.firstDay }, known),
    ...claimPolicyEvents(core, { setUpOn: diary.setUpOn, firstDay: options.firstDay }),
    ...claimEvents(core, options, known),
    ...payeeEvents(core, { setUpOn: diary.setUpOn, firstDay: options.firstDay }, known),
    ...diary.entries.flatMap((entry) => bookingEvents(core, entry, known)),
  ].toSorted((a, b) => compareText(a.at, b.at));

  await core.unit(PROGRAM, 'writes', async (ctx) => {
    const offset = millisecondsOf(ctx.now()) - ctx.steadyMilliseconds();
    for (const { at, by, act } of events)
      await act({
        ...ctx,
        actor:
          by === 'program'
            ? ctx.actor
            : mustExist(known.users.get(by), 'accounts are made before they act'),
        now: () => at,
        // Both clocks are told together, or every step of the tale would be taken for a turned clock.
        steadyMilliseconds: () => millisecondsOf(at) - offset,
      });
  });
}

/** The first run, as a manager goes through it on the centre's first morning. */
function setUpEvents(
  core: Core,
  given: {
    readonly preset: Preset;
    readonly hashes: ReadonlyMap<Role, string>;
    readonly on: LocalDate;
  },
  known: Known,
): readonly Event[] {
  const at = (time: string): Instant => instantOf(atTime(given.on, LocalTime.parse(time)));
  const accountOf = (role: Role) => ({
    ...mustExist(
      PRACTICE_ACCOUNTS.find((account) => account.role === role),
      'each role has an account',
    ),
    passphraseHash: mustExist(given.hashes.get(role), 'each passphrase was hashed'),
  });
  const addAccountOf = (role: Role, time: string): Event => ({
    at: at(time),
    by: 'manager',
    act: async (ctx) => {
      const { name, displayName, passphraseHash } = accountOf(role);
      await addAccount(ctx, { name, displayName, role, passphraseHash });
      const { users } = await core.api.users.list(ctx, {});
      const user = mustExist(
        users.find((one) => one.name === name),
        'it was just added',
      );
      known.users.set(role, { kind: 'user', userId: user.id, displayName, role });
    },
  });
  return [
    { at: at('09:00'), by: 'program', act: (ctx) => chooseCouncil(ctx, given.preset) },
    {
      at: at('09:05'),
      by: 'program',
      act: async (ctx) => {
        const { userId, displayName, role } = await makeFirstManager(ctx, accountOf('manager'));
        known.users.set(role, { kind: 'user', userId, displayName, role });
      },
    },
    {
      at: at('09:20'),
      by: 'manager',
      act: async (ctx) => {
        await core.api.setup.describeCentre(ctx, {
          centre: CENTRE,
          facilities: practiceFacilities(given.preset),
          officeHours: OFFICE_HOURS,
        });
        for (const { name, id } of await core.api.facilities.list(ctx, {}))
          known.facilities.set(name, id);
      },
    },
    addAccountOf('desk', '09:30'),
    addAccountOf('officer', '09:35'),
    addAccountOf('auditor', '09:40'),
    // From here on a second person could confirm, so this account comes last.
    addAccountOf('finance', '09:45'),
    {
      at: at('09:50'),
      by: 'manager',
      act: async (ctx) => {
        // Nobody of the staff is on record as a tenant, so that claims are decided without that doubt.
        for (const user of (await core.api.users.list(ctx, {})).users)
          await core.api.users.sayWho(ctx, { userId: UserId.parse(user.id), personId: null });
      },
    },
  ];
}

/** Groups and people are copied from the card box: groups on the first afternoon, people on the next three days. */
function cardBoxEvents(core: Core, setUpOn: LocalDate, known: Known): readonly Event[] {
  const at = (day: number, minute: number): Instant =>
    instantOf(atTime(addDays(setUpOn, day), timeOfMinutes(minute)));
  const groups = MADE_UP_GROUPS.map(
    ({ name, kind }, i): Event => ({
      at: at(0, 13 * 60 + 3 * i),
      by: 'officer',
      act: async (ctx) => {
        // Numbers from the far end of the row, which no person has.
        const added = await core.api.groups.add(ctx, { name, kind, phone: reservedPhone(900 + i) });
        known.groups.set(name, added.id);
      },
    }),
  );
  const peopleADay = Math.ceil(MADE_UP_PEOPLE.length / 3);
  const people = MADE_UP_PEOPLE.map(
    (person, i): Event => ({
      at: at(1 + Math.floor(i / peopleADay), 10 * 60 + 4 * (i % peopleADay)),
      by: 'desk',
      act: async (ctx) => {
        const added = await core.api.people.add(ctx, person);
        known.people.set(person.name, added.id);
      },
    }),
  );
  return [...groups, ...people];
}

/** A booking, and the change or cancellation that came later. */
function bookingEvents(core: Core, entry: DiaryEntry, known: Known): readonly Event[] {
  let booking: { readonly id: BookingId; readonly version: number } | undefined;
  const { takenBy, changed, cancelled } = entry;
  const made = () => mustExist(booking, 'bookings are made before they change');
  const events: Event[] = [
    {
      at: entry.requestedAt,
      by: takenBy,
      act: async (ctx) => {
        const created = await core.api.bookings.create(ctx, toCreateBooking(entry, known));
        booking = { id: BookingId.parse(created.id), version: created.version };
      },
    },
  ];
  if (changed !== undefined)
    events.push({
      at: changed.at,
      by: takenBy,
      act: async (ctx) => {
        await core.api.bookings.change(ctx, {
          ...toCreateBooking(entry, known),
          ...made(),
          expectedNumber: changed.expectedNumber,
          agreement: null,
          askedBy: 'holder',
        });
      },
    });
  if (cancelled !== undefined)
    events.push({
      at: cancelled.at,
      by: 'desk',
      act: async (ctx) => {
        await core.api.bookings.cancel(ctx, { ...made(), reason: cancelled.reason });
      },
    });
  return events;
}

/** The plan speaks of names; the desk's form wants records. What it would refuse is refused here too. */
function toCreateBooking(entry: DiaryEntry, known: Known): CreateBooking {
  const { booker, date, purpose, expectedNumber, needs, notes } = entry;
  return CreateBooking.parse({
    facilityId: known.facilities.get(entry.room),
    date,
    from: timeOfMinutes(entry.fromMinute),
    until: timeOfMinutes(entry.untilMinute),
    booker:
      booker.kind === 'group'
        ? { kind: 'group', groupId: known.groups.get(booker.name) }
        : { kind: 'person', personId: known.people.get(booker.name) },
    responsiblePersonId: known.people.get(entry.responsible),
    purpose,
    expectedNumber,
    needs,
    notes,
    units: placesFor(entry.room, expectedNumber),
  });
}

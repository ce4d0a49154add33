import type { Person } from '#db/people/people.contract';
import { PROGRAM } from '#db/open-core';
import { eraseDue } from '#db/holdings/erasure/erasure-round.service';
import { settleDue } from '#db/holdings/retention/retention.service';
import type { FixedClock } from '../fixed-clock.ts';
import type { TestCore } from '../open-test-core.ts';
import { aBooking, bookingDetails, changeOf } from './bookings.ts';
import { aMerge } from './merges.ts';
import { aTerm } from './officers.ts';
import { aPerson } from './people.ts';
import { aWaiting } from './queue.ts';
import { aRestriction } from './restrictions.ts';
import { aSeries } from './series.ts';
import { aPastUse, theSuite } from './usage.ts';

/** Words that stand nowhere else, numbered; each is written about the subject in another place of the file. */
export const canary = (n: number): string => `qzsubject${String(n).padStart(2, '0')}`;

const SUBJECT_PHONE = '07911 555001';
const SUBJECT_TEXT_PHONE = '07911 555002';
const OLD_PHONE = '07911 555003';
const GUARDIAN_PHONE = '07911 555004';
const MERGED_PHONE = '07911 555005';

/** The forty things that are known of the subject alone. */
export const CANARIES: readonly string[] = [
  ...Array.from({ length: 32 }, (_, i) => canary(i + 1)),
  SUBJECT_PHONE,
  SUBJECT_TEXT_PHONE,
  OLD_PHONE,
  GUARDIAN_PHONE,
  MERGED_PHONE,
  'QZ7 1QZ',
  '07911555001',
  '07911555005',
];

/**
 * Somebody of whom forty things are known: their record, bookings, a series, a place in the queue, a visit, a key, a
 * service removed, consents, an office, and a second record that went into theirs.
 */
export async function aKnownPerson(core: TestCore, clock: FixedClock): Promise<Person> {
  const desk = core.as('desk');
  const first = await aPerson(core, { name: `${canary(1)} before`, phone: OLD_PHONE });
  const named = await desk.call('people.change', {
    id: first.id,
    version: first.version,
    name: `Ada ${canary(2)}`,
    kind: 'tenant',
    phone: SUBJECT_PHONE,
  });
  await desk.call('people.changeRecord', {
    id: named.id,
    version: named.version,
    email: `${canary(3)}@example.org`,
    textPhone: SUBJECT_TEXT_PHONE,
    address: `1 ${canary(4)} Court\n${canary(5)} Lane`,
    postcode: 'QZ7 1QZ',
    accessNeeds: `Step-free ${canary(6)}`,
    languageNeed: canary(7),
    heardHow: canary(8),
    isUnder18: true,
    guardianName: `Gran ${canary(9)}`,
    guardianPhone: GUARDIAN_PHONE,
    guardianConsentOn: '2027-01-04',
    interests: [
      { serviceArea: canary(10), methods: [canary(11)] },
      { serviceArea: canary(26), methods: [canary(32)] },
    ],
  });
  await desk.call('people.giveConsent', {
    personId: named.id,
    purpose: 'be-named',
    what: canary(12),
    withWhom: canary(13),
    givenOn: '2027-01-04',
    until: null,
    how: 'spoken',
  });
  await theirBookings(core, named.id, clock);

  const twin = await aPerson(core, { name: `Twin ${canary(27)}`, phone: MERGED_PHONE });
  await core.as('desk').call('people.changeRecord', {
    id: twin.id,
    version: twin.version,
    heardHow: canary(28),
  });
  await aMerge(core, { kind: 'person', keptId: named.id, lostId: twin.id }, { reason: canary(29) });

  await aRestriction(core, {
    subject: { kind: 'person', personId: named.id },
    reason: canary(30),
    appealWords: canary(31),
    from: '2027-03-01',
    until: '2027-03-02',
  });
  return core.as('desk').call('people.get', { id: named.id });
}

async function theirBookings(core: TestCore, personId: string, clock: FixedClock): Promise<void> {
  const desk = core.as('desk');
  const manager = core.as('manager');
  const theirs = {
    booker: { kind: 'person', personId },
    responsiblePersonId: personId,
    expectedNumber: 2,
  } as const;
  const one = await aBooking(core, { ...theirs, needs: canary(14), notes: canary(15) });
  await desk.call('bookings.change', changeOf(one, { notes: canary(16) }));
  const off = await aBooking(core, { ...theirs, date: '2027-01-06' });
  await desk.call('bookings.cancel', { id: off.id, version: off.version, reason: canary(17) });
  await manager.call('bookings.create', {
    ...(await bookingDetails(core, {
      ...theirs,
      date: '2027-01-09',
      outsideHours: { keyholder: canary(18), reason: canary(19) },
    })),
  });
  await aSeries(core, {
    ...theirs,
    room: 'Small Room',
    needs: canary(20),
    notes: canary(21),
    end: { kind: 'until', date: '2027-03-15' },
  });
  await aBooking(core, { date: '2027-01-07', from: '13:00', until: '14:00' });
  await aWaiting(core, { ...theirs, date: '2027-01-07', from: '13:00', until: '14:00' });
  clock.set('2027-01-04T12:00:00.000Z');
  await aPastUse(core, await theSuite(core), {
    personId,
    purpose: canary(22),
    accompaniedBy: canary(23),
    notes: canary(24),
  });
  const later = core.as('desk');
  const key = await later.call('venues.recordKey', {
    keyName: 'Front door 3',
    personId,
    heldSince: '2027-01-04',
    notes: canary(25),
  });
  await later.call('venues.returnKey', {
    id: key.id,
    returnedOn: '2027-01-04',
    version: key.version,
  });
  await aTerm(core, { personId, until: '2026-12-31' });
}

/** A manager looks at the date and says that it is right, then the daily round does what is due. */
export async function aDailyRound(core: TestCore, today: string): Promise<void> {
  await core.as('manager').call('holdings.confirmClock', { today: today });
  await core.core.unit(PROGRAM, 'writes', settleDue);
  await core.core.unit(PROGRAM, 'writes', eraseDue);
}

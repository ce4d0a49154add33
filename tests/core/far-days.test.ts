import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAILY_WORK } from '#db/daily-work';
import { PROGRAM } from '#db/open-core';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aTerm, seat } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { waitingDetails } from '../support/builders/queue.ts';
import { aRestriction, restrictionDetails } from '../support/builders/restrictions.ts';
import { aSeries, changeFrom, seriesDetails } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const FAR = ['9999-12-31', '2400-02-29', '0000-01-01'] as const;
const manager = () => core.as('manager');

/** What became of a call: 'taken', or the code of the refusal. */
async function outcomeOf(name: string, input: unknown): Promise<string> {
  const result = await manager().ask(name, input);
  return result.ok ? 'taken' : result.error.code;
}

/** Every call that ended in a fault of the program, in place of an answer or a refusal; the daily work comes after. */
async function faultsOf(asked: readonly (readonly [string, unknown])[]) {
  const faults: string[] = [];
  for (const [name, input] of asked)
    if (/^api\.(?!invalid-input)/.test(await outcomeOf(name, input)))
      faults.push(`${name} ${JSON.stringify(input)}`);
  for (const work of DAILY_WORK) await core.core.unit(PROGRAM, 'writes', work.run);
  return faults;
}

describe('A day at the end of the calendar', () => {
  it.each(FAR)('%s is taken or refused in words for a restriction', async (far) => {
    const standing = await aRestriction(core);
    const { id, version, reason, appealWords } = standing.restriction;
    const subject = standing.restriction.subject;
    const { id: facilityId } = await theRoom(core, 'Meeting Room');
    const faults = await faultsOf([
      ['restrictions.hitBy', await restrictionDetails(core, { from: far })],
      ['restrictions.hitBy', await restrictionDetails(core, { until: far })],
      ['restrictions.add', await restrictionDetails(core, { from: far })],
      ['restrictions.add', await restrictionDetails(core, { until: far })],
      ['restrictions.add', await restrictionDetails(core, { from: far, until: far })],
      ['restrictions.add', await restrictionDetails(core, { incidentOn: far })],
      ['restrictions.change', { id, version, reason, appealWords, until: far }],
      ['restrictions.lift', { id, version: version + 1, on: far, reason: 'Settled' }],
      ['restrictions.lift', { id, version, on: far, reason: 'Settled' }],
      ['restrictions.list', { subject, on: far }],
      ['restrictions.list', {}],
      [
        'restrictions.barring',
        { subjects: [subject], from: { kind: 'facility', facilityId }, on: far },
      ],
      ['restrictions.printLetter', { id }],
      ['timeline.today', { of: subject }],
    ]);
    expect(faults).toEqual([]);
  });

  it.each(FAR)('%s is taken or refused in words for a term', async (far) => {
    const groupId = (await aGroup(core)).id;
    const term = await aTerm(core, { groupId });
    const person = await aPerson(core);
    const seatOf = {
      groupId,
      post: 'treasurer',
      isVoting: true,
      meetingThatDecided: '',
      personId: person.id,
    };
    const { id, version } = term;
    const committee = {
      groupId,
      decidedAt: 'AGM',
      isWhole: true,
      posts: [seat('chair', person.id)],
    };
    const faults = await faultsOf([
      [
        'officers.changeTerm',
        { id, version, from: '2026-01-01', until: far, isVoting: true, meetingThatDecided: '' },
      ],
      [
        'officers.changeTerm',
        {
          id,
          version: version + 1,
          from: '2026-01-01',
          until: null,
          isVoting: true,
          meetingThatDecided: '',
        },
      ],
      [
        'officers.changeTerm',
        { id, version, from: far, until: null, isVoting: true, meetingThatDecided: '' },
      ],
      ['officers.addTerm', { ...seatOf, from: far, until: null }],
      ['officers.addTerm', { ...seatOf, from: far, until: far }],
      ['officers.addTerm', { ...seatOf, from: '2026-06-01', until: far }],
      ['officers.addTerm', { ...seatOf, post: 'media-contact', from: '2026-06-01', until: far }],
      ['officers.addTerm', { ...seatOf, post: 'media-contact', from: far, until: null }],
      ['officers.enterCommittee', { ...committee, meetingOn: far, from: far }],
      ['officers.enterCommittee', { ...committee, meetingOn: '2027-01-04', from: far }],
      ['officers.enterCommittee', { ...committee, meetingOn: far, from: '2027-01-04' }],
      ['officers.setVacancyDeadline', { groupId, post: 'secretary', fillBy: far }],
      ['officers.list', { groupId, on: far }],
      ['officers.list', { groupId, on: null }],
      ['officers.terms', { groupId }],
      ['officers.termsOfPerson', { personId: person.id }],
      ['officers.capacities', { personId: person.id, on: far }],
      ['officers.handOvers', { groupId }],
      ['officers.printContactSheet', { groupId }],
      ['officers.printNotification', { groupId }],
      ['officers.exportToday', {}],
      ['officers.exportActiveTenants', {}],
      ['timeline.today', { of: { kind: 'group', groupId } }],
    ]);
    expect(faults).toEqual([]);
  });

  it.each(FAR)('%s is taken or refused in words for a booking', async (far) => {
    const booking = await aBooking(core);
    const { id: facilityId } = await theRoom(core, 'Meeting Room');
    const details = await bookingDetails(core, { date: far, from: '20:00', until: '24:00' });
    const series = await aSeries(core);
    const span = { from: far, until: far };
    const faults = await faultsOf([
      ['bookings.create', details],
      ['bookings.foresee', details],
      ['bookings.change', changeOf(booking, { date: far })],
      ['bookings.addWaiting', await waitingDetails(core, { date: far })],
      ['bookings.onDay', { date: far }],
      ['bookings.onWeek', { date: far }],
      ['bookings.inMonth', { date: far }],
      ['bookings.between', span],
      ['bookings.between', { from: '2027-01-01', until: far }],
      ['bookings.list', span],
      ['bookings.findFree', { ...span, minutes: 60 }],
      ['bookings.findFree', { from: '2027-01-01', until: far, minutes: 60 }],
      ['bookings.ofBooker', { booker: booking.booker, from: far }],
      ['bookings.previewSeries', await seriesDetails(core, { date: far })],
      ['bookings.createSeries', await seriesDetails(core, { date: far })],
      ['bookings.previewSeries', await seriesDetails(core, { end: { kind: 'until', date: far } })],
      [
        'bookings.createSeries',
        await seriesDetails(core, {
          end: { kind: 'until', date: far },
          repeat: { kind: 'yearly', every: 1 },
        }),
      ],
      [
        'bookings.previewSeries',
        await seriesDetails(core, { repeat: { kind: 'picked', dates: [far] } }),
      ],
      ['bookings.previewSeriesChange', changeFrom(series, '2027-03-08', { date: far } as never)],
      ['bookings.exportCalendar', { of: { kind: 'facility', facilityId }, ...span }],
      ['bookings.printWeekSheet', { date: far, audience: 'desk' }],
      ['bookings.printMonthOverview', { date: far, facilityId }],
      ['bookings.printDaySheet', { date: far }],
      ['bookings.printDoorSign', { date: far, facilityId }],
      ['reports.use', { ...span }],
      ['reports.use', { from: '2026-01-01', until: far }],
      ['usage.list', span],
      ['usage.left', { groupId: null, personId: booking.responsiblePersonId, on: far }],
      ['usage.printLog', { facilityId, month: far }],
    ]);
    expect(faults).toEqual([]);
  });

  it('stands for one that never comes: whoever stays until then hands nothing over', async () => {
    const { id: groupId } = await aGroup(core);
    const { id, version, from, isVoting, meetingThatDecided } = await aTerm(core, { groupId });
    const change = (until: string, seen: number) =>
      manager().call('officers.changeTerm', {
        id,
        from,
        isVoting,
        meetingThatDecided,
        until,
        version: seen,
      });
    const handOvers = () => manager().call('officers.handOvers', { groupId });
    await change('9999-12-31', version);
    expect(await handOvers()).toEqual([]);
    await change('2027-03-31', version + 1);
    expect(await handOvers()).toHaveLength(1);
  });
});

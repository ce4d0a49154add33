import { factsOf } from '#db/holdings/person-file/row-words.rules';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActivity, onRegister } from '../support/builders/activities.ts';
import { aBooking, bookingDetails } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aKnownPerson, canary, CANARIES } from '../support/builders/held-person.ts';
import { aTerm } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { aPastUse, theSuite } from '../support/builders/usage.ts';
import { newFixedClock, type FixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf } from '../support/read-pdf.ts';

let core: TestCore;
let clock: FixedClock;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const foreign = (n: number): string => `Zzforeign${String(n).padStart(2, '0')}`;

/** Fifty things about other people: names, numbers and addresses that stand near the subject's own rows, and records of their own. */
async function fiftyOthers(personId: string): Promise<readonly string[]> {
  const planted: string[] = [];
  const desk = core.as('desk');
  const name = (n: number) => {
    const text = `Olga ${foreign(n)}`;
    planted.push(foreign(n));
    return text;
  };
  const phone = (n: number) => {
    const text = `07922 4440${String(n).padStart(2, '0')}`;
    planted.push(text);
    return text;
  };
  // Ten people with names, numbers, e-mail and street: forty things.
  const others: { readonly id: string; readonly name: string; readonly phone: string }[] = [];
  for (let n = 1; n <= 10; n += 1) {
    const person = await aPerson(core, { name: name(n), phone: phone(n) });
    const email = `${foreign(n + 20)}@example.org`;
    planted.push(email);
    const street = `${foreign(n + 40)} Street`;
    planted.push(street);
    await desk.call('people.changeRecord', {
      id: person.id,
      version: person.version,
      email,
      address: `2 ${street}`,
    });
    others.push({ id: person.id, name: person.name, phone: person.phone });
    if (n <= 5)
      // The subject's own rows speak of them.
      await aBooking(core, {
        booker: { kind: 'person', personId },
        responsiblePersonId: n === 1 ? person.id : personId,
        date: `2027-02-0${n}`,
        expectedNumber: 2,
        notes: `${person.name} brings the key, call ${person.phone} or ${email}`,
        needs: `A seat beside ${person.name.toUpperCase()}`,
      });
  }
  // Names in words of people who are not on record: keyholders, somebody who came along, a guardian.
  await core.as('manager').call('bookings.create', {
    ...(await bookedOutside(personId, name(61))),
  });
  clock.set('2027-01-04T12:00:00.000Z');
  await aPastUse(core, await theSuite(core), {
    personId,
    accompaniedBy: name(62),
    notes: `Came with Mrs ${foreign(1)}`,
  });
  // Records of their own near the subject: posts in the same group, visits, keys.
  const group = await aGroup(core, { name: 'Ashdown TRA' });
  await aTerm(core, { groupId: group.id, personId, post: 'treasurer', until: '2026-12-31' });
  await aTerm(core, { groupId: group.id, personId: others[1]?.id ?? '', post: 'secretary' });
  for (let n = 63; n <= 70; n += 1) await aPerson(core, { name: name(n) });
  return planted;
}

async function bookedOutside(personId: string, keyholder: string) {
  return bookingDetails(core, {
    booker: { kind: 'person', personId },
    responsiblePersonId: personId,
    date: '2027-01-16',
    expectedNumber: 2,
    outsideHours: { keyholder, reason: 'Open day' },
  });
}

const everything = (id: string, part: object = {}) =>
  core.as('manager').call('holdings.exportEverything', { kind: 'person', id, ...part });

describe('Everything held about one person as one file', () => {
  it('tells them all that is known of them, and 0 of 50 things about other people', async () => {
    const person = await aKnownPerson(core, clock);
    const planted = await fiftyOthers(person.id);
    expect(planted).toHaveLength(50);
    const { data, paper, masked } = await everything(person.id);
    const pages = textOf(Buffer.from(paper.base64, 'base64'));
    for (const text of [data.text, pages]) {
      const lower = text.toLowerCase();
      expect(planted.filter((one) => lower.includes(one.toLowerCase()))).toEqual([]);
    }
    expect(masked).toBeGreaterThan(10);

    // What names somebody else in words is masked too, and a number is told once as it was written.
    const others = [canary(9), canary(18), canary(23), '07911 555004'];
    const told = CANARIES.filter((one) => data.text.toLowerCase().includes(one.toLowerCase()));
    expect(CANARIES.filter((one) => !told.includes(one) && !others.includes(one))).toEqual([
      '07911555001',
      '07911555005',
    ]);
    expect(pages).toContain('Everything held about you');
    expect(pages).toContain('Names, numbers and addresses of other people are left out.');
  });

  it('reads what was chosen from a list in words, and what somebody wrote as it stands', () => {
    const as = (text: string): string => text;
    const facts = factsOf(
      { purpose: 'group-meeting', notes: 'a drop-in', format_need: 'large-print' },
      {
        ids: [],
        nameOf: () => undefined,
        mask: { name: as, text: as, count: () => 0 },
        ownNames: [],
      },
    );
    expect(facts.map(({ value }) => value)).toEqual(['group meeting', 'a drop-in', 'large print']);
  });

  it('opens why a way of travelling was agreed with them, and nothing sealed stands there as it lies', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    await core.as('officer').call('claims.agreeTravelPlan', {
      personId: person.id,
      words: 'By taxi after dark',
      why: 'Cannot see at night',
      kinds: ['taxi'],
      from: '2027-01-04',
      until: null,
    });
    const { data } = await everything(person.id);
    expect(data.text).toContain('Cannot see at night');
    expect(data.text).not.toMatch(/sealed/i);
  });

  it('leaves others in where they agreed, and stands in the history either way', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    const other = await aPerson(core, { name: 'Olga Novak' });
    await aBooking(core, {
      booker: { kind: 'person', personId: person.id },
      responsiblePersonId: other.id,
      expectedNumber: 2,
      notes: 'Olga Novak has the key',
    });
    expect((await everything(person.id)).data.text).not.toContain('Novak');
    expect((await everything(person.id, { withOthers: true })).data.text).toContain(
      'Olga Novak has the key',
    );
    const lines = await core
      .as('manager')
      .call('audit.ofObject', { objectType: 'person', objectId: person.id });
    expect(lines.filter(({ action }) => action === 'person.copy-made')).toHaveLength(2);
  });

  it('lists other records that name them for somebody to look at, and takes in what was chosen', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad', phone: '07700 900555' });
    const [one, two] = [
      await aBooking(core, { notes: 'Rana Haddad complained about Olga' }),
      await aBooking(core, { date: '2027-01-06', needs: 'Ring 07700-900-555 first' }),
    ];
    await aBooking(core, { date: '2027-01-07', notes: 'Nothing about anybody' });
    const found = await core
      .as('manager')
      .call('holdings.mentions', { kind: 'person', id: person.id });
    expect(found.map(({ where }) => where)).toEqual([
      `Booking, ${two.reference}, needs`,
      `Booking, ${one.reference}, notes`,
    ]);
    const chosen = found.filter(({ where }) => where.endsWith('notes')).map(({ key }) => key);
    const { data } = await everything(person.id, { mentions: chosen });
    expect(data.text).toContain('Rana Haddad complained about Olga');
    expect(data.text).not.toContain('Ring 07700-900-555');
  });

  it('finds a name without a record on the register of an activity, and says of which', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    const activity = await anActivity(core);
    await onRegister(core, activity, { name: 'Rana Haddad' });
    await onRegister(core, activity, { name: 'Ivy Mossop' });
    const asked = { kind: 'person', id: person.id } as const;
    const found = await core.as('manager').call('holdings.mentions', asked);
    expect(found).toMatchObject([
      { where: `Register line, ${activity.reference}, name`, excerpt: 'Rana Haddad' },
    ]);
  });
});

describe('A request for a copy', () => {
  const asked = async (askedOn: string) => {
    const person = await aPerson(core);
    return core.as('desk').call('holdings.askForCopy', {
      kind: 'person',
      id: person.id,
      askedOn,
      how: 'By letter',
    });
  };

  it.each([
    ['2027-09-03', '2027-10-04', 'the same date of the next month is a Sunday'],
    ['2027-08-31', '2027-09-30', 'the next month is shorter'],
    ['2027-01-30', '2027-03-01', 'the next month is shorter and its last day a Sunday'],
  ])('of %s is due on %s: %s', async (askedOn, due) => {
    clock.set(`${askedOn}T09:00:00.000Z`);
    expect((await asked(askedOn)).dueOn).toBe(due);
  });

  it('waits on the manager’s list, stands still with a reason, goes on and is answered', async () => {
    const request = await asked('2027-01-04');
    const manager = core.as('manager');
    expect(request.dueOn).toBe('2027-02-04');
    expect((await manager.call('tasks.list', { withDone: false, limit: 50 })).tasks).toContainEqual(
      expect.objectContaining({ kind: 'holdings.copy', dueOn: '2027-02-04' }),
    );
    clock.set('2027-01-08T09:00:00.000Z');
    const later = core.as('manager');
    const of = { id: request.id };
    expect(
      await later.refusal('holdings.startCopyClock', { ...of, version: 1, on: '2027-01-08' }),
    ).toMatchObject({ code: 'copy.clock-runs' });
    const stopped = await later.call('holdings.stopCopyClock', {
      ...of,
      version: 1,
      on: '2027-01-06',
      reason: 'Asked for proof of who they are',
    });
    expect(stopped).toMatchObject({ dueOn: '2027-02-04', isLate: false, version: 2 });
    expect(
      await later.refusal('holdings.stopCopyClock', {
        ...of,
        version: 2,
        on: '2027-01-07',
        reason: 'x',
      }),
    ).toMatchObject({ code: 'copy.clock-stopped' });
    expect(
      await later.refusal('holdings.startCopyClock', { ...of, version: 2, on: '2027-01-05' }),
    ).toMatchObject({ code: 'copy.day-wrong', field: 'on' });
    const going = await later.call('holdings.startCopyClock', {
      ...of,
      version: 2,
      on: '2027-01-08',
    });
    expect(going).toMatchObject({ dueOn: '2027-02-08', version: 3 });
    expect(
      await later.refusal('holdings.settleCopyRequest', {
        ...of,
        version: 2,
        on: '2027-01-08',
        answer: '',
      }),
    ).toMatchObject({ code: 'copy.changed-meanwhile' });
    const answered = await later.call('holdings.settleCopyRequest', {
      ...of,
      version: 3,
      on: '2027-01-08',
      answer: 'Handed over',
    });
    expect(answered).toMatchObject({ answeredOn: '2027-01-08', isLate: false });
    expect(
      await later.refusal('holdings.settleCopyRequest', {
        ...of,
        version: 4,
        on: '2027-01-08',
        answer: '',
      }),
    ).toMatchObject({ code: 'copy.answered-before' });
    expect(
      await later.refusal('holdings.settleCopyRequest', {
        id: 'none',
        version: 1,
        on: '2027-01-08',
        answer: '',
      }),
    ).toMatchObject({ code: 'copy.not-found' });
    const { tasks } = await later.call('tasks.list', { withDone: false, limit: 50 });
    expect(tasks.filter(({ kind }) => kind === 'holdings.copy')).toEqual([]);
  });

  it('is late the day after its last one', async () => {
    await asked('2027-01-04');
    clock.set('2027-02-04T09:00:00.000Z');
    expect((await core.as('desk').call('holdings.copyRequests', {}))[0]?.isLate).toBe(false);
    clock.set('2027-02-05T09:00:00.000Z');
    expect((await core.as('desk').call('holdings.copyRequests', {}))[0]?.isLate).toBe(true);
  });
});

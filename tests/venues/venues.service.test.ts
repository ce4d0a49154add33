import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import type { VenueId } from '#db/venues/venues.contract';
import { checkBookedHere } from '#db/venues/venues.service';
import { aGroup } from '../support/builders/groups.ts';
import { theFederationOffice, venueDetails } from '../support/builders/venues.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const add = (part: Parameters<typeof venueDetails>[0] = {}) =>
  core.as('manager').call('venues.add', venueDetails(part));
const refuse = (part: Parameters<typeof venueDetails>[0]) =>
  core.as('manager').refusal('venues.add', venueDetails(part));

describe('Venues', () => {
  it('stand in alphabetical order, with who manages them (BOOK-18)', async () => {
    await add({ name: 'Oak Hall', addressLines: ['', '3 Oak Road', ''] });
    await theFederationOffice(core);
    const venues = await core.as('auditor').call('venues.list', {});
    expect(venues).toMatchObject([
      { name: 'Federation Office', managedBy: 'group', groupName: 'Tenants’ Federation' },
      { name: 'Oak Hall', managedBy: 'council', groupName: '', addressLines: ['3 Oak Road'] },
    ]);
  });

  it('keep the access people find there, and change (BOOK-20)', async () => {
    const hall = await add({ accessFeatures: ['step-free', 'step-free', 'lift'] });
    expect(hall.accessFeatures).toEqual(['step-free', 'lift']);
    const { id, version } = hall;
    const changed = await core.as('manager').call('venues.change', {
      ...venueDetails({ name: 'New Hall', accessFeatures: [] }),
      id,
      version,
      isActive: false,
    });
    expect(changed).toMatchObject({ name: 'New Hall', accessFeatures: [], isActive: false });
    expect(await core.as('desk').call('venues.list', {})).toEqual([changed]);
  });

  it('that the council manages belong to no group', async () => {
    const group = await aGroup(core);
    expect(await add({ groupId: group.id })).toMatchObject({ groupId: null, groupName: '' });
  });

  it('of a group say which', async () => {
    expect(await refuse({ managedBy: 'group' })).toMatchObject({
      code: 'venue.group-missing',
      field: 'groupId',
    });
    expect(await refuse({ managedBy: 'group', groupId: 'none' })).toMatchObject({
      code: 'group.not-found',
    });
  });

  it('never have one name twice, in either case', async () => {
    await add({ name: 'Oak Hall' });
    expect(await refuse({ name: 'oak hall' })).toMatchObject({
      code: 'venue.name-taken',
      message: 'There is already a venue called oak hall. Give this one another name.',
    });
  });

  it('refuse the second of two people who change one at once, and an id that is none', async () => {
    const { id, version, name } = await add();
    const change = (part: object) => ({
      ...venueDetails({ name }),
      id,
      version,
      isActive: true,
      ...part,
    });
    await core.as('manager').call('venues.change', change({}));
    expect(await core.as('manager').refusal('venues.change', change({}))).toMatchObject({
      code: 'venue.changed-by-someone-else',
    });
    expect(await core.as('manager').refusal('venues.change', change({ id: 'none' }))).toMatchObject(
      { code: 'venue.not-found' },
    );
  });

  it('that a group manages are never booked at this desk (BOOK-16)', async () => {
    const ask = (id: VenueId) =>
      core.core.unit(PROGRAM, 'reads', (ctx) => checkBookedHere(ctx, id));
    const office = await theFederationOffice(core);
    await expect(ask(office.id)).rejects.toMatchObject({
      code: 'venue.managed-by-group',
      message:
        'Federation Office is not booked at this desk: Tenants’ Federation decides about it. Ask them for it.',
    });
    const hall = await add();
    expect((await ask(hall.id)).id).toBe(hall.id);
  });
});

describe('The council’s visits to a venue', () => {
  const visit = (venueId: string, part: object = {}) =>
    ({
      venueId,
      at: '2027-01-04T08:30',
      officer: 'Olu Bright',
      reason: 'maintenance',
      notes: 'Boiler serviced',
      committeeToldOn: '2027-01-02',
      ...part,
    }) as never;

  it('are logged with when, who, why, and when the committee was told; the latest first', async () => {
    const { id } = await theFederationOffice(core);
    const first = await core.as('desk').call('venues.recordAccess', visit(id));
    const second = await core
      .as('officer')
      .call(
        'venues.recordAccess',
        visit(id, { at: '2027-01-04T08:45', reason: 'cleaning', notes: '', committeeToldOn: null }),
      );
    expect(await core.as('finance').call('venues.accessLog', { venueId: id })).toEqual([
      second,
      first,
    ]);
    const [, seen] = await core.as('auditor').call('venues.accessLog', { venueId: id });
    expect(seen).toMatchObject({ officer: 'Olu Bright', notes: '•••' });
  });

  it('are not logged before they happen, nor where the council is at home', async () => {
    const { id } = await theFederationOffice(core);
    const desk = core.as('desk');
    expect(
      await desk.refusal('venues.recordAccess', visit(id, { at: '2027-01-04T09:01' })),
    ).toMatchObject({ code: 'venue.access-to-come', field: 'at' });
    const hall = await add();
    expect(await desk.refusal('venues.recordAccess', visit(hall.id))).toMatchObject({
      code: 'venue.managed-by-council',
    });
    expect(await desk.refusal('venues.accessLog', { venueId: 'none' })).toMatchObject({
      code: 'venue.not-found',
    });
  });

  it('are printed with the oldest first, or as a blank log', async () => {
    const { id } = await theFederationOffice(core);
    await core.as('desk').call('venues.recordAccess', visit(id));
    await core
      .as('desk')
      .call('venues.recordAccess', visit(id, { at: '2027-01-03T17:00', officer: 'Dee Hollins' }));
    const print = async (blank: boolean) => {
      const paper = await core.as('desk').call('venues.printAccessLog', { venueId: id, blank });
      expect(paper.title).toBe('Council access log of Federation Office');
      return textOf(Buffer.from(paper.base64, 'base64'));
    };
    expect(await print(false)).toMatch(/Dee\s+Hollins[\s\S]+Olu\s+Bright/);
    expect(await print(true)).not.toContain('Bright');
  });

  it('are not of another century, nor told to the committee before the day has come', async () => {
    const { id } = await theFederationOffice(core);
    const refuse = (part: object) =>
      core.as('desk').refusal('venues.recordAccess', visit(id, part));
    expect(await refuse({ at: '1990-01-05T09:00' })).toMatchObject({
      code: 'venue.access-too-long-ago',
      field: 'at',
      details: { firstDay: '2025-11-30' },
    });
    expect(await refuse({ committeeToldOn: '1990-01-05' })).toMatchObject({
      code: 'venue.access-too-long-ago',
      field: 'committeeToldOn',
    });
    expect(await refuse({ committeeToldOn: '2027-01-05' })).toMatchObject({
      code: 'venue.committee-to-come',
      field: 'committeeToldOn',
    });
    await core
      .as('desk')
      .call('venues.recordAccess', visit(id, { at: '2025-11-30T09:00', committeeToldOn: null }));
  });

  const correct = (
    { id, venueId: _, ...seen }: { id: string; venueId: string },
    part: object = {},
  ) => ({ ...seen, id, seen, why: 'Wrong day', ...part }) as never;

  it('are put right with the reason, and the record keeps what had been typed', async () => {
    const { id } = await theFederationOffice(core);
    const desk = core.as('desk');
    const slip = await desk.call('venues.recordAccess', visit(id, { committeeToldOn: null }));
    const right = await desk.call(
      'venues.changeAccess',
      correct(slip, {
        at: '2027-01-03T08:30',
        officer: 'Ola Bright',
        committeeToldOn: '2027-01-02',
      }),
    );
    expect(await desk.call('venues.accessLog', { venueId: id })).toEqual([right]);
    expect(right).toMatchObject({ at: '2027-01-03T08:30', officer: 'Ola Bright' });
    const last = (await desk.call('audit.ofObject', { objectType: 'venue', objectId: id })).at(-1);
    expect(last).toMatchObject({ action: 'venue.visit-corrected', reason: 'Wrong day' });
    expect(last?.changes).toContainEqual({
      field: 'at',
      before: '2027-01-04T08:30',
      after: '2027-01-03T08:30',
    });
    expect(last?.changes).toContainEqual({
      field: 'officer',
      before: 'Olu Bright',
      after: 'Ola Bright',
    });
  });

  it('are put right by the rules of every entry, and never over what somebody else put right', async () => {
    const { id } = await theFederationOffice(core);
    const desk = core.as('desk');
    const slip = await desk.call('venues.recordAccess', visit(id));
    const refuse = async (part: object) =>
      (await desk.refusal('venues.changeAccess', correct(slip, part))).code;
    expect(await refuse({ at: '2027-01-04T09:01' })).toBe('venue.access-to-come');
    expect(await refuse({ at: '1990-01-05T09:00' })).toBe('venue.access-too-long-ago');
    expect(await refuse({ id: 'none' })).toBe('venue.access-not-found');
    expect(await refuse({ why: '' })).toBe('api.invalid-input');
    await desk.call('venues.changeAccess', correct(slip, { officer: 'Ola Bright' }));
    expect(await refuse({})).toBe('venue.access-changed-by-someone-else');
  });
});

import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dates } from '../../renderer/groups/Dates.tsx';
import { Documents } from '../../renderer/groups/Documents.tsx';
import { EndGroupForm } from '../../renderer/groups/EndGroupForm.tsx';
import { GroupRecordForm } from '../../renderer/groups/GroupRecordForm.tsx';
import { Represents } from '../../renderer/groups/Represents.tsx';
import { NewRepresentationForm } from '../../renderer/groups/representation-forms.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';
import { GROUP_RECORD } from './group-record-on-screen.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  forgetCalls();
  const federation = {
    id: 'g-2',
    name: 'City Federation',
    kind: 'federation',
    phone: '',
    isActive: true,
    version: 1,
  };
  const person = { id: 'p-2', name: 'Sam Okafor', kind: 'tenant', phone: '', version: 1 };
  answer('groups.list', () => ok({ groups: [federation], total: 1 }));
  answer('people.list', () => ok({ people: [person], total: 1 }));
  answer('areas.list', () => ok([]));
  answer('groups.warnings', () => ok([]));
});
afterEach(cleanup);

const nothing = () => undefined;

/** What is said at the field and in the summary, once the program refused what was sent. */
async function refusedAt(
  form: ReactNode,
  refusal: { readonly call: string; readonly field: string; readonly said: string },
  fill: (keys: ReturnType<typeof userEvent.setup>) => Promise<void>,
  label: string,
) {
  answer(refusal.call, () => refuse('group.refused', refusal.said, { field: refusal.field }));
  renderScreen(form);
  const keys = userEvent.setup();
  await fill(keys);
  await keys.keyboard('{Control>}{Enter}{/Control}');
  const link = within(await screen.findByRole('alert')).getByRole('link', { name: refusal.said });
  await keys.click(link);
  const field = screen.getByRole('combobox', { name: new RegExp(label) });
  return {
    hasFocus: document.activeElement === field,
    isMarked: field.getAttribute('aria-invalid') === 'true',
  };
}

async function choose(keys: ReturnType<typeof userEvent.setup>, label: string, name: string) {
  await keys.type(screen.getByRole('combobox', { name: new RegExp(label) }), name.slice(0, 4));
  await keys.click(await screen.findByRole('option', { name: new RegExp(name) }));
}

describe('A refusal about a form of a group', () => {
  it('is said at the group of which it is a part, and leads there', async () => {
    const field = await refusedAt(
      <GroupRecordForm record={GROUP_RECORD} onSaved={nothing} onClose={nothing} />,
      { call: 'groups.changeRecord', field: 'parentId', said: 'It cannot be a part of itself.' },
      async (keys) => {
        await choose(keys, 'Part of which group', 'City Federation');
      },
      'Part of which group',
    );
    expect(field).toEqual({ hasFocus: true, isMarked: true });
  });

  it('is said at the body on which somebody speaks for it, and leads there', async () => {
    const field = await refusedAt(
      <NewRepresentationForm record={GROUP_RECORD} onClose={nothing} />,
      {
        call: 'groups.addRepresentation',
        field: 'bodyGroupId',
        said: 'It cannot send somebody to itself.',
      },
      async (keys) => {
        await choose(keys, 'Who speaks', 'Sam Okafor');
        await choose(keys, 'On which body', 'City Federation');
      },
      'On which body',
    );
    expect(field).toEqual({ hasFocus: true, isMarked: true });
  });

  it('is said at who speaks for it, and leads there', async () => {
    const field = await refusedAt(
      <NewRepresentationForm record={GROUP_RECORD} onClose={nothing} />,
      { call: 'groups.addRepresentation', field: 'personId', said: 'Sam Okafor does already.' },
      async (keys) => {
        await choose(keys, 'Who speaks', 'Sam Okafor');
        await choose(keys, 'On which body', 'City Federation');
      },
      'Who speaks',
    );
    expect(field).toEqual({ hasFocus: true, isMarked: true });
  });

  it('is said at the group that goes on in its place, and leads there', async () => {
    const field = await refusedAt(
      <EndGroupForm record={GROUP_RECORD} onClose={nothing} />,
      { call: 'groups.endGroup', field: 'successorId', said: 'It cannot go on in its place.' },
      async (keys) => {
        await keys.type(screen.getByRole('textbox', { name: /Why/ }), 'Joined the federation');
        await choose(keys, 'Which group goes on', 'City Federation');
      },
      'Which group goes on',
    );
    expect(field).toEqual({ hasFocus: true, isMarked: true });
  });
});

const LEASE = {
  kind: 'other',
  title: 'Lease',
  version: '1',
  datedOn: null,
  receivedOn: '2027-01-02',
  expiresOn: null,
  whereKept: 'Cabinet 2',
  note: '',
};
const aLease = (part: object = {}) => ({
  ...LEASE,
  id: 'd-2',
  groupId: 'g-1',
  replacedById: null,
  ...part,
});
const record = (part: object) => ({ ...GROUP_RECORD, ...part });

describe('A part of a group that a colleague changed first', () => {
  const NOTHING_SET = { lastOn: null, nextDueOn: null };
  const agm = (dates: object) => ({ kind: 'agm', standing: 'later', ...dates });
  const seat = (until: string | null) => ({
    id: 'r-1',
    groupId: 'g-1',
    groupName: 'Cedar TRA',
    personId: 'p-2',
    personName: 'Sam Okafor',
    bodyGroupId: 'g-2',
    bodyName: 'City Federation',
    from: '2027-01-04',
    until,
  });
  /** Refuses the first save, as the program does when a colleague was quicker; takes the later ones. */
  function quicker(call: string, saved: unknown, now: object) {
    let tries = 0;
    answer(call, () => {
      tries += 1;
      return tries === 1
        ? refuse('group.part-changed', 'Someone else changed this while you had it open.')
        : ok(saved);
    });
    answer('groups.record', () => ok(record(now)));
  }

  it('shows the dates on record now, and sets them over those once they were seen', async () => {
    const theirs = { lastOn: null, nextDueOn: '2027-06-01' };
    quicker('groups.setDuty', GROUP_RECORD, { duties: [agm(theirs)] });
    renderScreen(<Dates record={record({ duties: [agm(NOTHING_SET)] })} mayChange />);
    const keys = userEvent.setup();
    await keys.click(screen.getByRole('button', { name: /^Set the dates: / }));
    await keys.type(screen.getByRole('textbox', { name: /due next/ }), '1.9.2027');
    await keys.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByText('On record now')).parentElement?.textContent).toContain(
      '1 June 2027',
    );
    await keys.keyboard('{Control>}{Enter}{/Control}');
    await keys.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(callsOf('groups.setDuty')).toHaveLength(3));
    const mine = { lastOn: null, nextDueOn: '2027-09-01' };
    const of = { groupId: 'g-1', kind: 'agm' };
    expect(callsOf('groups.setDuty')).toEqual([
      { ...of, ...mine, shown: NOTHING_SET },
      { ...of, ...mine, shown: theirs },
      { ...of, ...theirs, shown: mine },
    ]);
  });

  it('is not received today over dates that were set meanwhile', async () => {
    answer('groups.setDuty', () => ok(GROUP_RECORD));
    renderScreen(<Dates record={record({ duties: [agm(NOTHING_SET)] })} mayChange />);
    const keys = userEvent.setup();
    await keys.click(screen.getByRole('button', { name: /^Received today/ }));
    await keys.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(callsOf('groups.setDuty')).toHaveLength(2));
    const is = { lastOn: '2027-01-04', nextDueOn: '2028-01-04' };
    expect(callsOf('groups.setDuty')).toMatchObject([
      { ...is, shown: NOTHING_SET },
      { ...NOTHING_SET, shown: is },
    ]);
  });

  it('shows the document on record now, and puts it right over that once it was seen', async () => {
    const saved = aLease({ title: 'Lease of the hall', note: 'Signed by two' });
    quicker('groups.changeDocument', saved, { documents: [aLease({ note: 'Signed by two' })] });
    renderScreen(<Documents record={record({ documents: [aLease()] })} mayChange />);
    const keys = userEvent.setup();
    await keys.click(screen.getByRole('button', { name: 'Put right Lease' }));
    const title = screen.getByRole('textbox', { name: /What is it called/ });
    await keys.type(title, ' of the hall');
    await keys.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByText('On record now')).parentElement?.textContent).toContain(
      'Signed by two',
    );
    await keys.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(callsOf('groups.changeDocument')).toHaveLength(2));
    expect(callsOf('groups.changeDocument')).toMatchObject([
      { id: 'd-2', title: 'Lease of the hall', shown: LEASE },
      { id: 'd-2', title: 'Lease of the hall', shown: { ...LEASE, note: 'Signed by two' } },
    ]);
  });

  it('shows the last day on record now, and sets another over that once it was seen', async () => {
    quicker('groups.endRepresentation', seat('2027-01-04'), {
      representation: [seat('2027-03-01')],
    });
    renderScreen(<Represents record={record({ representation: [seat(null)] })} mayChange />);
    const keys = userEvent.setup();
    await keys.click(screen.getByRole('button', { name: 'Set the last day on City Federation' }));
    await keys.click(await screen.findByRole('button', { name: 'Set the last day' }));
    expect((await screen.findByText('On record now')).parentElement?.textContent).toContain(
      '1 March 2027',
    );
    await keys.click(await screen.findByRole('button', { name: 'Set the last day' }));
    await waitFor(() => expect(callsOf('groups.endRepresentation')).toHaveLength(2));
    expect(callsOf('groups.endRepresentation')).toEqual([
      { id: 'r-1', until: '2027-01-04', shown: { until: null } },
      { id: 'r-1', until: '2027-01-04', shown: { until: '2027-03-01' } },
    ]);
  });
});

describe('A document taken off the record', () => {
  it('is put back from the news, between the documents where it stood', async () => {
    answer('groups.withdrawDocument', () => ok(GROUP_RECORD));
    answer('groups.restoreDocument', () => ok(GROUP_RECORD));
    const documents = [
      aLease({ id: 'd-3', title: 'New lease' }),
      aLease({ replacedById: 'd-3' }),
      aLease({ id: 'd-1', title: 'Old lease', replacedById: 'd-2' }),
    ];
    renderScreen(<Documents record={record({ documents })} mayChange />);
    const keys = userEvent.setup();
    await keys.click(screen.getByRole('switch', { name: 'Show replaced documents' }));
    await keys.click(screen.getByRole('button', { name: 'Put right Lease' }));
    await keys.click(screen.getByRole('button', { name: /take it off the record/ }));
    await keys.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(callsOf('groups.restoreDocument')).toHaveLength(1));
    expect(callsOf('groups.withdrawDocument')).toEqual([{ id: 'd-2' }]);
    expect(callsOf('groups.restoreDocument')).toEqual([
      { ...LEASE, groupId: 'g-1', replacesId: 'd-1', replacedById: 'd-3' },
    ]);
  });
});

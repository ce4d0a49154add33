import { cleanup, configure, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EndGroupForm } from '../../renderer/groups/EndGroupForm.tsx';
import { GroupRecordForm } from '../../renderer/groups/GroupRecordForm.tsx';
import { NewRepresentationForm } from '../../renderer/groups/representation-forms.tsx';
import { answer, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
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
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
}

async function choose(keys: ReturnType<typeof userEvent.setup>, label: string, name: string) {
  await keys.type(screen.getByRole('combobox', { name: new RegExp(label) }), name.slice(0, 4));
  await keys.click(await screen.findByRole('option', { name: new RegExp(name) }));
}

describe('A refusal about a form of a group', () => {
  it('is said at the group of which it is a part, and leads there', async () => {
    await refusedAt(
      <GroupRecordForm record={GROUP_RECORD} onSaved={nothing} onClose={nothing} />,
      { call: 'groups.changeRecord', field: 'parentId', said: 'It cannot be a part of itself.' },
      async (keys) => {
        await choose(keys, 'Part of which group', 'City Federation');
      },
      'Part of which group',
    );
  });

  it('is said at the body on which somebody speaks for it, and leads there', async () => {
    await refusedAt(
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
  });

  it('is said at who speaks for it, and leads there', async () => {
    await refusedAt(
      <NewRepresentationForm record={GROUP_RECORD} onClose={nothing} />,
      { call: 'groups.addRepresentation', field: 'personId', said: 'Sam Okafor does already.' },
      async (keys) => {
        await choose(keys, 'Who speaks', 'Sam Okafor');
        await choose(keys, 'On which body', 'City Federation');
      },
      'Who speaks',
    );
  });

  it('is said at the group that goes on in its place, and leads there', async () => {
    await refusedAt(
      <EndGroupForm record={GROUP_RECORD} onClose={nothing} />,
      { call: 'groups.endGroup', field: 'successorId', said: 'It cannot go on in its place.' },
      async (keys) => {
        await keys.type(screen.getByRole('textbox', { name: /Why/ }), 'Joined the federation');
        await choose(keys, 'Which group goes on', 'City Federation');
      },
      'Which group goes on',
    );
  });
});

import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GroupDetails, GroupKind } from '#db/groups/groups.contract';
import { api } from '../../renderer/app/api-client.ts';
import { ContractFormBody } from '../../renderer/shared/ContractFormBody.tsx';
import { SelectField } from '../../renderer/shared/SelectField.tsx';
import { TextField } from '../../renderer/shared/TextField.tsx';
import { useContractForm } from '../../renderer/shared/use-contract-form.ts';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

let testsBefore = 0;

function Form() {
  const form = useContractForm(
    GroupDetails,
    { name: '', kind: 'tra', phone: '' },
    { onSubmit: (details) => api.groups.add(details), draftKey: `group.new ${testsBefore}` },
  );
  return (
    <ContractFormBody form={form}>
      <TextField name="name" label="Name" />
      <SelectField
        name="kind"
        label="Kind"
        options={GroupKind.options.map((kind) => ({ value: kind, words: kind }))}
      />
      <TextField name="phone" label="Phone" />
      <button type="submit">Save the group</button>
    </ContractFormBody>
  );
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Save the group' }));
const nameField = () => screen.getByLabelText<HTMLInputElement>('Name');
const phoneField = () => screen.getByLabelText<HTMLInputElement>('Phone');

describe('A form over the contract', () => {
  beforeEach(() => {
    forgetCalls();
    // Drafts outlive a form on purpose, so each test keeps its own.
    testsBefore += 1;
  });
  afterEach(cleanup);

  it('keeps what was typed after a refusal and puts the sentence at the field it names', async () => {
    answer('groups.add', () =>
      refuse('group.name-taken', 'There is a group called Oak Estate.', { field: 'name' }),
    );
    renderScreen(<Form />, { session: aSession() });
    await userEvent.type(nameField(), 'Oak Estate');
    await userEvent.type(phoneField(), '023 8090 0123');
    await save();

    const link = await screen.findByRole('link', { name: 'There is a group called Oak Estate.' });
    expect(nameField().value).toBe('Oak Estate');
    expect(phoneField().value).toBe('023 8090 0123');
    await userEvent.click(link);
    expect(document.activeElement).toBe(nameField());
  });

  it('shows a refusal of the whole form in the summary alone', async () => {
    answer('groups.add', () => refuse('core.busy', 'The records are busy. Try again.'));
    renderScreen(<Form />, { session: aSession() });
    await userEvent.type(nameField(), 'Elm Court');
    await save();

    const summary = await screen.findByRole('alert', { name: 'There is a problem' });
    expect(summary.textContent).toContain('The records are busy. Try again.');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('shows each sentence at its field when the program finds several', async () => {
    answer('groups.add', () =>
      refuse('api.invalid-input', 'Check what was typed.', {
        details: { fields: { name: 'Use a shorter name.', phone: 'Use fewer numbers.' } },
      }),
    );
    renderScreen(<Form />, { session: aSession() });
    await userEvent.type(nameField(), 'Elm Court');
    await save();

    await screen.findByRole('link', { name: 'Use a shorter name.' });
    expect(screen.getByRole('link', { name: 'Use fewer numbers.' })).not.toBeNull();
  });

  it('sends with Ctrl+Enter, and once only while the first try is on its way', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    answer('groups.add', async () => {
      await held;
      return ok({ id: 'group-1' });
    });
    renderScreen(<Form />, { session: aSession() });
    await userEvent.type(nameField(), 'Elm Court');
    await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}');
    release();

    await vi.waitFor(() => expect(callsOf('groups.add')).toHaveLength(1));
    expect(callsOf('groups.add')).toEqual([{ name: 'Elm Court', kind: 'tra', phone: '' }]);
  });

  it('finds again what the same person typed before a lock, and shows nobody else’s', async () => {
    const first = renderScreen(<Form />, { session: aSession() });
    await userEvent.type(nameField(), 'Half a na');
    first.unmount();

    const other = aSession({
      signedIn: {
        userId: 'user-2',
        name: 'tom.reed',
        displayName: 'Tom Reed',
        role: 'desk',
        isLocked: false,
        hasPin: false,
      },
    });
    const second = renderScreen(<Form />, { session: other });
    expect(nameField().value).toBe('');
    second.unmount();

    renderScreen(<Form />, { session: aSession() });
    await vi.waitFor(() => expect(nameField().value).toBe('Half a na'));
  });

  it('forgets the draft once it was saved', async () => {
    answer('groups.add', () => ok({ id: 'group-1' }));
    const first = renderScreen(<Form />, { session: aSession() });
    await userEvent.type(nameField(), 'Elm Court');
    await save();
    await vi.waitFor(() => expect(callsOf('groups.add')).toHaveLength(1));
    await vi.waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull());
    first.unmount();

    renderScreen(<Form />, { session: aSession() });
    expect(nameField().value).toBe('');
  });
});

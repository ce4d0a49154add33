import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ContractFormBody } from '../../renderer/shared/ContractFormBody.tsx';
import { TextField } from '../../renderer/shared/TextField.tsx';
import { useContractForm } from '../../renderer/shared/use-contract-form.ts';
import { callsOf, forgetCalls } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const GroupForm = z.object({
  name: z.string().min(1, 'Enter the name of the group.'),
  phone: z.string().min(5, 'Enter a phone number.'),
});

function Form() {
  const form = useContractForm(
    GroupForm,
    { name: '', phone: '' },
    { onSubmit: async () => undefined },
  );
  return (
    <ContractFormBody form={form}>
      <TextField name="name" label="Name" />
      <TextField name="phone" label="Phone" />
      <button type="submit">Save the group</button>
    </ContractFormBody>
  );
}

describe('The summary of what is wrong with a form', () => {
  beforeEach(() => {
    forgetCalls();
    document.title = 'Groups';
  });
  afterEach(cleanup);

  it('takes the focus and marks the window’s title after a try that failed', async () => {
    renderScreen(<Form />);

    await userEvent.click(screen.getByRole('button', { name: 'Save the group' }));

    const summary = await screen.findByRole('alert', { name: 'There is a problem' });
    expect(document.activeElement).toBe(summary);
    expect(document.title).toBe('Error: Groups');
  });

  it('leads from each sentence to its field, in the order of the page', async () => {
    renderScreen(<Form />);
    await userEvent.click(screen.getByRole('button', { name: 'Save the group' }));

    const links = await screen.findAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      'Enter the name of the group.',
      'Enter a phone number.',
    ]);
    await userEvent.click(screen.getByRole('link', { name: 'Enter a phone number.' }));

    expect(document.activeElement).toBe(screen.getByLabelText('Phone'));
  });

  it('says the same words at the field, tied to it for screen readers', async () => {
    renderScreen(<Form />);
    await userEvent.click(screen.getByRole('button', { name: 'Save the group' }));
    await screen.findByRole('alert', { name: 'There is a problem' });

    const name = screen.getByLabelText('Name');
    const ids = name.getAttribute('aria-describedby')?.split(' ') ?? [];
    const words = ids.map((id) => document.getElementById(id)?.textContent);
    expect(words).toContain('Enter the name of the group.');
    expect(name.getAttribute('aria-invalid')).toBe('true');
  });

  it('goes away, with its mark in the title, once the form was sent', async () => {
    renderScreen(<Form />);
    await userEvent.click(screen.getByRole('button', { name: 'Save the group' }));
    await screen.findByRole('alert', { name: 'There is a problem' });

    await userEvent.type(screen.getByLabelText('Name'), 'Oak Estate');
    await userEvent.type(screen.getByLabelText('Phone'), '023 8090 0123');
    await userEvent.click(screen.getByRole('button', { name: 'Save the group' }));

    await vi.waitFor(() =>
      expect(screen.queryByRole('alert', { name: 'There is a problem' })).toBeNull(),
    );
    expect(document.title).toBe('Groups');
    expect(callsOf('groups.add')).toEqual([]);
  });
});

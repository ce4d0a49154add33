import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '#db/directory/directory.contract';
import { ContactsTable } from '../../renderer/directory/ContactsTable.tsx';
import { DirectoryScreen } from '../../renderer/directory/DirectoryScreen.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });
beforeEach(forgetCalls);
afterEach(cleanup);

const CONTACT = {
  id: 'c-1',
  name: 'Harbour Law Centre',
  kind: 'local-adviser',
  address: '',
  phone: '01632 960123',
  email: '',
  web: '',
  note: '',
  lastVerifiedOn: '2025-06-01',
  trust: 'old',
  isActive: true,
  closedNote: '',
  version: 3,
} as Contact;

const pressVerify = async () => {
  renderScreen(<ContactsTable contacts={[CONTACT]} mayChange />);
  await userEvent.click(screen.getByRole('button', { name: /verified today/i }));
};

describe('A contact that is verified with one press', () => {
  it('goes back by Undo to the day it had, from the state that was saved', async () => {
    answer('directory.confirmVerified', () =>
      ok({ ...CONTACT, lastVerifiedOn: '2027-01-04', version: 4 }),
    );
    answer('directory.undoVerified', () => ok({ ...CONTACT, version: 5 }));
    await pressVerify();
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(callsOf('directory.undoVerified')).toEqual([
        { id: 'c-1', version: 4, lastVerifiedOn: '2025-06-01' },
      ]),
    );
    expect(callsOf('directory.confirmVerified')).toEqual([{ id: 'c-1', version: 3 }]);
  });

  it('says why it is refused, and offers no way back', async () => {
    answer('directory.confirmVerified', () =>
      refuse('contact.changed-by-someone-else', 'Someone else changed Harbour Law Centre.'),
    );
    await pressVerify();
    expect(await screen.findByText('Someone else changed Harbour Law Centre.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('The names of the council’s paper', () => {
  it('say why they cannot be entered', async () => {
    answer('directory.list', () => ok([CONTACT]));
    answer('directory.startingNames', () => ok(['TPAS']));
    answer('directory.addStartingNames', () =>
      refuse('session.not-allowed', 'Your role does not allow this.'),
    );
    renderScreen(<DirectoryScreen />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add 1 name from the council’s paper' }),
    );
    expect(await screen.findByText('Your role does not allow this.')).toBeDefined();
  });
});

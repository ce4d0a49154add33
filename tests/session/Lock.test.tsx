import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CurrentSession } from '#db/session/session.contract';
import { ActId } from '#db/shared/long-act';
import { newQueryClient } from '../../renderer/app/query-client.ts';
import { newTheme } from '../../renderer/app/theme.ts';
import { endLockWish } from '../../renderer/session/lock-wish.ts';
import { SessionGate } from '../../renderer/session/SessionGate.tsx';
import { useLockScreen } from '../../renderer/session/session.queries.ts';
import {
  answer,
  callsOf,
  forgetCalls,
  ok,
  refuse,
  tellScreens,
} from '../support/fake-transport.ts';
import { aSession } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const NAME = 'Perpetua Okafor-Canary';

function DeskWithAName() {
  const person = useQuery({ queryKey: ['people', 'get', '1'], queryFn: async () => NAME });
  const lock = useLockScreen();
  const words = person.data ?? '';
  useEffect(() => {
    document.title = `${words} at the desk`;
  }, [words]);
  return (
    <main>
      <p>{person.data}</p>
      <button type="button" onClick={() => lock.mutate()}>
        Lock
      </button>
    </main>
  );
}

let session: CurrentSession;

function locked(isLocked: boolean): CurrentSession {
  const open = aSession();
  return { ...open, signedIn: open.signedIn && { ...open.signedIn, isLocked } };
}

function openDesk() {
  const client = newQueryClient();
  render(
    <ThemeProvider theme={newTheme('light', 'comfortable')}>
      <QueryClientProvider client={client}>
        <SessionGate desk={<DeskWithAName />} handedOver={null} />
      </QueryClientProvider>
    </ThemeProvider>,
  );
  return client;
}

const pageText = () => new XMLSerializer().serializeToString(document) + document.title;

describe('Locking the screen', () => {
  beforeEach(() => {
    forgetCalls();
    endLockWish();
    session = locked(false);
    answer('session.current', () => ok(session));
    answer('session.lock', () => {
      session = locked(true);
      return ok({});
    });
  });
  afterEach(cleanup);

  it('leaves no name on the page, in the title or in what the screens had read', async () => {
    const client = openDesk();
    await screen.findByText(NAME);

    await userEvent.click(screen.getByRole('button', { name: 'Lock' }));

    await screen.findByRole('heading', { name: 'Locked' });
    expect(pageText()).not.toContain(NAME);
    const kept = client.getQueryCache().getAll();
    expect(kept.map((query) => query.queryKey[0])).toEqual(['session']);
    expect(JSON.stringify(kept.map((query) => query.state.data))).not.toContain(NAME);
  });

  it('stays locked when the program cannot be told', async () => {
    answer('session.lock', () => refuse('connection.lost', 'The program did not answer.'));
    openDesk();
    await screen.findByText(NAME);

    await userEvent.click(screen.getByRole('button', { name: 'Lock' }));
    await screen.findByRole('heading', { name: 'Locked' });
    await vi.waitFor(() => expect(callsOf('session.lock').length).toBeGreaterThan(0));

    expect(screen.queryByText(NAME)).toBeNull();
  });

  it('follows a lock that happened in another window', async () => {
    openDesk();
    await screen.findByText(NAME);

    session = locked(true);
    tellScreens({ session: 'locked' });

    await screen.findByRole('heading', { name: 'Locked' });
    expect(pageText()).not.toContain(NAME);
  });

  it('is not looked for with each message of how far a long act is, only when something changed', async () => {
    openDesk();
    await screen.findByText(NAME);
    const asked = callsOf('session.current').length;
    const id = ActId.parse('6f1c2a3e-0000-4000-8000-000000000001');

    tellScreens({ act: { id, done: 1, total: 2, words: '1 of 2 rows looked at' } });
    expect(callsOf('session.current')).toHaveLength(asked);
    tellScreens({ changed: ['people'] });
    expect(callsOf('session.current')).toHaveLength(asked + 1);
  });

  it('opens the desk again with the PIN, and says what to do after a wrong one', async () => {
    session = locked(true);
    answer('session.unlock', (input) => {
      if (JSON.stringify(input) !== '{"secret":"246810"}')
        return refuse('session.wrong-secret', 'That PIN does not fit. Try again.', {
          field: 'secret',
        });
      session = locked(false);
      return ok(session.signedIn);
    });
    openDesk();

    await userEvent.type(await screen.findByLabelText('PIN or passphrase'), '111111');
    await userEvent.click(screen.getByRole('button', { name: 'Unlock the screen' }));
    await screen.findByRole('link', { name: 'That PIN does not fit. Try again.' });
    expect(screen.queryByText(NAME)).toBeNull();

    await userEvent.clear(screen.getByLabelText('PIN or passphrase'));
    await userEvent.type(screen.getByLabelText('PIN or passphrase'), '246810');
    await userEvent.click(screen.getByRole('button', { name: 'Unlock the screen' }));
    await screen.findByText(NAME);
  });
});

import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CodeScreen } from '../../renderer/agreements/CodeScreen.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const TYPED_WRONGLY = { version: '2062', from: '2026-04-01', isAdopted: false };
const IN_FORCE = { version: '2025', from: '2025-04-01', isAdopted: true };

beforeEach(() => {
  forgetCalls();
  answer('agreements.codeStanding', () => ok({ current: '2025', lines: [] }));
  answer('agreements.codeVersions', () => ok([TYPED_WRONGLY, IN_FORCE]));
  answer('agreements.addCodeVersion', () => ok([]));
  answer('agreements.withdrawCodeVersion', () => ok([]));
});
afterEach(cleanup);

const takeBack = () => screen.findByRole('button', { name: 'Take back version 2062' });

describe('The versions of the code', () => {
  it('are taken back by a manager where nobody has signed them, with Undo', async () => {
    renderScreen(<CodeScreen />);
    const keys = userEvent.setup();
    await keys.click(await takeBack());
    await keys.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(callsOf('agreements.addCodeVersion')).toHaveLength(1));
    expect(callsOf('agreements.withdrawCodeVersion')).toEqual([{ version: '2062' }]);
    expect(callsOf('agreements.addCodeVersion')).toEqual([{ version: '2062', from: '2026-04-01' }]);
    expect(screen.queryByRole('button', { name: 'Take back version 2025' })).toBeNull();
  });

  it('say why one is not taken back', async () => {
    const said = 'Cedar TRA has adopted version 2062, so it stays on record.';
    answer('agreements.withdrawCodeVersion', () => refuse('agreement.code-version-adopted', said));
    renderScreen(<CodeScreen />);
    await userEvent.setup().click(await takeBack());
    expect(await screen.findAllByText(said)).not.toHaveLength(0);
  });

  it('are entered with Undo', async () => {
    renderScreen(<CodeScreen />);
    const keys = userEvent.setup();
    await keys.click(await screen.findByRole('button', { name: 'Enter a version of the code' }));
    await keys.type(screen.getByRole('textbox', { name: /Which version/ }), '2027');
    await keys.click(screen.getByRole('button', { name: 'Enter the version' }));
    await keys.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(callsOf('agreements.withdrawCodeVersion')).toEqual([{ version: '2027' }]),
    );
  });

  it('are only read by everybody else', async () => {
    const session = aSession();
    const { signedIn } = session;
    renderScreen(<CodeScreen />, {
      session: { ...session, signedIn: signedIn && { ...signedIn, role: 'desk' } },
    });
    await screen.findByText('2062');
    expect(screen.queryByRole('button', { name: 'Take back version 2062' })).toBeNull();
  });
});

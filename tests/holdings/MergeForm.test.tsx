import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MergeForm } from '../../renderer/holdings/MergeForm.tsx';
import { MergedAway } from '../../renderer/holdings/MergedAway.tsx';
import { MergedRecords } from '../../renderer/holdings/MergedRecords.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });
beforeEach(forgetCalls);
afterEach(cleanup);

const PREVIEW = {
  kind: 'person',
  kept: { id: 'p-1', name: 'Rana Haddad', version: 3 },
  lost: { id: 'p-2', name: 'R. Haddad', version: 5 },
  fields: [
    {
      field: 'name',
      words: 'Name',
      kept: 'Rana Haddad',
      lost: 'R. Haddad',
      wins: 'kept',
      isChoice: true,
    },
    {
      field: 'phone',
      words: 'Phone',
      kept: '',
      lost: '023 8000 1111',
      wins: 'lost',
      isChoice: false,
    },
  ],
  moves: [{ words: 'booking', count: 4 }],
  setAside: [{ words: 'interest', count: 1 }],
  undoUntil: '2027-02-03',
} as never;

const MERGE = {
  id: 'm-1',
  kind: 'person',
  keptId: 'p-1',
  keptName: 'Rana Haddad',
  lostId: 'p-2',
  lostName: 'R. Haddad',
  mergedOn: '2027-01-04',
  mergedBy: 'Ann Baker',
  reason: '',
  undoUntil: '2027-02-03',
  canUndo: true,
  isUndone: false,
  moved: [{ words: 'booking', count: 4 }],
  setAside: [],
  left: [],
};

describe('Putting two records together', () => {
  it('shows both values, what moves and what is there already, and leaves a choice only where both say something', async () => {
    renderScreen(<MergeForm preview={PREVIEW} onSwap={() => undefined} />);
    const row = screen.getByRole('row', { name: /Phone/ });
    expect(row.textContent).toContain('Not entered');
    expect(within(row).queryByRole('radio')).toBeNull();
    expect(screen.getByRole('region', { name: 'What moves' }).textContent).toContain('Booking4');
    expect(
      screen.getByRole('region', { name: 'What the kept record has already' }).textContent,
    ).toContain('Interest1');
    expect(screen.getByRole('radiogroup', { name: 'Name: which stands?' })).toBeDefined();
  });

  it('sends the choices with both versions, by keyboard, and takes it back from the message', async () => {
    answer('holdings.joinRecords', () => ok(MERGE));
    answer('holdings.undoJoin', () =>
      ok({ ...MERGE, isUndone: true, left: [{ words: 'booking', count: 1 }] }),
    );
    renderScreen(<MergeForm preview={PREVIEW} onSwap={() => undefined} />);
    const hand = userEvent.setup();
    screen.getByRole('radio', { name: 'Kept record' }).focus();
    await hand.keyboard('{ArrowRight}');
    await hand.type(screen.getByRole('textbox', { name: /How do you know/ }), 'She told us.');
    await hand.keyboard('{Control>}{Enter}{/Control}');
    await hand.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(callsOf('holdings.undoJoin')).toEqual([{ id: 'm-1' }]));
    expect(callsOf('holdings.joinRecords')).toEqual([
      {
        kind: 'person',
        keptId: 'p-1',
        lostId: 'p-2',
        keptVersion: 3,
        lostVersion: 5,
        fromLost: ['name'],
        reason: 'She told us.',
      },
    ]);
    await screen.findByText(/What was changed since stays with Rana Haddad: booking \(1\)/);
  });

  it('lets the desk choose whose bank details stay, and says what becomes of the others', async () => {
    answer('holdings.joinRecords', () => ok(MERGE));
    const bank = {
      field: 'bankDetails',
      words: 'Bank details',
      kept: '••••3907, sort code ••-••-53',
      lost: '••••7263, sort code ••-••-53',
      wins: 'kept',
      isChoice: true,
    };
    renderScreen(
      <MergeForm
        preview={{ ...(PREVIEW as object), fields: [bank] } as never}
        onSwap={() => undefined}
      />,
    );
    expect(screen.getByText(/are closed. They stay, masked, in the history/)).toBeTruthy();
    const hand = userEvent.setup();
    await hand.click(screen.getByRole('radio', { name: 'Other record' }));
    await hand.click(screen.getByRole('button', { name: 'Put the two records together' }));
    await waitFor(() =>
      expect(callsOf('holdings.joinRecords')).toEqual([
        expect.objectContaining({ fromLost: ['bankDetails'] }),
      ]),
    );
  });

  it('shows why it is refused', async () => {
    answer('holdings.joinRecords', () =>
      refuse('merge.changed-meanwhile', 'Someone else changed one of the two records.'),
    );
    renderScreen(<MergeForm preview={PREVIEW} onSwap={() => undefined} />);
    const hand = userEvent.setup();
    await hand.click(screen.getByRole('button', { name: 'Put the two records together' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Someone else changed');
  });
});

describe('After records were put together', () => {
  it('the kept page says so and takes it back for 30 days', async () => {
    answer('holdings.mergesOf', () => ok([MERGE]));
    answer('holdings.undoJoin', () => ok({ ...MERGE, isUndone: true }));
    renderScreen(<MergedRecords kind="person" id="p-1" />);
    const hand = userEvent.setup();
    await hand.click(await screen.findByRole('button', { name: /^Undo, until .*3 February 2027/ }));
    await waitFor(() => expect(callsOf('holdings.undoJoin')).toEqual([{ id: 'm-1' }]));
    await screen.findByText('R. Haddad has a record of its own again.');
  });

  it('the page of the one that went leads to the kept one, until it is taken back', async () => {
    answer('holdings.mergesOf', () => ok([MERGE]));
    renderScreen(<MergedAway kind="person" id="p-2" otherwise="There is no such person." />);
    const link = await screen.findByRole('link', { name: 'Open Rana Haddad' });
    expect(link.getAttribute('href')).toBe('/people/p-1');
    cleanup();
    answer('holdings.mergesOf', () => ok([{ ...MERGE, isUndone: true, canUndo: false }]));
    renderScreen(<MergedAway kind="person" id="p-2" otherwise="There is no such person." />);
    await screen.findByText('There is no such person.');
  });

  it('the auditor is neither told of it nor asks', async () => {
    const session = aSession();
    renderScreen(<MergedRecords kind="person" id="p-1" />, {
      session: aSession({ signedIn: { ...session.signedIn, role: 'auditor' } as never }),
    });
    expect(screen.queryByRole('region')).toBeNull();
    expect(callsOf('holdings.mergesOf')).toEqual([]);
  });
});

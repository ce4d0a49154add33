import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErasePart } from '../../renderer/holdings/ErasePart.tsx';
import { HeldSection } from '../../renderer/holdings/HeldSection.tsx';
import { RecordsScreen } from '../../renderer/holdings/RecordsScreen.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });
beforeEach(forgetCalls);
afterEach(cleanup);

const LINE = {
  recordType: 'bookings',
  words: 'Room bookings without a charge',
  clock: 'the day of the booking',
  atEnd: 'names and notes go, the booking stays and is counted',
  unit: 'years',
  amount: 2,
  usualAmount: 2,
  isProposed: true,
  total: 2,
  items: [
    { id: 'b-1', words: 'BKG-2024-0001', keptUntil: '2026-11-01' },
    { id: 'b-2', words: 'BKG-2024-0002', keptUntil: '2026-11-02' },
  ],
  onHold: 1,
};

const REQUEST = {
  id: 'r-1',
  kind: 'person',
  recordId: 'p-1',
  name: 'Rana Haddad',
  askedOn: '2026-12-01',
  how: 'By letter',
  dueOn: '2027-01-01',
  isLate: true,
  stops: [],
  answeredOn: null,
  answer: '',
  version: 1,
};

const ERASURE = {
  id: 'e-1',
  kind: 'person',
  recordId: 'p-2',
  name: 'Olga Novak',
  reason: 'Asked',
  state: 'waiting',
  confirmedOn: '2027-01-02',
  by: 'Ann Baker',
  dueOn: '2027-02-01',
  settledOn: null,
  kept: [],
};

function answerAll(part: { readonly clockDoubt?: 'ahead' | null } = {}): void {
  answer('holdings.copyRequests', () => ok([REQUEST]));
  answer('holdings.erasures', () => ok([ERASURE]));
  answer('holdings.holds', () => ok([]));
  answer('holdings.pastTheirTime', () =>
    ok({ today: '2027-01-04', clockDoubt: part.clockDoubt ?? null, lines: [LINE], waiting: [] }),
  );
}

describe('Records past their time', () => {
  it('are confirmed, all or those left ticked, by keyboard', async () => {
    answerAll();
    answer('holdings.confirmPast', () => ok({ confirmed: 1, dueOn: '2027-02-03' }));
    renderScreen(<RecordsScreen />);
    const hand = userEvent.setup();
    (await screen.findByRole('button', { name: /^Look at 2/ })).focus();
    await hand.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByRole('button', { name: 'Confirm 2 records' });
    await hand.click(within(dialog).getByRole('checkbox', { name: /BKG-2024-0002/ }));
    await hand.click(within(dialog).getByRole('button', { name: 'Confirm 1 record' }));
    await waitFor(() =>
      expect(callsOf('holdings.confirmPast')).toEqual([
        { recordType: 'bookings', ids: ['b-1'], total: 2 },
      ]),
    );
  });

  it('wait while the date of the computer is in doubt, until it is confirmed', async () => {
    answerAll({ clockDoubt: 'ahead' });
    answer('holdings.confirmClock', () => ok({ today: '2027-01-04' }));
    renderScreen(<RecordsScreen />);
    await screen.findByText(/today is Monday 4 January 2027/);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Confirm the date' }));
    await waitFor(() =>
      expect(callsOf('holdings.confirmClock')).toEqual([{ today: '2027-01-04' }]),
    );
  });

  it('show a late request and an erasure that can be taken back', async () => {
    answerAll();
    answer('holdings.undoErasure', () =>
      ok({ ...ERASURE, state: 'taken-back', settledOn: '2027-01-04' }),
    );
    renderScreen(<RecordsScreen />);
    await screen.findByText('Late since 1 January 2027');
    await userEvent
      .setup()
      .click(await screen.findByRole('button', { name: 'Take the erasure back' }));
    await screen.findByText('Olga Novak is shown again.');
    expect(callsOf('holdings.undoErasure')).toEqual([{ id: 'e-1' }]);
  });

  it('are shown to managers only', async () => {
    const session = aSession();
    renderScreen(<RecordsScreen />, {
      session: aSession({ signedIn: { ...session.signedIn, role: 'desk' } as never }),
    });
    await screen.findByText(/A manager sees here/);
    expect(callsOf('holdings.pastTheirTime')).toEqual([]);
  });
});

const PREVIEW = {
  kind: 'person',
  recordId: 'p-1',
  name: 'Rana Haddad',
  version: 3,
  lines: [
    { words: 'Phone', count: 1, outcome: 'erased', because: '', until: null, goesOn: false },
    {
      words: 'Service removed',
      count: 1,
      outcome: 'kept',
      because: 'a decision can be questioned in court for six years',
      until: '2033-03-02',
      goesOn: false,
    },
  ],
  open: [],
  holds: [],
  dueOn: '2027-02-03',
} as const;

const nothing = { held: [], holds: [], erasure: null };

describe('Erasing somebody', () => {
  it('says line by line what becomes of it, asks why, and says a refusal', async () => {
    answer('holdings.standing', () => ok(nothing));
    answer('holdings.eraseRecord', () =>
      refuse('erasure.on-hold', 'This record is on legal hold.'),
    );
    renderScreen(<ErasePart preview={PREVIEW as never} />);
    const hand = userEvent.setup();
    await screen.findByText(
      'Kept until 2 March 2033, because a decision can be questioned in court for six years',
    );
    await hand.click(await screen.findByRole('button', { name: 'Erase the person' }));
    await hand.type(await screen.findByRole('textbox', { name: /Why/ }), 'They asked');
    await hand.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('on legal hold');
    expect(callsOf('holdings.eraseRecord')).toEqual([
      { kind: 'person', id: 'p-1', version: 3, reason: 'They asked' },
    ]);
  });

  it('is not offered while something is open', async () => {
    answer('holdings.standing', () => ok(nothing));
    const open = [{ words: 'a key that they still hold: take it back', count: 1 }];
    renderScreen(<ErasePart preview={{ ...PREVIEW, open } as never} />);
    await screen.findByText('a key that they still hold: take it back');
    expect(screen.queryByRole('button', { name: 'Erase the person' })).toBeNull();
  });
});

describe('What is held, on the page of a person', () => {
  it('lets the desk note a request and says when the answer is due', async () => {
    answer('holdings.standing', () => ok({ ...nothing, held: [{ words: 'booking', count: 4 }] }));
    answer('holdings.askForCopy', () => ok({ ...REQUEST, dueOn: '2027-02-04' }));
    const session = aSession();
    renderScreen(<HeldSection kind="person" id="p-1" />, {
      session: aSession({ signedIn: { ...session.signedIn, role: 'desk' } as never }),
    });
    await screen.findByText('Booking: 4');
    expect(screen.queryByRole('link', { name: 'Copy, erase or hold' })).toBeNull();
    const hand = userEvent.setup();
    await hand.click(screen.getByRole('button', { name: 'Note that they ask for a copy' }));
    await hand.type(await screen.findByRole('textbox', { name: /How did they ask/ }), 'By letter');
    await hand.click(screen.getByRole('button', { name: 'Note the request' }));
    await screen.findByText('Noted. The answer is due on 4 February 2027.');
    expect(callsOf('holdings.askForCopy')).toEqual([
      { kind: 'person', id: 'p-1', askedOn: '2027-01-04', how: 'By letter' },
    ]);
  });
});

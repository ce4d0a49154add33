import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim } from '#db/claims/claims.contract';
import type { Role } from '#db/shared/roles';
import { changeLook } from '../../renderer/app/look.ts';
import { ClaimsScreen } from '../../renderer/claims/deciding/ClaimsScreen.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { aCase, aDoubt, aReason, inQueue, waitingClaim } from './claim-to-decide.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });
beforeEach(() => {
  forgetCalls();
  localStorage.clear();
  changeLook({ shortcutsOn: true });
});
afterEach(cleanup);

const numbered = (n: number, part: object = {}): Claim =>
  waitingClaim({
    id: `c-${n}`,
    reference: `CLM-2027-000${n}`,
    claimantName: `Claimant ${n}`,
    ...part,
  });

/** A program with claims that wait; what is decided leaves the list. */
function aProgram(claims: readonly Claim[] = [numbered(1), numbered(2), numbered(3)], part = {}) {
  let open = [...claims];
  answer('claims.queue', () =>
    ok({
      claims: open.map(inQueue),
      total: open.length,
      counts: { verified: open.length },
      late: 1,
    }),
  );
  answer('claims.toDecide', (input) => {
    const claim = claims.find(({ id }) => id === (input as { id: string }).id);
    return claim === undefined
      ? refuse('claim.not-found', 'No such claim.')
      : ok(aCase(claim, part));
  });
  answer('claims.open', () => ok({ openedBy: 'Ann Baker', until: '', isMine: true }));
  answer('claims.reasons', () => ok([aReason()]));
  answer('claims.decide', (input) => {
    const claim = claims.find(({ id }) => id === (input as { id: string }).id);
    open = open.filter(({ id }) => id !== claim?.id);
    return ok({ ...claim, state: 'decided', decidedPence: 960 });
  });
}

const asRole = (role: Role) => {
  const { signedIn } = aSession();
  return aSession({ signedIn: signedIn === null ? null : { ...signedIn, role } });
};

/** The screen, once the claim is beside the list. */
async function openQueue(role: Role = 'finance', first = 'CLM-2027-0001'): Promise<void> {
  renderScreen(<ClaimsScreen />, { session: asRole(role) });
  await reading(first);
}
const reading = (reference: string) => screen.findByRole('region', { name: `Claim ${reference}` });
const cost = (n: number) => within(screen.getByRole('group', { name: `Decision on cost ${n}` }));
const isPressed = (n: number, name: RegExp) =>
  cost(n).getByRole('button', { name }).getAttribute('aria-pressed');
const press = (keys: string) => userEvent.keyboard(keys);
const SEND = '{Control>}{Enter}{/Control}';

describe('The queue of claims', () => {
  it('has the keys at hand as it opens, and says how many wait and are late', async () => {
    aProgram();
    await openQueue();
    expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Claims that wait' }));
    expect(screen.getByText('3 claims. Undecided past the day that was promised: 1')).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'To decide (3)' })).toBeTruthy();
  });

  it('lists nothing as theirs to whoever only reads: all that is open comes first', async () => {
    aProgram();
    await openQueue('auditor');
    const tabs = screen.getAllByRole('tab').map(({ textContent }) => textContent);
    expect(tabs[0]).toBe('All open');
    expect(tabs.some((words) => words.startsWith('For me'))).toBe(false);
    expect(callsOf('claims.queue')).toMatchObject([{ show: 'all-open' }]);
  });

  it('tells claims apart by their numbers where names are masked', async () => {
    aProgram([numbered(1, { claimantName: '•••' }), numbered(2, { claimantName: '•••' })]);
    await openQueue('auditor');
    const list = within(screen.getByRole('listbox', { name: 'Claims that wait' }));
    const lines = list.getAllByRole('option').map(({ textContent }) => textContent);
    expect(lines[0]).toMatch(/^CLM-2027-0001/);
    expect(lines[1]).toMatch(/^CLM-2027-0002/);
    expect(lines.join()).not.toContain('•••');
  });

  it.each([
    ['desk', 'Take a claim now'],
    ['manager', 'Look at what can be claimed'],
    ['finance', 'Look at the reports'],
  ] as const)('says to the %s on the first day what to do next', async (role, next) => {
    answer('claims.queue', () => ok({ claims: [], total: 0, counts: { filed: 0 }, late: 0 }));
    renderScreen(<ClaimsScreen />, { session: asRole(role) });
    expect(await screen.findByRole('link', { name: next })).toBeTruthy();
  });

  it('leads to those that wait elsewhere where none waits here', async () => {
    answer('claims.queue', () => ok({ claims: [], total: 0, counts: { filed: 2 }, late: 0 }));
    renderScreen(<ClaimsScreen />, { session: asRole('desk') });
    await userEvent.click(await screen.findByRole('button', { name: 'Show all that are open' }));
    await waitFor(() => expect(callsOf('claims.queue').at(-1)).toMatchObject({ show: 'all-open' }));
  });

  it('decides a claim without doubts in two inputs, and goes on to the next', async () => {
    aProgram();
    await openQueue();
    await press('a');
    await press(SEND);
    await reading('CLM-2027-0002');
    expect(callsOf('claims.decide')).toMatchObject([
      {
        id: 'c-1',
        version: 3,
        lines: [
          { lineId: 'l-1', decision: 'approved', why: '' },
          { lineId: 'l-2', decision: 'approved', why: '' },
        ],
      },
    ]);
    expect(document.activeElement).toBe(screen.getByRole('listbox'));
    await press('a');
    await press(SEND);
    await reading('CLM-2027-0003');
    const keys = callsOf('claims.decide').map((call) => (call as { key: string }).key);
    expect(new Set(keys).size).toBe(2);
  });

  it('goes from claim to claim by J and K, and keeps what was chosen for the one it came from', async () => {
    aProgram();
    await openQueue();
    await press('1');
    expect(isPressed(1, /^Approve/)).toBe('true');
    await press('j');
    await reading('CLM-2027-0002');
    expect(isPressed(1, /^Approve/)).toBe('false');
    await waitFor(() =>
      expect(callsOf('claims.open')).toEqual([{ id: 'c-1' }, { id: 'c-1', isLetGo: true }]),
    );
    await press('k');
    await reading('CLM-2027-0001');
    expect(isPressed(1, /^Approve/)).toBe('true');
  });

  it('decides one cost by each key from 1 to 4, and asks for the reason at once', async () => {
    aProgram();
    await openQueue();
    await press('1');
    expect(isPressed(1, /^Approve/)).toBe('true');
    await press('2');
    expect(isPressed(2, /^Other amount/)).toBe('true');
    const amount = screen.getByRole('textbox', { name: 'Amount in pounds for cost 2' });
    await waitFor(() => expect(document.activeElement).toBe(amount));
    // What is typed in a field decides nothing: 3 would refuse, A approve, J go on.
    await press('3.20{Enter}');
    await press('A child fare, j 4{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('listbox'));
    expect(screen.getByRole('button', { name: 'Approve £8.00' })).toBeTruthy();
    await press(SEND);
    await reading('CLM-2027-0002');
    expect(callsOf('claims.decide')).toMatchObject([
      {
        lines: [
          { decision: 'approved' },
          { decision: 'other', pence: 320, why: 'A child fare, j 4' },
        ],
      },
    ]);
    await press('3');
    expect(isPressed(1, /^Refuse/)).toBe('true');
    await press('Paid before{Enter}4');
    expect(isPressed(2, /^Ask/)).toBe('true');
  });

  it('sends nothing while a cost has no decision, and says which', async () => {
    aProgram();
    await openQueue();
    await press('1');
    await press(SEND);
    expect(
      await screen.findByText('Choose for cost 2: approve, other amount, refuse or ask.'),
    ).toBeTruthy();
    expect(callsOf('claims.decide')).toEqual([]);
    await press('1');
    await press(SEND);
    await waitFor(() => expect(callsOf('claims.decide')).toHaveLength(1));
  });

  it('leaves letters alone for whoever switched shortcuts off, and keeps the arrows of the list', async () => {
    changeLook({ shortcutsOn: false });
    aProgram();
    await openQueue();
    await press('aj1');
    await press(SEND);
    await reading('CLM-2027-0001');
    expect(isPressed(1, /^Approve/)).toBe('false');
    expect(callsOf('claims.decide')).toEqual([]);
    await press('{ArrowDown}');
    await reading('CLM-2027-0002');
    await press('{End}');
    await reading('CLM-2027-0003');
    await press('{ArrowUp}{Home}');
    await reading('CLM-2027-0001');
  });

  it('asks why a doubted cost is right before it approves it', async () => {
    aProgram([numbered(1, { warnings: [aDoubt()] })]);
    await openQueue();
    await press('a');
    const why = await screen.findByRole('textbox', { name: /^Why is it right all the same\?/ });
    await waitFor(() => expect(document.activeElement).toBe(why));
    await press('The chair saw them');
    await press(SEND);
    await waitFor(() =>
      expect(callsOf('claims.decide')).toMatchObject([
        { lines: [{ why: '' }, { decision: 'approved', why: 'The chair saw them' }] },
      ]),
    );
  });

  it('cannot approve what a rule stops, and says so to whoever tries by key', async () => {
    aProgram([numbered(1, { warnings: [aDoubt({ code: 'no-receipt', weight: 'stops' })] })]);
    await openQueue();
    await press('a');
    expect(
      cost(2)
        .getByRole('button', { name: /^Approve/ })
        .hasAttribute('disabled'),
    ).toBe(true);
    await press('1');
    expect(await screen.findByText(/^Cost 2 cannot be approved: /)).toBeTruthy();
  });

  it('says that papers are in order by one key', async () => {
    aProgram([numbered(1, { state: 'filed' }), numbered(2)], {
      next: { step: 'verify', may: true, why: '' },
    });
    answer('claims.verify', () => ok(numbered(1)));
    await openQueue('desk');
    await press('a1');
    expect(screen.queryByRole('group', { name: /^Decision on/ })).toBeNull();
    await press(SEND);
    await waitFor(() =>
      expect(callsOf('claims.verify')).toMatchObject([{ id: 'c-1', isInOrder: true, why: '' }]),
    );
  });

  it('sends papers back with a reason, and hears no key of the queue meanwhile', async () => {
    aProgram([numbered(1, { state: 'filed' })], { next: { step: 'verify', may: true, why: '' } });
    answer('claims.verify', () => ok(numbered(1)));
    await openQueue('desk');
    await userEvent.click(screen.getByRole('button', { name: 'Send it back to the desk' }));
    await screen.findByRole('textbox', { name: 'What is wrong or missing?' });
    await press('No receipt');
    await press(SEND);
    await waitFor(() =>
      expect(callsOf('claims.verify')).toMatchObject([{ isInOrder: false, why: 'No receipt' }]),
    );
  });

  it('is locked with the sentence why for whoever must leave a claim to others', async () => {
    const why = 'CLM-2027-0001 is your own: you claim, brought it or are paid.';
    aProgram([numbered(1)], { next: { step: 'approve', may: false, why } });
    await openQueue();
    expect(screen.getByText(why)).toBeTruthy();
    await press('a');
    await press(SEND);
    expect(screen.queryByRole('group', { name: /^Decision on/ })).toBeNull();
    expect(callsOf('claims.open')).toEqual([]);
    expect(callsOf('claims.decide')).toEqual([]);
  });

  it('says who else has a claim open, and until when at the centre', async () => {
    aProgram([numbered(1)], {
      openedBy: { name: 'Carmel', until: '2026-07-01T09:25:00.000Z' },
    });
    await openQueue();
    const box = screen.getByRole('region', { name: 'The next step' });
    expect(box.textContent).toContain('Carmel has this claim open until 10:25am.');
    expect(
      within(box).getByRole('button', { name: 'Approve every cost' }).hasAttribute('disabled'),
    ).toBe(true);
  });

  it('says what the program refused and keeps what was chosen', async () => {
    aProgram();
    answer('claims.decide', () => refuse('claim.open-elsewhere', 'Carmel has it open.'));
    await openQueue();
    await press('a');
    await press(SEND);
    expect(await screen.findByText('Carmel has it open.')).toBeTruthy();
    expect(isPressed(2, /^Approve/)).toBe('true');
  });

  it('is only read by the auditor', async () => {
    aProgram([numbered(1, { warnings: [aDoubt()] })], {
      next: { step: 'approve', may: false, why: 'Finance or a manager decides.' },
    });
    await openQueue('auditor');
    expect(screen.queryByRole('link', { name: 'Take a claim' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^(Approve|Refuse|Ask|Say why)/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Kept reasons' }));
    const table = await screen.findByRole('table', { name: 'Reasons that were kept' });
    expect(within(table).getByText('Lunch was provided.')).toBeTruthy();
    expect(within(table).queryByRole('button')).toBeNull();
  });
});

describe('Reasons that are kept', () => {
  it('are offered for the same decision, and a new one is kept where it is typed', async () => {
    aProgram();
    answer('claims.keepReason', () => ok(aReason({ id: 'r-2', words: 'Paid by the group.' })));
    await openQueue();
    await press('3');
    const why = screen.getByRole('combobox', { name: 'Why? The claimant will read it.' });
    const offered = document.getElementById(why.getAttribute('list') ?? '');
    expect([...(offered?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toEqual([
      'Lunch was provided.',
    ]);
    await press('Lunch was provided.');
    expect(screen.queryByRole('button', { name: /^Keep this reason/ })).toBeNull();
    await userEvent.clear(why);
    await userEvent.type(why, 'Paid by the group.');
    await userEvent.click(screen.getByRole('button', { name: 'Keep this reason for next time' }));
    await waitFor(() =>
      expect(callsOf('claims.keepReason')).toEqual([
        { id: null, decision: 'rejected', words: 'Paid by the group.', isActive: true, version: 0 },
      ]),
    );
  });

  it('are put out of use and back into it, and never deleted', async () => {
    aProgram();
    answer('claims.keepReason', (input) => ok({ ...(input as object), version: 3 }));
    await openQueue();
    await userEvent.click(screen.getByRole('button', { name: 'Kept reasons' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Put out of use: Lunch was provided.' }),
    );
    await waitFor(() =>
      expect(callsOf('claims.keepReason')).toEqual([{ ...aReason(), isActive: false }]),
    );
  });
});

describe('Several claims without doubts', () => {
  const doubted = () => ({ ...inQueue(numbered(2)), openWarnings: 1 });

  function aListWithADoubt(): void {
    aProgram();
    const claims = [inQueue(numbered(1)), doubted(), inQueue(numbered(3))];
    let open = claims;
    answer('claims.queue', () =>
      ok({ claims: open, total: open.length, counts: { mine: open.length }, late: 0 }),
    );
    answer('claims.approveClean', (input) => {
      const sent = (input as { claims: readonly { id: string }[] }).claims;
      open = open.filter(({ id }) => id !== sent[0]?.id);
      return ok({
        claims: sent.map(({ id }, index) =>
          index === 0
            ? { id, isApproved: true, decidedPence: 960, needsSecond: false, why: '' }
            : {
                id,
                isApproved: false,
                decidedPence: null,
                needsSecond: false,
                why: 'CLM-2027-0003 was changed by somebody else.',
              },
        ),
      });
    });
  }

  it('are marked by X and approved by Shift+A after one look at who, how much and the sum', async () => {
    aListWithADoubt();
    await openQueue();
    expect(screen.getByRole('tab', { name: 'For me (3)' })).toBeTruthy();
    await press('xjxjx');
    // The one with a doubt takes no mark.
    expect(screen.getAllByText('Marked')).toHaveLength(2);
    await press('{Shift>}A{/Shift}');
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Approve 2 claims without doubts?' }),
    );
    expect(dialog.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
      'ClaimWho claimsPayable',
      'CLM-2027-0001Claimant 1£9.60',
      'CLM-2027-0003Claimant 3£9.60',
      'Together£19.20',
    ]);
    await userEvent.click(dialog.getByRole('button', { name: 'Approve £19.20' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('1 claim was not approved');
    expect(alert.textContent).toContain('CLM-2027-0003 was changed by somebody else.');
    expect(await screen.findByText('1 claim approved, £9.60.')).toBeTruthy();
    const [sent] = callsOf('claims.approveClean') as [
      { claims: readonly { id: string; version: number; key: string }[] },
    ];
    expect(sent.claims).toMatchObject([
      { id: 'c-1', version: 3 },
      { id: 'c-3', version: 3 },
    ]);
    expect(new Set(sent.claims.map(({ key }) => key)).size).toBe(2);
    await waitFor(() => expect(screen.queryByText('Marked')).toBeNull());
    await waitFor(() =>
      expect(document.activeElement).toBe(
        screen.getByRole('listbox', { name: 'Claims that wait' }),
      ),
    );
  });

  it('are marked by mouse too, one or all, and the mark is taken off again', async () => {
    aListWithADoubt();
    await openQueue();
    await userEvent.click(screen.getByRole('button', { name: 'Mark all without doubts (2)' }));
    expect(screen.getByRole('button', { name: 'Approve 2 marked claims, £19.20' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Take the mark off CLM-2027-0001' }));
    expect(screen.getByRole('button', { name: 'Approve 1 marked claim, £9.60' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Mark all without doubts (2)' }));
    await userEvent.click(screen.getByRole('button', { name: 'Take all marks off' }));
    expect(screen.queryByText('Marked')).toBeNull();
  });

  it('are marked by nobody who approves nothing', async () => {
    aListWithADoubt();
    await openQueue('officer');
    await press('x');
    expect(screen.queryByText('Marked')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Mark/ })).toBeNull();
  });
});

import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newQueryClient } from '../../renderer/app/query-client.ts';
import { PayeeSection } from '../../renderer/payees/PayeeSection.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const of = { kind: 'person', personId: 'p-1' } as never;

const DETAILS = {
  id: 'd-1',
  number: 1,
  state: 'staged',
  method: 'bank-transfer',
  name: 'Jo Marsh',
  maskedAccount: '••••3907',
  maskedSortCode: '••-••-53',
  hasBuildingReference: false,
  isReadable: true,
  cameBy: 'form',
  why: 'First time',
  enteredOn: '2027-01-04',
  enteredBy: 'Olu Bright',
  isEnteredByMe: false,
  call: null,
  closed: null,
  joinedOn: null,
};
const payee = (part: object = {}) => ({
  id: 'payee-1',
  of: { kind: 'person', personId: 'p-1' },
  name: 'Jo Marsh',
  verified: null,
  staged: DETAILS,
  history: [DETAILS],
  knownNumbers: [{ number: '07700 900123', whose: 'Jo Marsh' }],
  sameAccount: [],
  version: 1,
  ...part,
});
const CHECKED = {
  ...DETAILS,
  state: 'verified',
  call: {
    on: '2027-01-04',
    number: '07700 900123',
    spokeTo: 'Jo',
    recordedOn: '2027-01-04',
    recordedBy: 'Maya Quill',
  },
};

beforeEach(() => {
  forgetCalls();
  answer('calendar.year', () => ok([]));
});
afterEach(cleanup);

const session = (role: string) => {
  const base = aSession();
  return { ...base, signedIn: { ...base.signedIn, role } } as never;
};
const show = (known: unknown, role = 'manager') => {
  answer('payees.ofParty', () => ok(known));
  const client = newQueryClient();
  renderScreen(<PayeeSection of={of} name="Jo Marsh" />, { session: session(role), client });
  return { client, user: userEvent.setup() };
};

async function typeAccount(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Enter bank details' }));
  const form = within(screen.getByRole('dialog', { name: 'Bank details of Jo Marsh' }));
  await user.type(form.getByRole('textbox', { name: 'Name of the account' }), 'Jo Marsh');
  await user.type(form.getByRole('textbox', { name: 'Sort code' }), '20 71 53');
  await user.type(form.getByRole('textbox', { name: 'Account number' }), '8213907');
  await user.type(form.getByRole('textbox', { name: /^Why/ }), 'First time');
  return form;
}

describe('How somebody is paid', () => {
  it('is entered, keeps what was typed through a refusal, and leaves no draft behind', async () => {
    const { user, client } = show(null, 'desk');
    answer('payees.addDetails', () => refuse('payee.changed-by-someone-else', 'Someone else.'));
    const form = await typeAccount(user);
    expect(form.getByText(/a 0 is put in front/)).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'Enter the details' }));
    expect(await form.findByText('Someone else.')).toBeTruthy();
    expect(form.getByRole('textbox', { name: 'Account number' })).toHaveProperty(
      'value',
      '8213907',
    );
    expect(callsOf('payees.addDetails')[0]).toMatchObject({
      details: { sortCode: '207153', accountNumber: '8213907' },
      version: 0,
    });

    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Throw it away' }));
    await user.click(await screen.findByRole('button', { name: 'Enter bank details' }));
    expect(screen.getByRole('textbox', { name: 'Account number' })).toHaveProperty('value', '');
    const kept = JSON.stringify(
      client
        .getMutationCache()
        .getAll()
        .map(({ state }) => state.variables),
    );
    expect(kept).not.toContain('8213907');
  });

  it('asks only for what the chosen way needs', async () => {
    const { user } = show(null);
    answer('payees.addDetails', () => ok({ payee: payee(), notes: ['Look at this.'] }));
    await user.click(await screen.findByRole('button', { name: 'Enter bank details' }));
    const form = within(screen.getByRole('dialog', { name: 'Bank details of Jo Marsh' }));
    await user.click(form.getByRole('button', { name: 'Enter the details' }));
    expect(form.getAllByText(/six figures of the sort code/).length).toBeGreaterThan(0);
    await user.selectOptions(form.getByRole('combobox', { name: 'How are they paid?' }), 'cash');
    expect(form.queryByRole('textbox', { name: 'Sort code' })).toBeNull();
    await user.type(form.getByRole('textbox', { name: /^Why/ }), 'No account');
    await user.click(form.getByRole('button', { name: 'Enter the details' }));
    expect(await screen.findByText('Look at this.')).toBeTruthy();
    expect(callsOf('payees.addDetails')[0]).toMatchObject({ details: { method: 'cash' } });
  });

  it.each([
    ['finance', false, true],
    ['manager', true, false],
    ['desk', false, false],
    ['auditor', false, false],
  ] as const)(
    'lets %s (entered by them: %s) record the call-back: %s',
    async (role, isEnteredByMe, may) => {
      show(payee({ staged: { ...DETAILS, isEnteredByMe } }), role);
      expect(await screen.findByText('Waits for a second person')).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Record the call-back' }) !== null).toBe(may);
      if (isEnteredByMe) expect(screen.getByText(/a second person must check/)).toBeTruthy();
    },
  );

  it('says what to do where no number was on record before', async () => {
    show(payee({ knownNumbers: [] }));
    expect(await screen.findByText(/No number was on record before/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Record the call-back' })).toBeNull();
  });

  it('puts the refusal of a call-back at the field it is about', async () => {
    const { user } = show(payee());
    answer('payees.recordCallBack', () =>
      refuse('payee.not-as-heard', 'Not what was entered.', { field: 'accountNumber' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Record the call-back' }));
    const call = within(screen.getByRole('dialog', { name: 'Call-back to Jo Marsh' }));
    await user.type(call.getByRole('textbox', { name: 'Who spoke?' }), 'Jo');
    await user.type(call.getByRole('textbox', { name: /^Sort code/ }), '207153');
    await user.type(call.getByRole('textbox', { name: /^Account number/ }), '48213970');
    await user.click(call.getByRole('button', { name: 'Record the call-back' }));
    expect((await call.findAllByText('Not what was entered.')).length).toBe(2);
    expect(callsOf('payees.recordCallBack')[0]).toMatchObject({
      number: '07700 900123',
      heard: { accountNumber: '48213970' },
    });
  });

  it('shows the whole number after a reason, and forgets it with the window', async () => {
    const { user, client } = show(payee({ staged: null, verified: CHECKED, history: [CHECKED] }));
    answer('payees.showInFull', () =>
      ok({
        method: 'bank-transfer',
        accountName: 'Jo Marsh',
        sortCode: '207153',
        accountNumber: '48213907',
        buildingReference: '',
      }),
    );
    await user.click(await screen.findByRole('button', { name: 'Show in full' }));
    await user.click(screen.getByRole('button', { name: 'Show the details' }));
    expect(callsOf('payees.showInFull')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Why?' }), 'The bank asks');
    await user.click(screen.getByRole('button', { name: 'Show the details' }));
    expect(await screen.findByText('48213907')).toBeTruthy();
    expect(screen.getByText('20-71-53')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Hide the details' }));
    expect(document.body.textContent).not.toContain('48213907');
    const kept = client.getMutationCache().getAll();
    expect(JSON.stringify(kept.map(({ state }) => state.data))).not.toContain('48213907');
  });

  it('is not shown in full to desk, finance or auditor', async () => {
    show(payee({ staged: null, verified: CHECKED }), 'finance');
    expect(await screen.findByText(/••••3907, sort code/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show in full' })).toBeNull();
  });

  it('shows every version with what became of it', async () => {
    const rejected = {
      ...DETAILS,
      id: 'd-0',
      state: 'rejected',
      closed: { on: '2027-01-03', by: 'Finn Marlow', why: 'Nobody knew of it.' },
    };
    const { user } = show(payee({ staged: null, verified: CHECKED, history: [CHECKED, rejected] }));
    await user.click(await screen.findByRole('button', { name: 'Show the history' }));
    const table = within(screen.getByRole('table', { name: 'Versions of the bank details' }));
    expect(table.getByText('Turned down')).toBeTruthy();
    expect(table.getByText(/Finn Marlow: Nobody knew of it./)).toBeTruthy();
    expect(table.getByText(/Jo spoke. Recorded by Maya Quill/)).toBeTruthy();
  });

  it('withdraws details that are paid to, with a reason', async () => {
    answer('payees.withdrawDetails', () => ok(payee({ staged: null, history: [], version: 2 })));
    const { user } = show(payee({ staged: null, verified: CHECKED, history: [CHECKED] }));
    await user.click(await screen.findByRole('button', { name: 'Withdraw them' }));
    await user.type(screen.getByRole('textbox', { name: /Why/ }), 'He moved away');
    await user.click(screen.getByRole('button', { name: 'Withdraw the details' }));
    await waitFor(() =>
      expect(callsOf('payees.withdrawDetails')).toEqual([
        { id: 'd-1', why: 'He moved away', version: 1 },
      ]),
    );
  });

  it('says of a version that it came with another record of theirs, and when', async () => {
    const joined = { ...DETAILS, id: 'd-9', state: 'replaced', joinedOn: '2027-01-04' };
    const { user } = show(payee({ staged: null, verified: CHECKED, history: [CHECKED, joined] }));
    await user.click(await screen.findByRole('button', { name: 'Show the history' }));
    const table = within(screen.getByRole('table', { name: 'Versions of the bank details' }));
    const words = 'Version 1, Jo Marsh, of another record, put together with this on';
    expect(table.getAllByText(new RegExp(words))).toHaveLength(1);
  });
});

import { cleanup, configure, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClaimPolicyScreen } from '../../renderer/claim-policy/ClaimPolicyScreen.tsx';
import { aGeneralPolicy, aKindPolicy } from '../support/builders/claim-policy.ts';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const CAR = aKindPolicy('car', {
  basis: 'per-mile',
  ratePence: 45 as never,
  sentence: '45p a mile.',
});
const TRAIN = aKindPolicy('train', { isRateAwaited: true });
const TAXI = aKindPolicy('taxi', { allowedFor: [] });
const GENERAL = aGeneralPolicy({ timeLimitDays: 90 });

beforeEach(() => {
  forgetCalls();
  answer('calendar.year', () => ok([]));
  answer('policy.onDay', () =>
    ok({ on: '2027-01-04', kinds: [CAR, TRAIN, TAXI], general: GENERAL }),
  );
  answer('policy.history', () => ok({ kinds: [CAR], general: [GENERAL] }));
});
afterEach(cleanup);

async function show(role = 'manager') {
  const session = aSession();
  renderScreen(<ClaimPolicyScreen />, {
    session: {
      ...session,
      signedIn: session.signedIn === null ? null : ({ ...session.signedIn, role } as never),
    },
  });
  await screen.findByRole('region', { name: 'What is paid today' });
  return userEvent.setup();
}

const openCar = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(screen.getByRole('button', { name: 'Change: Car' }));
  return screen.findByRole('dialog', { name: 'What is paid: Car' });
};

describe('The page of what can be claimed', () => {
  it('shows each kind of cost as it stands, and says which rates are missing', async () => {
    await show();
    expect(screen.getByRole('row', { name: /^Car 45p a mile/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Train Rate not set/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Taxi Cannot be claimed/ })).toBeTruthy();
    expect(screen.getByText(/^1 kind of cost has no rate yet/)).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'For every claim' })).getByText(
        '90 days after the day it was for',
      ),
    ).toBeTruthy();
  });

  it('offers no change to others than a manager', async () => {
    await show('officer');
    expect(screen.queryByRole('button', { name: /^Change/ })).toBeNull();
  });

  it('shows another day that is typed', async () => {
    const user = await show();
    const field = screen.getByLabelText('As it stands on');
    await user.clear(field);
    await user.type(field, '1/4/2027');
    await user.click(screen.getByRole('button', { name: 'Show this day' }));
    await screen.findByRole('region', { name: 'What is paid on 1 April 2027' });
    expect(callsOf('policy.onDay')).toContainEqual({ on: '2027-04-01' });
  });
});

describe('A new policy', () => {
  it('says how a rate is entered where none is set', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: 'Change: Train' }));
    const form = within(await screen.findByRole('dialog', { name: 'What is paid: Train' }));
    const how = 'Take the tick off to enter what is paid.';
    expect(form.getByText(how)).toBeTruthy();
    await user.click(form.getByLabelText(/but it is not known yet$/));
    expect(form.queryByText(how)).toBeNull();
  });

  it('is shown in words first and entered only then', async () => {
    answer('policy.previewKind', () => ok({ changes: ['Paid: 45p a mile becomes 50p a mile.'] }));
    answer('policy.enterKind', () => ok({ ...CAR, ratePence: 50 }));
    const user = await show();
    const form = within(await openCar(user));
    const rate = form.getByLabelText('How much a mile?');
    await user.clear(rate);
    await user.type(rate, '50p');
    await user.type(form.getByLabelText('For each day'), '20');
    await user.click(form.getByLabelText('Staff'));
    await user.click(form.getByRole('button', { name: 'Show what changes' }));

    const asked = within(await screen.findByRole('dialog', { name: /^Car: enter this from/ }));
    expect(asked.getByText('Paid: 45p a mile becomes 50p a mile.')).toBeTruthy();
    expect(callsOf('policy.enterKind')).toEqual([]);
    await user.click(asked.getByRole('button', { name: 'Enter the policy' }));
    await screen.findByText('Car: the policy from 4 January 2027 is entered.');
    expect(callsOf('policy.enterKind')).toMatchObject([
      {
        kind: 'car',
        from: '2027-01-04',
        ratePence: 50,
        caps: [{ pence: 2000, per: 'day' }],
        allowedFor: ['person', 'group'],
        sentence: '45p a mile.',
      },
    ]);
  });

  it('asks for no rate where what it cost is paid, and sends none', async () => {
    answer('policy.previewKind', () => ok({ changes: ['Paid: what it cost.'] }));
    const user = await show();
    const form = within(await openCar(user));
    await user.selectOptions(form.getByLabelText('How is it worked out?'), 'actual');
    expect(form.queryByLabelText('How much a mile?')).toBeNull();
    await user.click(form.getByRole('button', { name: 'Show what changes' }));
    await screen.findByRole('dialog', { name: /^Car: enter this from/ });
    expect(callsOf('policy.previewKind')).toMatchObject([{ basis: 'actual', ratePence: null }]);
  });

  it('says at the field what cannot be read, and what the program refuses', async () => {
    const user = await show();
    const form = within(await openCar(user));
    await user.type(form.getByLabelText('For each claim'), 'twenty');
    await user.click(form.getByRole('button', { name: 'Show what changes' }));
    expect((await form.findByRole('alert')).textContent).toContain(
      'Enter an amount in pounds, like 12.50, or in pence, like 45p.',
    );
    expect(callsOf('policy.previewKind')).toEqual([]);

    answer('policy.previewKind', () =>
      refuse('policy.older-days', 'Days before today keep the policy they had.', { field: 'from' }),
    );
    await user.clear(form.getByLabelText('For each claim'));
    await user.click(form.getByRole('button', { name: 'Show what changes' }));
    await form.findAllByText('Days before today keep the policy they had.');
  });

  it('of the limits for every claim is entered the same way', async () => {
    answer('policy.previewGeneral', () =>
      ok({ changes: ['Time to claim: 90 days becomes 30 days.'] }),
    );
    answer('policy.enterGeneral', () => ok(GENERAL));
    const user = await show();
    await user.click(screen.getByRole('button', { name: 'Change the limits' }));
    const form = within(await screen.findByRole('dialog', { name: 'Limits for every claim' }));
    const days = form.getByLabelText('Days in which to claim');
    await user.clear(days);
    await user.type(days, '30');
    await user.type(form.getByLabelText('Which activities count?'), 'Meeting{Enter}Training');
    await user.click(form.getByRole('button', { name: 'Show what changes' }));
    await user.click(await screen.findByRole('button', { name: 'Enter the policy' }));
    await screen.findByText('The limits from 4 January 2027 are entered.');
    expect(callsOf('policy.enterGeneral')).toMatchObject([
      { timeLimitDays: 30, eligibleActivityKinds: ['Meeting', 'Training'], monthLimitPence: null },
    ]);
  });
});

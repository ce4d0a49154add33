import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CurrentSession } from '#db/session/session.contract';
import type { Role } from '#db/shared/roles';
import type { Person } from '#db/people/people.contract';
import { TravelPlans } from '../../renderer/claims/plans/TravelPlans.tsx';
import { answer, callsOf, forgetCalls, ok } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const as = (role: Role) =>
  aSession({ signedIn: { ...aSession().signedIn, role } as CurrentSession['signedIn'] });
const person = { id: 'p1', name: 'Pat Example', kind: 'tenant', phone: '', version: 1 } as Person;
const PLAN = {
  id: 't1',
  personId: 'p1',
  words: 'By taxi after dark',
  kinds: ['taxi'],
  from: '2027-01-04',
  until: null,
  agreedBy: 'Olu Bright',
  agreedOn: '2027-01-04',
  version: 1,
};

beforeEach(() => {
  forgetCalls();
  answer('calendar.year', () => ok([]));
  answer('claims.travelPlans', () => ok([PLAN]));
  answer('claims.showTravelPlanReason', () => ok({ why: 'Falls in the dark' }));
  answer('claims.agreeTravelPlan', () => ok(PLAN));
});
afterEach(cleanup);

describe('How somebody travels by agreement', () => {
  it('is read at the desk without its reason, and without a way to it', async () => {
    renderScreen(<TravelPlans person={person} />, { session: as('desk') });
    expect(await screen.findByText('By taxi after dark')).toBeTruthy();
    expect(screen.getByText('Taxi, from 4 January 2027, agreed by Olu Bright')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows why to an officer who says what for', async () => {
    const user = userEvent.setup();
    renderScreen(<TravelPlans person={person} />, { session: as('officer') });
    await user.click(await screen.findByRole('button', { name: 'Read why: By taxi after dark' }));
    expect(screen.queryByText('Falls in the dark')).toBeNull();
    await user.type(screen.getByRole('textbox'), 'Asked about a fare');
    await user.click(screen.getByRole('button', { name: 'Read the reason' }));
    expect(await screen.findByText('Falls in the dark')).toBeTruthy();
    expect(callsOf('claims.showTravelPlanReason')).toEqual([
      { id: 't1', why: 'Asked about a fare' },
    ]);
  });

  it('is agreed with what, from when, and a reason that is sealed', async () => {
    const user = userEvent.setup();
    renderScreen(<TravelPlans person={person} />, { session: as('officer') });
    await user.click(await screen.findByRole('button', { name: 'Agree a way of travelling' }));
    await user.type(screen.getByLabelText('What is agreed?'), 'By taxi at night');
    await user.click(screen.getByRole('button', { name: 'Keep what is agreed' }));
    await vi.waitFor(() =>
      expect(callsOf('claims.agreeTravelPlan')).toMatchObject([
        { personId: 'p1', words: 'By taxi at night', kinds: ['taxi'], until: null },
      ]),
    );
  });
});

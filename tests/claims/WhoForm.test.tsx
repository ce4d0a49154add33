import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalDate } from '#db/shared/local-date';
import { newWhoValues } from '../../renderer/claims/form/who-values.ts';
import { WhoForm } from '../../renderer/claims/form/WhoForm.tsx';
import { answer, callsOf, forgetCalls, ok } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
beforeEach(forgetCalls);
afterEach(cleanup);

const TODAY = LocalDate.parse('2027-04-20');
const STAFF = 'They claim as a member of the council’s staff';

/** The form for somebody whose record says whether they work for the council. */
function ask(isCouncilStaff: boolean): void {
  answer('people.record', () => ok({ isCouncilStaff }));
  const start = newWhoValues(TODAY, { id: 'person:p-1', title: 'Rosa Haddad' });
  renderScreen(
    <WhoForm start={start} today={TODAY} onWho={async () => undefined}>
      {null}
    </WhoForm>,
  );
}

describe('Who claims', () => {
  it('is asked about the council’s staff where their record says that they work for it', async () => {
    ask(true);
    expect(await screen.findByRole('checkbox', { name: STAFF })).toBeTruthy();
  });

  it('is asked about the council’s staff of others only on request', async () => {
    ask(false);
    await waitFor(() => expect(callsOf('people.record')).toEqual([{ id: 'p-1' }]));
    expect(screen.queryByRole('checkbox', { name: STAFF })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'More about who claims' }));
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: STAFF }));
  });
});

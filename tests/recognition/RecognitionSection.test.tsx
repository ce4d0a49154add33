import { cleanup, configure, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newQueryClient } from '../../renderer/app/query-client.ts';
import { RecognitionSection } from '../../renderer/recognition/RecognitionSection.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const GROUP = { id: 'g-1', name: 'Cedar TRA', kind: 'tra', phone: '', isActive: true, version: 1 };
const ACCOUNTS = {
  id: 'paper:accounts',
  kind: 'paper',
  words: 'accounts',
  asked: 'always',
  ifAmended: false,
  state: 'not-asked',
  receivedOn: null,
  evidence: '',
  enteredBy: '',
};
const LAPSED = {
  groupId: 'g-1',
  isNeeded: true,
  state: 'lapsed',
  since: '2026-12-24',
  nextDueOn: '2026-12-23',
  proposedDueOn: null,
  periods: [],
  gaps: [],
  openReturn: {
    id: 'r-1',
    groupId: 'g-1',
    kind: 'yearly',
    openedOn: '2026-01-01',
    dueOn: '2026-12-23',
    closedOn: null,
    items: [ACCOUNTS],
    missing: ['accounts'],
    completeOn: null,
  },
  decisions: [],
  activities: [
    { activity: 'annual-grant', stops: true, rule: 'blocks', why: 'Lapsed.' },
    { activity: 'decision-making', stops: false, rule: 'warns', why: 'Lapsed.' },
  ],
  exceptions: [],
};

beforeEach(() => {
  forgetCalls();
  answer('calendar.year', () => ok([]));
});
afterEach(cleanup);

async function show(part: object = {}, role = 'manager') {
  answer('recognition.ofGroup', () => ok({ ...LAPSED, ...part }));
  const client = newQueryClient();
  const session = aSession();
  renderScreen(<RecognitionSection group={GROUP as never} />, {
    client,
    session: {
      ...session,
      signedIn: session.signedIn === null ? null : ({ ...session.signedIn, role } as never),
    },
  });
  return screen.findByRole('region', { name: 'Recognition' });
}

describe('The recognition of a group on its page', () => {
  it('says what stops and what does not while it has lapsed', async () => {
    const section = await show();
    const notice = within(section).getByRole('region', { name: 'What stops' });
    expect(notice.textContent).toContain('Stopped: annual grant.');
    expect(notice.textContent).toContain('Only warned about: taking part in joint decisions.');
    expect(notice.textContent).toContain('Not stopped: rooms at the centre');
  });

  it('enters with one key what came today, and takes it back', async () => {
    answer('recognition.setEvidence', () => ok(LAPSED));
    const section = await show();
    await userEvent.click(
      within(section).getByRole('button', { name: 'Received today for recognition: Accounts' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: /^Undo/ }));
    expect(callsOf('recognition.setEvidence')).toEqual([
      {
        returnId: 'r-1',
        itemId: 'paper:accounts',
        state: 'have-it',
        receivedOn: '2027-01-04',
        evidence: '',
      },
      {
        returnId: 'r-1',
        itemId: 'paper:accounts',
        state: 'not-asked',
        receivedOn: null,
        evidence: '',
      },
    ]);
  });

  it('leaves decisions to a manager, and every key to those who serve people', async () => {
    const manager = within(await show());
    for (const name of ['Restore recognition', 'Let it go on', 'Withdraw'])
      expect(manager.getByRole('button', { name })).toBeTruthy();
    cleanup();
    const desk = within(await show({}, 'desk'));
    expect(desk.queryByRole('button', { name: 'Restore recognition' })).toBeNull();
    expect(desk.getByRole('button', { name: /^Received today/ })).toBeTruthy();
    cleanup();
    const auditor = within(await show({}, 'auditor'));
    expect(auditor.queryByRole('button', { name: /^Received today/ })).toBeNull();
  });

  it('shows a refusal of the decision beside what was typed', async () => {
    answer('recognition.recordDecision', () =>
      refuse('recognition.outstanding', 'Still to come: accounts. Enter the conditions.', {
        field: 'conditions',
      }),
    );
    const section = await show();
    await userEvent.click(within(section).getByRole('button', { name: 'Restore recognition' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(form.getByRole('textbox', { name: 'Why?' }), 'They asked');
    await userEvent.click(form.getByRole('button', { name: 'Enter the decision' }));
    expect((await form.findAllByText(/Still to come: accounts\. Enter/)).length).toBeGreaterThan(0);
    expect(form.getByRole('textbox', { name: 'Why?' })).toHaveProperty('value', 'They asked');
  });

  it('is not there for a kind that needs none', async () => {
    answer('recognition.ofGroup', () =>
      ok({ ...LAPSED, isNeeded: false, state: 'none', since: null, openReturn: null }),
    );
    renderScreen(<RecognitionSection group={GROUP as never} />);
    await vi.waitFor(() => expect(callsOf('recognition.ofGroup')).toHaveLength(1));
    expect(screen.queryByRole('region', { name: 'Recognition' })).toBeNull();
  });
});

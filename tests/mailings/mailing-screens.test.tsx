import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MailingsScreen } from '../../renderer/mailings/MailingsScreen.tsx';
import {
  channelCountWords,
  outcomeWords,
  progressWords,
  wayWords,
} from '../../renderer/mailings/mailing-words.ts';
import { NewMailingScreen } from '../../renderer/mailings/NewMailingScreen.tsx';
import { subjectFor, withPart } from '../../renderer/mailings/new-mailing-values.ts';
import { OutcomeCell } from '../../renderer/mailings/OutcomeCell.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });
beforeEach(forgetCalls);
afterEach(cleanup);

const EVERYBODY = {
  areaIds: [],
  kinds: [],
  serviceAreas: ['Repairs'],
  methods: [],
  channels: [],
  formats: [],
  languages: [],
  leastHours: null,
  asked: { kind: 'any' },
  atMost: null,
};
const CHOSEN = {
  personId: 'p-1',
  name: 'Rana Haddad',
  kind: 'tenant',
  areaName: 'Elm Estate',
  channel: 'letter',
  format: 'standard',
  language: '',
  isMadeByHand: false,
  lastAskedOn: null,
};
const CHOICE = {
  chosen: [CHOSEN],
  leftOut: [
    { personId: 'p-2', name: 'Bo Lund', areaName: '', reason: 'no-consent', detail: 'e-mail' },
  ],
  total: 1,
  totalLeftOut: 1,
  byChannel: { letter: 1, email: 0, text: 0, phone: 0 },
  byReason: [{ reason: 'no-consent', people: 1 }],
  madeByHand: 0,
  inOtherLanguages: 0,
  mark: 'mark-1',
};
const MAILING = {
  id: 'm-1',
  reference: 'MLG-2027-0001',
  subject: 'Have your say on repairs',
  askedBy: 'Ann Baker',
  letterOn: '2027-01-04',
  body: 'x',
  selectionWords: 'Interested in repairs',
  madeOn: '2027-01-04',
  madeBy: 'Ann Baker',
  byChannel: { letter: 1, email: 0, text: 0, phone: 0 },
  people: 1,
  leftOut: 1,
  answered: 0,
  takenBackOn: null,
  version: 1,
} as const;

function answersWish(unknown: readonly string[] = []): void {
  answer('areas.list', () => ok([]));
  answer('mailings.wish', () =>
    ok({ selection: EVERYBODY, words: 'Interested in repairs', unknown }),
  );
  answer('mailings.choice', () => ok(CHOICE));
  answer('mailings.create', () => ok(MAILING));
}

const listIsThere = () =>
  waitFor(() =>
    expect(screen.getByRole('region', { name: 'People' }).getAttribute('aria-busy')).toBe('false'),
  );

describe('A new mailing', () => {
  it('shows who gets it and who does not, suggests a subject, and is made to those who were seen', async () => {
    answersWish();
    renderScreen(<NewMailingScreen />, { session: aSession() });
    await listIsThere();
    expect(screen.getByText('1 person: 1 letter.')).toBeTruthy();
    expect(
      within(screen.getByRole('table', { name: 'Who is left out' })).getByText(
        'Has not agreed to texts or e-mails: e-mail',
      ),
    ).toBeTruthy();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(callsOf('mailings.create')).toHaveLength(1));
    expect(callsOf('mailings.create')[0]).toMatchObject({
      subject: 'Have your say on repairs',
      selection: EVERYBODY,
      mark: 'mark-1',
      byHand: [],
    });
  });

  it('is not made while a part of the sentence is not understood', async () => {
    answersWish(['Thornhil']);
    renderScreen(<NewMailingScreen />, { session: aSession() });
    await listIsThere();
    await userEvent.click(screen.getByRole('button', { name: 'Make the mailing' }));
    expect(
      (await screen.findAllByText(/^Not understood: “Thornhil”/)).length,
    ).toBeGreaterThanOrEqual(2);
    expect(callsOf('mailings.create')).toEqual([]);
  });

  it('leaves somebody out by hand only with the reason', async () => {
    answersWish();
    renderScreen(<NewMailingScreen />, { session: aSession() });
    await listIsThere();
    await userEvent.click(screen.getByRole('button', { name: 'Leave Rana Haddad out' }));
    const dialog = await screen.findByRole('dialog', { name: 'Leave Rana Haddad out' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Leave them out' }));
    expect((await within(dialog).findAllByText('Say why they are left out.')).length).toBe(2);
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Why?' }), 'In hospital');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Leave them out' }));
    await waitFor(() =>
      expect(callsOf('mailings.choice').at(-1)).toMatchObject({
        byHand: [{ personId: 'p-1', why: 'In hospital' }],
      }),
    );
  });
});

describe('What came of it', () => {
  const cell = () =>
    renderScreen(
      <OutcomeCell
        mailing={MAILING as never}
        person={{ ...CHOSEN, since: null, outcomes: [] } as never}
      />,
      { session: aSession() },
    );

  it('is noted with words of its own, and a refusal is said where it is noted', async () => {
    answer('mailings.recordOutcome', () =>
      refuse('mailing.not-asked', 'This person was not asked.'),
    );
    cell();
    await userEvent.click(
      screen.getByRole('button', { name: 'Note what came of asking Rana Haddad' }),
    );
    const dialog = await screen.findByRole('dialog');
    const choice = within(dialog).getByRole('combobox', { name: 'What came of it?' });
    expect(within(choice).queryByRole('option', { name: 'No answer' })).toBeNull();
    await userEvent.selectOptions(choice, 'Will take part');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /^Note/ }), 'brings a friend');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Note it' }));
    expect((await within(dialog).findAllByText('This person was not asked.')).length).toBe(1);
    expect(callsOf('mailings.recordOutcome')).toEqual([
      { id: 'm-1', personId: 'p-1', outcome: 'will-take-part', note: 'brings a friend' },
    ]);
  });
});

describe('The list of mailings', () => {
  it('says what belongs here while there is none', async () => {
    answer('mailings.list', () => ok([]));
    renderScreen(<MailingsScreen />, { session: aSession() });
    expect(await screen.findByText(/^Nobody was asked anything yet\./)).toBeTruthy();
  });
});

describe('Words of mailings', () => {
  it('count each way by its name', () => {
    expect(channelCountWords({ letter: 2, email: 1, text: 0, phone: 1 })).toBe(
      '2 letters, 1 e-mail and 1 phone call',
    );
    expect(channelCountWords({ letter: 0, email: 0, text: 0, phone: 0 })).toBe('nothing');
  });

  it('say the way, the print and the language', () => {
    expect(wayWords({ ...CHOSEN, format: 'large-print' } as never)).toBe('Letter, large print');
    expect(
      wayWords({ ...CHOSEN, format: 'braille', isMadeByHand: true, language: 'Polish' } as never),
    ).toBe('Letter, made by hand: Braille, likes Polish');
    expect(wayWords({ ...CHOSEN, channel: 'phone', format: 'braille' } as never)).toBe(
      'Phone call',
    );
  });

  it('say how far it is and what came of it', () => {
    expect(progressWords(MAILING as never)).toBe('Nothing noted yet');
    expect(progressWords({ ...MAILING, answered: 1 } as never)).toBe('Noted for 1 of 1');
    expect(progressWords({ ...MAILING, takenBackOn: '2027-01-04' } as never)).toBe('Taken back');
    expect(
      outcomeWords([{ id: 'o', outcome: 'will-not', on: '2027-01-05', note: 'away' }] as never),
    ).toBe('Not this time on 5 January 2027 (away)');
  });

  it('follow what is asked for, and add a part behind what is typed', () => {
    expect(subjectFor(undefined)).toBe('Have your say');
    expect(subjectFor(EVERYBODY as never)).toBe('Have your say on repairs');
    expect(withPart('', 'repairs')).toBe('repairs');
    expect(withPart('repairs, ', 'by post')).toBe('repairs, by post');
  });
});

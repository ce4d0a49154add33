import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOTHING_KNOWN } from '#db/people/person-record.rules';
import { PersonParts } from '../../renderer/people/PersonParts.tsx';
import { PersonScreen } from '../../renderer/people/PersonScreen.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { aSession, renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const PERSON = {
  id: 'p-1',
  name: 'Rana Haddad',
  kind: 'tenant',
  phone: '023 8000 1111',
  version: 1,
} as const;
const RECORD = { ...PERSON, ...NOTHING_KNOWN, lastConfirmedOn: null };

function show(part: object = {}, consents: readonly object[] = []) {
  answer('people.get', () => ok(PERSON));
  answer('people.record', () => ok({ ...RECORD, ...part }));
  answer('people.consents', () => ok(consents));
  answer('areas.list', () => ok([]));
  answer('settings.parameters', () => ok([]));
  answer('calendar.year', () => ok([]));
  renderScreen(<PersonParts person={PERSON as never} />);
  return userEvent.setup();
}
const press = (name: string | RegExp) => screen.findByRole('button', { name });

beforeEach(forgetCalls);
afterEach(cleanup);

describe('A person’s page', () => {
  it('says in a line where nothing is entered, and what is missing for a way they like', async () => {
    show({ channels: ['email'] });
    const reach = await screen.findByRole('region', { name: 'How to reach them' });
    expect(reach.textContent).toContain('e-mail, but what that takes is not entered');
    expect((await screen.findByRole('region', { name: 'Needs' })).textContent).toContain(
      'Nothing entered yet.',
    );
  });

  it('puts the hand into the first field, and asks before Escape throws typing away', async () => {
    const hand = show();
    await hand.click(await press('Change: needs'));
    const form = await screen.findByRole('dialog', { name: 'Needs' });
    expect(form.querySelector('select')).toBe(document.activeElement);
    await hand.type(within(form).getByRole('textbox', { name: /Language/ }), 'Somali');
    await hand.keyboard('{Escape}');
    await hand.click(await press('Go on typing'));
    const language = await within(form).findByRole('textbox', { name: /Language/ });
    expect((language as HTMLInputElement).value).toBe('Somali');
    await hand.keyboard('{Escape}');
    await hand.click(await press('Throw it away'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(callsOf('people.changeRecord')).toEqual([]);
  });

  it('takes a day off the record where the date is emptied', async () => {
    answer('people.changeRecord', () => ok({ ...RECORD, version: 2 }));
    const hand = show({ lastContactedOn: '2026-10-05' });
    await hand.click(await press('Change: involvement'));
    const form = await screen.findByRole('dialog', { name: 'Involvement' });
    await hand.clear(within(form).getByRole('textbox', { name: /Last contact/ }));
    await hand.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(callsOf('people.changeRecord')).toHaveLength(1));
    expect(callsOf('people.changeRecord')[0]).toMatchObject({ lastContactedOn: null });
  });

  it('changes one block, leaves the others as they are, and takes it back from the message', async () => {
    answer('people.changeRecord', () => ok({ ...RECORD, version: 2 }));
    const hand = show({ formatNeed: 'braille' });
    await hand.click(await press('Change: needs'));
    const form = await screen.findByRole('dialog', { name: 'Needs' });
    await hand.type(within(form).getByRole('textbox', { name: /Language/ }), 'Somali');
    await hand.click(within(form).getByRole('checkbox', { name: 'Needs an interpreter' }));
    await hand.keyboard('{Control>}{Enter}{/Control}');
    await hand.click(await press('Undo'));

    const needs = { accessNeeds: '', formatNeed: 'braille', needsTransport: false };
    await waitFor(() => expect(callsOf('people.changeRecord')).toHaveLength(2));
    expect(callsOf('people.changeRecord')).toEqual([
      { ...needs, languageNeed: 'Somali', needsInterpreter: true, id: 'p-1', version: 1 },
      { ...needs, languageNeed: '', needsInterpreter: false, id: 'p-1', version: 2 },
    ]);
  });

  it('shows what somebody else wrote meanwhile, keeps what was typed, and saves it over the newer one', async () => {
    let tries = 0;
    answer('people.changeRecord', () => {
      tries += 1;
      return tries === 1
        ? refuse('person.changed-by-someone-else', 'Someone else changed this person’s details.')
        : ok({ ...RECORD, version: 6 });
    });
    const hand = show();
    await hand.click(await press('Change: how to reach them'));
    const form = await screen.findByRole('dialog', { name: 'How to reach them' });
    answer('people.record', () => ok({ ...RECORD, postcode: 'SO14 7LY', version: 5 }));
    await hand.type(within(form).getByRole('textbox', { name: /E-mail/ }), 'r@example.org');
    await hand.click(within(form).getByRole('button', { name: 'Save the changes' }));
    expect((await within(form).findByRole('status')).textContent).toContain('SO14 7LY');
    await hand.click(within(form).getByRole('button', { name: 'Save the changes' }));
    await waitFor(() => expect(callsOf('people.changeRecord')).toHaveLength(2));
    expect(callsOf('people.changeRecord')[1]).toMatchObject({ email: 'r@example.org', version: 5 });
  });

  it('confirms everything today with one press', async () => {
    answer('people.confirmDetails', () => ok({ ...RECORD, lastConfirmedOn: '2027-01-04' }));
    const hand = show();
    await hand.click(await press('Everything in order, confirmed today'));
    await screen.findByText('Everything about Rana Haddad is confirmed today.');
    expect(callsOf('people.confirmDetails')).toEqual([{ id: 'p-1', version: 1 }]);
  });

  it('notes “Not involved, thank you”, which takes them off the Sounding Board, and puts both back', async () => {
    answer('people.changeRecord', () => ok({ ...RECORD, version: 2 }));
    const hand = show({ isOnRegister: true, joinedOn: '2026-05-01' });
    await hand.click(await press('Note “Not involved, thank you”'));
    await hand.click(await press('Undo'));
    await waitFor(() => expect(callsOf('people.changeRecord')).toHaveLength(2));
    expect(callsOf('people.changeRecord')).toEqual([
      { id: 'p-1', version: 1, notInvolvedSince: '2027-01-04' },
      {
        id: 'p-1',
        version: 2,
        isOnRegister: true,
        joinedOn: '2026-05-01',
        notInvolvedSince: null,
      },
    ]);
  });

  it('says that what somebody under 18 agreed to waits for the guardian', async () => {
    const consent = {
      id: 'c-1',
      personId: 'p-1',
      purpose: 'be-named',
      what: 'Name',
      withWhom: 'Everybody',
      givenOn: '2027-01-02',
      until: null,
      how: 'form',
      withdrawnOn: null,
    };
    for (const [part, words] of [
      [{ isUnder18: true }, 'Waits for the guardian'],
      [{}, 'Holds'],
    ] as const) {
      show(part, [consent]);
      expect((await screen.findByRole('table', { name: 'Consents' })).textContent).toContain(words);
      cleanup();
    }
  });

  it('asks what is agreed to and how, shows the refusal of a consent at its field, and keeps what was typed', async () => {
    answer('people.giveConsent', () =>
      refuse('person.consent-not-written', 'A phone number is given only with written consent.', {
        field: 'how',
      }),
    );
    const hand = show();
    await hand.click(await press('Add a consent'));
    const form = await screen.findByRole('dialog', { name: 'Add a consent' });
    await hand.click(within(form).getByRole('button', { name: 'Add the consent' }));
    const open = await within(form).findByRole('alert');
    for (const words of ['Choose what they agree to.', 'Choose how they said so.'])
      expect(open.textContent).toContain(words);
    await hand.selectOptions(
      within(form).getByRole('combobox', { name: 'What do they agree to?' }),
      'share-contact',
    );
    await hand.type(within(form).getByRole('textbox', { name: /With whom/ }), 'the committee');
    await hand.selectOptions(
      within(form).getByRole('combobox', { name: 'How did they say so?' }),
      'spoken',
    );
    await hand.click(within(form).getByRole('button', { name: 'Add the consent' }));
    await waitFor(() =>
      expect(within(form).getByRole('alert').textContent).toContain('written consent'),
    );
    expect(callsOf('people.giveConsent')).toEqual([
      expect.objectContaining({ personId: 'p-1', how: 'spoken', withWhom: 'the committee' }),
    ]);
  });
});

describe('A person’s page for those who do not serve people', () => {
  it('asks for nothing that the auditor may not read', async () => {
    answer('people.get', () => ok({ ...PERSON, name: '•••', phone: '•••' }));
    const session = aSession();
    renderScreen(
      <Routes>
        <Route path="*" element={<PersonScreen />} />
      </Routes>,
      {
        session: {
          ...session,
          signedIn: session.signedIn === null ? null : { ...session.signedIn, role: 'auditor' },
        },
      },
    );
    await screen.findByRole('heading', { name: '•••' });
    expect([...callsOf('people.record'), ...callsOf('people.consents')]).toEqual([]);
  });
});

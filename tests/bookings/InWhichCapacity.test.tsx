import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StartSessionForm } from '../../renderer/usage/StartSessionForm.tsx';
import { answer, callsOf, ok } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';
import { answerAsUsual, choose, chooser, openForm } from './booking-form-page.tsx';
import { aBooking } from './booking-values.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const BIRCH = { groupId: 'g-2', groupName: 'Birch Lane TRA', posts: ['treasurer'] };
const FORUM = { groupId: 'g-3', groupName: 'Riverside Forum', posts: ['member'] };

beforeEach(() => {
  answerAsUsual();
  answer('groups.list', () => ok({ groups: [], total: 0 }));
  answer('officers.capacities', () => ok([BIRCH, FORUM]));
  answer('bookings.create', () => ok(aBooking()));
});
afterEach(cleanup);

const sendBooking = (hand: ReturnType<typeof userEvent.setup>) =>
  hand.keyboard('{Control>}{Enter}{/Control}');
const lineOf = (name: RegExp | string) => screen.getByRole('radio', { name });

describe('Whoever holds a post in two groups', () => {
  it('is asked once who they act for; the booking is the group’s, and they answer for it', async () => {
    const { hand, onSaved } = openForm(undefined, { from: '16:00', until: '18:00' });
    await choose(hand, 'ok', /Okafor/);
    await screen.findByRole('group', { name: 'Who do they act for?' });
    await sendBooking(hand);
    expect(await screen.findByRole('link', { name: /Say who they act for/ })).toBeTruthy();
    expect(callsOf('bookings.create')).toEqual([]);

    await hand.click(lineOf('Birch Lane TRA (treasurer)'));
    expect(chooser(/Who is it for/).value).toBe('Birch Lane TRA');
    await sendBooking(hand);
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('bookings.create')).toMatchObject([
      { booker: { kind: 'group', groupId: 'g-2' }, responsiblePersonId: 'p-1' },
    ]);
  });

  it('books for themself by one press, and may think again before the booking is sent', async () => {
    const { hand, onSaved } = openForm(undefined, { from: '16:00', until: '18:00' });
    await choose(hand, 'ok', /Okafor/);
    await screen.findByRole('radio', { name: 'Riverside Forum (committee member)' });
    await hand.keyboard('{Tab}{ArrowDown}');
    expect(chooser(/Who is it for/).value).toBe('Birch Lane TRA');
    await hand.keyboard('{ArrowUp}');
    expect(chooser(/Who is it for/).value).toBe('Peace Okafor');
    await sendBooking(hand);
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('bookings.create')).toMatchObject([
      { booker: { kind: 'person', personId: 'p-1' }, responsiblePersonId: 'p-1' },
    ]);
  });

  it('walks in for one of them, or for another group, which is named', async () => {
    answer('usage.start', () => ok({ usage: {}, warnings: [] }));
    const suite = {
      facilityId: 'suite-1',
      facilityName: 'Computer Suite',
      units: 8,
      unitName: 'computer',
      outOfOrder: 0,
      open: [],
      freeNow: 8,
      closedWords: '',
      freeWords: '',
      minimumAge: null,
    };
    const onSaved = vi.fn<() => void>();
    renderScreen(
      <StartSessionForm
        suite={suite as never}
        facility={undefined}
        onSaved={onSaved}
        onClose={() => undefined}
      />,
    );
    const hand = userEvent.setup();
    await choose(hand, 'ok', /Okafor/);
    await screen.findByRole('radio', { name: 'Another group' });
    expect(screen.queryByRole('combobox', { name: /For which group/ })).toBeNull();
    await hand.click(lineOf('Another group'));
    expect(chooser(/For which group/)).toBeTruthy();
    await hand.click(lineOf('Riverside Forum (committee member)'));
    await hand.type(screen.getByRole('textbox', { name: 'What for?' }), 'Leaflets');
    await sendBooking(hand);
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('usage.start')).toMatchObject([{ personId: 'p-1', groupId: 'g-3' }]);
  });
});

describe('Whoever holds no post', () => {
  it('is asked nothing: a name and a time are enough', async () => {
    answer('officers.capacities', () => ok([]));
    const { hand, onSaved } = openForm();
    await choose(hand, 'ok', /Okafor/);
    await hand.keyboard('{Tab}4-6');
    await waitFor(() => expect(callsOf('officers.capacities')).toHaveLength(1));
    await sendBooking(hand);
    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(screen.queryByRole('group', { name: 'Who do they act for?' })).toBeNull();
    expect(callsOf('bookings.create')).toMatchObject([{ booker: { personId: 'p-1' } }]);
  });
});

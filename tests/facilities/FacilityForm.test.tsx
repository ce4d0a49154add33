import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Facility } from '#db/facilities/facilities.contract';
import { FacilityForm } from '../../renderer/facilities/FacilityForm.tsx';
import { aRoom } from '../bookings/day-values.ts';
import { answer, callsOf, forgetCalls, ok } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
// Every key is pressed; a busy computer needs seconds for that.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

function openForm(facility?: Facility) {
  const onSaved = vi.fn<(saved: Facility) => void>();
  renderScreen(
    <FacilityForm
      onSaved={onSaved}
      onClose={() => undefined}
      {...(facility === undefined ? {} : { facility })}
    />,
  );
  return { onSaved, hand: userEvent.setup() };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('Setting up a room', () => {
  beforeEach(() => {
    forgetCalls();
    answer('facilities.list', () => ok([]));
  });
  afterEach(cleanup);

  it('saves hours as they were typed, a day copied to the working week', async () => {
    answer('facilities.add', (input) => ok({ ...aRoom(), ...(input as object) }));
    const { hand, onSaved } = openForm();

    await hand.type(box('Name people use for it'), 'Garden Room');
    await hand.click(screen.getByRole('checkbox', { name: /not known yet/ }));
    await hand.click(screen.getByRole('button', { name: 'Add hours on Monday' }));
    await hand.clear(box('Monday opens'));
    await hand.type(box('Monday opens'), '9.30');
    await hand.tab();
    expect(box('Monday opens').value).toBe('9:30am');
    await hand.click(screen.getByRole('button', { name: 'Same on Tuesday to Friday' }));
    await hand.click(screen.getByRole('button', { name: 'Add the room' }));

    await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
    expect(callsOf('facilities.add')).toEqual([
      {
        name: 'Garden Room',
        kind: 'meeting-room',
        isBookable: true,
        capacity: null,
        hours: [1, 2, 3, 4, 5].map((weekday) => ({
          weekday,
          opensAt: '09:30',
          closesAt: '17:00',
        })),
      },
    ]);
  });

  it('says at the day what is wrong with its hours, and sends nothing', async () => {
    const { hand } = openForm(aRoom());

    await hand.clear(box('Tuesday closes'));
    await hand.type(box('Tuesday closes'), 'late');
    await hand.click(screen.getByRole('button', { name: 'Save the changes' }));

    expect((await screen.findByRole('alert')).textContent).toContain(
      'Tuesday: enter the time it closes, later than 9am.',
    );
    expect(box('Tuesday closes').value).toBe('late');
    expect(callsOf('facilities.change')).toEqual([]);
  });
});

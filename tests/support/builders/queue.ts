import type { Waiting } from '#db/bookings/queue/queue.contract';
import type { TestCore } from '../open-test-core.ts';
import { bookingDetails } from './bookings.ts';

/** A time somebody waits for, as it is typed. */
export async function waitingDetails(
  core: Pick<TestCore, 'as'>,
  part: Parameters<typeof bookingDetails>[1] = {},
) {
  const {
    needs: _needs,
    notes: _notes,
    room: _room,
    ...details
  } = {
    room: undefined,
    ...(await bookingDetails(core, part)),
  };
  return part.facilityId === null ? { ...details, facilityId: null } : details;
}

/** Somebody whom the desk has put on the waiting list: for Tuesday 5 January 2027, 10am to noon, unless told. */
export async function aWaiting(
  core: Pick<TestCore, 'as'>,
  part: Parameters<typeof bookingDetails>[1] = {},
): Promise<Waiting> {
  return core.as('desk').call('bookings.addWaiting', await waitingDetails(core, part));
}

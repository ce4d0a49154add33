import type { Booking } from '#db/bookings/bookings.contract';
import type { Condition } from '#db/conditions/conditions.contract';
import type { TestCore } from '../open-test-core.ts';

/** A text that the manager has entered: the guidelines, in force from 1 January 2027, unless told. */
export function aConditionText(
  core: Pick<TestCore, 'as'>,
  part: { readonly [K in keyof Condition]?: unknown } = {},
): Promise<Condition> {
  return core.as('manager').call('conditions.addText', {
    kind: 'guidelines',
    text: 'Leave it tidy.',
    from: '2027-01-01',
    mustAcknowledgeAgain: false,
    ...part,
  } as never);
}

/** Enters that a booking's booker and responsible person were given both texts on a day. */
export async function allGiven(
  core: Pick<TestCore, 'as'>,
  booking: Pick<Booking, 'booker' | 'responsiblePersonId'>,
  on: string,
): Promise<void> {
  const desk = core.as('desk');
  await desk.call('conditions.recordAcknowledged', {
    kind: 'guidelines',
    who: booking.booker,
    on: on,
    how: 'signed',
  });
  await desk.call('conditions.recordAcknowledged', {
    kind: 'fire',
    who: { kind: 'person', personId: booking.responsiblePersonId },
    on: on,
    how: 'told',
  });
}

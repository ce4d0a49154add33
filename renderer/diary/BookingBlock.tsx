import type { CSSProperties } from 'react';
import { bookerKey, stateClasses, stateWords } from '../bookings/booking-words.ts';
import { type Block, rowsOf } from './day-layout.ts';

type BookingBlockProps = {
  readonly block: Block;
  /** Rows from the top of the sheet to where the booking begins to hold the room. */
  readonly from: number;
};

/** Below this many rows there is room for one line only. */
const ROWS_FOR_TWO_LINES = 3;

/**
 * A booking in the calendar; the sheet around it listens for its click. It reaches over set-up and
 * clear-down, which are striped by its background. Two elements, because a day may hold three hundred.
 */
export function BookingBlock({ block, from }: BookingBlockProps) {
  const { booking, held } = block;
  const isShort = rowsOf(block.until - block.from) < ROWS_FOR_TWO_LINES;
  const words = [block.facts, ...stateWords(booking)].join(' · ');
  return (
    <button
      type="button"
      className={`booking ${stateClasses(booking)}${isShort ? ' short' : ''}`}
      data-booking={booking.id}
      data-booker={bookerKey(booking)}
      style={
        {
          '--from': from,
          '--length': rowsOf(held.until - held.from),
          ...(block.from === held.from ? {} : { '--setup': rowsOf(block.from - held.from) }),
          ...(block.until === held.until ? {} : { '--clear': rowsOf(held.until - block.until) }),
          ...(block.lanes === 1 ? {} : { '--lane': block.lane, '--lanes': block.lanes }),
        } as CSSProperties
      }
    >
      <strong data-personal="">{booking.bookerName}</strong>
      {/* The gap keeps name and facts apart where the block is read out as one text. */}
      {` ${words}`}
    </button>
  );
}

import type { CSSProperties } from 'react';
import { type Block, rowsOf } from './day-layout.ts';

type BookingBlockProps = {
  readonly block: Block;
  /** Rows from the top of the sheet. */
  readonly from: number;
};

/** Below this many rows there is room for one line only. */
const ROWS_FOR_TWO_LINES = 2;

/**
 * A booking in the calendar; the sheet around it listens for its click. Two elements, because a day
 * may hold three hundred of them.
 */
export function BookingBlock({ block, from }: BookingBlockProps) {
  const { booking, facts } = block;
  const length = rowsOf(block.until - block.from);
  const classes = [
    'booking',
    ...(booking.isOutOfHours ? ['out-of-hours'] : []),
    ...(length < ROWS_FOR_TWO_LINES ? ['short'] : []),
  ];
  return (
    <button
      type="button"
      className={classes.join(' ')}
      data-booking={booking.id}
      style={{ '--from': from, '--length': length } as CSSProperties}
    >
      <strong data-personal="">{booking.bookerName}</strong>
      {/* The gap keeps name and facts apart where the block is read out as one text. */}
      {booking.isOutOfHours ? ` ${facts} · Out of hours` : ` ${facts}`}
    </button>
  );
}

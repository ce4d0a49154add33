import type { CSSProperties } from 'react';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { type Block, rowsOf } from './day-layout.ts';

type BookingBlockProps = {
  readonly block: Block;
  /** Rows from the top of the sheet. */
  readonly from: number;
  readonly onOpen: (booking: BookingCard) => void;
};

/** A booking in the calendar. Two elements, because a day may hold three hundred of them. */
export function BookingBlock({ block, from, onOpen }: BookingBlockProps) {
  const { booking, facts } = block;
  return (
    <button
      type="button"
      className={booking.isOutOfHours ? 'booking out-of-hours' : 'booking'}
      data-booking={booking.id}
      style={{ '--from': from, '--length': rowsOf(block.until - block.from) } as CSSProperties}
      onClick={() => onOpen(booking)}
    >
      <strong data-personal="">{booking.bookerName}</strong>
      {/* The gap keeps name and facts apart where the block is read out as one text. */}
      {booking.isOutOfHours ? ` ${facts} · Out of hours` : ` ${facts}`}
    </button>
  );
}

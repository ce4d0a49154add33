import { type CSSProperties, memo } from 'react';
import { countOf } from '#db/shared/plain-words';
import { BookingBlock } from './BookingBlock.tsx';
import { type Column, rowsOf, type Stretch } from './day-layout.ts';

type RoomColumnProps = {
  readonly column: Column;
  /** Place among the columns, from 0. */
  readonly at: number;
  readonly shown: Stretch;
};

/**
 * One room's day. Kept as drawn while only the cursor or the clock moves: with three hundred
 * bookings a key press took 9 to 29 milliseconds without it and takes 4 to 10 with it.
 */
export const RoomColumn = memo(function RoomColumn({ column, at, shown }: RoomColumnProps) {
  const offset = (minute: number): number => rowsOf(minute - shown.from);
  const place = (stretch: Stretch): CSSProperties =>
    ({
      '--from': offset(stretch.from),
      '--length': rowsOf(stretch.until - stretch.from),
    }) as CSSProperties;
  return (
    <div
      className={column.loads.length === 0 ? 'column' : 'column places'}
      data-column={at}
      role="group"
      aria-label={`${column.title}, ${countOf(column.blocks.length, 'booking')}`}
      style={{ gridColumn: at + 2 }}
    >
      {column.bands.map((band) => (
        <div key={`${band.kind} ${band.from}`} className={`band ${band.kind}`} style={place(band)}>
          <span>{band.words}</span>
        </div>
      ))}
      {column.blocks.map((block) => (
        <BookingBlock key={block.booking.id} block={block} from={offset(block.held.from)} />
      ))}
      {column.loads.map((load) => (
        <div
          key={load.from}
          className={load.isFull ? 'load full' : 'load'}
          style={place(load)}
        >{`${load.words}${load.isFull ? ', full' : ''}`}</div>
      ))}
    </div>
  );
});

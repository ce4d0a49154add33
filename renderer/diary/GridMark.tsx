import type { CSSProperties } from 'react';
import { rowsOf, type Stretch } from './day-layout.ts';

/** An outline over the calendar: a free gap under the pointer, or where a drag would land. */
export function GridMark(props: {
  readonly kind: 'gap' | 'ghost' | 'ghost blocked';
  readonly column: number;
  readonly stretch: Stretch;
  readonly shown: Stretch;
  readonly words: string;
  readonly state?: string;
}) {
  const { stretch, shown } = props;
  return (
    <div
      className={`mark ${props.kind}`}
      aria-hidden="true"
      style={
        {
          gridColumn: props.column + 2,
          '--from': rowsOf(stretch.from - shown.from),
          '--length': rowsOf(stretch.until - stretch.from),
        } as CSSProperties
      }
    >
      <span>{props.words}</span>
      {props.state !== undefined && <small>{props.state}</small>}
    </div>
  );
}

import Box from '@mui/material/Box';
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

/** Says where a drag would land to those who do not see the mark; always there, because only then is a change read out. */
export function MarkSaid({ words }: { readonly words: string }) {
  return (
    <Box
      role="status"
      aria-label="Where it would go"
      sx={{
        position: 'absolute',
        top: 0,
        insetInlineStart: 0,
        width: '1px',
        height: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      }}
    >
      {words}
    </Box>
  );
}

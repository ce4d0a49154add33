import Box from '@mui/material/Box';
import type { CSSProperties } from 'react';
import { rowsOf, type Stretch } from './day-layout.ts';
import type { Obstacle } from './obstacle.ts';

/** An outline over the calendar: a free gap under the pointer, or where a drag would land. */
export function GridMark(props: {
  readonly kind: 'gap' | 'ghost' | 'ghost blocked';
  readonly column: number;
  readonly stretch: Stretch;
  readonly shown: Stretch;
  readonly words: string;
  readonly obstacle?: Obstacle | undefined;
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
      <span>
        <MarkWords place={props.words} obstacle={props.obstacle} />
      </span>
      {props.state !== undefined && <small>{props.state}</small>}
    </div>
  );
}

/** Where a drag would land and what stands in the way; a name in it is blanked with everything personal. */
export function MarkWords(props: {
  readonly place: string;
  readonly obstacle: Obstacle | undefined;
}) {
  const { place, obstacle } = props;
  if (obstacle === undefined) return place;
  return (
    <>
      {`${place}: ${obstacle.words}`}
      {obstacle.who !== '' && (
        <>
          {' '}
          <b data-personal="">{obstacle.who}</b>
        </>
      )}
    </>
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

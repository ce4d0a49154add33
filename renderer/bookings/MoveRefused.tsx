import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import { formatTimeRange } from '#db/shared/plain-words';
import { WarningIcon } from '../shared/icons.tsx';
import type { Place } from '../diary/places.ts';
import type { RefusedMove } from './use-move-booking.ts';

type MoveRefusedProps = {
  readonly refused: RefusedMove;
  readonly onMove: (to: Place) => Promise<void>;
  readonly onClose: () => void;
};

/** Why a booking stayed where it was, and where it could go instead. */
export function MoveRefused({ refused, onMove, onClose }: MoveRefusedProps) {
  const { nextFree, freeRoom } = refused;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [refused]);
  return (
    <Box
      ref={box}
      role="alert"
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        mb: 1,
        px: 1.5,
        py: 0.75,
        border: `1px solid ${theme.trc.status.bad.line}`,
        borderInlineStart: `0.375rem solid ${theme.trc.status.bad.line}`,
        borderRadius: 1,
        color: theme.trc.status.bad.ink,
        backgroundColor: theme.trc.status.bad.ground,
      })}
    >
      <Box component="span" data-personal="" sx={{ flex: '1 1 20rem' }}>
        <WarningIcon sx={{ verticalAlign: '-0.125em', marginInlineEnd: 0.75 }} />
        {`It stays where it was. ${refused.words}`}
      </Box>
      {nextFree !== null && (
        <Button
          variant="outlined"
          color="inherit"
          size="small"
          onClick={() => void onMove(nextFree)}
        >
          {`Move to ${formatTimeRange(nextFree.from, nextFree.until)}`}
        </Button>
      )}
      {freeRoom !== null && (
        <Button
          variant="outlined"
          color="inherit"
          size="small"
          onClick={() => void onMove(freeRoom.place)}
        >
          {`Move to ${freeRoom.name}`}
        </Button>
      )}
      <Button color="inherit" size="small" onClick={onClose}>
        Close this line
      </Button>
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useFormContext } from 'react-hook-form';
import { type LocalDateTime, timeOf } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import type { BookingFormValues } from './booking-form-values.ts';

/** Ways out of a clash: a later time in the same room, or another room at the same time. */
export type WaysOut = {
  readonly nextFreeFrom: LocalDateTime | null;
  readonly freeRoom: { readonly id: string; readonly name: string } | null;
};

type WaysOutButtonsProps = {
  readonly waysOut: WaysOut;
  readonly onTakeTime: (from: LocalDateTime) => void;
  readonly onTakeRoom: (facilityId: string) => void;
};

/**
 * One press changes the form to what can be had; everything else typed stays. The buttons go with the
 * clash, so the focus moves to what was changed.
 */
export function WaysOutButtons({ waysOut, onTakeTime, onTakeRoom }: WaysOutButtonsProps) {
  const { nextFreeFrom, freeRoom } = waysOut;
  const { setFocus } = useFormContext<BookingFormValues>();
  if (nextFreeFrom === null && freeRoom === null) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {nextFreeFrom !== null && (
        <Button
          variant="outlined"
          onClick={() => {
            onTakeTime(nextFreeFrom);
            setFocus('from');
          }}
        >
          {`Use ${formatTime(timeOf(nextFreeFrom))}`}
        </Button>
      )}
      {freeRoom !== null && (
        <Button
          variant="outlined"
          onClick={() => {
            onTakeRoom(freeRoom.id);
            setFocus('facilityId');
          }}
        >
          {`Use ${freeRoom.name}`}
        </Button>
      )}
    </Box>
  );
}

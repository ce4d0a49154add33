import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useFormContext } from 'react-hook-form';
import type { Booking } from '#db/bookings/bookings.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { type LocalDateTime, timeOf } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import type { Role } from '#db/shared/roles';
import { useCan } from '../app/session-context.tsx';
import type { BookingFormValues } from './booking-form-values.ts';

/** A rule that can be passed with a reason, by the form's name for it. */
export type Override = 'squeeze' | 'outsideHours' | 'lateEntry';

/** Ways out of what stands in the way: another time or room, a reason, or a place on the waiting list. */
export type WaysOut = {
  readonly nextFreeFrom: LocalDateTime | null;
  readonly freeRoom: { readonly id: string; readonly name: string } | null;
  readonly overrides: readonly Override[];
  /** Somebody has the time, and the form knows who wants it. */
  readonly canWait: boolean;
};

type WaysOutButtonsProps = {
  readonly waysOut: WaysOut;
  readonly onTakeTime: (from: LocalDateTime) => void;
  readonly onTakeRoom: (facilityId: string) => void;
  readonly onOverride: (override: Override) => void;
  readonly onWait: () => void;
  /** The booking being changed, which keeps its own time while its holder waits; undefined for a new one. */
  readonly changed: Pick<Booking, 'reference'> | undefined;
};

/** Who may give up somebody's set-up time. */
const MAY_SQUEEZE: readonly Role[] = ['officer', 'manager'];

const OVERRIDE_WORDS: Readonly<Record<Override, string>> = {
  squeeze: 'Give up set-up time',
  outsideHours: 'Book outside opening hours',
  lateEntry: 'Enter it late',
};

/** What becomes of a booking whose holder waits for another time. */
export const staysWords = ({ reference }: Pick<Booking, 'reference'>): string =>
  `${reference} stays as it is until the wish is met.`;

/**
 * One press changes the form to what can be had; everything else typed stays. The buttons go with the
 * clash, so the focus moves to what was changed.
 */
export function WaysOutButtons(props: WaysOutButtonsProps) {
  const { nextFreeFrom, freeRoom, overrides, canWait } = props.waysOut;
  const { setFocus } = useFormContext<BookingFormValues>();
  const isManager = useCan(MANAGER_ONLY);
  const canSqueeze = useCan(MAY_SQUEEZE);
  const mine = overrides.filter(
    (override) => override === 'lateEntry' || (override === 'squeeze' ? canSqueeze : isManager),
  );
  if (nextFreeFrom === null && freeRoom === null && mine.length === 0 && !canWait) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {nextFreeFrom !== null && (
        <Button
          variant="outlined"
          onClick={() => {
            props.onTakeTime(nextFreeFrom);
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
            props.onTakeRoom(freeRoom.id);
            setFocus('facilityId');
          }}
        >
          {`Use ${freeRoom.name}`}
        </Button>
      )}
      {mine.map((override) => (
        <Button key={override} variant="outlined" onClick={() => props.onOverride(override)}>
          {OVERRIDE_WORDS[override]}
        </Button>
      ))}
      {canWait && (
        <Button variant="outlined" onClick={props.onWait}>
          Put them on the waiting list
        </Button>
      )}
      {canWait && props.changed !== undefined && (
        <Typography variant="body2" sx={{ flexBasis: '100%' }}>
          {`On the waiting list they wait for this time; ${staysWords(props.changed)}`}
        </Typography>
      )}
    </Box>
  );
}

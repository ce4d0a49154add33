import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { DayOfBookings } from '#db/bookings/bookings.contract';
import type { LocalDateTime } from '#db/shared/local-date';
import { timeOf } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import { InfoIcon, WarningIcon } from '../shared/icons.tsx';
import type { Preview } from './booking-preview.ts';
import { DayStrip } from './DayStrip.tsx';

/** Ways out of a clash: a later time in the same room, or another room at the same time. */
export type WaysOut = {
  readonly nextFreeFrom: LocalDateTime | null;
  readonly freeRoom: { readonly id: string; readonly name: string } | null;
};

type BookingPreviewPanelProps = {
  readonly day: DayOfBookings;
  readonly preview: Preview;
  readonly waysOut: WaysOut;
  readonly exceptId?: string | undefined;
  readonly onUseTime: (from: LocalDateTime) => void;
  readonly onUseRoom: (facilityId: string) => void;
};

/** The chosen room's day, what stands in the way of the booking, and how to get round it. */
export function BookingPreviewPanel(props: BookingPreviewPanelProps) {
  const { day, preview, waysOut } = props;
  if (preview.facility === undefined) return null;
  return (
    <Box>
      <DayStrip
        day={day}
        facility={preview.facility}
        wanted={preview.span}
        hasClash={preview.clash !== undefined}
        exceptId={props.exceptId}
      />
      <Box role="status" sx={{ display: 'grid', gap: 0.5, mt: 1 }}>
        {preview.lines.map((line) => (
          <Typography
            key={line.words}
            data-personal=""
            sx={(theme) => ({
              display: 'flex',
              gap: 1,
              alignItems: 'baseline',
              fontWeight: line.kind === 'problem' ? 600 : 400,
              color: line.kind === 'problem' ? 'error.main' : theme.palette.text.primary,
              '& > svg': { flexShrink: 0, transform: 'translateY(0.15em)' },
            })}
          >
            {line.kind === 'problem' ? <WarningIcon /> : <InfoIcon />}
            <span>{line.words}</span>
          </Typography>
        ))}
      </Box>
      {(waysOut.nextFreeFrom !== null || waysOut.freeRoom !== null) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {waysOut.nextFreeFrom !== null && (
            <Button
              variant="outlined"
              onClick={() => waysOut.nextFreeFrom && props.onUseTime(waysOut.nextFreeFrom)}
            >
              {`Use ${formatTime(timeOf(waysOut.nextFreeFrom))}`}
            </Button>
          )}
          {waysOut.freeRoom !== null && (
            <Button
              variant="outlined"
              onClick={() => waysOut.freeRoom && props.onUseRoom(waysOut.freeRoom.id)}
            >
              {`Use ${waysOut.freeRoom.name}`}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}

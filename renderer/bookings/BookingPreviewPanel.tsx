import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { DayOfBookings } from '#db/bookings/booking-views.contract';
import { InfoIcon, WarningIcon } from '../shared/icons.tsx';
import type { Preview, PreviewLine } from './booking-preview.ts';
import { DayStrip } from '../diary/DayStrip.tsx';

type BookingPreviewPanelProps = {
  readonly day: DayOfBookings;
  readonly preview: Preview;
  readonly lines: readonly PreviewLine[];
  readonly exceptId?: string | undefined;
  /** The ways out of a clash, when they do not stand elsewhere on the form. */
  readonly children?: ReactNode;
};

/** The chosen room's day, what stands in the way of the booking, and how to get round it. */
export function BookingPreviewPanel(props: BookingPreviewPanelProps) {
  const { day, preview } = props;
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
      <Box role="status" sx={{ display: 'grid', gap: 0.5, my: 1 }}>
        {props.lines.map((line) => (
          <Typography
            key={line.words}
            data-personal=""
            sx={(theme) => ({
              display: 'flex',
              gap: 1,
              alignItems: 'baseline',
              fontWeight: line.kind === 'note' ? 400 : 600,
              color: line.kind === 'problem' ? 'error.main' : theme.palette.text.primary,
              '& > svg': { flexShrink: 0, transform: 'translateY(0.15em)' },
            })}
          >
            {line.kind === 'note' ? <InfoIcon /> : <WarningIcon />}
            <span>{line.words}</span>
          </Typography>
        ))}
      </Box>
      {props.children}
    </Box>
  );
}

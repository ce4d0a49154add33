import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import type { CSSProperties } from 'react';
import type { DayOfBookings } from '#db/bookings/booking-views.contract';
import type { Span } from '#db/bookings/bookings.rules';
import type { Facility } from '#db/facilities/facilities.contract';
import { joinWords } from '#db/shared/plain-words';
import { formatMinute, formatSpan, hoursShown, layOutDay, minuteOn } from './day-layout.ts';

type DayStripProps = {
  readonly day: DayOfBookings;
  readonly facility: Facility;
  /** The time being typed, drawn in as soon as it can be read. */
  readonly wanted: Span | undefined;
  readonly hasClash: boolean;
  /** The booking being changed; the time being typed stands for it. */
  readonly exceptId?: string | undefined;
};

/** One room's day as a strip: what is taken, what is closed, and where the booking being typed would go. */
export function DayStrip({ day, facility, wanted, hasClash, exceptId }: DayStripProps) {
  const bookings = day.bookings.filter(
    (booking) => booking.facilityId === facility.id && booking.id !== exceptId,
  );
  const layout = layOutDay({ ...day, facilities: [facility], bookings });
  const column = layout.columns[0];
  const { from, until } = layout.shown;
  const place = (start: number, end: number): CSSProperties => ({
    insetInlineStart: `${(100 * (start - from)) / (until - from)}%`,
    width: `${(100 * (end - start)) / (until - from)}%`,
  });
  const taken = bookings.map(
    (booking) => `${formatSpan(booking.startsAt, booking.endsAt)} ${booking.bookerName}`,
  );
  const words = [
    taken.length === 0 ? `${facility.name} has no other booking` : `Taken: ${joinWords(taken)}`,
    ...(wanted === undefined
      ? []
      : [
          `your time ${formatSpan(wanted.from, wanted.until)} ${hasClash ? 'overlaps' : 'is free of other bookings'}`,
        ]),
  ].join('; ');

  return (
    <Box sx={stripStyles} data-personal="">
      <div className="strip" role="img" aria-label={`${words}.`}>
        {hoursShown(layout.shown).map((minute, at) => (
          <span key={minute} className="hour" style={place(minute, minute + 60)}>
            {at % 2 === 1 ? formatMinute(minute) : ''}
          </span>
        ))}
        {column?.bands.map((band) => (
          <span
            key={`${band.kind} ${band.from}`}
            className={`band ${band.kind}`}
            style={place(band.from, band.until)}
          />
        ))}
        {column?.blocks.map((block) => (
          <span key={block.booking.id} className="taken" style={place(block.from, block.until)}>
            {block.booking.bookerName}
          </span>
        ))}
        {wanted !== undefined && (
          <Wanted
            place={place(minuteOn(day.date, wanted.from), minuteOn(day.date, wanted.until))}
            isLate={minuteOn(day.date, wanted.from) - from > 0.6 * (until - from)}
            hasClash={hasClash}
          />
        )}
      </div>
    </Box>
  );
}

/** The booking being typed; its words stand beside the bar, which may be too short to hold them. */
function Wanted(props: {
  readonly place: CSSProperties;
  readonly isLate: boolean;
  readonly hasClash: boolean;
}) {
  return (
    <span className={props.hasClash ? 'wanted clash' : 'wanted'} style={props.place}>
      <span className={props.isLate ? 'words before' : 'words after'}>
        {props.hasClash ? 'Overlaps' : 'This booking'}
      </span>
    </span>
  );
}

const stripStyles = (theme: Theme) =>
  ({
    '& .strip': {
      position: 'relative',
      height: '6.25rem',
      overflow: 'hidden',
      border: `1px solid ${theme.trc.fieldLine}`,
      borderRadius: 1,
      backgroundColor: theme.palette.background.paper,
    },
    '& span': { position: 'absolute', overflow: 'hidden', whiteSpace: 'nowrap' },
    '& .hour': {
      top: 0,
      bottom: 0,
      overflow: 'visible',
      borderInlineStart: `1px solid ${theme.trc.line}`,
      paddingInlineStart: '0.25rem',
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
    },
    '& .band': { top: '1.375rem', bottom: 0 },
    '& .band.closed': {
      background: `repeating-linear-gradient(135deg, ${theme.trc.closed.ground} 0 6px, ${theme.trc.closed.stripe} 6px 8px)`,
    },
    '& .band.walk-in': {
      backgroundImage: `radial-gradient(${theme.trc.line} 1px, transparent 1.5px)`,
      backgroundSize: '0.75rem 0.75rem',
    },
    '& .taken, & .wanted': {
      height: '2.125rem',
      paddingInline: '0.375rem',
      fontSize: '0.9375rem',
      lineHeight: '2rem',
      borderRadius: '0.25rem',
      textOverflow: 'ellipsis',
    },
    '& .taken': {
      top: '1.5rem',
      color: theme.trc.booking.ink,
      backgroundColor: theme.trc.booking.ground,
      border: `1px solid ${theme.trc.booking.line}`,
    },
    '& .wanted': {
      top: '3.875rem',
      overflow: 'visible',
      backgroundColor: theme.palette.primary.main,
      border: `2px solid ${theme.palette.primary.main}`,
    },
    '& .words': { paddingInline: '0.375rem', fontWeight: 650, color: theme.palette.text.primary },
    '& .words.after': { insetInlineStart: '100%' },
    '& .words.before': { insetInlineEnd: '100%' },
    '& .wanted.clash .words': { color: theme.palette.error.main },
    '& .wanted.clash': {
      backgroundColor: theme.trc.status.bad.ground,
      borderColor: theme.trc.status.bad.line,
      borderStyle: 'dashed',
    },
  }) as const;

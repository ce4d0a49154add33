import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { BookingId, Squeeze } from '#db/bookings/bookings.contract';
import { formatMinutes } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { WarningIcon } from '../shared/icons.tsx';
import { useSqueezes } from '../check-in/check-in.queries.ts';

/** Set-up or clear-down time that this booking gave up for another, or gained from one. */
export function SqueezeNotes({ id }: { readonly id: BookingId }) {
  const squeezes = useSqueezes(id).data ?? [];
  if (squeezes.length === 0) return null;
  return (
    <Box component="ul" aria-label="Time given up" sx={{ listStyle: 'none', m: 0, mb: 2, p: 0 }}>
      {squeezes.map((squeeze) => (
        <Box
          component="li"
          key={squeeze.id}
          sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}
        >
          <WarningIcon sx={{ flexShrink: 0, transform: 'translateY(0.15em)' }} />
          <Typography>
            <Words id={id} squeeze={squeeze} />{' '}
            <span data-personal="">
              {squeeze.reason}
              {squeeze.by === '' ? '' : ` (${squeeze.by})`}
            </span>
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Words({ id, squeeze }: { readonly id: BookingId; readonly squeeze: Squeeze }) {
  const part = squeeze.part === 'setup' ? 'setting up' : 'clearing';
  const minutes = formatMinutes(squeeze.minutes);
  const isOwn = squeeze.fromBookingId === squeeze.forBookingId;
  if (isOwn) return `This booking does without ${minutes} for ${part}.`;
  const isGiver = squeeze.fromBookingId === id;
  const other = isGiver
    ? { id: squeeze.forBookingId, reference: squeeze.forReference }
    : { id: squeeze.fromBookingId, reference: squeeze.fromReference };
  return (
    <>
      {isGiver ? `Gave up ${minutes} for ${part} to ` : `Has ${minutes} for ${part} of `}
      <Link component={RouterLink} to={pathTo.booking(other.id)}>
        {other.reference}
      </Link>
      .
    </>
  );
}

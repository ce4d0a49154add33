import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { BookingHit } from '#db/calendar/calendar.contract';
import { dateOf, timeOf } from '#db/shared/local-date';
import { countOf, formatDate, formatTimeRange } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { CloseIcon } from '../shared/icons.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';

/** A year of weekly bookings would push everything else off the page. */
const SHOWN_AT_ONCE = 6;

/** Which bookings a closed day or a removed service hits; the program moves none of them by itself. */
export function BookingHits({ hits }: { readonly hits: readonly BookingHit[] }) {
  const [first, rest] = [hits.slice(0, SHOWN_AT_ONCE), hits.slice(SHOWN_AT_ONCE)];
  if (hits.length === 0) return <Typography role="status">It hits no booking.</Typography>;
  return (
    <Box>
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {hits.length === 1
          ? 'It hits 1 booking, which stays until you move or cancel it.'
          : `It hits ${countOf(hits.length, 'booking')}, which stay until you move or cancel them.`}
      </Typography>
      <HitList hits={first} />
      {rest.length > 0 && (
        <details>
          <Box component="summary" sx={{ cursor: 'pointer', paddingBlock: 0.5 }}>
            {`${rest.length} more`}
          </Box>
          <HitList hits={rest} />
        </details>
      )}
    </Box>
  );
}

function HitList({ hits }: { readonly hits: readonly BookingHit[] }) {
  return (
    <Box component="ul" data-personal="" sx={{ margin: 0, paddingInlineStart: 3 }}>
      {hits.map((hit) => (
        <li key={hit.bookingId}>
          <Link component={RouterLink} to={pathTo.booking(hit.bookingId)}>
            {hit.reference}
          </Link>
          {`, ${formatDate(dateOf(hit.startsAt))}, ${formatTimeRange(timeOf(hit.startsAt), timeOf(hit.endsAt))}, ${hit.facilityName}, ${hit.bookerName}`}
        </li>
      ))}
    </Box>
  );
}

type NoticeProps = {
  /** What was entered: 'Boiler works is entered.' */
  readonly title: string;
  readonly hits: readonly BookingHit[];
  readonly onClose: () => void;
};

/** The bookings to ring about, kept on the page after the dialog has closed. */
export function HitsNotice({ title, hits, onClose }: NoticeProps) {
  if (hits.length === 0) return null;
  return (
    <NoticeBox label={title}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h3">{title}</Typography>
        <Button
          size="small"
          startIcon={<CloseIcon />}
          onClick={onClose}
          sx={{ marginInlineStart: 'auto' }}
        >
          Close this list
        </Button>
      </Box>
      <BookingHits hits={hits} />
    </NoticeBox>
  );
}

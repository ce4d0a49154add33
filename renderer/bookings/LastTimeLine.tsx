import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type Booking, PURPOSE_WORDS } from '#db/bookings/bookings.contract';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatShortDate } from '#db/shared/plain-words';
import { wantedWords } from './booking-merge.ts';

type LastTimeLineProps = { readonly last: Booking; readonly onTake: () => void };

/** What the same group had last time, and one press to have it again. */
export function LastTimeLine({ last, onTake }: LastTimeLineProps) {
  const facts = [
    PURPOSE_WORDS[last.purpose],
    ...(last.expectedNumber === null ? [] : [countOf(last.expectedNumber, 'person', 'people')]),
    ...(last.layoutName === '' ? [] : [last.layoutName]),
    ...(last.needs === '' ? [] : [last.needs]),
    ...(last.thingsWanted.length === 0 ? [] : [wantedWords(last.thingsWanted)]),
  ];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      <Button variant="outlined" onClick={onTake}>
        Same as last time
      </Button>
      <Typography
        variant="body2"
        data-personal=""
        sx={{ flex: '1 1 14rem', color: 'text.secondary' }}
      >
        For {formatShortDate(dateOf(last.startsAt))}: {facts.join(', ')}
      </Typography>
    </Box>
  );
}

import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Checklist } from '#db/bookings/use/booking-use.contract';
import type { Booking } from '#db/bookings/bookings.contract';
import { FactList } from '../shared/FactList.tsx';
import { useCloseOut } from './check-in.queries.ts';

const CHECKLIST_WORDS: Readonly<Record<keyof Checklist, string>> = {
  tidy: 'Clean and tidy',
  crockery: 'Crockery washed and put away',
  equipment: 'All equipment there',
  nothingLeft: 'Nothing left behind',
};

/** How the room was left, once the booking is over. */
export function CloseOutFacts({ booking }: { readonly booking: Booking }) {
  const closeOut = useCloseOut(booking.id, booking.checkedOutAt !== null).data ?? null;
  if (closeOut === null || booking.checkedOutAt === null) return null;
  const { checklist, damage, notes } = closeOut;
  return (
    <Box component="section" aria-labelledby="close-out" sx={{ mt: 4 }}>
      <Typography variant="h2" id="close-out" sx={{ mb: 1 }}>
        How the room was left
      </Typography>
      <FactList
        facts={[
          ...Object.entries(CHECKLIST_WORDS).map(([line, label]) => ({
            label,
            value: answerWords(checklist[line as keyof Checklist]),
          })),
          ...(damage === '' ? [] : [{ label: 'Damage', value: damage }]),
          ...(notes === '' ? [] : [{ label: 'Notes', value: notes, isPersonal: true }]),
        ]}
      />
    </Box>
  );
}

function answerWords(answer: boolean | null): string {
  if (answer === null) return 'Not looked at';
  return answer ? 'Yes' : 'No';
}

import Box from '@mui/material/Box';
import { useSession } from './session-context.tsx';
import { ROOM } from './theme.ts';

/** Amber stripes and words across the top of the practice centre, so that nobody takes it for the real one. */
export function PracticeBar() {
  const { mode } = useSession();
  if (mode !== 'practice') return null;
  return (
    <Box
      component="aside"
      aria-label="Practice"
      sx={(theme) => ({
        display: 'flex',
        justifyContent: 'center',
        padding: '0.1875rem 1rem',
        color: theme.trc.practice.ink,
        borderBottom: `2px solid ${theme.trc.practice.line}`,
        backgroundColor: theme.trc.practice.ground,
        backgroundImage: `repeating-linear-gradient(-45deg, ${theme.trc.practice.ground} 0 1rem, ${theme.trc.practice.stripe} 1rem 2rem)`,
      })}
    >
      <Box
        component="p"
        sx={(theme) => ({
          margin: 0,
          paddingInline: 1.25,
          textAlign: 'center',
          borderRadius: 0.5,
          backgroundColor: theme.trc.practice.ground,
          color: theme.trc.practice.ink,
        })}
      >
        <Box component="strong" sx={{ letterSpacing: '0.12em' }}>
          PRACTICE
        </Box>{' '}
        <Box component="span" sx={{ display: 'none', [ROOM.barWords]: { display: 'inline' } }}>
          Made-up people and bookings. Try anything: nothing here is real.
        </Box>
        <Box component="span" sx={{ [ROOM.barWords]: { display: 'none' } }}>
          Nothing here is real.
        </Box>
      </Box>
    </Box>
  );
}

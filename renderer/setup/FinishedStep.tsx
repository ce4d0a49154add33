import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { keepFirstRunOnScreen } from './first-run-on-screen.ts';

/** What to do in the first days; each line names the place where it is done. */
const NEXT: readonly string[] = [
  'Add a second manager under Settings, Accounts: changes of accounts then need two people. (3 minutes)',
  'Enter your groups under Groups, or when the first one books. (a minute each)',
  'Enter what is paid for journeys, childcare and the rest under Settings, What can be claimed. Until then claims are taken, and priced later. (10 minutes)',
  'Enter meetings and events under Activities: who stands on the sheet of one can claim for it at once. (a minute each)',
  'Print the blank booking form from Rooms and keep a few at the desk. (1 minute)',
  'Set a PIN under your name at the top, to unlock the screen quickly. (1 minute)',
];

/** The end of the first run. */
export function FinishedStep() {
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <Typography>Your centre is set up. These things are worth doing soon:</Typography>
      <Box component="ul" sx={{ margin: 0, display: 'grid', gap: 1 }}>
        {NEXT.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </Box>
      <Box>
        <Button size="large" variant="contained" onClick={() => keepFirstRunOnScreen(false)}>
          Go to the desk
        </Button>
      </Box>
    </Box>
  );
}

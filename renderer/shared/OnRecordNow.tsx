import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type Fact, FactList } from './FactList.tsx';

/** What a colleague saved while the form was open, shown and read out before it is saved over. */
export function OnRecordNow({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Box role="status">
      <Typography sx={{ fontWeight: 600 }}>On record now</Typography>
      <FactList facts={facts} />
    </Box>
  );
}

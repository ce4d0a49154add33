import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Subject } from '#db/restrictions/restrictions.contract';
import { useRestrictions } from './restrictions.queries.ts';
import { RestrictionsTable } from './RestrictionsTable.tsx';

/** What was ever removed from one group or person; nothing at all where nothing was. */
export function Standing({ subject }: { readonly subject: Subject }) {
  const restrictions = useRestrictions({ subject, on: null });
  if (restrictions.data === undefined || restrictions.data.length === 0) return null;
  return (
    <Box component="section" aria-label="Services removed" sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        Services removed
      </Typography>
      <RestrictionsTable restrictions={restrictions.data} isOfOne />
    </Box>
  );
}

import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** What stands where there is nothing yet: one sentence what belongs here, and the button that starts it. */
export function EmptyState(props: { readonly words: string; readonly action?: ReactNode }) {
  return (
    <Box
      sx={(theme) => ({
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'flex-start',
        gap: 2,
        padding: 3,
        border: `2px dashed ${theme.trc.line}`,
        borderRadius: 2,
      })}
    >
      <Typography sx={{ maxWidth: '40rem' }}>{props.words}</Typography>
      {props.action}
    </Box>
  );
}

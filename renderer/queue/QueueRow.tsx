import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

type QueueRowProps = {
  readonly place?: ReactNode;
  readonly title: ReactNode;
  readonly marks?: ReactNode;
  readonly facts: readonly string[];
  readonly small: string;
  readonly actions: ReactNode;
};

/** One line of the list of who waits: who, what and when on the left, what can be done on the right or below. */
export function QueueRow(props: QueueRowProps) {
  return (
    <Box
      component="li"
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        alignItems: 'center',
        paddingBlock: 1.5,
        borderTop: `1px solid ${theme.trc.line}`,
      })}
    >
      {props.place}
      <Box sx={{ flex: '1 1 18rem', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', fontWeight: 620 }}
        >
          {props.title}
          {props.marks}
        </Box>
        <Box>{props.facts.join(' · ')}</Box>
        <Typography variant="body2" data-personal="" sx={{ color: 'text.secondary' }}>
          {props.small}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{props.actions}</Box>
    </Box>
  );
}

import { Box, Button, Typography } from '@mui/material';
import { ApiError } from '../app/api-client.ts';
import { WarningIcon } from './icons.tsx';

/** Where something could not be shown: what happened, in plain words, and a way to try again. */
export function ProblemPanel(props: {
  readonly error: unknown;
  readonly onTryAgain?: () => void;
  /** What could not be shown: 'This page'. */
  readonly what?: string;
}) {
  const { error } = props;
  return (
    <Box
      role="alert"
      sx={(theme) => ({
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'flex-start',
        gap: 1.5,
        padding: 2.5,
        border: `2px solid ${theme.trc.status.bad.line}`,
        borderRadius: 2,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Typography
        variant="h3"
        component="h2"
        sx={{ display: 'flex', gap: 1, alignItems: 'center' }}
      >
        <WarningIcon color="error" />
        {props.what ?? 'This part'} could not be shown
      </Typography>
      <Typography>
        {error instanceof ApiError
          ? error.message
          : 'Something in the program went wrong. Your records are not affected. Try again, or go to another page.'}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        For a problem report: <code>{codeOf(error)}</code>
      </Typography>
      {props.onTryAgain === undefined ? null : (
        <Button variant="contained" onClick={props.onTryAgain}>
          Try again
        </Button>
      )}
    </Box>
  );
}

/** A short mark of what went wrong, without personal data: an error's own text may hold names. */
function codeOf(error: unknown): string {
  if (error instanceof ApiError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

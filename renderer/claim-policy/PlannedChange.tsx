import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';

/** Shows in words what a new version changes, before it is entered for good. */
export function PlannedChange(props: {
  readonly what: string;
  readonly from: LocalDate;
  readonly changes: readonly string[];
  readonly onEnter: () => Promise<unknown>;
  readonly onClose: () => void;
}) {
  return (
    <ConfirmDialog
      isOpen
      title={`${props.what}: enter this from ${formatDateNoWeekday(props.from)}?`}
      confirmWords="Enter the policy"
      keepWords="Go on changing"
      onConfirm={props.onEnter}
      onClose={props.onClose}
    >
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, display: 'grid', gap: 0.5 }}>
        {props.changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </Box>
      <Typography>
        Days before keep what they had, and what was signed stays as it was signed.
      </Typography>
    </ConfirmDialog>
  );
}

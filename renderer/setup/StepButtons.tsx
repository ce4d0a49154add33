import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { LeftIcon } from '../shared/icons.tsx';

/** Last line of each step: the way on, and the way back. */
export function StepButtons(props: {
  readonly words: string;
  readonly isSending: boolean;
  readonly onBack: (() => void) | null;
}) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, marginTop: 1 }}>
      <Button type="submit" size="large" variant="contained" disabled={props.isSending}>
        {props.words}
      </Button>
      {props.onBack === null ? null : (
        <Button size="large" startIcon={<LeftIcon />} onClick={props.onBack}>
          Back
        </Button>
      )}
    </Box>
  );
}

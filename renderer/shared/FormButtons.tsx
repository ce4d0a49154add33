import Box from '@mui/material/Box';
import Button from '@mui/material/Button';

type Props = {
  /** Verb and thing: 'Add the closure'. */
  readonly saveWords: string;
  readonly closeWords: string;
  readonly isSending: boolean;
  /** Forgets what was typed: closing by the button throws it away, Escape only puts it aside. */
  readonly startAgain?: () => void;
  readonly onClose: () => void;
};

/** The two buttons at the end of a form: save, and close without saving. */
export function FormButtons(props: Props) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
      <Button type="submit" variant="contained" disabled={props.isSending}>
        {props.saveWords}
      </Button>
      <Button
        variant="outlined"
        onClick={() => {
          props.startAgain?.();
          props.onClose();
        }}
      >
        {props.closeWords}
      </Button>
    </Box>
  );
}

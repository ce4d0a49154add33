import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';

type SaveBarProps = {
  readonly saveWords: string;
  readonly closeWords: string;
  /** What stands in the way, beside the buttons, where the lines under the day may have scrolled off. */
  readonly inTheWay: string | undefined;
  readonly isSending: boolean;
  /** Outside a form; inside one the button sends it. */
  readonly onSave?: () => void;
  readonly onClose: () => void;
};

/** Where there is height for it, the buttons stay in reach while the form scrolls. */
const TALL_ENOUGH = '@media (min-width: 40rem) and (min-height: 36rem)';

/** The buttons at the end of the booking form. */
export function SaveBar(props: SaveBarProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1.5,
        paddingBlock: 1.5,
        backgroundColor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
        // The dialog keeps focused fields clear of it.
        [TALL_ENOUGH]: { position: 'sticky', bottom: '-1.25rem', zIndex: 1 },
      }}
    >
      {props.inTheWay !== undefined && (
        <Typography
          variant="body2"
          data-personal=""
          sx={{
            display: 'none',
            flexBasis: '100%',
            color: 'error.main',
            fontWeight: 600,
            [TALL_ENOUGH]: { display: 'block' },
          }}
        >
          {props.inTheWay}
        </Typography>
      )}
      <Button
        type={props.onSave === undefined ? 'submit' : 'button'}
        variant="contained"
        disabled={props.isSending}
        onClick={props.onSave}
      >
        {props.saveWords}
      </Button>
      <Button variant="outlined" onClick={props.onClose}>
        {props.closeWords}
      </Button>
    </Box>
  );
}

import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { createContext, memo, useContext } from 'react';
import { AddIcon, PrintIcon } from '../shared/icons.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';

/** Which days are shown, in words, for the title alone: the buttons beside it are not drawn again with every turn. */
export const ShownDays = createContext('');

type ScreenHeaderProps = {
  readonly canBook: boolean;
  readonly onBook: () => void;
  readonly onPaper: (paper: 'day-sheet' | 'blank-form') => void;
};

/** The head of the rooms screen: its days, the way to book, and its papers. */
export const ScreenHeader = memo(function ScreenHeader(props: ScreenHeaderProps) {
  return (
    <PageHeader
      title="Rooms"
      status={<DaysInWords />}
      actions={
        <>
          {props.canBook && (
            <Button variant="contained" startIcon={<AddIcon />} onClick={props.onBook}>
              Book a room
            </Button>
          )}
          <Button
            variant="outlined"
            startIcon={<PrintIcon />}
            onClick={() => props.onPaper('blank-form')}
          >
            Print a blank form
          </Button>
        </>
      }
      printAction={{ words: 'Print the day sheet', run: () => props.onPaper('day-sheet') }}
    />
  );
});

function DaysInWords() {
  return (
    <Typography variant="h2" component="p" aria-live="polite" sx={{ fontWeight: 500 }}>
      {useContext(ShownDays)}
    </Typography>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { SaveCopyIcon } from '../shared/icons.tsx';
import { PictureView } from './PictureView.tsx';
import { fileWords, saveFile, type ShownFile } from './shown-file.ts';

type Props = {
  readonly file: ShownFile;
  /** What it is of: 'Receipt 2, bus fare'. */
  readonly label: string;
};

/**
 * A receipt at readable size: a picture to zoom and turn, by keyboard or mouse. A PDF from outside is not shown in
 * our window, where whatever is in it would run as our own; it can be saved and looked at in its own program.
 */
export function ReceiptView({ file, label }: Props) {
  const { width, height } = file;
  return (
    <Box
      component="section"
      aria-label={label}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0 }}
    >
      {width === null || height === null ? (
        <Typography sx={{ maxWidth: '40rem' }}>
          {`${fileWords(file)}. It came from outside, so it is not opened in this window. Save a copy to look at it.`}
        </Typography>
      ) : (
        <PictureView key={file.hash} file={file} label={label} picture={{ width, height }} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Button variant="outlined" startIcon={<SaveCopyIcon />} onClick={() => saveFile(file)}>
          Save a copy
        </Button>
        {width === null ? null : (
          <Typography data-personal="">{`${file.name}. ${fileWords(file)}`}</Typography>
        )}
      </Box>
    </Box>
  );
}

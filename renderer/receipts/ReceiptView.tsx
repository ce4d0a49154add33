import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSession } from '../app/session-context.tsx';
import { SaveCopyIcon } from '../shared/icons.tsx';
import { PdfView } from './PdfView.tsx';
import { PictureView } from './PictureView.tsx';
import { fileWords, saveFile, type ShownFile } from './shown-file.ts';

type Props = {
  readonly file: ShownFile;
  /** What it is of: 'Receipt 2, bus fare'. */
  readonly label: string;
};

/**
 * A receipt at readable size: a picture to zoom and turn, by keyboard or mouse, or the pages of a PDF. It can be saved,
 * but not on a screen that is lent, where no window for files may open.
 */
export function ReceiptView({ file, label }: Props) {
  const { width, height, pages } = file;
  const isLent = useSession().handedOver !== null;
  return (
    <Box
      component="section"
      aria-label={label}
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0 }}
    >
      {width === null || height === null ? (
        <PdfView key={file.hash} file={file} label={label} pages={pages ?? 1} />
      ) : (
        <PictureView key={file.hash} file={file} label={label} picture={{ width, height }} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        {!isLent && (
          <Button variant="outlined" startIcon={<SaveCopyIcon />} onClick={() => saveFile(file)}>
            Save a copy
          </Button>
        )}
        <Typography data-personal="">{`${file.name}. ${fileWords(file)}`}</Typography>
      </Box>
    </Box>
  );
}

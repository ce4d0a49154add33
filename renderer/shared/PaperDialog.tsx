import type { Paper as DrawnPaper, PaperSize } from '#db/shared/paper';
import { countOf } from '#db/shared/plain-words';
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material';
import { useEffect, useId, useRef, useState } from 'react';
import { CloseIcon, PrintIcon, SaveCopyIcon } from './icons.tsx';
import { LoadingShape } from './LoadingShape.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';

type Props = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly load: (size: PaperSize) => Promise<DrawnPaper>;
  readonly onClose: () => void;
  /** The paper itself says in which print each part of it is: letters, labels. */
  readonly hasOneSize?: boolean;
};

type Loaded =
  | { readonly state: 'loading'; readonly of: string }
  | { readonly state: 'failed'; readonly of: string; readonly error: unknown }
  | {
      readonly state: 'ready';
      readonly of: string;
      readonly paper: DrawnPaper;
      readonly address: string;
    };

/** Shows a paper before it is printed, in ordinary or large print, and saves a copy of it. */
export function PaperDialog(props: Props) {
  const titleId = useId();
  const [size, setSize] = useState<PaperSize>('normal');
  const frame = useRef<HTMLIFrameElement>(null);
  const { loaded, tryAgain } = usePaper(props.isOpen, size, props.load);

  return (
    <Dialog
      open={props.isOpen}
      onClose={props.onClose}
      aria-labelledby={titleId}
      maxWidth="lg"
      fullWidth
    >
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minHeight: '60vh' }}>
        {props.hasOneSize !== true && (
          <RadioGroup
            row
            aria-label="Size of the print"
            value={size}
            onChange={(_, value) => setSize(value === 'large' ? 'large' : 'normal')}
          >
            <FormControlLabel value="normal" control={<Radio />} label="Ordinary print" />
            <FormControlLabel value="large" control={<Radio />} label="Large print (18 point)" />
          </RadioGroup>
        )}
        {loaded.state === 'loading' ? (
          <LoadingShape lines={8} words="Drawing the paper." />
        ) : loaded.state === 'failed' ? (
          <ProblemPanel error={loaded.error} what="The paper" onTryAgain={tryAgain} />
        ) : (
          <>
            <Typography role="status">
              {countOf(loaded.paper.pages, 'page')}.
              {loaded.paper.missingGlyphs.length > 0
                ? ` These letters could not be printed and show as a box: ${loaded.paper.missingGlyphs.join(' ')}`
                : ''}
            </Typography>
            <Box
              component="iframe"
              ref={frame}
              title={`Preview of ${loaded.paper.title}`}
              src={loaded.address}
              data-personal=""
              sx={{
                flexGrow: 1,
                width: '100%',
                minHeight: '50vh',
                border: '1px solid',
                borderColor: 'divider',
              }}
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button startIcon={<CloseIcon />} onClick={props.onClose}>
          Close the preview
        </Button>
        {loaded.state === 'ready' ? (
          <>
            <Button
              variant="outlined"
              startIcon={<SaveCopyIcon />}
              href={loaded.address}
              download={loaded.paper.fileName}
            >
              Save a copy
            </Button>
            <Button
              variant="contained"
              startIcon={<PrintIcon />}
              onClick={() => frame.current?.contentWindow?.print()}
            >
              Print
            </Button>
          </>
        ) : null}
      </DialogActions>
    </Dialog>
  );
}

function usePaper(isOpen: boolean, size: PaperSize, load: Props['load']) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading', of: '' });
  const [attempt, setAttempt] = useState(0);
  const latestLoad = useRef(load);
  useEffect(() => {
    latestLoad.current = load;
  });
  const wanted = `${size} ${attempt}`;

  useEffect(() => {
    if (!isOpen) return;
    let address: string | null = null;
    let isGone = false;
    latestLoad.current(size).then(
      (paper) => {
        if (isGone) return;
        address = URL.createObjectURL(pdfOf(paper));
        setLoaded({ state: 'ready', of: wanted, paper, address });
      },
      (error: unknown) => {
        if (!isGone) setLoaded({ state: 'failed', of: wanted, error });
      },
    );
    return () => {
      isGone = true;
      if (address !== null) URL.revokeObjectURL(address);
      // The address is gone with the blob, so the same paper must be drawn anew next time.
      setLoaded({ state: 'loading', of: '' });
    };
  }, [isOpen, size, wanted]);

  const current: Loaded = loaded.of === wanted ? loaded : { state: 'loading', of: wanted };
  return { loaded: current, tryAgain: () => setAttempt((tries) => tries + 1) };
}

function pdfOf(paper: DrawnPaper): Blob {
  const bytes = Uint8Array.from(atob(paper.base64), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'application/pdf' });
}

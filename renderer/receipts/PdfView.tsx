import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSession } from '../app/session-context.tsx';
import { type ShownFile, useAddressIn } from './shown-file.ts';

type Props = {
  readonly file: ShownFile;
  readonly label: string;
  readonly pages: number;
};

/**
 * The pages of a PDF that was taken in, in the viewer that shows the program's own papers. On a screen that is lent
 * they are to look at only, one at a time: the viewer's own buttons, keys and links lead away from the claim.
 */
export function PdfView({ file, label, pages }: Props) {
  const isLent = useSession().handedOver !== null;
  // A browser that shows no PDFs would offer the file to be saved as soon as the page opens.
  if (!navigator.pdfViewerEnabled)
    return (
      <Typography sx={{ maxWidth: '40rem' }}>
        {isLent
          ? 'This browser shows no PDFs here. Ask staff to show it to you.'
          : 'This browser shows no PDFs here. Save a copy to look at it.'}
      </Typography>
    );
  return isLent ? (
    <OnePage file={file} label={label} pages={pages} />
  ) : (
    <PdfFrame file={file} label={label} part="navpanes=0&view=FitH" />
  );
}

function OnePage({ file, label, pages }: Props) {
  const [page, setPage] = useState(1);
  const turn = (by: number): void => setPage((now) => Math.min(pages, Math.max(1, now + by)));
  return (
    <>
      <PdfFrame
        // The viewer reads the page it is to show only while it opens.
        key={page}
        file={file}
        label={label}
        part={`toolbar=0&navpanes=0&view=Fit&page=${page}`}
        isToLookAtOnly
      />
      {pages > 1 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Button
            size="small"
            variant="outlined"
            aria-disabled={page === 1}
            onClick={() => turn(-1)}
          >
            Page before
          </Button>
          <Button
            size="small"
            variant="outlined"
            aria-disabled={page === pages}
            onClick={() => turn(1)}
          >
            Next page
          </Button>
          <Typography role="status">{`Page ${page} of ${pages}`}</Typography>
        </Box>
      )}
    </>
  );
}

function PdfFrame(props: {
  readonly file: ShownFile;
  readonly label: string;
  /** What the viewer shows of it, as PDF's open parameters. */
  readonly part: string;
  readonly isToLookAtOnly?: boolean;
}) {
  return (
    <Box
      component="iframe"
      ref={useAddressIn<HTMLIFrameElement>(props.file, props.part)}
      title={`Preview of ${props.label}`}
      inert={props.isToLookAtOnly === true}
      data-personal=""
      sx={(theme) => ({
        width: '100%',
        height: '65vh',
        minHeight: '18rem',
        border: `1px solid ${theme.trc.line}`,
        borderRadius: 1.5,
        backgroundColor: theme.trc.sunk,
      })}
    />
  );
}

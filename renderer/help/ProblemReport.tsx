import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useMemo } from 'react';
import { useSession } from '../app/session-context.tsx';
import { SaveCopyIcon } from '../shared/icons.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useMakeProblemReport } from './help.queries.ts';

/** A report for whoever looks after the program: shown whole first, then saved and handed over by hand. */
export function ProblemReport() {
  const { signedIn } = useSession();
  const make = useMakeProblemReport();
  const textId = useId();
  const report = make.data;
  const address = useMemo(
    () =>
      report === undefined
        ? undefined
        : URL.createObjectURL(new Blob([report.text], { type: 'text/plain;charset=utf-8' })),
    [report],
  );
  useEffect(
    () => () => (address === undefined ? undefined : URL.revokeObjectURL(address)),
    [address],
  );

  if (signedIn === null) return null;
  return (
    <Box>
      <Typography variant="h3">Something does not work</Typography>
      <Typography>
        Make a problem report for whoever looks after the program. It holds no names, bookings or
        notes, and nothing is sent: you read it, save it and hand it over.
      </Typography>
      {make.error === null ? null : (
        <ProblemPanel error={make.error} what="The report" onTryAgain={() => make.mutate()} />
      )}
      {report === undefined ? (
        <Button variant="outlined" disabled={make.isPending} onClick={() => make.mutate()}>
          Make a problem report
        </Button>
      ) : (
        <>
          <Typography
            component="label"
            htmlFor={textId}
            sx={{ fontWeight: 550, display: 'block', marginTop: 1 }}
          >
            What the report says
          </Typography>
          <Box
            component="textarea"
            id={textId}
            readOnly
            value={report.text}
            rows={10}
            sx={{
              width: '100%',
              font: 'inherit',
              fontSize: '0.875rem',
              color: 'inherit',
              backgroundColor: 'transparent',
            }}
          />
          <Button
            variant="contained"
            startIcon={<SaveCopyIcon />}
            href={address ?? ''}
            download={report.fileName}
          >
            Save the report
          </Button>
        </>
      )}
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCan } from '../app/session-context.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useRecord } from './audit.queries.ts';
import { CheckRecord } from './CheckRecord.tsx';
import { RecordTable } from './RecordTable.tsx';

/** Who did what and when, and the button that checks that the record is whole. */
export function RecordScreen() {
  const record = useRecord();
  const mayCheck = useCan(['manager', 'auditor']);
  const lines = record.data?.pages.flat() ?? [];
  return (
    <>
      <PageHeader title="The record" actions={<BackToSettings />} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
        {mayCheck ? (
          <CheckRecord />
        ) : (
          <Typography>What you did yourself. Managers and the auditor see everything.</Typography>
        )}
        {record.data === undefined ? (
          record.error === null ? (
            <LoadingShape lines={8} />
          ) : (
            <ProblemPanel error={record.error} onTryAgain={() => void record.refetch()} />
          )
        ) : lines.length === 0 ? (
          <EmptyState words="Nothing is on record yet. Every booking and every change will stand here." />
        ) : (
          <RecordTable lines={lines} />
        )}
        {record.hasNextPage ? (
          <Box>
            <Button
              variant="outlined"
              disabled={record.isFetchingNextPage}
              onClick={() => void record.fetchNextPage()}
            >
              Show earlier lines
            </Button>
          </Box>
        ) : null}
      </Box>
    </>
  );
}

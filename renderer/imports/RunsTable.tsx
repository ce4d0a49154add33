import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ImportRun } from '#db/imports/imports.contract';
import { localDateTimeOf } from '#db/shared/local-date';
import { formatDateTime } from '#db/shared/plain-words';
import { useToast } from '../app/toasts.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { ProgressDialog } from '../shared/ProgressDialog.tsx';
import { useLongAct } from '../shared/use-long-act.ts';
import { countThings } from './plan-rows.ts';
import { useImportRuns, useUndoImport } from './imports.queries.ts';

const TAKING_BACK = {
  title: 'Taking the import back',
  stopWords: 'Stop taking it back',
  stoppedWords: 'Stopped. The import stays as it was.',
} as const;

/** Every import that was made, and the way to take one back as a whole. */
export function RunsTable({ onUndone }: { readonly onUndone: () => void }) {
  const runs = useImportRuns();
  const undo = useUndoImport();
  const long = useLongAct();
  const { say } = useToast();
  const [asking, setAsking] = useState<ImportRun | null>(null);
  if (runs.data === undefined || runs.data.length === 0) return null;
  return (
    <Box component="section" aria-label="Imports made" sx={{ mt: 4 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        Imports made
      </Typography>
      <DataTable
        label="Imports made"
        rows={runs.data}
        keyOf={(run) => run.id}
        minWidth="40rem"
        columns={[
          { heading: 'Reference', cell: (run) => run.reference },
          { heading: 'File', cell: (run) => run.fileName },
          {
            heading: 'When, by whom',
            cell: (run) => `${formatDateTime(localDateTimeOf(run.madeAt))}, ${run.madeBy}`,
          },
          { heading: 'Added', isFigure: true, cell: (run) => run.added },
          {
            heading: 'Taken back',
            cell: (run) =>
              run.undoneAt === null ? (
                <Button
                  size="small"
                  aria-label={`Take back ${run.reference}`}
                  onClick={() => setAsking(run)}
                >
                  Take it back
                </Button>
              ) : (
                <>
                  {formatDateTime(localDateTimeOf(run.undoneAt))}
                  {run.keptRows.length > 0 && (
                    <Box component="ul" data-personal="" sx={{ m: 0, paddingInlineStart: 2.5 }}>
                      {run.keptRows.map((row) => (
                        <li key={row}>{row}</li>
                      ))}
                    </Box>
                  )}
                </>
              ),
          },
        ]}
      />
      {/* Before the question: both close at once, and the one below gives the focus back to where it was. */}
      <ProgressDialog act={long.act} onStop={long.stop} />
      <ConfirmDialog
        isOpen={asking !== null}
        title={`Take back ${asking?.reference ?? ''}?`}
        confirmWords="Take the import back"
        keepWords="Keep the import"
        isDanger
        onConfirm={async () => {
          if (asking === null) return;
          const run = await long.run(TAKING_BACK, (act) =>
            undo.mutateAsync({ id: asking.id, act }),
          );
          if (run === undefined) return;
          onUndone();
          say({
            words:
              run.keptRows.length === 0
                ? `${run.reference} is taken back.`
                : `${run.reference} is taken back. What stays on record stands in the list.`,
          });
        }}
        onClose={() => setAsking(null)}
      >
        <Typography>
          {asking === null
            ? ''
            : `Its ${countThings(asking.added, asking.kind)} will be ${asking.kind.startsWith('diary') ? 'cancelled' : 'taken off the record'}. Whatever somebody has changed or uses since stays, and is listed.`}
        </Typography>
      </ConfirmDialog>
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ErasureLine, ErasurePreview } from '#db/holdings/erasures.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useEraseRecord, useStanding, useUndoErasure } from './records.queries.ts';

/** What an erasure would do, field by field, and the one button that begins it. */
export function ErasePart({ preview }: { readonly preview: ErasurePreview }) {
  const { kind, recordId: id, lines, open, holds } = preview;
  const standing = useStanding({ kind, id });
  const erase = useEraseRecord();
  const undo = useUndoErasure();
  const navigate = useNavigate();
  const { say } = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const waiting = standing.data?.erasure?.state === 'waiting';
  const mayErase = open.length === 0 && holds.length === 0 && !waiting;
  return (
    <Card
      component="section"
      title="Erase"
      actions={
        mayErase && (
          <Button variant="contained" color="error" onClick={() => setIsAsking(true)}>
            {kind === 'person' ? 'Erase the person' : 'Erase the contacts'}
          </Button>
        )
      }
    >
      <Typography sx={{ my: 1 }}>
        {waiting
          ? 'It is being erased; a manager can take that back under Records past their time.'
          : `Nothing is written by looking. Once confirmed it is hidden at once and erased on ${formatDateNoWeekday(preview.dueOn)}; until the day before it can be taken back.`}
      </Typography>
      {open.length > 0 && (
        <NoticeBox label="First settle this">
          <Typography sx={{ fontWeight: 620 }}>First settle this</Typography>
          <Box component="ul" sx={{ margin: 0 }}>
            {open.map(({ words, count }) => (
              <li key={words}>{count === 1 ? words : `${words} (${count})`}</li>
            ))}
          </Box>
        </NoticeBox>
      )}
      <ErasureTable lines={lines} />
      {isAsking && (
        <ReasonDialog
          title={
            kind === 'person' ? `Erase ${preview.name}?` : `Erase the contacts of ${preview.name}?`
          }
          words={`It is hidden now and erased on ${formatDateNoWeekday(preview.dueOn)}. What must be kept, as shown, stays until its day.`}
          reasonLabel="Why?"
          saveWords={kind === 'person' ? 'Erase the person' : 'Erase the contacts'}
          closeWords="Keep everything"
          onSave={async ({ reason }) => {
            const erasure = await erase.mutateAsync({
              kind,
              id,
              version: preview.version,
              reason,
            });
            say({
              words: `Hidden, and erased on ${formatDateNoWeekday(erasure.dueOn)}.`,
              undo: { label: 'Undo', run: () => undo.mutateAsync({ id: erasure.id }) },
            });
            await navigate(pathTo.pastRecords());
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Card>
  );
}

/** 'Kept until 2 March 2033: a decision can be …', or what else becomes of it. */
function outcomeWords({ outcome, because, until, goesOn }: ErasureLine): string {
  if (outcome === 'erased') return 'Erased';
  if (outcome === 'unnamed') return 'Stays, is counted and names nobody';
  const day =
    until !== null
      ? `Kept until ${formatDateNoWeekday(until)}`
      : goesOn
        ? 'Kept as long as it goes on'
        : 'Kept';
  return `${day}, because ${because}`;
}

function ErasureTable({ lines }: { readonly lines: readonly ErasureLine[] }) {
  return (
    <DataTable
      label="What an erasure does"
      rows={lines}
      keyOf={(line) => `${line.words} ${outcomeWords(line)}`}
      minWidth="34rem"
      columns={[
        { heading: 'What', cell: ({ words }) => words, width: '16rem' },
        {
          heading: 'How many',
          cell: ({ count }) => (count === 0 ? '' : count),
          isFigure: true,
          width: '7rem',
        },
        { heading: 'What becomes of it', cell: outcomeWords },
      ]}
    />
  );
}

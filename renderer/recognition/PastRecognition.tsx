import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { STATE_WORDS } from '#db/groups/register-words.rules';
import type { Recognition } from '#db/recognition/recognition.contract';
import { DECISION_WORDS, gapWords } from '#db/recognition/recognition-words.rules';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { DataTable } from '../shared/DataTable.tsx';
import type { ShownPaper } from '../shared/PaperMenu.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { recognitionPaper } from './recognition.queries.ts';

/** Every period with its first and last day, the gaps between them, and each decision with its letter. */
export function PastRecognition(props: {
  readonly recognition: Recognition;
  readonly onPrint: (paper: ShownPaper) => void;
}) {
  const { periods, gaps, decisions } = props.recognition;
  if (decisions.length === 0) return null;
  return (
    <Box component="section" aria-label="Recognition so far" sx={{ mt: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        So far
      </Typography>
      {gaps.map((gap) => (
        <Box key={gap.from} sx={{ mb: 1 }}>
          <StatusWord tone="warning" words={`Not recognised ${gapWords(gap)}`} />
        </Box>
      ))}
      {periods.length > 0 && (
        <DataTable
          label="Periods of recognition"
          rows={periods}
          keyOf={(one) => one.id}
          columns={[
            { heading: 'State', cell: (one) => STATE_WORDS[one.state] },
            { heading: 'First day', cell: (one) => formatDateNoWeekday(one.from) },
            {
              heading: 'Last day',
              cell: (one) => (one.until === null ? '' : formatDateNoWeekday(one.until)),
            },
            { heading: 'Why', cell: (one) => one.reason, isPersonal: true },
          ]}
        />
      )}
      <Typography variant="h3" sx={{ mt: 2, mb: 1 }}>
        Decisions
      </Typography>
      <DataTable
        label="Decisions on recognition"
        rows={decisions}
        keyOf={(one) => one.id}
        minWidth="36rem"
        columns={[
          { heading: 'Decision', cell: (one) => one.reference },
          {
            heading: 'What',
            cell: (one) => (
              <>
                {DECISION_WORDS[one.kind]}
                {one.isTakenBack && <StatusWord tone="quiet" words="Taken back" />}
              </>
            ),
          },
          { heading: 'From', cell: (one) => formatDateNoWeekday(one.from) },
          { heading: 'Decided by', cell: (one) => one.decidedBy, isPersonal: true },
          {
            heading: 'Letter',
            cell: (one) => (
              <Button
                size="small"
                aria-label={`Print the letter ${one.reference}`}
                onClick={() =>
                  props.onPrint({
                    title: `Letter ${one.reference}`,
                    load: recognitionPaper.decision(one.id),
                  })
                }
              >
                Print
              </Button>
            ),
          },
        ]}
      />
    </Box>
  );
}

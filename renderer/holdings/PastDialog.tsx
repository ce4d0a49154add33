import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { RetentionLine } from '#db/holdings/retention.contract';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { ApiError } from '../app/api-client.ts';
import { useToast } from '../app/toasts.tsx';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useConfirmPast } from './records.queries.ts';

/** What is past its time of one kind: all of it is confirmed, or what was chosen. */
export function PastDialog({
  line,
  onClose,
}: {
  readonly line: RetentionLine;
  readonly onClose: () => void;
}) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState('');
  const confirm = useConfirmPast();
  const { say } = useToast();
  const chosen = line.items.map(({ id }) => id).filter((id) => !left.includes(id));
  const count = left.length === 0 ? line.total : chosen.length;
  const toggle = (id: string): void =>
    setLeft((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before, id],
    );
  async function save(): Promise<void> {
    try {
      const { confirmed, dueOn } = await confirm.mutateAsync({
        recordType: line.recordType,
        ids: left.length === 0 ? null : chosen,
        total: line.total,
      });
      say({
        words: `${countOf(confirmed, 'record')} confirmed, until ${formatDateNoWeekday(dueOn)} it can be taken back.`,
      });
      onClose();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
    }
  }
  return (
    <FormDialog title={`Past their time: ${line.words}`} onClose={onClose}>
      <ErrorSummary errors={problem === '' ? [] : [{ field: null, message: problem }]} />
      <Typography sx={{ mb: 1 }}>
        What follows: {line.atEnd}. It is done 30 days after you confirm it.
      </Typography>
      {line.items.map(({ id, words, keptUntil }) => (
        <Box key={id}>
          <FormControlLabel
            label={
              <span>
                <span data-personal="">{words}</span>, kept until {formatDateNoWeekday(keptUntil)}
              </span>
            }
            control={<Checkbox checked={!left.includes(id)} onChange={() => toggle(id)} />}
          />
        </Box>
      ))}
      {line.total > line.items.length && (
        <Typography sx={{ my: 1 }}>
          And {line.total - line.items.length} more. With nothing unticked, all of them are
          confirmed; otherwise only those ticked here.
        </Typography>
      )}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1.5,
          mt: 1,
          // A long list must not hide what it is for.
          position: 'sticky',
          bottom: '-1.5rem',
          marginBottom: '-1.5rem',
          paddingBlock: '0.5rem 1.5rem',
          backgroundColor: 'background.paper',
        }}
      >
        <Button
          variant="contained"
          color="error"
          disabled={confirm.isPending || count === 0}
          onClick={() => void save()}
        >
          Confirm {countOf(count, 'record')}
        </Button>
        <Button variant="outlined" onClick={onClose}>
          Keep them for now
        </Button>
      </Box>
    </FormDialog>
  );
}

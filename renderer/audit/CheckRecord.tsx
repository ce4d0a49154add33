import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useCheckRecord } from './audit.queries.ts';

/** The button that checks the whole record, and what came of it in words. */
export function CheckRecord() {
  const check = useCheckRecord();
  return (
    <Box
      sx={(theme) => ({
        display: 'grid',
        gap: 1.5,
        padding: 2,
        borderRadius: 1.5,
        border: `1px solid ${theme.trc.line}`,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Typography>
        Each line is sealed to the one before it. Checking shows whether a line was changed or taken
        out since.
      </Typography>
      <Box>
        <Button variant="contained" disabled={check.isPending} onClick={() => check.mutate()}>
          Check the record
        </Button>
      </Box>
      <Box role="status">
        {check.isPending ? 'Checking every line.' : null}
        {check.data === undefined ? null : (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
            <StatusWord
              tone={check.data.isWhole ? 'good' : 'bad'}
              words={check.data.isWhole ? 'Whole' : 'Not whole'}
            />
            <span>{check.data.words}</span>
            <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
              Last line {check.data.headSeq}, seal {check.data.headHash.slice(0, 16)}
            </Typography>
          </Box>
        )}
      </Box>
      {check.error === null ? null : (
        <ProblemPanel error={check.error} what="The check" onTryAgain={() => check.mutate()} />
      )}
    </Box>
  );
}

import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AuditLine } from '#db/audit/audit.contract';
import { dateOf, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatShortDate, formatTime } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { type RecordKind, useHistoryOf } from './bookings.queries.ts';
import { actionWords, changeWords, saysSomething } from './history-words.ts';

type WhatHappenedProps = {
  readonly objectType: RecordKind;
  readonly objectId: string;
};

/** Everything that was done to one record, newest first: who, when, what changed and why. */
export function WhatHappened({ objectType, objectId }: WhatHappenedProps) {
  const history = useHistoryOf(objectType, objectId);
  return (
    <Box component="section" sx={{ mt: 4 }} aria-labelledby="what-happened">
      <Typography variant="h2" id="what-happened" sx={{ mb: 1 }}>
        What happened
      </Typography>
      {history.isError ? (
        <ProblemPanel
          error={history.error}
          what="What happened"
          onTryAgain={() => void history.refetch()}
        />
      ) : history.data === undefined ? (
        <LoadingShape lines={3} />
      ) : history.data.length === 0 ? (
        <Typography>Nothing is on record yet.</Typography>
      ) : (
        <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {history.data
            .toSorted((a, b) => b.seq - a.seq)
            .map((line) => (
              <Line key={line.seq} line={line} />
            ))}
        </Box>
      )}
    </Box>
  );
}

function Line({ line }: { readonly line: AuditLine }) {
  const at = localDateTimeOf(line.at);
  const today = useToday();
  const changes = line.changes.filter(saysSomething);
  return (
    <Box
      component="li"
      sx={(theme) => ({
        borderInlineStart: `3px solid ${theme.trc.line}`,
        ps: 2,
        pb: 2,
        paddingInlineStart: 2,
      })}
    >
      <Typography>
        <strong>{actionWords(line.action)}</strong>
        {line.who === '' ? '' : ` by ${line.who}`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {formatShortDate(dateOf(at))} {dateOf(at).slice(0, 4)}, {formatTime(timeOf(at))}
        {line.clockJumped ? ' (the computer’s clock had been changed)' : ''}
      </Typography>
      {line.reason !== '' && <Typography data-personal="">Reason: {line.reason}</Typography>}
      {changes.length > 0 && (
        <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5 }} data-personal="">
          {changes.map((change) => (
            <li key={change.field}>{changeWords(change, today)}</li>
          ))}
        </Box>
      )}
    </Box>
  );
}

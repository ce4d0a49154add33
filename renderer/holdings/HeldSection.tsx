import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { DESK_ROLES, MANAGER_ONLY } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { countsWords } from './merge-words.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { type OneRecord, useAskForCopy, useStanding } from './records.queries.ts';

/** On the page of a person or group: what is held, in numbers, and the ways to copy, erase or hold it. */
export function HeldSection(of: OneRecord) {
  const maySee = useCan(DESK_ROLES);
  const isManager = useCan(MANAGER_ONLY);
  const standing = useStanding(of, maySee);
  const ask = useAskForCopy();
  const { say } = useToast();
  const [isAsking, setIsAsking] = useState(false);
  if (!maySee) return null;
  const held = standing.data?.held ?? [];
  const erasure = standing.data?.erasure;
  return (
    <Box component="section" aria-label="What is held" sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        What is held
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}>
        {(standing.data?.holds.length ?? 0) > 0 && <StatusWord tone="warning" words="On hold" />}
        {erasure?.state === 'waiting' && (
          <StatusWord
            tone="warning"
            words={`Being erased, on ${formatDateNoWeekday(erasure.dueOn)}`}
          />
        )}
        {erasure?.state === 'erased' && (
          <StatusWord tone="quiet" words="Erased, but for what must be kept" />
        )}
      </Box>
      <Typography sx={{ mb: 1 }}>
        {held.length === 0 ? 'Nothing but the record itself.' : countsWords(held)}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        {isManager && (
          <Button
            variant="outlined"
            component={RouterLink}
            to={of.kind === 'person' ? pathTo.personHeld(of.id) : pathTo.groupHeld(of.id)}
          >
            Copy, erase or hold
          </Button>
        )}
        <Button variant="outlined" onClick={() => setIsAsking(true)}>
          Note that they ask for a copy
        </Button>
      </Box>
      {isAsking && (
        <ReasonDialog
          title="They ask for a copy of everything held"
          words="The answer is due within one month of the day on which they asked. A manager makes the copy."
          dayLabel="On which day did they ask?"
          reasonLabel="How did they ask?"
          mayBeEmpty
          saveWords="Note the request"
          closeWords="Close without noting it"
          onSave={async ({ on, reason }) => {
            const request = await ask.mutateAsync({ ...of, askedOn: on, how: reason });
            say({ words: `Noted. The answer is due on ${formatDateNoWeekday(request.dueOn)}.` });
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Box>
  );
}

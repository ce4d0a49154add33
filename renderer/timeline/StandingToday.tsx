import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Party } from '#db/people/party.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { Allowed, Due } from '#db/timeline/timeline.contract';
import { STATE_WORDS } from '#db/timeline/timeline.rules';
import { Card } from '../shared/Card.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';
import { useStandingToday } from './timeline.queries.ts';

const TONES: Readonly<Record<Allowed['state'], Tone>> = {
  yes: 'good',
  warns: 'warning',
  no: 'bad',
};

/** What is due of a group or person, and what is allowed today and why not: the first thing a page says. */
export function StandingToday({ of }: { readonly of: Party }) {
  const today = useStandingToday(of);
  if (today.isError)
    return (
      <ProblemPanel
        error={today.error}
        what="What is due and allowed"
        onTryAgain={() => void today.refetch()}
      />
    );
  if (today.data === undefined) return <LoadingShape lines={3} />;
  const { due, allowed } = today.data;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        mt: 2,
        alignItems: 'start',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
      }}
    >
      <Card component="section" title="What is due">
        {due.length === 0 ? (
          <Typography>Nothing is due.</Typography>
        ) : (
          <Lines>
            {due.map((one) => (
              <DueLine key={`${one.words} ${one.on ?? ''}`} due={one} />
            ))}
          </Lines>
        )}
      </Card>
      <Card component="section" title="What is allowed today">
        {allowed.length === 0 ? (
          <Typography>No rule says anything.</Typography>
        ) : (
          <Lines>
            {allowed.map((one) => (
              <AllowedLine key={`${one.what} ${one.why}`} allowed={one} />
            ))}
          </Lines>
        )}
      </Card>
    </Box>
  );
}

function Lines({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', padding: 0, margin: 0, marginTop: 1, display: 'grid', gap: 1 }}
    >
      {children}
    </Box>
  );
}

const lineStyle = { display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center' };

function DueLine({ due }: { readonly due: Due }) {
  return (
    <Box component="li" sx={lineStyle}>
      {due.words}
      {due.on !== null && (
        <StatusWord
          tone={due.isOverdue ? 'bad' : 'info'}
          words={`${due.isOverdue ? 'Was due on' : 'By'} ${formatDateNoWeekday(due.on)}`}
        />
      )}
    </Box>
  );
}

function AllowedLine({ allowed }: { readonly allowed: Allowed }) {
  const { what, state, why, detail } = allowed;
  return (
    <Box component="li" sx={lineStyle}>
      <Box component="span" sx={{ fontWeight: 620 }}>
        {what}
      </Box>
      <StatusWord tone={TONES[state]} words={STATE_WORDS[state]} />
      {why !== '' && <Box sx={{ flexBasis: '100%' }}>{why}</Box>}
      {detail !== '' && (
        <Box sx={{ flexBasis: '100%' }} data-personal="">
          {detail}
        </Box>
      )}
    </Box>
  );
}

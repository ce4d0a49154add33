import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Group } from '#db/groups/groups.contract';
import { STATE_WORDS } from '#db/groups/register-words.rules';
import type { Recognition } from '#db/recognition/recognition.contract';
import { DESK_ROLES, MANAGER_ONLY } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import type { ShownPaper } from '../shared/PaperMenu.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';
import { DecideForm } from './DecideForm.tsx';
import { GoOnForm } from './GoOnForm.tsx';
import { Papers } from './Papers.tsx';
import { PastRecognition } from './PastRecognition.tsx';
import { useRecognition, useStartReturn, useUndoDecision } from './recognition.queries.ts';
import { ReturnTasks } from './ReturnTasks.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { WhatStops } from './WhatStops.tsx';
import { WithdrawForm } from './WithdrawForm.tsx';

const TONES: Readonly<Record<Recognition['state'], Tone>> = {
  recognised: 'good',
  applied: 'info',
  lapsed: 'bad',
  withdrawn: 'bad',
  none: 'quiet',
};

/** Whether the council recognises a group: since when, what is still to come, what a lapse stops, and its past. */
export function RecognitionSection({ group }: { readonly group: Group }) {
  const recognition = useRecognition(group.id);
  if (recognition.data !== undefined) return <Shown group={group} recognition={recognition.data} />;
  return recognition.isError ? (
    <ProblemPanel
      error={recognition.error}
      what="The recognition of the group"
      onTryAgain={() => void recognition.refetch()}
    />
  ) : (
    <LoadingShape lines={3} />
  );
}

type ShownProps = { readonly group: Group; readonly recognition: Recognition };

function Shown({ group, recognition }: ShownProps) {
  const [paper, setPaper] = useState<ShownPaper | null>(null);
  const { state, since, isNeeded, openReturn } = recognition;
  // Money and support may be withdrawn from any kind of group; the rest is for those that need recognition.
  if (!isNeeded && recognition.decisions.length === 0) return null;
  return (
    <Box sx={{ mt: 3 }}>
      <Card
        component="section"
        title="Recognition"
        isWide
        marks={
          <StatusWord
            tone={TONES[state]}
            words={state === 'none' ? 'Not recognised' : STATE_WORDS[state]}
          />
        }
        actions={<Papers group={group} recognition={recognition} />}
      >
        <Typography sx={{ mt: 1 }}>{sinceWords(recognition)}</Typography>
        {(state === 'lapsed' || state === 'withdrawn') && since !== null && (
          <WhatStops recognition={recognition} />
        )}
        <Acts group={group} recognition={recognition} />
        {openReturn !== null && <ReturnTasks groupName={group.name} open={openReturn} />}
        <PastRecognition recognition={recognition} onPrint={setPaper} />
      </Card>
      {paper !== null && (
        <PaperDialog isOpen title={paper.title} load={paper.load} onClose={() => setPaper(null)} />
      )}
    </Box>
  );
}

function sinceWords({ state, since, nextDueOn }: Recognition): string {
  const next =
    nextDueOn === null ? '' : ` The next return is due by ${formatDateNoWeekday(nextDueOn)}.`;
  if (since === null) return 'Nobody has asked for recognition, or it is not entered yet.';
  const from = formatDateNoWeekday(since);
  switch (state) {
    case 'recognised':
      return `Recognised since ${from}.${next}`;
    case 'applied':
      return `Applied on ${from}. A manager decides.`;
    case 'lapsed':
      return `Not recognised since ${from}. Papers count from the day they come.`;
    case 'withdrawn':
      return `Withdrawn since ${from}.`;
    case 'none':
      return '';
  }
}

function Acts({ group, recognition }: ShownProps) {
  const mayChange = useCan(DESK_ROLES) && group.isActive;
  const mayDecide = useCan(MANAGER_ONLY) && group.isActive;
  const [open, setOpen] = useState<'decide' | 'withdraw' | 'go-on' | null>(null);
  const today = useToday();
  const start = useStartReturn();
  const undo = useUndoDecision();
  const { say } = useToast();
  const saying = useSayingRefusal();
  const close = () => setOpen(null);
  if (!mayChange) return null;
  const { state } = recognition;
  const asks = state === 'none' || state === 'withdrawn';

  const begin = () =>
    saying(async () => {
      const begun = await start.mutateAsync({ groupId: group.id, on: today });
      const latest = begun.decisions.find((one) => !one.isTakenBack);
      say({
        words: asks ? `${group.name} applied today.` : `The return of ${group.name} is open.`,
        ...(asks && latest !== undefined
          ? { undo: { label: 'Undo', run: () => undo.mutateAsync(latest.id) } }
          : {}),
      });
    });

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
      {recognition.openReturn === null && (
        <Button variant="outlined" onClick={() => void begin()}>
          {asks ? 'Enter an application' : 'Begin the yearly return'}
        </Button>
      )}
      {mayDecide && (
        <>
          <Button variant="outlined" onClick={() => setOpen('decide')}>
            {state === 'lapsed' || state === 'withdrawn'
              ? 'Restore recognition'
              : 'Decide on recognition'}
          </Button>
          {recognition.activities.some((one) => one.stops) && (
            <Button variant="outlined" onClick={() => setOpen('go-on')}>
              Let it go on
            </Button>
          )}
          <Button variant="outlined" onClick={() => setOpen('withdraw')}>
            Withdraw
          </Button>
        </>
      )}
      {open === 'decide' && <DecideForm group={group} recognition={recognition} onClose={close} />}
      {open === 'withdraw' && (
        <WithdrawForm group={group} recognition={recognition} onClose={close} />
      )}
      {open === 'go-on' && <GoOnForm group={group} recognition={recognition} onClose={close} />}
    </Box>
  );
}

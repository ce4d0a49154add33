import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { CopyRequest } from '#db/holdings/copies.contract';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import {
  useCopyRequests,
  useSettleCopyRequest,
  useStartCopyClock,
  useStopCopyClock,
} from './records.queries.ts';

type Act = 'stop' | 'start' | 'settle';

/** Copies that were asked for, with the last day for the answer. */
export function RequestsPart() {
  const requests = useCopyRequests();
  return (
    <Card component="section" title="Copies asked for">
      {requests.isError ? (
        <ProblemPanel
          error={requests.error}
          what="The requests"
          onTryAgain={() => void requests.refetch()}
        />
      ) : requests.data === undefined ? (
        <LoadingShape lines={3} />
      ) : requests.data.length === 0 ? (
        <Typography sx={{ mt: 1 }}>
          Nobody has asked. A request is noted on the page of the person or group.
        </Typography>
      ) : (
        <DataTable
          label="Copies asked for"
          rows={requests.data}
          keyOf={({ id }) => id}
          minWidth="44rem"
          columns={[
            { heading: 'About', cell: (request) => <About request={request} />, isPersonal: true },
            {
              heading: 'Asked',
              cell: ({ askedOn }) => formatDateNoWeekday(askedOn),
              isShort: true,
            },
            { heading: 'Answer due', cell: (request) => <Due request={request} /> },
            { heading: 'What next', cell: (request) => <Acts request={request} /> },
          ]}
        />
      )}
    </Card>
  );
}

function About({ request }: { readonly request: CopyRequest }) {
  const { kind, recordId, name } = request;
  if (name === '') return 'Erased since';
  return (
    <Link
      component={RouterLink}
      to={kind === 'person' ? pathTo.personHeld(recordId) : pathTo.groupHeld(recordId)}
    >
      {name}
    </Link>
  );
}

function Due({ request }: { readonly request: CopyRequest }) {
  const { answeredOn, dueOn, isLate, stops } = request;
  const stopped = stops.find(({ resumedOn }) => resumedOn === null);
  if (answeredOn !== null)
    return <StatusWord tone="good" words={`Answered ${formatDateNoWeekday(answeredOn)}`} />;
  if (stopped !== undefined)
    return (
      <>
        <StatusWord
          tone="quiet"
          words={`Stands still since ${formatDateNoWeekday(stopped.from)}`}
        />
        <Typography data-personal="">{stopped.reason}</Typography>
      </>
    );
  return isLate ? (
    <StatusWord tone="bad" words={`Late since ${formatDateNoWeekday(dueOn)}`} />
  ) : (
    formatDateNoWeekday(dueOn)
  );
}

const WORDS: Readonly<
  Record<Act, { title: string; day: string; reason: string; save: string; mayBeEmpty: boolean }>
> = {
  stop: {
    title: 'Stop the time',
    day: 'From which day?',
    reason: 'What was asked back?',
    save: 'Stop the time',
    mayBeEmpty: false,
  },
  start: {
    title: 'Let the time go on',
    day: 'From which day?',
    reason: 'Note',
    save: 'Let the time go on',
    mayBeEmpty: true,
  },
  settle: {
    title: 'Note the answer',
    day: 'On which day was it answered?',
    reason: 'How was it answered?',
    save: 'Note the answer',
    mayBeEmpty: true,
  },
};

function Acts({ request }: { readonly request: CopyRequest }) {
  const [act, setAct] = useState<Act | null>(null);
  const stop = useStopCopyClock();
  const start = useStartCopyClock();
  const settle = useSettleCopyRequest();
  const { say } = useToast();
  if (request.answeredOn !== null) return request.answer;
  const isStopped = request.stops.at(-1)?.resumedOn === null;
  const of = { id: request.id, version: request.version };
  const save = async (on: LocalDate, reason: string): Promise<void> => {
    const saved =
      act === 'stop'
        ? await stop.mutateAsync({ ...of, on, reason })
        : act === 'start'
          ? await start.mutateAsync({ ...of, on })
          : await settle.mutateAsync({ ...of, on, answer: reason });
    say({
      words:
        saved.answeredOn === null
          ? act === 'stop'
            ? 'The time stands still.'
            : `The answer is due on ${formatDateNoWeekday(saved.dueOn)}.`
          : 'The answer is noted.',
    });
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button onClick={() => setAct('settle')}>Note the answer</Button>
      <Button onClick={() => setAct(isStopped ? 'start' : 'stop')}>
        {isStopped ? 'Let the time go on' : 'Stop the time'}
      </Button>
      {act !== null && (
        <ReasonDialog
          key={act}
          title={WORDS[act].title}
          dayLabel={WORDS[act].day}
          reasonLabel={WORDS[act].reason}
          mayBeEmpty={WORDS[act].mayBeEmpty}
          saveWords={WORDS[act].save}
          closeWords="Close without saving"
          onSave={({ on, reason }) => save(on, reason)}
          onClose={() => setAct(null)}
        />
      )}
    </Box>
  );
}

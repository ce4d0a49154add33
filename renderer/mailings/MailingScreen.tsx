import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import type { mailingsContract } from '#db/mailings/mailings-api.contract';
import type { MailingId } from '#db/mailings/mailings.contract';
import type { OutputOf } from '#db/shared/contract';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useToast } from '../app/toasts.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { FactList } from '../shared/FactList.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { AskedTable } from './AskedTable.tsx';
import { LeftOutList } from './ChoiceLists.tsx';
import { channelCountWords, progressWords } from './mailing-words.ts';
import { useMailing, useUndoMailing } from './mailings.queries.ts';
import { ToSend } from './ToSend.tsx';

const SHOWN_AT_FIRST = 200;
const MOST_SHOWN = 20_000;

/** One mailing: what goes out by each way, who was asked and what came of it, and who was left out. */
export function MailingScreen() {
  const { id = '' } = useParams();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const read = useMailing(id as MailingId, limit);
  if (read.data !== undefined)
    return <MailingView key={id} read={read.data} onShowAll={() => setLimit(MOST_SHOWN)} />;
  return (
    <>
      <PageHeader title="Mailing" />
      {read.isError ? (
        <ProblemPanel
          error={read.error}
          what="This mailing"
          onTryAgain={() => void read.refetch()}
        />
      ) : (
        <LoadingShape lines={6} />
      )}
    </>
  );
}

function MailingView(props: {
  readonly read: OutputOf<(typeof mailingsContract)['get']>;
  readonly onShowAll: () => void;
}) {
  const { mailing, asked, leftOut, letters, letterFiles } = props.read;
  const [search, setSearch] = useSearchParams();
  const [isAsking, setIsAsking] = useState(false);
  const undo = useUndoMailing();
  const { say } = useToast();
  const isStanding = mailing.takenBackOn === null;
  return (
    <>
      <PageHeader
        title={mailing.subject}
        {...(isStanding ? {} : { status: <StatusWord tone="quiet" words="Taken back" /> })}
        actions={
          <>
            <Button component={RouterLink} to={pathTo.mailings()}>
              All mailings
            </Button>
            {isStanding && mailing.answered === 0 && (
              <Button variant="outlined" onClick={() => setIsAsking(true)}>
                Take the mailing back
              </Button>
            )}
          </>
        }
      />
      <FactList
        facts={[
          { label: 'Reference', value: mailing.reference },
          { label: 'Who', value: mailing.selectionWords },
          { label: 'How', value: channelCountWords(mailing.byChannel) },
          {
            label: 'Made',
            value: `${formatDateNoWeekday(mailing.madeOn)} by ${mailing.madeBy}, signed by ${mailing.askedBy}`,
          },
          { label: 'What came of it', value: progressWords(mailing) },
        ]}
      />
      {isStanding && (
        <ToSend
          mailing={mailing}
          letters={letters}
          letterFiles={letterFiles}
          madeByHand={asked.filter(({ isMadeByHand }) => isMadeByHand).length}
          startsWithLetters={search.get('show') === 'letters' && letters > 0}
          onLettersClosed={() => setSearch({}, { replace: true })}
        />
      )}
      <AskedTable mailing={mailing} asked={asked} onShowAll={props.onShowAll} />
      <LeftOutList leftOut={leftOut} total={mailing.leftOut} />
      <Box component="section" aria-label="What was said" sx={{ mt: 3 }}>
        <Typography variant="h2" sx={{ mb: 1 }}>
          What was said
        </Typography>
        <Typography sx={{ whiteSpace: 'pre-line', maxWidth: '44rem' }}>{mailing.body}</Typography>
      </Box>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Take ${mailing.reference} back?`}
        confirmWords="Take the mailing back"
        keepWords="Keep the mailing"
        onConfirm={async () => {
          await undo.mutateAsync({ id: mailing.id, version: mailing.version });
          say({ words: `${mailing.reference} is taken back. Nobody counts as asked.` });
        }}
        onClose={() => setIsAsking(false)}
      >
        <Typography>
          {`${countOf(mailing.people, 'person', 'people')} will not count as asked. Do it only if nothing was sent.`}
        </Typography>
      </ConfirmDialog>
    </>
  );
}

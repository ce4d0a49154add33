import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { channelCountWords, progressWords } from './mailing-words.ts';
import { useMailings } from './mailings.queries.ts';

/** Every mailing that was made, the latest first. */
export function MailingsScreen() {
  const mailings = useMailings();
  const newButton = (
    <Button
      variant="contained"
      startIcon={<AddIcon />}
      component={RouterLink}
      to={pathTo.newMailing()}
    >
      New mailing
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Mailings"
        actions={
          <>
            <Button component={RouterLink} to={pathTo.soundingBoard()}>
              Sounding Board
            </Button>
            {newButton}
          </>
        }
      />
      {mailings.isError ? (
        <ProblemPanel
          error={mailings.error}
          what="The list of mailings"
          onTryAgain={() => void mailings.refetch()}
        />
      ) : mailings.data === undefined ? (
        <LoadingShape lines={5} />
      ) : mailings.data.length === 0 ? (
        <EmptyState
          words="Nobody was asked anything yet. Letters, e-mails, texts and calls to people on the Sounding Board stand here."
          action={newButton}
        />
      ) : (
        <DataTable
          label="Mailings"
          rows={mailings.data}
          keyOf={({ id }) => id}
          minWidth="46rem"
          countWords={countOf(mailings.data.length, 'mailing')}
          columns={[
            {
              heading: 'Mailing',
              cell: ({ id, reference, subject }) => (
                <Link component={RouterLink} to={pathTo.mailing(id)}>
                  {`${reference}: ${subject}`}
                </Link>
              ),
            },
            { heading: 'Made', isShort: true, cell: ({ madeOn }) => formatDateNoWeekday(madeOn) },
            { heading: 'Who', cell: ({ selectionWords }) => selectionWords },
            { heading: 'How', cell: ({ byChannel }) => channelCountWords(byChannel) },
            { heading: 'Left out', cell: ({ leftOut }) => String(leftOut), isFigure: true },
            { heading: 'What came of it', cell: progressWords },
          ]}
        />
      )}
    </>
  );
}

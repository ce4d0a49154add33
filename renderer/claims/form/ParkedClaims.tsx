import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { formatPence } from '#db/shared/money';
import { countOf, formatDayNear } from '#db/shared/plain-words';
import { pathTo } from '../../app/paths.ts';
import { useToday } from '../../app/session-context.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { stateWord } from './claim-state.ts';
import { useParked } from './filing.queries.ts';

/** Claims that are being filled in or wait for a signed paper, the latest first. */
export function ParkedClaims() {
  const parked = useParked();
  const today = useToday();
  if (parked.isError)
    return (
      <ProblemPanel
        error={parked.error}
        what="The list of claims"
        onTryAgain={() => void parked.refetch()}
      />
    );
  if (parked.data === undefined) return <LoadingShape lines={4} />;
  if (parked.data.length === 0)
    return <EmptyState words="No claim waits to be finished. What is put aside stands here." />;
  return (
    <DataTable
      label="Claims to finish"
      rows={parked.data}
      keyOf={({ id }) => id}
      minWidth="38rem"
      countWords={countOf(parked.data.length, 'claim')}
      columns={[
        {
          heading: 'Claim',
          isShort: true,
          cell: ({ id, reference }) => (
            <Link component={RouterLink} to={pathTo.claimForm(id)}>
              {reference}
            </Link>
          ),
        },
        { heading: 'Who claims', isPersonal: true, cell: ({ claimantName }) => claimantName },
        { heading: 'State', cell: ({ state }) => <StatusWord {...stateWord(state)} /> },
        {
          heading: 'Came in',
          isShort: true,
          cell: ({ receivedOn }) => formatDayNear(receivedOn, today),
        },
        { heading: 'Costs', isFigure: true, cell: ({ lines }) => lines },
        {
          heading: 'Payable',
          isFigure: true,
          cell: ({ payablePence }) => (payablePence === null ? '–' : formatPence(payablePence)),
        },
      ]}
    />
  );
}

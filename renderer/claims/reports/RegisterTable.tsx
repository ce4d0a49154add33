import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { CLAIM_STATE_WORDS, type ClaimState, type ClaimSummary } from '#db/claims/claims.contract';
import { formatPence, type Pence } from '#db/shared/money';
import { countOf, formatDayNear } from '#db/shared/plain-words';
import { pathTo } from '../../app/paths.ts';
import { useToday } from '../../app/session-context.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { stateWord } from '../form/claim-state.ts';
import { type Period, useClaimRegister } from './reports.queries.ts';

const AT_ONCE = 50;
const MOST = 500;

const amount = (pence: Pence | null): string => (pence === null ? '' : formatPence(pence));

/** Every claim of a time, the latest first; each leads to its page (DOC-46). */
export function RegisterTable(props: {
  readonly period: Period;
  readonly state: ClaimState | null;
}) {
  const [limit, setLimit] = useState(AT_ONCE);
  const today = useToday();
  const register = useClaimRegister(props.period, props.state, limit);
  if (register.isError)
    return (
      <ProblemPanel
        error={register.error}
        what="The register"
        onTryAgain={() => void register.refetch()}
      />
    );
  if (register.data === undefined) return <LoadingShape lines={6} />;
  const { claims, total } = register.data;
  if (total === 0)
    return (
      <Typography color="textSecondary">
        {props.state === null
          ? 'No claim came in during this time.'
          : `No claim of this time is at “${CLAIM_STATE_WORDS[props.state]}”.`}
      </Typography>
    );
  return (
    <>
      <DataTable<ClaimSummary>
        label="Claims register"
        rows={claims}
        keyOf={({ id }) => id}
        minWidth="46rem"
        countWords={
          total > claims.length
            ? `${claims.length} of ${countOf(total, 'claim')}`
            : countOf(total, 'claim')
        }
        columns={[
          {
            heading: 'Claim',
            isShort: true,
            cell: ({ id, reference }) => (
              <Link component={RouterLink} to={pathTo.claim(id)}>
                {reference}
              </Link>
            ),
          },
          {
            heading: 'Came in',
            isShort: true,
            cell: (one) => formatDayNear(one.receivedOn, today),
          },
          { heading: 'Who claims', isPersonal: true, cell: ({ claimantName }) => claimantName },
          { heading: 'State', cell: ({ state }) => <StatusWord {...stateWord(state)} /> },
          { heading: 'Claimed', isFigure: true, cell: (one) => amount(one.claimedPence) },
          { heading: 'Decided', isFigure: true, cell: (one) => amount(one.decidedPence) },
          { heading: 'Paid', isFigure: true, cell: ({ paidPence }) => formatPence(paidPence) },
        ]}
      />
      {total > claims.length && limit < MOST && (
        <Button onClick={() => setLimit(Math.min(limit * 2, MOST))}>Show more</Button>
      )}
    </>
  );
}

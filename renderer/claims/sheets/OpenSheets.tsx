import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { countOf, formatDayNear } from '#db/shared/plain-words';
import { pathTo } from '../../app/paths.ts';
import { useToday } from '../../app/session-context.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { useBatches } from './sheets.queries.ts';

/** Sheets of treasurers that are not handed in yet. */
export function OpenSheets() {
  const sheets = useBatches(null);
  const today = useToday();
  if (sheets.isError)
    return (
      <ProblemPanel
        error={sheets.error}
        what="The list of sheets"
        onTryAgain={() => void sheets.refetch()}
      />
    );
  if (sheets.data === undefined || sheets.data.length === 0) return null;
  return (
    <Box component="section" aria-label="Treasurers’ sheets" sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        Treasurers’ sheets
      </Typography>
      <DataTable
        label="Treasurers’ sheets"
        rows={sheets.data}
        keyOf={({ id }) => id}
        minWidth="34rem"
        columns={[
          {
            heading: 'Sheet',
            isShort: true,
            cell: ({ id, reference }) => (
              <Link component={RouterLink} to={pathTo.claimSheet(id)}>
                {reference}
              </Link>
            ),
          },
          { heading: 'Group', cell: ({ groupName }) => groupName },
          { heading: 'Treasurer', isPersonal: true, cell: ({ treasurerName }) => treasurerName },
          {
            heading: 'Came in',
            isShort: true,
            cell: ({ receivedOn }) => formatDayNear(receivedOn, today),
          },
          {
            heading: 'Still to sign',
            cell: ({ unsigned, claims }) =>
              unsigned.length === 0
                ? `All ${countOf(claims.length, 'member')} have signed`
                : `${unsigned.length} of ${countOf(claims.length, 'member')}`,
          },
        ]}
      />
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { type Batch, BatchId } from '#db/claims/claims.contract';
import { DESK_ROLES } from '#db/shared/access';
import { formatDate } from '#db/shared/plain-words';
import { pathTo } from '../../app/paths.ts';
import { useCan } from '../../app/session-context.tsx';
import { FactList } from '../../shared/FactList.tsx';
import { AddIcon } from '../../shared/icons.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHeader } from '../../shared/PageHeader.tsx';
import { PaperDialog } from '../../shared/PaperDialog.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { MembersTable } from './MembersTable.tsx';
import { sheetPaper, useBatch } from './sheets.queries.ts';
import { TreasurerSigns } from './TreasurerSigns.tsx';

const STATES = {
  draft: { tone: 'quiet', words: 'Being filled in' },
  'to-sign': { tone: 'warning', words: 'Waiting for the treasurer' },
  filed: { tone: 'good', words: 'Handed in' },
  withdrawn: { tone: 'quiet', words: 'Withdrawn' },
} as const;

/** A treasurer's sheet: its members' claims, whose signature is missing, and at the end the treasurer's own. */
export function SheetScreen() {
  const id = BatchId.parse(useParams()['id']);
  const batch = useBatch(id);
  const [isPrinting, setIsPrinting] = useState(false);
  const title = batch.data === undefined ? 'Treasurer’s sheet' : `Sheet ${batch.data.reference}`;
  return (
    <>
      <PageHeader
        title={title}
        status={batch.data === undefined ? undefined : <StatusWord {...STATES[batch.data.state]} />}
        printAction={{ words: 'Print the sheet', run: () => setIsPrinting(true) }}
      />
      {batch.isError ? (
        <ProblemPanel
          error={batch.error}
          what="This sheet"
          onTryAgain={() => void batch.refetch()}
        />
      ) : batch.data === undefined ? (
        <LoadingShape lines={6} />
      ) : (
        <Sheet batch={batch.data} />
      )}
      <PaperDialog
        isOpen={isPrinting}
        title={title}
        load={sheetPaper(id)}
        onClose={() => setIsPrinting(false)}
      />
    </>
  );
}

function Sheet({ batch }: { readonly batch: Batch }) {
  const mayServe = useCan(DESK_ROLES);
  const isOpen = batch.state === 'draft' || batch.state === 'to-sign';
  return (
    <>
      <FactList
        facts={[
          { label: 'Group', value: batch.groupName },
          { label: 'Treasurer', value: batch.treasurerName, isPersonal: true },
          { label: 'Came in', value: formatDate(batch.receivedOn) },
        ]}
      />
      <Box component="section" aria-label="Members" sx={{ mt: 3 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
          <Typography variant="h2">Members</Typography>
          {mayServe && isOpen && (
            <Button
              variant="contained"
              startIcon={<AddIcon />}
              component={RouterLink}
              to={pathTo.newClaim({ sheet: batch.id })}
              sx={{ marginInlineStart: 'auto' }}
            >
              Add a member’s claim
            </Button>
          )}
        </Box>
        <MembersTable batch={batch} isOpen={mayServe && isOpen} />
      </Box>
      {mayServe && isOpen && <TreasurerSigns batch={batch} />}
      {batch.state === 'filed' && (
        <Typography role="status" sx={{ mt: 3, fontSize: '1.25rem' }}>
          The sheet is handed in. Each claim on it is checked and decided by itself.
        </Typography>
      )}
    </>
  );
}

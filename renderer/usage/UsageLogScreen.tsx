import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { DESK_ROLES } from '#db/shared/access';
import type { Usage } from '#db/usage/usage.contract';
import { addMonths, lastDayOfMonth, startOfMonth } from '#db/shared/local-date';
import { MONTH_NAMES } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { FacilitySelect } from '../facilities/FacilitySelect.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LeftIcon, PrintIcon, RightIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { AllowancesSection } from './AllowancesSection.tsx';
import { isWalkIn } from './RecordUseForm.tsx';
import { UsageTable } from './UsageTable.tsx';
import { usageLogPaper, useUsageLog } from './usage.queries.ts';
import { totalWords } from './usage-words.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** The usage log month by month (DOC-08, BOOK-23), its paper, and the allowances of the centre. */
export function UsageLogScreen() {
  const today = useToday();
  const [month, setMonth] = useState(startOfMonth(today));
  const [facilityId, setFacilityId] = useState<FacilityId | null>(null);
  const mayServe = useCan(DESK_ROLES);
  const [withdrawing, setWithdrawing] = useState<Usage | null>(null);
  const [paper, setPaper] = useState<'month' | 'blank' | null>(null);
  const rooms = (useFacilities().data ?? []).filter(isWalkIn);
  const log = useUsageLog({ from: month, until: lastDayOfMonth(month), facilityId });
  const monthWords = `${MONTH_NAMES[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
  const printed = rooms.find((room) => room.id === facilityId) ?? rooms[0];

  return (
    <>
      <PageHeader
        title="Usage log"
        actions={
          <>
            <Button
              variant="outlined"
              startIcon={<PrintIcon />}
              disabled={printed === undefined}
              onClick={() => setPaper('blank')}
            >
              {printed === undefined ? 'Print a blank log' : `Print a blank log: ${printed.name}`}
            </Button>
            <Button component={Link} to={pathTo.walkIns()} startIcon={<LeftIcon />}>
              Walk-ins now
            </Button>
          </>
        }
        printAction={{
          words: printed === undefined ? 'Print the month' : `Print the month: ${printed.name}`,
          run: () => setPaper('month'),
        }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
        <IconButton aria-label="The month before" onClick={() => setMonth(addMonths(month, -1))}>
          <LeftIcon />
        </IconButton>
        <Typography variant="h2" aria-live="polite" sx={{ minWidth: '9rem', textAlign: 'center' }}>
          {monthWords}
        </Typography>
        <IconButton aria-label="The month after" onClick={() => setMonth(addMonths(month, 1))}>
          <RightIcon />
        </IconButton>
        <FacilitySelect
          label="Which facility"
          allWords="All of them"
          facilities={rooms}
          value={facilityId}
          onChange={setFacilityId}
        />
      </Box>
      {log.isError ? (
        <ProblemPanel error={log.error} what="The log" onTryAgain={() => void log.refetch()} />
      ) : log.data === undefined ? (
        <LoadingShape lines={8} />
      ) : log.data.entries.length === 0 ? (
        <EmptyState words={`Nothing is entered for ${monthWords}.`} />
      ) : (
        <UsageTable
          label={`Usage in ${monthWords}`}
          entries={log.data.entries}
          countWords={totalWords(log.data.total, log.data.minutes, log.data.copies)}
          onWithdraw={mayServe ? setWithdrawing : undefined}
        />
      )}
      <AllowancesSection facilities={rooms} />
      {withdrawing !== null && (
        <WithdrawDialog usage={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
      {paper !== null && printed !== undefined && (
        <PaperDialog
          isOpen
          title={
            paper === 'blank'
              ? `Blank log of ${printed.name}`
              : `Log of ${printed.name}, ${monthWords}`
          }
          load={usageLogPaper(printed.id, paper === 'blank' ? null : month)}
          onClose={() => setPaper(null)}
        />
      )}
    </>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { DESK_ROLES } from '#db/shared/access';
import { countOf, formatMinutes } from '#db/shared/plain-words';
import type { SuiteNow, Usage } from '#db/usage/usage.contract';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon, ListIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { RecordUseForm } from './RecordUseForm.tsx';
import { StartSessionForm } from './StartSessionForm.tsx';
import { StopSessionForm } from './StopSessionForm.tsx';
import { SuiteCard } from './SuiteCard.tsx';
import { totalWords } from './usage-words.ts';
import { UsageTable } from './UsageTable.tsx';
import { type Warned, Warnings } from './Warnings.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import { useSuitesNow, useUndoStop, useUsageLog, useWithdrawUsage } from './usage.queries.ts';

type Open =
  | { readonly what: 'start'; readonly suite: SuiteNow }
  | { readonly what: 'stop' | 'withdraw'; readonly usage: Usage }
  | { readonly what: 'record'; readonly facilityId: FacilityId | null };

/** Everybody who walked in: open sessions, free places, and what was used today. No booking is needed. */
export function WalkInsScreen() {
  const suites = useSuitesNow();
  const facilities = useFacilities().data ?? [];
  const mayServe = useCan(DESK_ROLES);
  const undoStop = useUndoStop();
  const withdraw = useWithdrawUsage();
  const { say } = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const [warned, setWarned] = useState<Warned | null>(null);
  const close = () => setOpen(null);

  /** The undo of an entry made a moment ago: it is kept, and counts no longer. */
  const takeBack = (usage: Usage) => () =>
    withdraw.mutateAsync({ id: usage.id, version: usage.version, reason: 'Undone at the desk' });

  function tellMade(words: string, usage: Usage, found: readonly string[]): void {
    close();
    setWarned(found.length === 0 ? null : { usage, warnings: found });
    say({ words, undo: { label: 'Undo', run: takeBack(usage) } });
  }

  function tellStopped(usage: Usage): void {
    close();
    say({
      words: `${usage.personName}: ${formatMinutes(usage.minutes ?? 0)}${usage.copies === 0 ? '' : `, ${countOf(usage.copies, 'page')} for ${usage.groupName || 'themselves'}`}.`,
      undo: {
        label: 'Undo',
        run: () => undoStop.mutateAsync({ id: usage.id, version: usage.version }),
      },
    });
  }

  return (
    <>
      <PageHeader
        title="Walk-ins"
        actions={
          <>
            {mayServe && (
              <Button
                variant="contained"
                startIcon={<AddIcon />}
                onClick={() => setOpen({ what: 'record', facilityId: null })}
              >
                Enter copies or a past use
              </Button>
            )}
            <Button
              component={Link}
              to={pathTo.usageLog()}
              variant="outlined"
              startIcon={<ListIcon />}
            >
              The whole log
            </Button>
          </>
        }
      />
      {warned !== null && <Warnings warned={warned} onClose={() => setWarned(null)} />}
      {suites.isError ? (
        <ProblemPanel
          error={suites.error}
          what="The walk-ins"
          onTryAgain={() => void suites.refetch()}
        />
      ) : suites.data === undefined ? (
        <LoadingShape lines={6} />
      ) : suites.data.length === 0 ? (
        <EmptyState
          words="No room has places of its own yet. A manager says in Settings, Rooms, how many computers the suite has."
          action={
            <Button component={Link} to={pathTo.roomSettings()} variant="outlined">
              Go to the rooms
            </Button>
          }
        />
      ) : (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 18rem), 1fr))',
          }}
        >
          {suites.data.map((suite) => (
            <SuiteCard
              key={suite.facilityId}
              suite={suite}
              onStart={mayServe ? () => setOpen({ what: 'start', suite }) : undefined}
              onRecord={
                mayServe
                  ? () => setOpen({ what: 'record', facilityId: suite.facilityId })
                  : undefined
              }
              onStop={mayServe ? (usage) => setOpen({ what: 'stop', usage }) : undefined}
            />
          ))}
        </Box>
      )}
      <UsedToday
        onWithdraw={mayServe ? (usage) => setOpen({ what: 'withdraw', usage }) : undefined}
      />
      {open?.what === 'start' && (
        <FormDialog title={`Start a session: ${open.suite.facilityName}`} onClose={close}>
          <StartSessionForm
            suite={open.suite}
            facility={facilities.find((each) => each.id === open.suite.facilityId)}
            onSaved={(usage, found) =>
              tellMade(
                `${usage.personName} is at ${usage.seatName || usage.facilityName}.`,
                usage,
                found,
              )
            }
            onClose={close}
          />
        </FormDialog>
      )}
      {open?.what === 'stop' && (
        <FormDialog title={`End the session of ${open.usage.personName}`} onClose={close}>
          <StopSessionForm usage={open.usage} onSaved={tellStopped} onClose={close} />
        </FormDialog>
      )}
      {open?.what === 'withdraw' && <WithdrawDialog usage={open.usage} onClose={close} />}
      {open?.what === 'record' && (
        <FormDialog title="Enter copies or a past use" onClose={close}>
          <RecordUseForm
            facility={facilities.find((each) =>
              open.facilityId === null
                ? each.kind === 'photocopier' && each.isActive
                : each.id === open.facilityId,
            )}
            onSaved={(usage, found) =>
              tellMade(`Entered: ${usage.facilityName}, ${usage.personName}.`, usage, found)
            }
            onClose={close}
          />
        </FormDialog>
      )}
    </>
  );
}

function UsedToday({ onWithdraw }: { readonly onWithdraw: ((usage: Usage) => void) | undefined }) {
  const today = useToday();
  const log = useUsageLog({ from: today, until: today, facilityId: null });
  const over = log.data?.entries.filter((entry) => entry.endedAt !== null) ?? [];
  if (over.length === 0) return null;
  return (
    <Box component="section" aria-label="Used today" sx={{ mt: 4 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        Used today
      </Typography>
      <UsageTable
        label="Used today"
        entries={over}
        countWords={totalWords(over.length, log.data?.minutes ?? 0, log.data?.copies ?? 0)}
        onWithdraw={onWithdraw}
      />
    </Box>
  );
}

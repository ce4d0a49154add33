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
import { UsageTable } from './UsageTable.tsx';
import { useSuitesNow, useUndoStop, useUsageLog, useWithdrawUsage } from './usage.queries.ts';

type Open =
  | { readonly what: 'start'; readonly suite: SuiteNow }
  | { readonly what: 'stop'; readonly usage: Usage }
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
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const close = () => setOpen(null);

  /** The undo of an entry made a moment ago: it is kept, and counts no longer. */
  const takeBack = (usage: Usage) => () =>
    withdraw.mutateAsync({ id: usage.id, version: usage.version, reason: 'Undone at the desk' });

  function tellMade(words: string, usage: Usage, found: readonly string[]): void {
    close();
    setWarnings(found);
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
      {warnings.length > 0 && (
        <Box role="alert" sx={{ mb: 2, fontWeight: 600, color: 'warning.main' }}>
          {warnings.map((words) => (
            <Typography key={words}>{words}</Typography>
          ))}
        </Box>
      )}
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
        <Box sx={{ display: 'grid', gap: 2 }}>
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
      <UsedToday onWithdraw={mayServe} />
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

function UsedToday({ onWithdraw: mayWithdraw }: { readonly onWithdraw: boolean }) {
  const today = useToday();
  const log = useUsageLog({ from: today, until: today, facilityId: null });
  const withdraw = useWithdrawUsage();
  const { say } = useToast();
  const over = log.data?.entries.filter((entry) => entry.endedAt !== null) ?? [];

  async function takeBack(usage: Usage): Promise<void> {
    await withdraw.mutateAsync({
      id: usage.id,
      version: usage.version,
      reason: 'Taken back at the desk',
    });
    say({ words: `The entry of ${usage.personName} is taken back.` });
  }

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
        onWithdraw={mayWithdraw ? (usage) => void takeBack(usage) : undefined}
      />
    </Box>
  );
}

/** '3 entries, 4 h 15 min, 14 pages' */
export function totalWords(entries: number, minutes: number, copies: number): string {
  return [
    countOf(entries, 'entry', 'entries'),
    ...(minutes === 0 ? [] : [formatMinutes(minutes)]),
    ...(copies === 0 ? [] : [countOf(copies, 'page')]),
  ].join(', ');
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { BookingHit, Closure, SpecialDay } from '#db/calendar/calendar.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { formatDate, formatTimeRange } from '#db/shared/plain-words';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon, LeftIcon, RightIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useClosures, useSpecialDays, useWithdrawClosure } from './calendar.queries.ts';
import { ClosureForm, Hits } from './ClosureForm.tsx';

const KIND_WORDS: Readonly<Record<SpecialDay['kind'], string>> = {
  'bank-holiday': 'Bank holiday',
  closed: 'Closed',
  open: 'Open',
};
const KIND_TONES = { 'bank-holiday': 'info', closed: 'warning', open: 'good' } as const;

/** Bank holidays, closed days and extra open days, year by year. */
export function ClosuresScreen() {
  const today = useToday();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const days = useSpecialDays(year);
  const closures = useClosures();
  const withdraw = useWithdrawClosure();
  const mayChange = useCan(MANAGER_ONLY);
  const { say } = useToast();
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState<readonly BookingHit[]>([]);

  function tell(closure: Closure, hits: readonly BookingHit[]): void {
    setIsAdding(false);
    setAdded(hits);
    setYear(Number(closure.firstDate.slice(0, 4)));
    say({
      words: `${closure.name} is entered.`,
      undo: {
        label: 'Undo',
        run: () => withdraw.mutateAsync({ id: closure.id, version: closure.version }),
      },
    });
  }

  async function takeBack(day: SpecialDay): Promise<void> {
    const closure = closures.data?.find((each) => each.id === day.closureId);
    if (closure === undefined) return;
    await withdraw.mutateAsync({ id: closure.id, version: closure.version });
    say({ words: `${closure.name} is taken back.` });
  }

  return (
    <>
      <PageHeader
        title="Closed and open days"
        actions={
          <>
            {mayChange && (
              <Button variant="contained" startIcon={<AddIcon />} onClick={() => setIsAdding(true)}>
                Add a day
              </Button>
            )}
            <BackToSettings />
          </>
        }
      />
      <Typography sx={{ mb: 2, maxWidth: '44rem' }}>
        The bank holidays of England and Wales are known to the program: the centre is closed on
        them, and they are no working days. Add other closed days here, or a day on which the centre
        opens although it would be closed.
      </Typography>
      {added.length > 0 && (
        <Box sx={{ mb: 2 }}>
          <Hits hits={added} />
        </Box>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.5 }}>
        <IconButton aria-label="The year before" onClick={() => setYear(year - 1)}>
          <LeftIcon />
        </IconButton>
        <Typography variant="h2" component="h2" aria-live="polite">
          {year}
        </Typography>
        <IconButton aria-label="The year after" onClick={() => setYear(year + 1)}>
          <RightIcon />
        </IconButton>
      </Box>
      {days.isError ? (
        <ProblemPanel
          error={days.error}
          what="The list of days"
          onTryAgain={() => void days.refetch()}
        />
      ) : days.data === undefined ? (
        <LoadingShape lines={8} />
      ) : days.data.length === 0 ? (
        <EmptyState words={`Nothing is entered for ${year}.`} action={null} />
      ) : (
        <DaysTable days={days.data} {...(mayChange ? { onTakeBack: takeBack } : {})} />
      )}
      {isAdding && (
        <FormDialog title="Add a closed or open day" onClose={() => setIsAdding(false)}>
          <ClosureForm onSaved={tell} onClose={() => setIsAdding(false)} />
        </FormDialog>
      )}
    </>
  );
}

function DaysTable(props: {
  readonly days: readonly SpecialDay[];
  readonly onTakeBack?: (day: SpecialDay) => Promise<void>;
}) {
  const rooms = useFacilities().data ?? [];
  const roomOf = (day: SpecialDay) =>
    rooms.find((room) => room.id === day.facilityId)?.name ?? 'The whole centre';
  return (
    <DataTable
      label="Days that are not ordinary"
      rows={props.days}
      keyOf={(day) => `${day.date} ${day.closureId ?? day.name}`}
      minWidth="40rem"
      columns={[
        { heading: 'Day', cell: (day) => formatDate(day.date), width: '30%' },
        {
          heading: 'What',
          isShort: true,
          cell: (day) => <StatusWord tone={KIND_TONES[day.kind]} words={KIND_WORDS[day.kind]} />,
        },
        { heading: 'Why', cell: (day) => day.name },
        {
          heading: 'Which rooms, when',
          cell: (day) =>
            day.from === null || day.until === null
              ? roomOf(day)
              : `${roomOf(day)}, ${formatTimeRange(day.from, day.until)}`,
        },
        {
          heading: 'Working day',
          cell: (day) => (day.isNonWorking ? 'No' : 'Yes'),
        },
        ...(props.onTakeBack === undefined
          ? []
          : [
              {
                heading: 'Change',
                cell: (day: SpecialDay) =>
                  day.closureId === null ? null : (
                    <Button
                      size="small"
                      aria-label={`Take back: ${day.name}, ${formatDate(day.date)}`}
                      onClick={() => void props.onTakeBack?.(day)}
                    >
                      Take it back
                    </Button>
                  ),
              },
            ]),
      ]}
    />
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { BookingHit, Closure, SpecialDay } from '#db/calendar/calendar.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { formatDate, formatDateNoWeekday, formatTimeRange } from '#db/shared/plain-words';
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
import { HitsNotice } from './BookingHits.tsx';
import {
  useAddClosure,
  useClosures,
  useSpecialDays,
  useWithdrawClosure,
} from './calendar.queries.ts';
import { ClosureForm } from './ClosureForm.tsx';

const KIND_WORDS: Readonly<Record<SpecialDay['kind'], string>> = {
  'bank-holiday': 'Bank holiday',
  closed: 'Closed',
  open: 'Open',
};
const KIND_TONES = { 'bank-holiday': 'info', closed: 'warning', open: 'good' } as const;

/** What was entered last, and which bookings it hits. */
type Added = { readonly closure: Closure; readonly hits: readonly BookingHit[] };

/** Bank holidays, closed days and extra open days, year by year. */
export function ClosuresScreen() {
  const today = useToday();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const days = useSpecialDays(year);
  const closures = useClosures();
  const add = useAddClosure();
  const withdraw = useWithdrawClosure();
  const mayChange = useCan(MANAGER_ONLY);
  const { say } = useToast();
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);

  function tell(closure: Closure, hits: readonly BookingHit[]): void {
    setIsAdding(false);
    setAdded({ closure, hits });
    setYear(Number(closure.firstDate.slice(0, 4)));
    say({
      words: `${closure.name} is entered.`,
      undo: {
        label: 'Undo',
        run: () => {
          setAdded(null);
          return withdraw.mutateAsync({ id: closure.id, version: closure.version });
        },
      },
    });
  }

  async function takeBack(day: SpecialDay): Promise<void> {
    const closure = closures.data?.find((each) => each.id === day.closureId);
    if (closure === undefined) return;
    await withdraw.mutateAsync({ id: closure.id, version: closure.version });
    setAdded((last) => (last?.closure.id === closure.id ? null : last));
    const { id: _, version: __, withdrawn: ___, ...details } = closure;
    say({
      words: `${closure.name} is taken back${closure.firstDate === closure.lastDate ? '' : `, ${spanOf(closure)}`}.`,
      undo: { label: 'Undo', run: () => add.mutateAsync(details) },
    });
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
      {added !== null && (
        <HitsNotice
          title={`${added.closure.name} is entered`}
          hits={added.hits}
          onClose={() => setAdded(null)}
        />
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
        <DaysTable
          days={days.data}
          closures={closures.data ?? []}
          {...(mayChange ? { onTakeBack: takeBack } : {})}
        />
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
  readonly closures: readonly Closure[];
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
        { heading: 'Day', cell: (day) => formatDate(day.date), isShort: true },
        {
          heading: 'What',
          isShort: true,
          cell: (day) => <StatusWord tone={KIND_TONES[day.kind]} words={KIND_WORDS[day.kind]} />,
        },
        {
          heading: 'Why',
          cell: (day) => {
            const closure = props.closures.find((each) => each.id === day.closureId);
            return closure === undefined || closure.firstDate === closure.lastDate
              ? day.name
              : `${day.name}, ${spanOf(closure)}`;
          },
        },
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

const spanOf = (closure: Closure): string =>
  `${formatDateNoWeekday(closure.firstDate)} to ${formatDateNoWeekday(closure.lastDate)}`;

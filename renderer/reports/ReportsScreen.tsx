import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import Link from '@mui/material/Link';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { COUNT_READERS } from '#db/profiles/profiles.contract';
import type { UseReport } from '#db/reports/reports.contract';
import { DESK_ROLES } from '#db/shared/access';
import type { LocalDate } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday, formatMinutes } from '#db/shared/plain-words';
import { usersWords } from '#db/reports/use.rules';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { FacilitySelect } from '../facilities/FacilitySelect.tsx';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveAsMenu } from '../shared/SaveAsMenu.tsx';
import { type PeriodKind, periodOf, periodOptions } from './period-choices.ts';
import { useReportFiles, useUseReport } from './reports.queries.ts';
import { monthsBegun, summaryWords } from './use-figures.ts';
import { UseTable } from './UseTable.tsx';

// The chart library is large, and the figures are of use before it has come.
const UseChart = lazy(async () => ({ default: (await import('./UseChart.tsx')).UseChart }));

/** Hours used over hours open, by room, group, purpose and month: on screen, on paper, as a spreadsheet. */
export function ReportsScreen() {
  const today = useToday();
  const rooms = useFacilities().data ?? [];
  const [kind, setKind] = useState<PeriodKind>('this-financial-year');
  const [facilityId, setFacilityId] = useState<FacilityId | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  const period = { ...periodOf(kind, today), facilityId };
  const report = useUseReport(period);
  const files = useReportFiles(period);

  return (
    <>
      <PageHeader
        title="How the rooms were used"
        status={
          <Typography variant="h2" component="p" aria-live="polite" sx={{ fontWeight: 500 }}>
            {`${formatDateNoWeekday(period.from)} to ${formatDateNoWeekday(period.until)}`}
          </Typography>
        }
        actions={
          <>
            <SaveAsMenu
              tables={[
                { title: 'The figures', load: files.figures },
                { title: 'Every booking', load: files.bookings, isLong: true },
              ]}
            />
          </>
        }
        printAction={{ words: 'Print the report', run: () => setIsPrinting(true) }}
      />
      <OtherReports />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
        <FormControl>
          <NativeSelect
            value={kind}
            onChange={(event) => setKind(event.target.value as PeriodKind)}
            input={<OutlinedInput />}
            inputProps={{ 'aria-label': 'Which time' }}
          >
            {periodOptions(today).map((option) => (
              <option key={option.value} value={option.value}>
                {option.words}
              </option>
            ))}
          </NativeSelect>
        </FormControl>
        <FacilitySelect
          label="Which room"
          allWords="All rooms"
          facilities={rooms}
          value={facilityId}
          onChange={setFacilityId}
        />
      </Box>
      {report.isError ? (
        <ProblemPanel
          error={report.error}
          what="The report"
          onTryAgain={() => void report.refetch()}
        />
      ) : report.data === undefined ? (
        <LoadingShape lines={10} />
      ) : report.data.total.bookings + report.data.total.cancelled === 0 ? (
        <EmptyState words="Nothing was booked in this time. Choose another time above." />
      ) : (
        <Figures report={report.data} today={today} />
      )}
      <PaperDialog
        isOpen={isPrinting}
        title={`Use of the rooms, ${spanWords(period)}`}
        load={files.paper}
        onClose={() => setIsPrinting(false)}
      />
    </>
  );
}

function Figures(props: { readonly report: UseReport; readonly today: LocalDate }) {
  const { report, today } = props;
  const { walkIns, users } = report;
  const months = monthsBegun(report.byMonth, today);
  return (
    <>
      <Typography sx={{ fontSize: '1.1875rem', fontWeight: 620, mb: 1 }}>
        {`${summaryWords(report.total)}.`}
      </Typography>
      {report.until >= today && (
        <Typography sx={{ mb: 1 }}>
          Hours used and hours open are counted until now. Bookings to come are not counted yet;
          cancellations are.
        </Typography>
      )}
      {walkIns.sessions > 0 && (
        <Typography sx={{ mb: 1 }}>
          {`Without a booking: ${countOf(walkIns.sessions, 'session')}, ${formatMinutes(walkIns.minutes)}, ${countOf(walkIns.copies, 'page')}.`}
        </Typography>
      )}
      {users.people > 0 && <Typography sx={{ mb: 1 }}>{`${usersWords(users)}.`}</Typography>}
      <Suspense fallback={<LoadingShape lines={6} />}>
        <Box
          sx={{
            display: 'grid',
            gap: 3,
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
          }}
        >
          <UseChart title="Hours by room" rows={report.byRoom} />
          <UseChart title="Hours by month" rows={months} />
        </Box>
      </Suspense>
      <UseTable title="By room" of="Room" rows={report.byRoom} withOpen />
      <UseTable title="By group" of="Group or person" rows={report.byGroup} isPersonal />
      <UseTable title="By purpose" of="Purpose" rows={report.byPurpose} />
      <UseTable title="By month" of="Month" rows={months} withOpen />
    </>
  );
}

const spanWords = (period: { readonly from: LocalDate; readonly until: LocalDate }): string =>
  `${formatDateNoWeekday(period.from)} to ${formatDateNoWeekday(period.until)}`;

/** The reports that stand beside the records they count, for whoever looks for them here. */
function OtherReports() {
  const mayCount = useCan(COUNT_READERS);
  const mayServe = useCan(DESK_ROLES);
  const reports = [
    { words: 'Areas, their groups and link officers', path: pathTo.coverage(), isShown: true },
    { words: 'Who takes part', path: pathTo.profiles(), isShown: mayCount },
    { words: 'Sounding Board', path: pathTo.soundingBoard(), isShown: mayServe },
  ];
  return (
    <Box
      component="nav"
      aria-label="Other reports"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5, mb: 2 }}
    >
      {reports
        .filter(({ isShown }) => isShown)
        .map(({ words, path }) => (
          <Link key={path} component={RouterLink} to={path}>
            {words}
          </Link>
        ))}
    </Box>
  );
}

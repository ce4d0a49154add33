import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { ImportPlan, ImportRun } from '#db/imports/imports.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { countOf } from '#db/shared/plain-words';
import { FileAboutField } from './FileAboutField.tsx';
import { ApiError } from '../app/api-client.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProgressDialog } from '../shared/ProgressDialog.tsx';
import type { Problem } from '../shared/use-contract-form.ts';
import { useLongAct } from '../shared/use-long-act.ts';
import { FilePicker } from './FilePicker.tsx';
import { type FileToImport, useCheckFile, useStartImport } from './imports.queries.ts';
import { PlanTable } from './PlanTable.tsx';
import { countThings } from './plan-rows.ts';
import { type FileAbout, kindOfFile, LARGEST_FILE_BYTES, readFile } from './read-file.ts';
import { RunsTable } from './RunsTable.tsx';

const TITLE = 'Bring in a diary or a table';

const CHECKING = {
  title: 'Looking at each row of the file',
  stopWords: 'Stop looking at the file',
  stoppedWords: 'Stopped. Nothing was imported.',
} as const;
const BRINGING_IN = {
  title: 'Bringing the rows in',
  stopWords: 'Stop the import',
  stoppedWords: 'Stopped. Nothing was imported.',
} as const;

/** Brings an existing diary in, or a table of people or groups: shows exactly what will happen, does that and nothing else, and takes it back whole. */
export function ImportScreen() {
  if (useCan(MANAGER_ONLY)) return <BringIn />;
  return (
    <>
      <PageHeader title={TITLE} actions={<BackToSettings />} />
      <EmptyState words="A manager brings files in. Ask a manager, and give them the file." />
    </>
  );
}

function BringIn() {
  const check = useCheckFile();
  const start = useStartImport();
  const long = useLongAct();
  const { say } = useToast();
  const [file, setFile] = useState<FileToImport | null>(null);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [about, setAbout] = useState<FileAbout>('diary');
  const [doubles, setDoubles] = useState<ReadonlySet<number>>(new Set());
  const [done, setDone] = useState<ImportRun | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  // The button that was pressed is gone with the list; whoever works by keyboard goes on from the news.
  const doneLine = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done !== null) doneLine.current?.focus();
  }, [done]);

  async function refusable(work: () => Promise<void>): Promise<void> {
    setProblems([]);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblems([{ field: null, message: error.message }]);
    }
  }

  const look = (wanted: FileToImport): Promise<void> =>
    refusable(async () => {
      setFile(wanted);
      setDone(null);
      setDoubles(new Set());
      const looked = await long.run(CHECKING, (act) => check.mutateAsync({ ...wanted, act }));
      if (looked !== undefined) setPlan(looked);
    });

  async function pick(picked: File): Promise<void> {
    setPlan(null);
    if (picked.size > LARGEST_FILE_BYTES)
      return setProblems([
        { field: null, message: 'This file is too large. Split it into files under 7 MB.' },
      ]);
    return look({
      kind: kindOfFile(about, picked.name),
      fileName: picked.name,
      ...(await readFile(picked)),
      columns: {},
    });
  }

  const bringIn = (): Promise<void> =>
    refusable(async () => {
      if (file === null || plan === null) return;
      const { columns, planId } = plan;
      const run = await long.run(BRINGING_IN, (act) =>
        start.mutateAsync({ ...file, columns, planId, doubles: [...doubles], act }),
      );
      if (run === undefined) return;
      setDone(run);
      setPlan(null);
      setFile(null);
      say({ words: `${run.reference}: ${countThings(run.added, run.kind)} brought in.` });
    });

  return (
    <>
      <PageHeader title={TITLE} actions={<BackToSettings />} />
      <Typography sx={{ mb: 2, maxWidth: '44rem' }}>
        From a spreadsheet (.xlsx or CSV), a diary also from a calendar file (.ics). First you see
        what each row would do. Nothing is saved before you say so, and a whole import can be taken
        back.
      </Typography>
      <FileAboutField
        value={about}
        onChoose={(chosen) => {
          setAbout(chosen);
          if (file === null) return;
          const { kind: _, columns: __, sheet: ___, headingsOn: ____, ...same } = file;
          void look({ ...same, kind: kindOfFile(chosen, file.fileName), columns: {} });
        }}
      />
      {problems.length > 0 && (
        <Box sx={{ mb: 2 }}>
          <ErrorSummary errors={problems} />
        </Box>
      )}
      <FilePicker
        accept=".xlsx,.xls,.csv,.txt,.ics,.ical,text/csv,text/calendar"
        words={file === null ? 'Or drop the file here.' : file.fileName}
        onPick={(picked) => void pick(picked)}
      />
      {check.isPending && <LoadingShape lines={6} words="Reading the file." />}
      {done !== null && (
        <Typography ref={doneLine} role="status" tabIndex={-1} sx={{ mt: 2, fontWeight: 620 }}>
          {`${done.reference} is in: ${countThings(done.added, done.kind)}${done.problems === 0 ? '' : `, ${countOf(done.problems, 'row')} left out`}.`}
        </Typography>
      )}
      {file !== null && plan !== null && (
        <Box sx={{ mt: 3 }}>
          <PlanTable
            file={file}
            plan={plan}
            onRead={(choice) => void look({ ...file, ...choice })}
            doubles={doubles}
            onDoubles={setDoubles}
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2 }}>
            <Button
              variant="contained"
              disabled={plan.adds + doubles.size === 0}
              aria-disabled={plan.adds + doubles.size === 0 || start.isPending}
              onClick={() => {
                if (!start.isPending) void bringIn();
              }}
            >
              {start.isPending
                ? 'Bringing the rows in'
                : `Bring in ${countThings(plan.adds + doubles.size, plan.kind)}`}
            </Button>
            <Button
              variant="outlined"
              onClick={() => {
                setPlan(null);
                setFile(null);
              }}
            >
              Leave it
            </Button>
          </Box>
        </Box>
      )}
      <RunsTable onUndone={() => setDone(null)} />
      <ProgressDialog act={long.act} onStop={long.stop} />
    </>
  );
}

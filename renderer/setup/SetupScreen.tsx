import Box from '@mui/material/Box';
import { useState } from 'react';
import { SetupStep, type SetupProgress } from '#db/setup/setup.contract';
import { useSession } from '../app/session-context.tsx';
import { FrontPage } from '../session/FrontPage.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { CentresStep } from './CentresStep.tsx';
import { ComfortStep } from './ComfortStep.tsx';
import { CouncilStep } from './CouncilStep.tsx';
import { FinishedStep } from './FinishedStep.tsx';
import { useIsFirstRunOnScreen } from './first-run-on-screen.ts';
import { ManagerStep } from './ManagerStep.tsx';
import { RecordsStep } from './RecordsStep.tsx';
import { RoomsStep } from './RoomsStep.tsx';
import { useSetupProgress } from './setup.queries.ts';

const STEPS = SetupStep.options;

const TITLES: Readonly<Record<SetupStep, string>> = {
  comfort: 'Make it comfortable',
  records: 'Where the records live',
  council: 'Your council',
  centres: 'Practice or real?',
  manager: 'The first manager',
  rooms: 'Your centre and its rooms',
  finished: 'Ready',
};

/** What every step is given: where the first run stands, and the ways on and back. */
export type StepProps = {
  readonly progress: SetupProgress;
  /** This step was settled before; the person came back to it. */
  readonly isDone: boolean;
  readonly onNext: () => void;
  /** Keeps this page on screen although the program already stands further on. */
  readonly onStay: () => void;
  readonly onBack: (() => void) | null;
};

/** The first run: one thing on each page; back works, and closing resumes at the same step. */
export function SetupScreen() {
  const progress = useSetupProgress();
  const { isSetUp } = useSession();
  const isFinishing = useIsFirstRunOnScreen();
  const [visited, setVisited] = useState<SetupStep | null>(null);

  if (isSetUp && isFinishing) {
    return <Frame step="finished">{<FinishedStep />}</Frame>;
  }
  if (progress.data === undefined) {
    return (
      <FrontPage title="Getting ready">
        {progress.error === null ? (
          <LoadingShape />
        ) : (
          <ProblemPanel
            error={progress.error}
            what="The first run"
            onTryAgain={() => void progress.refetch()}
          />
        )}
      </FrontPage>
    );
  }

  const reached = STEPS.indexOf(progress.data.step);
  const step = visited ?? progress.data.step;
  const at = STEPS.indexOf(step);
  const stepProps: StepProps = {
    progress: progress.data,
    isDone: at < reached,
    // Past the furthest step the program says where to go on.
    onNext: () => setVisited(at + 1 < reached ? (STEPS[at + 1] ?? null) : null),
    onStay: () => setVisited(step),
    onBack: at === 0 ? null : () => setVisited(STEPS[at - 1] ?? null),
  };

  return (
    <Frame
      step={step}
      {...(progress.data.clockWarning ? { warning: progress.data.clockWarning } : {})}
    >
      <Step key={step} step={step} stepProps={stepProps} />
    </Frame>
  );
}

function Step(props: { readonly step: SetupStep; readonly stepProps: StepProps }) {
  switch (props.step) {
    case 'comfort':
      return <ComfortStep {...props.stepProps} />;
    case 'records':
      return <RecordsStep {...props.stepProps} />;
    case 'council':
      return <CouncilStep {...props.stepProps} />;
    case 'centres':
      return <CentresStep {...props.stepProps} />;
    case 'manager':
      return <ManagerStep {...props.stepProps} />;
    case 'rooms':
      return <RoomsStep {...props.stepProps} />;
    case 'finished':
      return <FinishedStep />;
  }
}

function Frame(props: {
  readonly step: SetupStep;
  readonly warning?: string;
  readonly children: React.ReactNode;
}) {
  return (
    <FrontPage
      title={TITLES[props.step]}
      above={`Step ${STEPS.indexOf(props.step) + 1} of ${STEPS.length}`}
      width="48rem"
    >
      {props.warning === undefined ? null : (
        <Box
          role="alert"
          sx={(theme) => ({
            padding: 2,
            marginBottom: 2,
            borderRadius: 1,
            border: `2px solid ${theme.trc.status.warning.line}`,
            color: theme.trc.status.warning.ink,
            backgroundColor: theme.trc.status.warning.ground,
          })}
        >
          {props.warning}
        </Box>
      )}
      {props.children}
    </FrontPage>
  );
}

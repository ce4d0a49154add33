import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import type { ActivityId } from '#db/activities/activities.contract';
import type { Claim, ClaimLineId, LineWords, Warning } from '#db/claims/claims.contract';
import type { Paper } from '#db/shared/paper';
import { useToast } from '../../app/toasts.tsx';
import { useSayingRefusal } from '../../shared/use-saying-refusal.ts';
import { ActivityStep } from './ActivityStep.tsx';
import { CheckStep } from './CheckStep.tsx';
import {
  partyOf,
  useAnswerWarning,
  type useChoices,
  useForecast,
  useRepeatLast,
} from './filing.queries.ts';
import { type Place, type Step, STEP_TITLES, stepsOf } from './form-steps.ts';
import { LinesStep } from './LinesStep.tsx';
import { PaidStep } from './PaidStep.tsx';
import { ReceiptsStep } from './ReceiptsStep.tsx';
import { SignStep } from './SignStep.tsx';
import { StepButtons, StepFrame } from './StepFrame.tsx';
import { Totals } from './Totals.tsx';
import type { KeptClaim } from './use-kept-claim.ts';
import { journeyBefore } from './claim-words.ts';
import { WhoForm } from './WhoForm.tsx';
import { whoValuesOf, whoWords } from './who-values.ts';

type Props = {
  readonly kept: KeptClaim;
  readonly choices: ReturnType<typeof useChoices>;
  readonly place: Place;
  readonly lineId: ClaimLineId | null;
  readonly isHandedOver: boolean;
  readonly today: string;
  readonly onGoTo: (
    step: Step,
    lineId?: ClaimLineId | null,
    activityId?: ActivityId | null,
  ) => void;
  readonly onNext: () => void;
  readonly onBack?: () => void;
  readonly onLater: () => void;
  readonly onDone: (claim: Claim, how: 'signed' | 'to-sign') => void;
  readonly onPaper: (paper: Paper) => void;
  readonly besides: ReactNode;
};

/** The question that is on the screen, and below it what the claim comes to so far. */
export function Steps(props: Props) {
  const { kept, place, isHandedOver } = props;
  const forecast = useForecast(kept.words);
  const steps = stepsOf(isHandedOver);
  return (
    <StepFrame
      key={place.step}
      title={STEP_TITLES[place.step]}
      progress={`Step ${steps.indexOf(place.step) + 1} of ${steps.length}`}
      aside={<Totals forecast={forecast.data} lines={kept.words.lines.length} />}
      below={
        <>
          <Button variant="outlined" onClick={props.onLater}>
            Save and finish later
          </Button>
          {props.besides}
          <Typography role="status" variant="body2" color="textSecondary">
            {kept.isSaved ? `Saved as ${kept.claim.reference}` : 'Saving'}
          </Typography>
        </>
      }
    >
      <StepBody {...props} forecast={forecast} />
    </StepFrame>
  );
}

function StepBody(props: Props & { readonly forecast: ReturnType<typeof useForecast> }) {
  const { kept, choices, place, isHandedOver, onGoTo, onNext } = props;
  const { claim, words } = kept;
  const answer = useAnswerWarning();
  const repeat = useRepeatLast();
  const refusing = useSayingRefusal();
  const { say } = useToast();
  const [attempt, setAttempt] = useState(0);
  const forecast = props.forecast.data;
  const back = props.onBack === undefined ? {} : { onBack: props.onBack };

  async function answerWarning(warning: Warning, why: string): Promise<void> {
    await kept.keep();
    await answer.mutateAsync({
      id: claim.id,
      lineId: warning.lineId,
      code: warning.code,
      otherId: warning.other?.otherId ?? '',
      why,
    });
  }

  function repeatLast(activityId: ActivityId | null): void {
    void refusing(async () => {
      const last = await repeat.mutateAsync({
        claimant: partyOf(claim.claimant),
        id: claim.id,
        activityId,
      });
      if (last === null) {
        say({ words: 'There is no earlier claim to take over.' });
        return;
      }
      kept.change((before) => ({ ...before, lines: last.lines, method: last.method }));
      await kept.keep();
      // A fare was another one that day; miles are the same.
      const open = last.lines.find(({ milesTenths }) => milesTenths === null);
      onGoTo(open === undefined ? 'check' : 'lines', open?.id ?? null, activityId);
    });
  }

  /** A key that comes before the figures waits for them; it is never lost. */
  async function goOnWhenWhole(): Promise<void> {
    const { data, isPlaceholderData, refetch } = props.forecast;
    const seen = isPlaceholderData || data === undefined ? (await refetch()).data : data;
    if (seen === undefined || seen.missing.length > 0) setAttempt((tries) => tries + 1);
    else onNext();
  }

  switch (place.step) {
    case 'who':
      return (
        <WhoForm
          start={whoValuesOf(claim)}
          today={props.today}
          onWho={async (values) => {
            kept.change((before) => ({ ...before, ...whoWords(values) }));
            await kept.keep();
            onGoTo(words.lines.length > 0 ? 'check' : 'activity');
          }}
        >
          <StepButtons continueWords="Continue" />
        </WhoForm>
      );
    case 'activity':
      return (
        <ActivityStep
          choices={choices}
          last={journeyBefore(choices.data, words)}
          chosenId={place.activityId}
          isHandedOver={isHandedOver}
          onChoose={(activity) => onGoTo('receipts', null, activity?.id ?? null)}
          onRepeat={(activity) => repeatLast(activity?.id ?? null)}
          {...back}
        />
      );
    case 'receipts':
      return (
        <ReceiptsStep
          claim={claim}
          isHandedOver={isHandedOver}
          onKeep={kept.keep}
          onContinue={onNext}
          {...back}
        />
      );
    case 'lines':
      return (
        <LinesStep
          key={props.lineId ?? 'all'}
          claim={claim}
          words={words}
          choices={choices.data}
          last={journeyBefore(choices.data, words)}
          forecast={forecast}
          activityId={place.activityId}
          startsWith={props.lineId}
          isHandedOver={isHandedOver}
          onChange={kept.change}
          onAnswer={answerWarning}
          onReceipts={() => void kept.keep().then(() => onGoTo('receipts'))}
          onContinue={onNext}
          onCheck={() => void kept.keep().then(() => onGoTo('check'))}
          {...back}
        />
      );
    case 'paid':
      return (
        <PaidStep
          claim={claim}
          words={words}
          isHandedOver={isHandedOver}
          onChange={kept.change}
          onContinue={onNext}
          {...back}
        />
      );
    case 'check':
      return (
        <CheckStep
          claim={claim}
          words={words}
          forecast={forecast}
          isHandedOver={isHandedOver}
          attempt={attempt}
          onGoTo={(step: Step, lineId?: LineWords['id']) => onGoTo(step, lineId ?? null)}
          onAnswer={answerWarning}
          onContinue={() => void goOnWhenWhole()}
          {...back}
        />
      );
    case 'sign':
      return (
        <SignStep
          claim={claim}
          forecast={forecast}
          onKeep={kept.keep}
          versionNow={kept.versionNow}
          onDone={props.onDone}
          onPaper={props.onPaper}
          {...back}
        />
      );
  }
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Claim, ClaimId, ClaimLineId } from '#db/claims/claims.contract';
import { isBeingFilledIn } from '#db/claims/filing/open-claim.rules';
import type { Paper } from '#db/shared/paper';
import { ApiError } from '../../app/api-client.ts';
import { useToday } from '../../app/session-context.tsx';
import { useShortcut } from '../../app/shortcuts.ts';
import { useToast } from '../../app/toasts.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { NoticeBox } from '../../shared/NoticeBox.tsx';
import { PaperDialog } from '../../shared/PaperDialog.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { activityOfLines, wordsOf } from './claim-words.ts';
import { DoneStep } from './DoneStep.tsx';
import { useChoices } from './filing.queries.ts';
import {
  forgetPlace,
  keepPlace,
  type Place,
  readPlace,
  resumeStep,
  type Step,
  stepAfter,
  stepBefore,
} from './form-steps.ts';
import { Steps } from './Steps.tsx';
import { type KeptClaim, useKeptClaim } from './use-kept-claim.ts';

export type DoneHow = 'signed' | 'to-sign' | 'later';

type Props = {
  readonly claimId: ClaimId;
  /** Told as soon as the claim is signed, printed to be signed, or put aside. */
  readonly onDone: (claim: Claim, how: DoneHow) => void;
  /** The screen was handed to the claimant: no names of others, no way elsewhere. */
  readonly isHandedOver: boolean;
  /** What can be done next once it is signed; for staff. */
  readonly afterwards?: (claim: Claim) => ReactNode;
  /** What staff may do beside filling it in; `keep` saves what is on the screen first. */
  readonly besides?: (claim: Claim, keep: () => Promise<void>) => ReactNode;
};

/** Filling in one claim, from whom it is for to the signature: one question after the other, saved at each. */
export function ClaimForm(props: Props) {
  const [paper, setPaper] = useState<Paper | null>(null);
  return (
    <>
      <Filled {...props} onPaper={setPaper} />
      {paper !== null && (
        <PaperDialog
          isOpen
          hasOneSize
          title={paper.title}
          load={() => Promise.resolve(paper)}
          onClose={() => setPaper(null)}
        />
      )}
    </>
  );
}

type Within = Props & { readonly onPaper: (paper: Paper) => void };

function Filled(props: Within) {
  const { query, kept } = useKeptClaim(props.claimId);
  if (query.isError)
    return (
      <ProblemPanel error={query.error} what="This claim" onTryAgain={() => void query.refetch()} />
    );
  if (kept === undefined) return <LoadingShape lines={8} />;
  if (!isBeingFilledIn(kept.claim, kept.claim.lines))
    return (
      <DoneStep claim={kept.claim} isHandedOver={props.isHandedOver}>
        {props.afterwards?.(kept.claim)}
      </DoneStep>
    );
  return <FillingIn key={kept.claim.id} {...props} kept={kept} />;
}

function FillingIn(props: Within & { readonly kept: KeptClaim }) {
  const { kept, isHandedOver, onDone } = props;
  const { claim } = kept;
  const today = useToday();
  const { say } = useToast();
  const choices = useChoices(claim.claimant);
  const [place, setPlace] = useState<Place>(() => placeOf(claim, isHandedOver));
  const [lineId, setLineId] = useState<ClaimLineId | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  function goTo(step: Step, line: ClaimLineId | null = null, activityId = place.activityId): void {
    const next = { step, activityId };
    keepPlace(claim.id, next);
    setPlace(next);
    setLineId(line);
    setRefusal(null);
  }

  /** Saves, and goes on only when that was taken: nobody walks on over a refusal. */
  async function keepAnd(go: () => void): Promise<void> {
    try {
      await kept.keep();
      go();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error.message);
    }
  }

  const before = stepBefore(place.step, isHandedOver);
  const goBack = (): void => {
    if (before !== undefined) void keepAnd(() => goTo(before));
  };
  const finishLater = (): void =>
    void keepAnd(() => {
      if (!isHandedOver)
        say({ words: `${claim.reference} is saved. Finish it whenever you like.` });
      onDone(claim, 'later');
    });

  useShortcut('alt+left', 'The question before', goBack, {
    scope: 'This claim',
    isOn: before !== undefined,
  });
  useShortcut('ctrl+enter', 'Save and finish later', finishLater, { scope: 'This claim' });

  return (
    <Box
      onKeyDownCapture={(event: KeyboardEvent) => {
        // Forms take these keys for sending; in this form they put it aside. A dialog over it keeps its own.
        const isInDialog =
          event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
        if (event.key !== 'Enter' || !event.ctrlKey || isInDialog) return;
        event.preventDefault();
        event.stopPropagation();
        finishLater();
      }}
      sx={{ maxWidth: '72rem' }}
    >
      {(refusal ?? kept.refusal) !== null && (
        <NoticeBox>
          <Typography sx={{ fontWeight: 620 }}>Not saved: {refusal ?? kept.refusal}</Typography>
          <Button
            variant="outlined"
            onClick={() => {
              setRefusal(null);
              kept.takeOver();
            }}
          >
            Read the claim again as it is on record
          </Button>
        </NoticeBox>
      )}
      <Steps
        {...{ kept, choices, place, lineId, isHandedOver, today }}
        onGoTo={goTo}
        onNext={() => void keepAnd(() => goTo(stepAfter(place.step)))}
        {...(before === undefined ? {} : { onBack: goBack })}
        onLater={finishLater}
        besides={props.besides?.(claim, kept.keep)}
        onPaper={props.onPaper}
        onDone={(done, how) => {
          forgetPlace(done.id);
          onDone(done, how);
        }}
      />
    </Box>
  );
}

/** Where filling in goes on: where it was left on this computer, else as far as the claim itself says. */
function placeOf(claim: Claim, isHandedOver: boolean): Place {
  const kept = readPlace(claim.id);
  const activityId = kept?.activityId ?? activityOfLines(wordsOf(claim));
  const step = kept?.step ?? resumeStep(claim);
  return { step: isHandedOver && step === 'who' ? 'activity' : step, activityId };
}

import Box from '@mui/material/Box';
import type { ClaimId, Warning } from '#db/claims/claims.contract';
import type { ToDecide } from '#db/claims/deciding.contract';
import { DESK_ROLES } from '#db/shared/access';
import { useCan } from '../../app/session-context.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { useAnswerWarning } from '../form/filing.queries.ts';
import { WarningList } from '../form/WarningList.tsx';
import { ClaimHead } from './ClaimHead.tsx';
import { ClaimRecord } from './ClaimRecord.tsx';
import { DecideLine } from './DecideLine.tsx';
import { PayPart } from './PayPart.tsx';
import { StepBar } from './StepBar.tsx';
import { useToDecide } from './deciding.queries.ts';
import type { ClaimDecision } from './use-claim-decision.ts';

type Props = {
  readonly id: ClaimId;
  readonly found: ToDecide | undefined;
  readonly decision: ClaimDecision;
  /** The keys of the queue are heard here. */
  readonly hasKeys?: boolean;
  /** A reason is written: the list takes the focus again, where there is one. */
  readonly onWritten?: () => void;
};

/** While a claim is in one of these, a doubt can be passed with a reason. */
const CAN_BE_ANSWERED: readonly string[] = ['filed', 'verified'];

/** A claim whole, with every rule applied and every doubt in sight, and what is done with it below. */
export function DecidePane({ id, found, decision, hasKeys = false, onWritten }: Props) {
  const query = useToDecide(id);
  const answer = useAnswerWarning();
  const mayAnswer = useCan(DESK_ROLES);
  if (query.isError)
    return (
      <ProblemPanel error={query.error} what="The claim" onTryAgain={() => void query.refetch()} />
    );
  if (found === undefined) return <LoadingShape lines={8} />;
  const { claim, next } = found;
  const isDeciding = next.step === 'approve' && next.may;
  const onAnswer =
    mayAnswer && CAN_BE_ANSWERED.includes(claim.state)
      ? (warning: Warning, why: string) =>
          answer.mutateAsync({
            id: claim.id,
            lineId: warning.lineId,
            code: warning.code,
            otherId: warning.other?.otherId ?? '',
            why,
          })
      : undefined;
  return (
    <Box
      sx={{
        minWidth: 0,
        // What has the focus is brought clear of the bar that stays at the foot of the page.
        '& > :not([data-foot-bar]) :is(a, button, input, select, textarea, [tabindex])': {
          scrollMarginBottom: '8rem',
        },
      }}
    >
      <ClaimHead found={found} />
      <WarningList
        claimId={claim.id}
        warnings={claim.warnings.filter(({ lineId }) => lineId === null)}
        isHandedOver={false}
        {...(onAnswer === undefined ? {} : { onAnswer })}
      />
      {/* Doubts about whoever decides are nobody's to answer; who may not decide reads why below. */}
      {next.may && <WarningList warnings={found.aboutPeople} isHandedOver={false} />}
      <Box
        component="ol"
        aria-label="Costs"
        sx={{ listStyle: 'none', margin: 0, padding: 0, mt: 2, display: 'grid', gap: 1.5 }}
      >
        {claim.lines.map((line) => (
          <DecideLine
            key={line.id}
            claim={claim}
            line={line}
            decision={decision}
            isDeciding={isDeciding}
            hasKeys={hasKeys}
            onAnswer={onAnswer}
            onWritten={() => onWritten?.()}
          />
        ))}
      </Box>
      <StepBar found={found} decision={decision} hasKeys={hasKeys} />
      <PayPart found={found} />
      <ClaimRecord claim={claim} />
    </Box>
  );
}

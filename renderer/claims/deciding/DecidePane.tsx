import Box from '@mui/material/Box';
import type { ClaimId } from '#db/claims/claims.contract';
import type { ToDecide } from '#db/claims/deciding.contract';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { useAnswerWarning } from '../form/filing.queries.ts';
import { WarningList } from '../form/WarningList.tsx';
import { ClaimHead } from './ClaimHead.tsx';
import { ClaimRecord } from './ClaimRecord.tsx';
import { DecideLine } from './DecideLine.tsx';
import { PayPart } from './PayPart.tsx';
import { StepBar } from './StepBar.tsx';
import { useReasons, useToDecide } from './deciding.queries.ts';
import type { ClaimDecision } from './use-claim-decision.ts';

type Props = {
  readonly id: ClaimId;
  readonly found: ToDecide | undefined;
  readonly decision: ClaimDecision;
};

/** A claim whole, with every rule applied and every doubt in sight, and what is done with it below. */
export function DecidePane({ id, found, decision }: Props) {
  const query = useToDecide(id);
  const reasons = useReasons();
  const answer = useAnswerWarning();
  if (query.isError)
    return (
      <ProblemPanel error={query.error} what="The claim" onTryAgain={() => void query.refetch()} />
    );
  if (found === undefined) return <LoadingShape lines={8} />;
  const { claim, next } = found;
  const isDeciding = next.step === 'approve' && next.may;
  return (
    <Box sx={{ minWidth: 0 }}>
      <ClaimHead found={found} />
      <WarningList
        warnings={[...claim.warnings.filter(({ lineId }) => lineId === null), ...found.aboutPeople]}
        isHandedOver={false}
        onAnswer={(warning, why) =>
          answer.mutateAsync({
            id: claim.id,
            lineId: warning.lineId,
            code: warning.code,
            otherId: warning.other?.otherId ?? '',
            why,
          })
        }
      />
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
            choice={decision.choices.get(line.id)}
            reasons={reasons.data ?? []}
            isDeciding={isDeciding}
            isCurrent={decision.current?.id === line.id}
            onChoose={(part) => decision.choose(line.id, part)}
          />
        ))}
      </Box>
      <StepBar found={found} decision={decision} />
      <PayPart found={found} />
      <ClaimRecord claim={claim} />
    </Box>
  );
}

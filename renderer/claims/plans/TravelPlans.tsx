import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { COST_KIND_WORDS } from '#db/claim-policy/claim-policy.contract';
import type { TravelPlan } from '#db/claims/claims.contract';
import type { Person } from '#db/people/people.contract';
import { DESK_ROLES } from '#db/shared/access';
import { formatDateNoWeekday, joinWords } from '#db/shared/plain-words';
import type { Role } from '#db/shared/roles';
import { useCan } from '../../app/session-context.tsx';
import { Card } from '../../shared/Card.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { AgreePlanForm } from './AgreePlanForm.tsx';
import { EndPlanForm } from './EndPlanForm.tsx';
import { PlanReason } from './PlanReason.tsx';
import { useTravelPlans } from './plans.queries.ts';

/** Who agrees how somebody travels, and may read why. */
const AGREES: readonly Role[] = ['officer', 'manager'];

type Open =
  | { readonly what: 'agree' }
  | { readonly what: 'end' | 'why'; readonly plan: TravelPlan }
  | null;

/** How somebody travels by agreement, such as by taxi after dark; why is read one at a time and on record (EXP-06). */
export function TravelPlans({ person }: { readonly person: Person }) {
  const mayServe = useCan(DESK_ROLES);
  return mayServe ? <Plans person={person} /> : null;
}

function Plans({ person }: { readonly person: Person }) {
  const mayAgree = useCan(AGREES);
  const plans = useTravelPlans(person.id);
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  return (
    <Box sx={{ mt: 3 }}>
      <Card
        component="section"
        title="How they travel by agreement"
        actions={
          mayAgree && (
            <Button onClick={() => setOpen({ what: 'agree' })}>Agree a way of travelling</Button>
          )
        }
      >
        {plans.isError ? (
          <ProblemPanel
            error={plans.error}
            what="The agreed ways of travelling"
            onTryAgain={() => void plans.refetch()}
          />
        ) : plans.data === undefined ? (
          <LoadingShape lines={2} />
        ) : plans.data.length === 0 ? (
          <Typography sx={{ mt: 1, color: 'text.secondary' }}>Nothing is agreed.</Typography>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {plans.data.map((plan) => (
              <Box component="li" key={plan.id} sx={{ mt: 1.5 }}>
                <Typography data-personal="" sx={{ fontWeight: 620 }}>
                  {plan.words}
                </Typography>
                <Typography>{termsWords(plan)}</Typography>
                {mayAgree && (
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                    <Button
                      size="small"
                      aria-label={`Read why: ${plan.words}`}
                      onClick={() => setOpen({ what: 'why', plan })}
                    >
                      Read why
                    </Button>
                    <Button
                      size="small"
                      aria-label={`End it: ${plan.words}`}
                      onClick={() => setOpen({ what: 'end', plan })}
                    >
                      End it
                    </Button>
                  </Box>
                )}
              </Box>
            ))}
          </Box>
        )}
      </Card>
      {open?.what === 'agree' && <AgreePlanForm person={person} onClose={close} />}
      {open?.what === 'end' && <EndPlanForm plan={open.plan} onClose={close} />}
      {open?.what === 'why' && <PlanReason plan={open.plan} onClose={close} />}
    </Box>
  );
}

/** 'Taxi, from 4 January 2027, agreed by Olu Bright' */
function termsWords({ kinds, from, until, agreedBy }: TravelPlan): string {
  const what = joinWords(kinds.map((kind) => COST_KIND_WORDS[kind].toLowerCase()));
  const days =
    until === null
      ? `from ${formatDateNoWeekday(from)}`
      : `${formatDateNoWeekday(from)} to ${formatDateNoWeekday(until)}`;
  return `${what.slice(0, 1).toUpperCase()}${what.slice(1)}, ${days}, agreed by ${agreedBy}`;
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { GroupId } from '#db/groups/groups.contract';
import type { Mandate as MandateOfGroup } from '#db/payees/mandate.contract';
import { signingOn } from '#db/payees/mandate.rules';
import { DESK_ROLES } from '#db/shared/access';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { Private } from '../shared/Private.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { MandateForm } from './MandateForm.tsx';
import { useMandate } from './payees.queries.ts';

type Props = { readonly groupId: GroupId; readonly name: string };

/** Who may sign for a group's account, as its bank has it. */
export function Mandate({ groupId, name }: Props) {
  const mandate = useMandate(groupId);
  const mayChange = useCan(DESK_ROLES);
  const { say } = useToast();
  const [isChanging, setIsChanging] = useState(false);
  return (
    <Box sx={{ mt: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography variant="h3">Who signs for the account</Typography>
        {mayChange && mandate.data !== undefined && (
          <Button size="small" onClick={() => setIsChanging(true)}>
            Change who signs
          </Button>
        )}
      </Box>
      {mandate.isError ? (
        <ProblemPanel
          error={mandate.error}
          what="Who signs"
          onTryAgain={() => void mandate.refetch()}
        />
      ) : mandate.data === undefined ? (
        <LoadingShape lines={1} />
      ) : (
        <Facts mandate={mandate.data} />
      )}
      {isChanging && mandate.data !== undefined && (
        <MandateForm
          mandate={mandate.data}
          name={name}
          onSaved={() => {
            setIsChanging(false);
            say({ words: `Entered who signs for ${name}.` });
          }}
          onClose={() => setIsChanging(false)}
        />
      )}
    </Box>
  );
}

function Facts({ mandate }: { readonly mandate: MandateOfGroup }) {
  const signing = signingOn(mandate.signatories, useToday());
  if (mandate.confirmedOn === null)
    return <Typography>Nobody has entered who signs for the account.</Typography>;
  return (
    <>
      {mandate.warnings.map((words) => (
        <StatusWord key={words} tone="warning" words={words} />
      ))}
      <Typography>
        {`${countOf(mandate.toSign, 'person must', 'people must')} sign. `}
        <Private>
          {signing.length === 0
            ? 'Nobody may at present.'
            : `These may: ${signing.map((one) => one.name).join(', ')}.`}
        </Private>
        {` Confirmed on ${formatDateNoWeekday(mandate.confirmedOn)}.`}
      </Typography>
    </>
  );
}

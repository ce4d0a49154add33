import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import type { z } from 'zod';
import { type Batch, BatchId, ClaimId } from '#db/claims/claims.contract';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { pathTo } from '../../app/paths.ts';
import { useToday } from '../../app/session-context.tsx';
import { useGroup } from '../../groups/groups.queries.ts';
import { usePerson } from '../../people/people.queries.ts';
import { choiceIdOf, choiceOfGroup, choiceOfPerson } from '../../people/who.ts';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHeader } from '../../shared/PageHeader.tsx';
import { PaperDialog } from '../../shared/PaperDialog.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { useBatch } from '../sheets/sheets.queries.ts';
import { blankForm, useSaveDraft } from './filing.queries.ts';
import { keepPlace, STEP_TITLES, STEPS } from './form-steps.ts';
import { StepButtons, StepFrame } from './StepFrame.tsx';
import { WhoForm } from './WhoForm.tsx';
import { newClaimWords, newWhoValues, type WhoValues } from './who-values.ts';

/** A new claim begins with whom it is for; the address may say that already. */
export function NewClaimScreen() {
  const [search] = useSearchParams();
  const [isPrinting, setIsPrinting] = useState(false);
  const person = PersonId.safeParse(search.get('person')).data;
  const group = GroupId.safeParse(search.get('group')).data;
  const sheet = BatchId.safeParse(search.get('sheet')).data;
  return (
    <>
      <PageHeader
        title="New expense claim"
        actions={
          <Button component={RouterLink} to={pathTo.claimsToFinish()}>
            Claims to finish
          </Button>
        }
        printAction={{ words: 'Print a blank form', run: () => setIsPrinting(true) }}
      />
      {sheet !== undefined ? (
        <OnSheet id={sheet} />
      ) : person !== undefined ? (
        <ForPerson id={person} />
      ) : group !== undefined ? (
        <ForGroup id={group} />
      ) : (
        <Begin of={null} />
      )}
      <PaperDialog
        isOpen={isPrinting}
        title="Blank claim form"
        load={blankForm(null)}
        onClose={() => setIsPrinting(false)}
      />
    </>
  );
}

function ForPerson({ id }: { readonly id: PersonId }) {
  const person = usePerson(id);
  if (person.data === undefined) return <Coming query={person} />;
  return <Begin of={choiceOfPerson(person.data)} />;
}

function ForGroup({ id }: { readonly id: GroupId }) {
  const group = useGroup(id);
  if (group.data === undefined) return <Coming query={group} />;
  return <Begin of={choiceOfGroup(group.data)} />;
}

/** A member's claim on a treasurer's sheet: who brings it and for which group stand there already. */
function OnSheet({ id }: { readonly id: BatchId }) {
  const batch = useBatch(id);
  if (batch.data === undefined) return <Coming query={batch} />;
  return <Begin of={null} batch={batch.data} />;
}

function Coming({
  query,
}: {
  readonly query:
    | ReturnType<typeof useBatch>
    | ReturnType<typeof usePerson>
    | ReturnType<typeof useGroup>;
}) {
  if (!query.isError) return <LoadingShape lines={6} />;
  return (
    <ProblemPanel error={query.error} what="Who claims" onTryAgain={() => void query.refetch()} />
  );
}

function Begin({
  of,
  batch,
}: {
  readonly of: Parameters<typeof newWhoValues>[1];
  readonly batch?: Batch;
}) {
  const today = useToday();
  const navigate = useNavigate();
  const save = useSaveDraft();
  // One form is one claim, whatever is pressed twice.
  const [id] = useState(() => ClaimId.parse(crypto.randomUUID()));
  const start =
    batch === undefined
      ? newWhoValues(today, of)
      : { ...newWhoValues(today, of), ...onSheet(batch) };
  return (
    <Box sx={{ maxWidth: '72rem' }}>
      <StepFrame title={STEP_TITLES.who} progress={`Step 1 of ${STEPS.length}`}>
        <WhoForm
          start={start}
          today={today}
          onWho={async (values) => {
            const claim = await save.mutateAsync(
              newClaimWords(values, { id, batchId: batch?.id ?? null }),
            );
            keepPlace(claim.id, { step: 'activity', activityId: null });
            await navigate(pathTo.claimForm(claim.id), { replace: true });
          }}
        >
          <StepButtons continueWords="Continue" />
        </WhoForm>
      </StepFrame>
    </Box>
  );
}

function onSheet(batch: Batch): Partial<z.input<typeof WhoValues>> {
  const treasurer = {
    id: choiceIdOf({ kind: 'person', personId: batch.treasurerPersonId }),
    title: batch.treasurerName,
  };
  return {
    bringer: 'other',
    filer: treasurer,
    actsFor: { who: treasurer, answer: choiceIdOf({ kind: 'group', groupId: batch.groupId }) },
    receivedOn: batch.receivedOn,
  };
}

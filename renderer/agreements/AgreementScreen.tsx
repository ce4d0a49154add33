import Button from '@mui/material/Button';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Agreement, AgreementId } from '#db/agreements/agreements.contract';
import { isCompact } from '#db/agreements/agreements.rules';
import { DESK_ROLES } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { EditIcon, PrintIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { detailsOf } from './agreement-form-values.ts';
import { ChangeAgreementDialog } from './AgreementForm.tsx';
import { AgreementParts } from './AgreementParts.tsx';
import { EndForm, SignForm } from './AgreementSteps.tsx';
import {
  agreementPaper,
  useAgreement,
  useChangeAgreement,
  useStartReview,
  useUndoStep,
} from './agreements.queries.ts';

/** One agreement at its own address. */
export function AgreementScreen() {
  const { id = '' } = useParams();
  const agreement = useAgreement(id as AgreementId);
  if (agreement.data !== undefined) return <AgreementView agreement={agreement.data} />;
  return (
    <>
      <PageHeader title="Agreement" />
      {agreement.isError ? (
        <ProblemPanel
          error={agreement.error}
          what="This agreement"
          onTryAgain={() => void agreement.refetch()}
        />
      ) : (
        <LoadingShape lines={6} />
      )}
    </>
  );
}

type Open = 'change' | 'sign' | 'end' | 'paper';

function AgreementView({ agreement }: { readonly agreement: Agreement }) {
  const mayChange = useCan(DESK_ROLES);
  const [open, setOpen] = useState<Open | null>(null);
  const { tell, tellChanged, review, takeBack } = useAgreementActs(agreement);
  const close = (): void => setOpen(null);
  const { state, kind, reference, id } = agreement;
  const isOpen = mayChange && state !== 'ended';
  const saved = (words: string) => (after: Agreement) => {
    close();
    tell(words, after);
  };
  return (
    <>
      <PageHeader
        title={agreement.title}
        actions={
          <>
            {isOpen && state !== 'signed' && (
              <Button variant="contained" onClick={() => setOpen('sign')}>
                Everybody has signed
              </Button>
            )}
            {isOpen && (
              <Button variant="outlined" startIcon={<EditIcon />} onClick={() => setOpen('change')}>
                {state === 'signed' ? 'Change actions and notes' : 'Change the agreement'}
              </Button>
            )}
            {isOpen && state === 'signed' && (
              <Button variant="outlined" onClick={() => void review()}>
                Begin a review
              </Button>
            )}
            {kind !== 'code-adoption' && (
              <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => setOpen('paper')}>
                Print the agreement
              </Button>
            )}
            {isOpen && (
              <Button variant="outlined" onClick={() => setOpen('end')}>
                End the agreement
              </Button>
            )}
            {mayChange && agreement.canUndo && (
              <Button variant="outlined" onClick={() => void takeBack()}>
                Take the last step back
              </Button>
            )}
          </>
        }
      />
      <AgreementParts agreement={agreement} />
      {open === 'change' && (
        <ChangeAgreementDialog
          agreement={agreement}
          onSaved={(after) => {
            close();
            tellChanged(after);
          }}
          onClose={close}
        />
      )}
      {open === 'sign' && (
        <SignForm
          agreement={agreement}
          onSaved={saved(`${reference} is signed.`)}
          onClose={close}
        />
      )}
      {open === 'end' && (
        <EndForm agreement={agreement} onSaved={saved(`${reference} is ended.`)} onClose={close} />
      )}
      {open === 'paper' && (
        <PaperDialog
          isOpen
          title={`${agreement.title}, ${reference}`}
          load={
            isCompact(kind)
              ? agreementPaper.compact(id, kind === 'local-compact')
              : agreementPaper.confidentiality(id)
          }
          onClose={close}
        />
      )}
    </>
  );
}

/** The steps of an agreement with the words that tell of them, and how each is taken back. */
function useAgreementActs(before: Agreement) {
  const startReview = useStartReview();
  const undoStep = useUndoStep();
  const change = useChangeAgreement();
  const { say } = useToast();
  const saying = useSayingRefusal();
  const { reference } = before;

  const tell = (words: string, { id, version }: Agreement): void =>
    say({ words, undo: { label: 'Undo', run: () => undoStep.mutateAsync({ id, version }) } });

  return {
    tell,
    tellChanged: ({ id, version }: Agreement): void =>
      say({
        words: `Changed: ${reference}.`,
        undo: {
          label: 'Undo',
          run: () => change.mutateAsync({ ...detailsOf(before), id, version }),
        },
      }),
    review: () =>
      saying(async () =>
        tell(
          `The review of ${reference} is begun. Its words can be changed now.`,
          await startReview.mutateAsync({ id: before.id, version: before.version }),
        ),
      ),
    takeBack: () =>
      saying(async () => {
        await undoStep.mutateAsync({ id: before.id, version: before.version });
        say({ words: `The last step of ${reference} is taken back.` });
      }),
  };
}

import Button from '@mui/material/Button';
import { useState } from 'react';
import { z } from 'zod';
import type { Claim } from '#db/claims/claims.contract';
import { DESK_ROLES } from '#db/shared/access';
import { Lines } from '#db/shared/text';
import { useCan } from '../../app/session-context.tsx';
import { useToast } from '../../app/toasts.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useSayingRefusal } from '../../shared/use-saying-refusal.ts';
import { AttachSigned } from './AttachSigned.tsx';
import { waitsForTreasurer } from './claim-state.ts';
import { useReopen, useWithdraw } from './filing.queries.ts';
import { keepPlace } from './form-steps.ts';

type Open = 'attach' | 'reopen' | 'withdraw' | null;

/** What can be done with a claim that is signed or waits for its paper: bring the paper, open it again, withdraw it. */
export function SignedActs({ claim }: { readonly claim: Claim }) {
  const mayServe = useCan(DESK_ROLES);
  const reopen = useReopen();
  const withdraw = useWithdraw();
  const { say } = useToast();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const saying = useSayingRefusal();
  const openAgain = async (why: string): Promise<void> => {
    await reopen.mutateAsync({ id: claim.id, version: claim.version, why });
    keepPlace(claim.id, { step: 'check', activityId: null });
  };
  const mayReopen = ['to-sign', 'filed'].includes(claim.state);
  const mayWithdraw = ['to-sign', 'filed', 'verified', 'asked'].includes(claim.state);
  if (!mayServe) return null;
  return (
    <>
      {claim.state === 'to-sign' && !waitsForTreasurer(claim) && (
        <Button size="large" variant="contained" onClick={() => setOpen('attach')}>
          Take in the signed paper
        </Button>
      )}
      {claim.state === 'asked' && (
        <Button
          size="large"
          variant="contained"
          disabled={reopen.isPending}
          onClick={() => void saying(async () => openAgain('To answer what was asked.'))}
        >
          Answer the question
        </Button>
      )}
      {mayReopen && (
        <Button size="large" onClick={() => setOpen('reopen')}>
          Open it again to change it
        </Button>
      )}
      {mayWithdraw && (
        <Button size="large" onClick={() => setOpen('withdraw')}>
          Withdraw the claim
        </Button>
      )}
      {open === 'attach' && (
        <AttachSigned reference={claim.reference} signer={claim.claimantName} onClose={close} />
      )}
      {open === 'reopen' && (
        <WhyDialog
          title={`Open ${claim.reference} again`}
          hint="It is signed anew after that; its papers say that it was changed."
          saveWords="Open the claim again"
          onClose={close}
          onWhy={openAgain}
        />
      )}
      {open === 'withdraw' && (
        <WhyDialog
          title={`Withdraw ${claim.reference}`}
          hint="It stays on record and is not paid."
          saveWords="Withdraw the claim"
          onClose={close}
          onWhy={async (why) => {
            await withdraw.mutateAsync({ id: claim.id, version: claim.version, why });
            say({ words: `${claim.reference} is withdrawn.` });
          }}
        />
      )}
    </>
  );
}

const Why = z.object({
  why: Lines.min(1, 'Say why.').max(300, 'Use 300 characters or fewer.'),
});

function WhyDialog(props: {
  readonly title: string;
  readonly hint: string;
  readonly saveWords: string;
  readonly onWhy: (why: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const form = useContractForm(
    Why,
    { why: '' },
    {
      onSubmit: async ({ why }) => {
        await props.onWhy(why);
        props.onClose();
      },
    },
  );
  return (
    <FormDialog title={props.title} onClose={props.onClose}>
      <ContractFormBody form={form} label={props.title}>
        <TextField name="why" label="Why?" hint={props.hint} />
        <FormButtons
          saveWords={props.saveWords}
          closeWords="Close and leave it"
          isSending={form.isSending}
          onClose={props.onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

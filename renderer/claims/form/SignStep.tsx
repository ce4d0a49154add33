import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { type Claim, Strokes } from '#db/claims/claims.contract';
import type { Forecast } from '#db/claims/filing.contract';
import type { Paper, PaperSize } from '#db/shared/paper';
import { Line } from '#db/shared/text';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { useFieldState } from '../../shared/form-context.tsx';
import { Private } from '../../shared/Private.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { usePrintToSign, useSign } from './filing.queries.ts';
import { PadField } from './PadField.tsx';
import { SignOnPaper } from './SignOnPaper.tsx';
import { StepButtons } from './StepFrame.tsx';

const Signed = z.object({
  signer: Line.min(1, 'Enter who signs.').max(160, 'Use 160 characters or fewer.'),
  strokes: Strokes,
});

type Props = {
  readonly claim: Claim;
  readonly forecast: Forecast | undefined;
  /** Saves what was changed before: what is signed is what is on record. */
  readonly onKeep: () => Promise<void>;
  /** The claim's version after everything is saved. */
  readonly versionNow: () => number;
  readonly onDone: (claim: Claim, how: 'signed' | 'to-sign') => void;
  /** The paper to sign, which outlives this question. */
  readonly onPaper: (paper: Paper) => void;
  readonly onBack?: (() => void) | undefined;
};

/** The words in full, and a box to sign in; or the claim on paper, to be signed there. */
export function SignStep(props: Props) {
  const { claim, forecast, onKeep, versionNow, onDone, onPaper, onBack } = props;
  const sign = useSign();
  const print = usePrintToSign();
  const [key] = useState(() => crypto.randomUUID());
  const [isAsking, setIsAsking] = useState(false);
  const role = claim.claimantKind === 'group' ? 'filer' : 'claimant';
  const form = useContractForm(
    Signed,
    { signer: signerOf(claim), strokes: [] },
    {
      onSubmit: async ({ signer, strokes }) => {
        await onKeep();
        const signed = await sign.mutateAsync({
          id: claim.id,
          key,
          version: versionNow(),
          role,
          signer,
          strokes,
        });
        onDone(signed, 'signed');
      },
    },
  );

  async function drawToSign(size: PaperSize): Promise<void> {
    await onKeep();
    onPaper(await print.mutateAsync({ id: claim.id, version: versionNow(), size }));
    onDone(claim, 'to-sign');
  }

  return (
    <>
      <Box
        component="blockquote"
        sx={(theme) => ({
          margin: 0,
          mb: 2.5,
          padding: 2,
          maxWidth: '48rem',
          borderInlineStart: `6px solid ${theme.palette.primary.main}`,
          backgroundColor: theme.trc.sunk,
          fontSize: '1.25rem',
          lineHeight: 1.5,
          whiteSpace: 'pre-line',
        })}
      >
        {forecast?.declaration ?? '…'}
      </Box>
      <ContractFormBody form={form} label="Sign the claim">
        <PadField label={`Signature of ${signerOf(claim)}`} />
        <SignerField />
        <StepButtons
          continueWords="Sign the claim and hand it in"
          onBack={onBack}
          isWaiting={form.isSending || forecast === undefined}
        >
          <Button size="large" variant="outlined" onClick={() => setIsAsking(true)}>
            Sign on paper instead
          </Button>
        </StepButtons>
        <Typography color="textSecondary">
          A signed claim is final. It is changed only by opening it again and signing it anew.
        </Typography>
      </ContractFormBody>
      {isAsking && <SignOnPaper onPrint={drawToSign} onClose={() => setIsAsking(false)} />}
    </>
  );
}

/** Whoever claims signs; for a group, the one who brings it. */
function signerOf(claim: Claim): string {
  if (claim.claimantKind !== 'group') return claim.claimantName;
  return claim.filerWords.split(',')[0] ?? '';
}

/** Who signs stands there already; it is typed only where somebody else does. */
function SignerField() {
  const signer: unknown = useWatch({ name: 'signer' });
  const { error } = useFieldState('signer');
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen && error === undefined && typeof signer === 'string' && signer !== '')
    return (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1 }}>
        <span>
          Signed by{' '}
          <strong>
            <Private>{signer}</Private>
          </strong>
        </span>
        <Button onClick={() => setIsOpen(true)}>Somebody else signs</Button>
      </Box>
    );
  return <TextField name="signer" label="Name of who signs" width="24rem" isPersonal />;
}

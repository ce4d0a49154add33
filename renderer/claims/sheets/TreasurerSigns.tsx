import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import { type Batch, Strokes } from '#db/claims/claims.contract';
import { Line } from '#db/shared/text';
import { countOf } from '#db/shared/plain-words';
import { useToast } from '../../app/toasts.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { PadField } from '../form/PadField.tsx';
import { useSignBatch } from './sheets.queries.ts';

const Signed = z.object({
  signer: Line.min(1, 'Enter who signs.').max(160, 'Use 160 characters or fewer.'),
  strokes: Strokes,
});

/** The treasurer signs for bringing the sheet, once every member has signed for their own costs. */
export function TreasurerSigns({ batch }: { readonly batch: Batch }) {
  const sign = useSignBatch();
  const { say } = useToast();
  const [key] = useState(() => crypto.randomUUID());
  const waiting = batch.unsigned.length;
  const form = useContractForm(
    Signed,
    { signer: batch.treasurerName, strokes: [] },
    {
      onSubmit: async ({ signer, strokes }) => {
        await sign.mutateAsync({ id: batch.id, key, version: batch.version, signer, strokes });
        say({ words: `Sheet ${batch.reference} is handed in.` });
      },
    },
  );
  if (batch.claims.length === 0) return null;
  return (
    <Box component="section" aria-label="The treasurer signs" sx={{ mt: 4 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        The treasurer signs
      </Typography>
      {waiting > 0 ? (
        <Typography>
          {countOf(waiting, 'member')} {waiting === 1 ? 'has' : 'have'} not signed yet. The
          treasurer signs last, and for nobody else.
        </Typography>
      ) : (
        <>
          <Typography sx={{ mb: 2, fontSize: '1.25rem', maxWidth: '48rem' }}>
            I bring {countOf(batch.claims.length, 'claim')} for {batch.groupName}. Each member has
            signed for their own costs.
          </Typography>
          <ContractFormBody form={form} label="The treasurer signs">
            <PadField label={`Signature of ${batch.treasurerName}`} />
            <TextField name="signer" label="Name of who signs" width="24rem" isPersonal />
            <Box>
              <Button type="submit" variant="contained" size="large" disabled={form.isSending}>
                Sign the sheet and hand it in
              </Button>
            </Box>
          </ContractFormBody>
        </>
      )}
    </Box>
  );
}

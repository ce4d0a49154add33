import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { Line } from '#db/shared/text';
import { ApiError } from '../../app/api-client.ts';
import { pathTo } from '../../app/paths.ts';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useFindByReference } from './filing.queries.ts';

const Wanted = z.object({
  reference: Line.min(1, 'Enter the reference on the paper, or scan its code.').max(40),
});

/** The claim or sheet of a paper: its reference typed, or its code read by a scanner, which types and presses Enter. */
export function OpenByReference() {
  const navigate = useNavigate();
  const find = useFindByReference();
  const form = useContractForm(
    Wanted,
    { reference: '' },
    {
      onSubmit: async ({ reference }) => {
        const { claimId, batchId } = await find.mutateAsync(reference);
        if (batchId !== null) await navigate(pathTo.claimSheet(batchId));
        else if (claimId !== null) await navigate(pathTo.claimForm(claimId));
        else throw notFound(reference);
      },
    },
  );
  return (
    <ContractFormBody form={form} label="Open by reference">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 1.5 }}>
        <Box sx={{ flex: '0 1 20rem' }}>
          <TextField name="reference" label="Open by reference" hint="Typed, or scanned" />
        </Box>
        <Button type="submit" variant="outlined" disabled={form.isSending}>
          Open the claim
        </Button>
      </Box>
    </ContractFormBody>
  );
}

const notFound = (reference: string): ApiError =>
  new ApiError({
    code: 'claims.no-such-reference',
    message: `No claim or sheet has the reference ${reference}. Look at the paper again.`,
    details: {},
    field: 'reference',
  });

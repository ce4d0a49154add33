import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Details, FullDetails } from '#db/payees/payees.contract';
import { FactList } from '../shared/FactList.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { factsOf } from './details-form-values.ts';
import { useShowInFull } from './payees.queries.ts';
import { ReasonForm } from './ReasonForm.tsx';

type Props = {
  readonly details: Details;
  readonly name: string;
  readonly onClose: () => void;
};

/** The whole number, once a reason is given; each look is put on record. It goes with the window. */
export function FullDetailsDialog({ details, name, onClose }: Props) {
  const show = useShowInFull();
  const [full, setFull] = useState<FullDetails | null>(null);
  return (
    <FormDialog title={`Bank details of ${name} in full`} onClose={onClose}>
      {full === null ? (
        <>
          <Typography sx={{ mb: 2 }}>
            Who looked, when and why is put on record each time.
          </Typography>
          <ReasonForm
            label="Show in full"
            hint="For example: the bank returned a payment"
            saveWords="Show the details"
            closeWords="Close without looking"
            onReason={async (reason) => setFull(await show.mutateAsync({ id: details.id, reason }))}
            onClose={onClose}
          />
        </>
      ) : (
        <>
          <Box role="status">
            <FactList facts={factsOf(full)} />
          </Box>
          <Box sx={{ mt: 2 }}>
            <Button variant="contained" onClick={onClose}>
              Hide the details
            </Button>
          </Box>
        </>
      )}
    </FormDialog>
  );
}

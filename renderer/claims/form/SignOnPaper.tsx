import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useController } from 'react-hook-form';
import { z } from 'zod';
import { PaperSize } from '#db/shared/paper';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';

const Wish = z.object({ size: PaperSize });

/** Asks in which print, because the figures are frozen as soon as the paper is drawn. */
export function SignOnPaper(props: {
  readonly onPrint: (size: PaperSize) => Promise<void>;
  readonly onClose: () => void;
}) {
  const form = useContractForm(
    Wish,
    { size: 'normal' },
    { onSubmit: ({ size }) => props.onPrint(size) },
  );
  return (
    <FormDialog title="Sign on paper" onClose={props.onClose}>
      <ContractFormBody form={form} label="Sign on paper">
        <Typography>
          The claim is printed with its reference and waits for the signed paper. Its figures cannot
          be changed meanwhile.
        </Typography>
        <SizeField />
        <FormButtons
          saveWords="Draw the paper"
          closeWords="Close and sign here"
          isSending={form.isSending}
          onClose={props.onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

function SizeField() {
  const { field } = useController({ name: 'size' });
  return (
    <RadioGroup row aria-label="Size of the print" value={field.value} onChange={field.onChange}>
      <FormControlLabel value="normal" control={<Radio />} label="Ordinary print" />
      <FormControlLabel value="large" control={<Radio />} label="Large print (18 point)" />
    </RadioGroup>
  );
}

import Typography from '@mui/material/Typography';
import { useController } from 'react-hook-form';
import type { GivenFile } from '#db/receipts/receipts.contract';
import { ReceiptCapture } from '../../receipts/ReceiptCapture.tsx';
import { FieldFrame } from '../../shared/FieldFrame.tsx';
import { useFieldState } from '../../shared/form-context.tsx';

type Props = {
  readonly label: string;
  readonly hint?: string;
  /** While the form is on its way nothing more is taken. */
  readonly isBusy: boolean;
};

/** A paper that was signed as the field `paper` of a form; what is taken in later takes the place of what was. */
export function PaperField({ label, hint, isBusy }: Props) {
  const { field } = useController<{ paper: GivenFile | null }, 'paper'>({ name: 'paper' });
  const { id, error } = useFieldState('paper');
  return (
    <FieldFrame label={label} hint={hint} id={id} error={error} isGroup>
      <ReceiptCapture isBusy={isBusy} onTaken={(file) => field.onChange(file)} />
      <Typography role="status" data-personal="" sx={{ mt: 1, fontWeight: 620 }}>
        {field.value === null ? '' : `Taken: ${field.value.name}`}
      </Typography>
    </FieldFrame>
  );
}

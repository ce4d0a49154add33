import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useController } from 'react-hook-form';
import type { Claim } from '#db/claims/claims.contract';
import { FieldFrame } from '../../shared/FieldFrame.tsx';
import { useFieldState } from '../../shared/form-context.tsx';
import { receiptsOf, receiptWords } from './claim-words.ts';
import { ReceiptOnScreen } from './ReceiptOnScreen.tsx';

/** Which of the claim's receipts belong to this cost; one may belong to several. */
export function LaidReceipts(props: { readonly claim: Claim; readonly onReceipts: () => void }) {
  const { claim } = props;
  const { field } = useController({ name: 'receiptIds' });
  const { id, error } = useFieldState('receiptIds');
  const laid: readonly string[] = Array.isArray(field.value) ? field.value : [];
  const receipts = receiptsOf(claim);
  return (
    <FieldFrame label="Receipts of this cost" id={id} error={error} isGroup>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
        {receipts.map((receipt) => (
          <Box key={receipt.id} sx={{ display: 'flex', flexDirection: 'column' }}>
            <ReceiptOnScreen receipt={receipt} label={receiptWords(claim, receipt.id)} />
            <FormControlLabel
              label={receiptWords(claim, receipt.id)}
              control={
                <Checkbox
                  checked={laid.includes(receipt.id)}
                  onChange={(_, isTicked) =>
                    field.onChange(
                      isTicked
                        ? [...laid, receipt.id]
                        : laid.filter((other) => other !== receipt.id),
                    )
                  }
                />
              }
            />
          </Box>
        ))}
        <Button onClick={props.onReceipts}>
          {receipts.length === 0 ? 'Take a receipt in' : 'Take another receipt in'}
        </Button>
      </Box>
    </FieldFrame>
  );
}

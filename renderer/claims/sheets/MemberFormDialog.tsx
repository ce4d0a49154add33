import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ClaimSummary } from '#db/claims/claims.contract';
import { useToast } from '../../app/toasts.tsx';
import { ReceiptCapture } from '../../receipts/ReceiptCapture.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useAttachReceipt } from '../form/filing.queries.ts';

/** Takes in the form that a member filled in and signed at home; it stands for their signature. */
export function MemberFormDialog(props: {
  readonly claim: ClaimSummary;
  readonly onClose: () => void;
}) {
  const attach = useAttachReceipt();
  const { say } = useToast();
  const { claim } = props;
  return (
    <FormDialog title={`Signed form of ${claim.claimantName}`} width="md" onClose={props.onClose}>
      <Typography sx={{ mb: 2 }}>
        Take a picture of the form that the member signed, or choose its file.
      </Typography>
      <ReceiptCapture
        isBusy={attach.isPending}
        onTaken={async (file) => {
          await attach.mutateAsync({ id: claim.id, kind: 'member-form', lineIds: [], ...file });
          say({ words: `The form of ${claim.claimantName} is taken in.` });
          props.onClose();
        }}
      />
      <Button variant="outlined" sx={{ mt: 2 }} onClick={props.onClose}>
        Close without a form
      </Button>
    </FormDialog>
  );
}

import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { GivenFile } from '#db/receipts/receipts.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import { ApiError } from '../../app/api-client.ts';
import { useToday } from '../../app/session-context.tsx';
import { useToast } from '../../app/toasts.tsx';
import { ReceiptCapture } from '../../receipts/ReceiptCapture.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FieldRow } from '../../shared/FieldRow.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { LocalDateField } from '../../shared/LocalDateField.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useAttachSigned } from './filing.queries.ts';

const HINT_PAST_DAY = 'Like 24/11, tue or yesterday';

const Paper = z.object({
  signer: Line.min(1, 'Enter who signed.').max(160, 'Use 160 characters or fewer.'),
  signedOn: LocalDate,
  receivedOn: LocalDate,
});

/** Takes in the paper that was signed and hands the claim in with it; it is known by its reference. */
export function AttachSigned(props: {
  readonly reference: string;
  readonly signer: string;
  readonly onClose: () => void;
}) {
  const today = useToday();
  const attach = useAttachSigned();
  const { say } = useToast();
  const [key] = useState(() => crypto.randomUUID());
  const [file, setFile] = useState<GivenFile | null>(null);
  const form = useContractForm(
    Paper,
    { signer: props.signer, signedOn: today, receivedOn: today },
    {
      onSubmit: async ({ signer, signedOn, receivedOn }) => {
        if (file === null) throw noPaperYet();
        const claim = await attach.mutateAsync({
          reference: props.reference,
          key,
          signer,
          signedOn,
          receivedOn,
          ...file,
        });
        say({ words: `${claim.reference} is handed in.` });
        props.onClose();
      },
    },
  );
  return (
    <FormDialog title={`Signed paper of ${props.reference}`} onClose={props.onClose} width="md">
      <ReceiptCapture
        isBusy={attach.isPending}
        onTaken={(given) => {
          setFile(given);
        }}
      />
      <Typography role="status" sx={{ my: 1, fontWeight: 620 }}>
        {file === null ? '' : `Taken: ${file.name}`}
      </Typography>
      <ContractFormBody form={form} label="Signed paper">
        <TextField name="signer" label="Who signed it?" width="24rem" isPersonal />
        <FieldRow>
          <LocalDateField name="signedOn" label="Signed on which day?" hint={HINT_PAST_DAY} />
          <LocalDateField name="receivedOn" label="Came in on which day?" hint={HINT_PAST_DAY} />
        </FieldRow>
        <FormButtons
          saveWords="Hand the claim in"
          closeWords="Close without the paper"
          isSending={form.isSending}
          onClose={props.onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

const noPaperYet = (): ApiError =>
  new ApiError({
    code: 'claims.no-paper-yet',
    message: 'Take a picture of the signed paper first, or choose its file.',
    details: {},
  });

import Typography from '@mui/material/Typography';
import { z } from 'zod';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { ReasonField } from './ReasonField.tsx';

type ReasonDialogProps = {
  readonly title: string;
  /** What it is about, in a sentence; may name people. */
  readonly words: string;
  readonly label: string;
  readonly usual: readonly string[];
  readonly saveWords: string;
  readonly closeWords: string;
  readonly onSave: (reason: string) => Promise<void>;
  readonly onClose: () => void;
};

const Reason = z.object({
  reason: z
    .string()
    .trim()
    .min(1, 'Say why, in a few words.')
    .max(500, 'Use 500 characters or fewer.'),
});

/** Asks why before something is refused, declined or taken off a list. */
export function ReasonDialog(props: ReasonDialogProps) {
  const form = useContractForm(
    Reason,
    { reason: '' },
    { onSubmit: ({ reason }) => props.onSave(reason) },
  );
  return (
    <FormDialog title={props.title} onClose={props.onClose}>
      <ContractFormBody form={form}>
        <Typography data-personal="">{props.words}</Typography>
        <ReasonField name="reason" label={props.label} usual={props.usual} isPersonal takesFocus />
        <FormButtons
          saveWords={props.saveWords}
          closeWords={props.closeWords}
          isSending={form.isSending}
          onClose={props.onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

import Typography from '@mui/material/Typography';
import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import { useToday } from '../app/session-context.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';

type Props = {
  readonly title: string;
  /** A sentence on what follows; empty where the title says it all. */
  readonly words?: string;
  /** Asks for a day; without a label none is asked, and today is given. */
  readonly dayLabel?: string;
  readonly reasonLabel: string;
  readonly mayBeEmpty?: boolean;
  readonly saveWords: string;
  readonly closeWords: string;
  readonly onSave: (typed: { readonly on: LocalDate; readonly reason: string }) => Promise<unknown>;
  readonly onClose: () => void;
};

/** Asks for a reason, and for a day where one counts, before something about a record is done. */
export function ReasonDialog(props: Props) {
  const today = useToday();
  const form = useContractForm(
    z.object({
      on: LocalDate,
      reason:
        props.mayBeEmpty === true ? Line.max(500) : Line.min(1, 'Say why it is done.').max(500),
    }),
    { on: today, reason: '' },
    {
      onSubmit: async (typed) => {
        await props.onSave(typed);
        props.onClose();
      },
    },
  );
  return (
    <FormDialog title={props.title} onClose={props.onClose}>
      <ContractFormBody form={form} label={props.title}>
        {props.words !== undefined && <Typography>{props.words}</Typography>}
        {props.dayLabel !== undefined && <LocalDateField name="on" label={props.dayLabel} />}
        <TextField
          name="reason"
          label={props.reasonLabel}
          {...(props.mayBeEmpty === true ? { hint: 'May stay empty' } : {})}
        />
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

import Box from '@mui/material/Box';
import { z } from 'zod';
import type { Group } from '#db/groups/groups.contract';
import { type Recognition, Taken, WithdrawalDetails } from '#db/recognition/recognition.contract';
import { TAKEN_WORDS } from '#db/recognition/recognition-words.rules';
import { useSession, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useWithdraw } from './recognition.queries.ts';

const { from, reason, codeClauses, decidedBy, appealWords } = WithdrawalDetails.shape;

/** What is withdrawn as a tick each; it comes out as the contract's WithdrawalDetails. */
const Schema = z
  .object({
    recognition: z.boolean(),
    support: z.boolean(),
    resources: z.boolean(),
    money: z.boolean(),
    from,
    reason,
    codeClauses,
    decidedBy,
    appealWords,
  })
  .refine((typed) => Taken.options.some((part) => typed[part]), {
    path: ['reason'],
    message: 'Tick what is withdrawn, above.',
  })
  .transform(
    ({ recognition, support, resources, money, ...rest }): WithdrawalDetails => ({
      ...rest,
      taken: Taken.options.filter((part) => ({ recognition, support, resources, money })[part]),
    }),
  );

/** Withdraws recognition, support, resources or money for breaking the code (GRP-17). */
export function WithdrawForm(props: {
  readonly group: Group;
  readonly recognition: Recognition;
  readonly onClose: () => void;
}) {
  const { group, recognition, onClose } = props;
  const withdraw = useWithdraw();
  const today = useToday();
  const { say } = useToast();
  const signedInAs = useSession().signedIn?.displayName ?? '';
  const hasRecognition = recognition.state !== 'none' && recognition.state !== 'withdrawn';
  const form = useContractForm(
    Schema,
    {
      recognition: hasRecognition,
      support: false,
      resources: false,
      money: false,
      from: today,
      reason: '',
      codeClauses: '',
      decidedBy: signedInAs,
      appealWords: '',
    },
    {
      draftKey: `recognition.withdraw.${group.id}`,
      onSubmit: async (wanted) => {
        await withdraw.mutateAsync({ ...wanted, groupId: group.id });
        say({ words: `Withdrawn from ${group.name}. The letter stands under Decisions.` });
        onClose();
      },
    },
  );
  return (
    <FormDialog title={`Withdraw from ${group.name}`} onClose={onClose}>
      <ContractFormBody form={form} label="Withdraw">
        <Box component="fieldset" sx={{ border: 0, margin: 0, padding: 0 }}>
          <Box component="legend" sx={{ fontWeight: 620, padding: 0 }}>
            What is withdrawn?
          </Box>
          {Taken.options
            .filter((part) => part !== 'recognition' || hasRecognition)
            .map((part) => (
              <div key={part}>
                <CheckField name={part} label={TAKEN_WORDS[part]} />
              </div>
            ))}
        </Box>
        <LocalDateField name="from" label="From which day?" hint="The first day, included" />
        <TextField
          name="reason"
          label="Why?"
          hint="As the letter should put it"
          lines={3}
          isPersonal
        />
        <TextField name="codeClauses" label="Which clauses of the code?" isOptional />
        <TextField name="decidedBy" label="Who decided it?" isPersonal />
        <TextField
          name="appealWords"
          label="How can they appeal?"
          hint="Empty: the council’s own route, as the figures have it"
          lines={3}
          isOptional
        />
        <FormButtons
          saveWords="Withdraw it"
          closeWords="Close without withdrawing"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

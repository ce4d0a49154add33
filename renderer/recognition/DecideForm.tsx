import Typography from '@mui/material/Typography';
import { useWatch } from 'react-hook-form';
import { nextYearly } from '#db/groups/duties.rules';
import type { Group } from '#db/groups/groups.contract';
import { decisionsFrom } from '#db/recognition/decisions.rules';
import { DecisionDetails, type Recognition } from '#db/recognition/recognition.contract';
import { DECISION_FORM_WORDS, DECISION_WORDS } from '#db/recognition/recognition-words.rules';
import { useSession, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useRecordDecision, useUndoDecision } from './recognition.queries.ts';

/** A manager's decision: from which day, why, on what conditions, and by when the next return is due. */
export function DecideForm(props: {
  readonly group: Group;
  readonly recognition: Recognition;
  readonly onClose: () => void;
}) {
  const { group, recognition, onClose } = props;
  const record = useRecordDecision();
  const undo = useUndoDecision();
  const today = useToday();
  const { say } = useToast();
  const decidedBy = useSession().signedIn?.displayName ?? '';
  const { openReturn, nextDueOn, proposedDueOn, state } = recognition;
  const kinds = decisionsFrom(state);
  const form = useContractForm(
    DecisionDetails,
    {
      kind: kinds[0] ?? 'recognised',
      from: openReturn?.completeOn ?? today,
      reason: '',
      conditions: '',
      decidedBy,
      nextDueOn: nextDueOn === null ? proposedDueOn : nextYearly(nextDueOn, today),
    },
    {
      draftKey: `recognition.decide.${group.id}.${state}`,
      onSubmit: async (wanted) => {
        const decided = await record.mutateAsync({
          ...wanted,
          nextDueOn: hasNext(wanted.kind) ? wanted.nextDueOn : null,
          groupId: group.id,
        });
        const latest = decided.decisions[0];
        say({
          words: `${group.name}: ${DECISION_WORDS[wanted.kind].toLowerCase()}.`,
          ...(latest === undefined
            ? {}
            : { undo: { label: 'Undo', run: () => undo.mutateAsync(latest.id) } }),
        });
        onClose();
      },
    },
  );
  const kind = useWatch({ control: form.form.control, name: 'kind' });
  return (
    <FormDialog title={`Recognition of ${group.name}`} onClose={onClose}>
      <ContractFormBody form={form} label="Decide on recognition">
        {openReturn !== null && openReturn.missing.length > 0 && (
          <Typography>{`Still to come: ${openReturn.missing.join(', ')}.`}</Typography>
        )}
        <SelectField
          name="kind"
          label="What is decided?"
          options={kinds.map((value) => ({ value, words: DECISION_FORM_WORDS[value] }))}
        />
        <FieldRow>
          <LocalDateField name="from" label="From which day?" hint="The first day, included" />
          {hasNext(kind) && (
            <LocalDateField name="nextDueOn" label="Next return due by" isOptional />
          )}
        </FieldRow>
        <TextField name="reason" label="Why?" hint="As the letter should put it" lines={3} />
        {hasNext(kind) && (
          <TextField
            name="conditions"
            label="On what conditions?"
            hint="Needed while something is still to come"
            lines={2}
            isOptional
          />
        )}
        <TextField name="decidedBy" label="Who decided it?" isPersonal />
        <FormButtons
          saveWords="Enter the decision"
          closeWords="Close without deciding"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

/** Whether a decision gives recognition, so that another return follows. */
const hasNext = (kind: DecisionDetails['kind']): boolean =>
  kind === 'recognised' || kind === 'continued' || kind === 'restored';

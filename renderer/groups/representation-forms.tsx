import Typography from '@mui/material/Typography';
import { z } from 'zod';
import type { GroupRecord, Representation } from '#db/groups/group-record.contract';
import { groupsContract } from '#db/groups/groups-api.contract';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { chosenGroupOrNone, chosenPerson } from '../people/who.ts';
import { WhoField } from '../people/WhoField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import {
  useAddRepresentation,
  useAskReport,
  useEndRepresentation,
} from './group-record.queries.ts';
import { OnRecordNow } from '../shared/OnRecordNow.tsx';
import { dayOr } from './record-facts.tsx';
import { useQuickerChange } from './use-quicker-change.ts';

/** Fields bear the names of the contract, so that a refusal is said where it belongs. */
const NewSchema = z.object({
  personId: chosenPerson('Choose who speaks for the group.'),
  bodyGroupId: chosenGroupOrNone.refine((id) => id !== null, 'Choose the body.'),
  from: groupsContract.addRepresentation.input.shape.from,
});

/** Enters who speaks for the group on another body. */
export function NewRepresentationForm(props: {
  readonly record: GroupRecord;
  readonly onClose: () => void;
}) {
  const add = useAddRepresentation();
  const today = useToday();
  const { say } = useToast();
  const form = useContractForm(
    NewSchema,
    { personId: null, bodyGroupId: null, from: today },
    {
      onSubmit: async (typed) => {
        const made = await add.mutateAsync({ ...typed, groupId: props.record.id });
        props.onClose();
        say({ words: `${made.personName} speaks for ${made.groupName} on ${made.bodyName}.` });
      },
    },
  );
  return (
    <FormDialog title="Add a representative on another body" onClose={props.onClose}>
      <ContractFormBody form={form} label="Representative on another body">
        <WhoField name="personId" label="Who speaks for the group?" from="people" takesFocus />
        <WhoField name="bodyGroupId" label="On which body?" from="groups" />
        <LocalDateField name="from" label="From which day?" />
        <FormButtons
          saveWords="Add the representative"
          closeWords="Close without adding"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={props.onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

type OneProps = { readonly one: Representation; readonly onClose: () => void };

const EndSchema = z.object({ until: groupsContract.endRepresentation.input.shape.until });

/** Sets the last day of a representative, or takes it back. */
export function EndRepresentationForm({ one, onClose }: OneProps) {
  const end = useEndRepresentation();
  const today = useToday();
  const { say } = useToast();
  const { id } = one;
  const quicker = useQuickerChange(one.groupId, { until: one.until }, ({ representation }) => {
    const now = representation.find((each) => each.id === id);
    return now === undefined ? undefined : { until: now.until };
  });
  const form = useContractForm(
    EndSchema,
    { until: one.until ?? today },
    {
      onSubmit: async (typed) => {
        const was = quicker.shown;
        await quicker.saving((shown) => end.mutateAsync({ id, ...typed, shown }));
        onClose();
        say({
          words: `Changed: ${one.personName} on ${one.bodyName}.`,
          undo: { label: 'Undo', run: () => end.mutateAsync({ id, ...was, shown: typed }) },
        });
      },
    },
  );
  return (
    <FormDialog title={`Last day on ${one.bodyName}`} onClose={onClose}>
      <ContractFormBody form={form} label="Last day">
        {quicker.theirs !== undefined && (
          <OnRecordNow
            facts={[{ label: 'Last day', value: dayOr(quicker.theirs.until, 'Goes on') }]}
          />
        )}
        <LocalDateField
          name="until"
          label="Which is the last day?"
          hint="That day is included; empty while it goes on"
          isOptional
        />
        <FormButtons
          saveWords="Set the last day"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

const { id: _, ...reportFields } = groupsContract.askReport.input.shape;
const ReportSchema = z.object(reportFields);

/** Puts on the list that somebody reports back on a meeting. */
export function ReportForm({ one, onClose }: OneProps) {
  const ask = useAskReport();
  const today = useToday();
  const { say } = useToast();
  const form = useContractForm(
    ReportSchema,
    { meetingOn: today, by: null },
    {
      onSubmit: async (typed) => {
        await ask.mutateAsync({ ...typed, id: one.id });
        onClose();
        say({ words: `On the list: ${one.personName} reports back to ${one.groupName}.` });
      },
    },
  );
  return (
    <FormDialog title={`Report from ${one.bodyName}`} onClose={onClose}>
      <ContractFormBody form={form} label="Report back">
        <Typography>
          Whoever speaks for the group tells it what was said. This puts a line on the list of what
          waits.
        </Typography>
        <LocalDateField name="meetingOn" label="When was the meeting?" />
        <LocalDateField name="by" label="Report by which day?" hint="" isOptional />
        <FormButtons
          saveWords="Put it on the list"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

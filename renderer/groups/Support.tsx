import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import {
  type GroupRecord,
  SUPPORT_KIND_WORDS,
  SupportDetails,
  type SupportEntry,
  SupportKind,
} from '#db/groups/group-record.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { useRecordSupport, useStartUp, useWithdrawSupport } from './group-record.queries.ts';
import type { PartProps } from './part-props.ts';

const KINDS = SupportKind.options.map((value) => ({ value, words: SUPPORT_KIND_WORDS[value] }));

/** What the group begins a new entry with; a line of the start-up list fills it in. */
type Start = { readonly kind: SupportKind; readonly what: string };

/** What was done for the group, and what a new one is still to be given (GRP-13, GRP-14). */
export function Support({ record, mayChange }: PartProps) {
  const [start, setStart] = useState<Start | null>(null);
  const enter = useRecordSupport();
  const withdraw = useWithdrawSupport();
  const { say } = useToast();
  const saying = useSayingRefusal();

  async function takeOff({ id, ...entry }: SupportEntry): Promise<void> {
    await saying(async () => {
      await withdraw.mutateAsync({ groupId: record.id, entryId: id });
      say({
        words: `Taken off: ${entry.what}`,
        undo: {
          label: 'Undo',
          run: () => enter.mutateAsync({ ...entry, groupId: record.id }),
        },
      });
    });
  }

  return (
    <Card
      component="section"
      title="Support given"
      isWide
      actions={
        mayChange && (
          <Button startIcon={<AddIcon />} onClick={() => setStart({ kind: 'advice', what: '' })}>
            Enter what was done
          </Button>
        )
      }
    >
      <StartUpList record={record} mayChange={mayChange} onGive={setStart} />
      {record.support.length === 0 ? (
        <Typography>Nothing is entered yet.</Typography>
      ) : (
        <DataTable
          label="Support given"
          rows={record.support}
          keyOf={(entry) => entry.id}
          columns={[
            { heading: 'What', cell: (entry) => entry.what },
            { heading: 'Kind', cell: (entry) => SUPPORT_KIND_WORDS[entry.kind] },
            { heading: 'On', cell: (entry) => formatDateNoWeekday(entry.on) },
            { heading: 'By', cell: (entry) => entry.by, isPersonal: true },
            ...(mayChange
              ? [
                  {
                    heading: 'Mistake?',
                    cell: (entry: SupportEntry) => (
                      <Button
                        size="small"
                        aria-label={`Take off: ${entry.what}`}
                        onClick={() => void takeOff(entry)}
                      >
                        Take off
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {start !== null && (
        <SupportForm record={record} start={start} onClose={() => setStart(null)} />
      )}
    </Card>
  );
}

function StartUpList(props: PartProps & { readonly onGive: (start: Start) => void }) {
  const list = useStartUp(props.record.id).data ?? [];
  if (list.every((one) => one.doneOn !== null)) return null;
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography sx={{ fontWeight: 620 }}>For a new group</Typography>
      <Box
        component="ul"
        aria-label="For a new group"
        sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 0.5 }}
      >
        {list.map(({ words, doneOn }) => (
          <Box
            component="li"
            key={words}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
          >
            {words}
            {doneOn !== null ? (
              <StatusWord tone="good" words={`Given on ${formatDateNoWeekday(doneOn)}`} />
            ) : (
              props.mayChange && (
                <Button
                  size="small"
                  aria-label={`Enter as given: ${words}`}
                  onClick={() => props.onGive({ kind: 'start-up', what: words })}
                >
                  Enter as given
                </Button>
              )
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function SupportForm(props: {
  readonly record: GroupRecord;
  readonly start: Start;
  readonly onClose: () => void;
}) {
  const { record, start, onClose } = props;
  const enter = useRecordSupport();
  const withdraw = useWithdrawSupport();
  const today = useToday();
  const { say } = useToast();
  const form = useContractForm(
    SupportDetails,
    { ...start, on: today, by: record.linkOfficer },
    {
      onSubmit: async (typed) => {
        const saved = await enter.mutateAsync({ ...typed, groupId: record.id });
        const known = new Set(record.support.map((entry) => entry.id));
        const made = saved.support.find((entry) => !known.has(entry.id));
        onClose();
        say({
          words: `Entered: ${typed.what}`,
          ...(made === undefined
            ? {}
            : {
                undo: {
                  label: 'Undo',
                  run: () => withdraw.mutateAsync({ groupId: record.id, entryId: made.id }),
                },
              }),
        });
      },
    },
  );
  return (
    <FormDialog title="Enter what was done" onClose={onClose}>
      <ContractFormBody form={form} label="Support given">
        <SelectField name="kind" label="What kind of support?" options={KINDS} />
        <TextField name="what" label="What was done?" takesFocus />
        <LocalDateField name="on" label="On which day?" />
        <TextField name="by" label="By whom?" isPersonal />
        <FormButtons
          saveWords="Enter what was done"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

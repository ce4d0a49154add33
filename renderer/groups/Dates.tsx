import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { z } from 'zod';
import { nextYearly } from '#db/groups/duties.rules';
import {
  type Duty,
  DUTY_WORDS,
  DutyDates,
  type GroupRecord,
} from '#db/groups/group-record.contract';
import { needsRecognition } from '#db/groups/kinds.rules';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { useSetDuty } from './group-record.queries.ts';
import { OnRecordNow } from '../shared/OnRecordNow.tsx';
import { goToPart, type PartProps } from './part-props.ts';
import { dayOr } from './record-facts.tsx';
import { useQuickerChange } from './use-quicker-change.ts';

const STANDING: Readonly<Record<Duty['standing'], { tone: Tone; words: string }>> = {
  'not-set': { tone: 'quiet', words: 'Not set' },
  later: { tone: 'good', words: 'In order' },
  soon: { tone: 'info', words: 'Due soon' },
  due: { tone: 'warning', words: 'Due now' },
  overdue: { tone: 'bad', words: 'Overdue' },
};

/** What the group owes by which day, each with a button for the day on which it comes. */
export function Dates({ record, mayChange }: PartProps) {
  const setDuty = useSetDuty();
  const today = useToday();
  const { say } = useToast();
  const saying = useSayingRefusal();
  const [open, setOpen] = useState<Duty | null>(null);
  const mayAct = mayChange && record.endedOn === null;

  async function received(duty: Duty): Promise<void> {
    const { kind, lastOn, nextDueOn } = duty;
    const next = nextYearly(nextDueOn, today);
    await saying(async () => {
      const [was, is] = [
        { lastOn, nextDueOn },
        { lastOn: today, nextDueOn: next },
      ];
      await setDuty.mutateAsync({ groupId: record.id, kind, ...is, shown: was });
      say({
        words: `${DUTY_WORDS[kind]}: received today, next due on ${formatDateNoWeekday(next)}.`,
        undo: {
          label: 'Undo',
          run: () => setDuty.mutateAsync({ groupId: record.id, kind, ...was, shown: is }),
        },
      });
    });
  }

  return (
    <Card component="section" title="Dates">
      <DataTable
        label="Dates"
        rows={record.duties.filter(
          ({ kind, lastOn }) =>
            kind !== 'recognition' || lastOn !== null || needsRecognition(record.kind),
        )}
        keyOf={(duty) => duty.kind}
        columns={[
          { heading: 'What', cell: (duty) => DUTY_WORDS[duty.kind] },
          {
            heading: 'Due next',
            cell: (duty) => (
              <>
                {duty.nextDueOn !== null && (
                  <Box component="span" sx={{ display: 'block', whiteSpace: 'nowrap' }}>
                    {formatDateNoWeekday(duty.nextDueOn)}
                  </Box>
                )}
                <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
                  <StatusWord {...STANDING[duty.standing]} />
                </Box>
              </>
            ),
          },
          {
            heading: 'Last',
            cell: (duty) => (duty.lastOn === null ? '' : formatDateNoWeekday(duty.lastOn)),
          },
          ...(mayAct
            ? [
                {
                  heading: 'Do',
                  cell: (duty: Duty) =>
                    // A return is looked at and decided; its dates follow from that.
                    duty.kind === 'recognition' ? (
                      <Button size="small" onClick={() => goToPart('recognition')}>
                        Go to recognition
                      </Button>
                    ) : (
                      <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
                        <Button
                          size="small"
                          aria-label={`Received today: ${DUTY_WORDS[duty.kind]}`}
                          disabled={duty.lastOn === today}
                          onClick={() => void received(duty)}
                        >
                          Received today
                        </Button>
                        <Button
                          size="small"
                          aria-label={`Set the dates: ${DUTY_WORDS[duty.kind]}`}
                          onClick={() => setOpen(duty)}
                        >
                          Set the dates
                        </Button>
                      </Box>
                    ),
                },
              ]
            : []),
        ]}
      />
      {open !== null && <DutyForm record={record} duty={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

const DutySchema = z.object(DutyDates.shape);

const datesOf = ({ lastOn, nextDueOn }: Duty): DutyDates => ({ lastOn, nextDueOn });

function DutyForm(props: {
  readonly record: GroupRecord;
  readonly duty: Duty;
  readonly onClose: () => void;
}) {
  const { record, duty, onClose } = props;
  const setDuty = useSetDuty();
  const { say } = useToast();
  const { kind } = duty;
  const quicker = useQuickerChange(record.id, datesOf(duty), ({ duties }) => {
    const now = duties.find((one) => one.kind === kind);
    return now === undefined ? undefined : datesOf(now);
  });
  const form = useContractForm(DutySchema, datesOf(duty), {
    onSubmit: async (typed) => {
      const of = { groupId: record.id, kind };
      const was = quicker.shown;
      await quicker.saving((shown) => setDuty.mutateAsync({ ...of, ...typed, shown }));
      onClose();
      say({
        words: `${DUTY_WORDS[kind]}: dates set.`,
        undo: {
          label: 'Undo',
          run: () => setDuty.mutateAsync({ ...of, ...was, shown: typed }),
        },
      });
    },
  });
  return (
    <FormDialog title={`${DUTY_WORDS[kind]}: dates`} onClose={onClose}>
      <ContractFormBody form={form} label="Dates">
        {quicker.theirs !== undefined && (
          <OnRecordNow
            facts={[
              { label: 'Last', value: dayOr(quicker.theirs.lastOn, 'No day') },
              { label: 'Due next', value: dayOr(quicker.theirs.nextDueOn, 'No day') },
            ]}
          />
        )}
        <LocalDateField name="lastOn" label="When was it last done or received?" isOptional />
        <LocalDateField
          name="nextDueOn"
          label="When is it due next?"
          hint="Reminders come eight weeks and four weeks before, on the day and after it"
          isOptional
        />
        <FormButtons
          saveWords="Set the dates"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import { retentionContract, type RetentionLine } from '#db/holdings/retention.contract';
import type { LocalDate } from '#db/shared/local-date';
import { countOf, formatDate, formatDateNoWeekday } from '#db/shared/plain-words';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { PastDialog } from './PastDialog.tsx';
import {
  useChangeRetention,
  useConfirmClock,
  usePastTheirTime,
  useUndoPast,
} from './records.queries.ts';

const lengthWords = ({ amount, unit }: Pick<RetentionLine, 'amount' | 'unit'>): string =>
  countOf(amount, unit.slice(0, -1));

/** The retention schedule, with what is past its time; nothing goes before a manager confirms it. */
export function SchedulePart() {
  const past = usePastTheirTime();
  const [shown, setShown] = useState<string | null>(null);
  const [changed, setChanged] = useState<string | null>(null);
  const lineOf = (recordType: string | null) =>
    past.data?.lines.find((line) => line.recordType === recordType);
  const open = lineOf(shown);
  const toChange = lineOf(changed);
  return (
    <Card component="section" title="How long records are kept">
      {past.isError ? (
        <ProblemPanel
          error={past.error}
          what="The schedule"
          onTryAgain={() => void past.refetch()}
        />
      ) : past.data === undefined ? (
        <LoadingShape lines={6} />
      ) : (
        <>
          <Typography sx={{ my: 1, maxWidth: '44rem' }}>
            Each night the program looks what is past its time. Nothing goes by itself: a manager
            confirms it, and for 30 days it can be taken back.
          </Typography>
          {past.data.clockDoubt !== null && <ClockNotice today={past.data.today} />}
          <DataTable
            label="How long records are kept"
            rows={past.data.lines}
            keyOf={({ recordType }) => recordType}
            minWidth="48rem"
            columns={[
              { heading: 'What', cell: ({ words }) => words, width: '13rem' },
              {
                heading: 'Kept for',
                cell: (line) => `${lengthWords(line)} from ${line.clock}`,
                width: '16rem',
              },
              { heading: 'Then', cell: ({ atEnd }) => atEnd },
              {
                heading: 'Past their time',
                cell: (line) => <PastCount line={line} onShow={() => setShown(line.recordType)} />,
                width: '9rem',
              },
              {
                heading: 'Length',
                cell: (line) => (
                  <Button
                    aria-label={`Change how long: ${line.words}`}
                    onClick={() => setChanged(line.recordType)}
                  >
                    Change how long
                  </Button>
                ),
              },
            ]}
          />
          <Waiting waiting={past.data.waiting} />
        </>
      )}
      {open !== undefined && <PastDialog line={open} onClose={() => setShown(null)} />}
      {toChange !== undefined && <LengthDialog line={toChange} onClose={() => setChanged(null)} />}
    </Card>
  );
}

function PastCount({
  line,
  onShow,
}: {
  readonly line: RetentionLine;
  readonly onShow: () => void;
}) {
  const held = line.onHold === 0 ? '' : `${line.onHold} on hold`;
  if (!line.isProposed) return 'With an erasure';
  if (line.total === 0) return held === '' ? 'None' : held;
  return (
    <>
      <Button aria-label={`Look at ${line.total}: ${line.words}`} onClick={onShow}>
        Look at {line.total}
      </Button>
      {held !== '' && <Typography>{held}</Typography>}
    </>
  );
}

function ClockNotice({ today }: { readonly today: LocalDate }) {
  const confirm = useConfirmClock();
  const saying = useSayingRefusal();
  return (
    <NoticeBox label="The date of this computer">
      <Typography sx={{ mb: 1 }}>
        The computer says that today is {formatDate(today)}, more than a day from when the program
        was last used. Nothing is confirmed or erased until that is certain.
      </Typography>
      <Button
        variant="outlined"
        disabled={confirm.isPending}
        onClick={() =>
          void saying(async () => {
            await confirm.mutateAsync({ today });
          })
        }
      >
        Confirm the date
      </Button>
    </NoticeBox>
  );
}

function Waiting(props: {
  readonly waiting: NonNullable<ReturnType<typeof usePastTheirTime>['data']>['waiting'];
}) {
  const undo = useUndoPast();
  const saying = useSayingRefusal();
  const { say } = useToast();
  return props.waiting.map(({ recordType, words, count, confirmedOn, dueOn }) => (
    <Typography key={`${recordType} ${confirmedOn}`} sx={{ mt: 1 }}>
      {words}: {countOf(count, 'record')} confirmed on {formatDateNoWeekday(confirmedOn)}, settled
      on {formatDateNoWeekday(dueOn)}.{' '}
      <Button
        disabled={undo.isPending}
        onClick={() =>
          void saying(async () => {
            const { undone } = await undo.mutateAsync({ recordType, confirmedOn });
            say({ words: `Taken back: ${countOf(undone, 'record')} stay.` });
          })
        }
      >
        Take it back
      </Button>
    </Typography>
  ));
}

function LengthDialog(props: { readonly line: RetentionLine; readonly onClose: () => void }) {
  const { line, onClose } = props;
  const change = useChangeRetention();
  const { say } = useToast();
  const form = useContractForm(
    z.object({ amount: retentionContract.changeRetention.input.shape.amount }),
    { amount: line.amount },
    {
      onSubmit: async ({ amount }) => {
        await change.mutateAsync({ recordType: line.recordType, amount });
        say({ words: `${line.words}: kept for ${lengthWords({ ...line, amount })}.` });
        onClose();
      },
    },
  );
  return (
    <FormDialog title={`How long: ${line.words}`} onClose={onClose}>
      <ContractFormBody form={form} label={`How long: ${line.words}`}>
        <Typography>
          Counted from {line.clock}. The usual length is{' '}
          {lengthWords({ ...line, amount: line.usualAmount })}; the council’s own schedule goes
          before it.
        </Typography>
        <NumberField name="amount" label="How long are they kept?" unit={line.unit} />
        <FormButtons
          saveWords="Save how long"
          closeWords="Close without saving"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Activity } from '#db/activities/activities.contract';
import { AGE_BAND_WORDS, AgeBand, type Claim, type LineWords } from '#db/claims/claims.contract';
import { isJourney } from '#db/claims/journey.rules';
import { LocalDate } from '#db/shared/local-date';
import { formatDate, formatDayNear } from '#db/shared/plain-words';
import { useToday } from '../../app/session-context.tsx';
import { CheckField } from '../../shared/CheckField.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FieldFrame } from '../../shared/FieldFrame.tsx';
import { FieldRow } from '../../shared/FieldRow.tsx';
import { useFieldState } from '../../shared/form-context.tsx';
import { LocalDateField } from '../../shared/LocalDateField.tsx';
import { NumberField } from '../../shared/NumberField.tsx';
import { SelectField } from '../../shared/SelectField.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { AmountField, HoursField, MilesField } from './AmountField.tsx';
import { isCare } from './claim-words.ts';
import { LaidReceipts } from './LaidReceipts.tsx';
import { type Asks, lineOf, lineSchema, lineValuesOf } from './line-values.ts';
import { questionOf } from './Question.tsx';

type Props = {
  readonly claim: Claim;
  readonly line: LineWords;
  readonly asks: Asks;
  /** The rate is not entered: staff may take a receipted cost instead (EXP-05). */
  readonly mayOverride: boolean;
  /** Whoever reads it is the claimant. */
  readonly isHandedOver: boolean;
  readonly activities: readonly Activity[];
  readonly nextWords: string;
  /** Told of every change, so that the sum stands beside it at once. */
  readonly onChange: (line: LineWords) => void;
  readonly onNext: () => void;
  readonly onRemove: () => void;
  /** Leads to where receipts are taken in. */
  readonly onReceipts: () => void;
};

/** One cost: what its kind asks for and no more, the figure first. */
export function LineForm(props: Props) {
  const { line, asks, activities } = props;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const form = useContractForm(lineSchema(line.kind, asks), lineValuesOf(line), {
    onSubmit: async () => latest.current.onNext(),
  });
  const inner = form.form;

  useEffect(
    () =>
      inner.subscribe({
        formState: { values: true },
        callback: ({ values, name }) => {
          if (name === undefined) return;
          const { line: before, asks: asked, activities: known, onChange } = latest.current;
          const activity =
            name === 'activityId' ? known.find(({ id }) => id === values.activityId) : undefined;
          // The day follows the meeting; it can be changed after that.
          if (activity !== undefined) inner.setValue('day', activity.on);
          onChange(lineOf(before, { ...values, ...(activity && { day: activity.on }) }, asked));
        },
      }),
    [inner],
  );

  const isQuestioned = questionOf(props.claim, line.id) !== '';
  const byMiles = asks.basis === 'per-mile';
  return (
    <ContractFormBody form={form} label="This cost">
      <FieldRow fieldRem={11}>
        {byMiles ? (
          <MilesField name="miles" label="How many miles?" />
        ) : (
          <AmountField name="amount" label="What did it cost?" />
        )}
        {(asks.basis === 'per-hour' || isCare(line.kind)) && (
          <HoursField
            name="hours"
            label="For how many hours?"
            isOptional={asks.basis !== 'per-hour'}
          />
        )}
      </FieldRow>
      {line.kind === 'childcare' && <AgesField />}
      {asks.prevented && (
        <CheckField
          name="prevented"
          label={
            props.isHandedOver
              ? 'Without this help I could not have come'
              : 'Without this help the claimant could not have come (their own word)'
          }
        />
      )}
      {isJourney(line.kind) && (
        <FieldRow>
          <TextField name="fromPlace" label="From" />
          <TextField name="toPlace" label="To" />
        </FieldRow>
      )}
      {isCare(line.kind) && (
        <TextField name="carer" label="Who looked after them?" isOptional width="24rem" />
      )}
      {(asks.reason || line.kind in REASONS || line.reason !== '' || isQuestioned) && (
        <TextField
          name="reason"
          label={REASONS[line.kind] ?? (isQuestioned ? 'The answer' : 'Why was it needed?')}
          {...(isQuestioned ? { hint: 'Answer here what was asked. Staff read it.' } : {})}
          isOptional={!asks.reason}
        />
      )}
      {!byMiles && <LaidReceipts claim={props.claim} onReceipts={props.onReceipts} />}
      {!byMiles && asks.receipt !== 'not-needed' && line.receiptIds.length === 0 && (
        <TextField
          name="noReceiptWhy"
          label="No receipt? Say why"
          isOptional
          hint={
            asks.receipt === 'needed'
              ? 'This cost is paid with a receipt only. Staff read the reason.'
              : 'Without a receipt a reason is enough.'
          }
        />
      )}
      {props.mayOverride && <OverrideFields />}
      <WhenFields activities={activities} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <Button type="submit" variant="contained" size="large">
          {props.nextWords}
        </Button>
        <Button variant="outlined" size="large" onClick={props.onRemove}>
          Take this cost out
        </Button>
      </Box>
    </ContractFormBody>
  );
}

const REASONS: Readonly<Partial<Record<LineWords['kind'], string>>> = {
  'room-hire': 'Why would no tenant meeting room do?',
  taxi: 'Why a taxi?',
  other: 'What was it for?',
};

function AgesField() {
  const { id, error } = useFieldState('ages');
  return (
    <FieldFrame label="How many children of each age?" id={id} error={error} isGroup>
      <FieldRow fieldRem={7}>
        {AgeBand.options.map((band) => (
          <NumberField key={band} name={`ages.${band}`} label={AGE_BAND_WORDS[band]} />
        ))}
      </FieldRow>
    </FieldFrame>
  );
}

/** While the council's rate is not entered: what was really paid, and why it is taken. */
function OverrideFields() {
  const override: unknown = useWatch({ name: 'override' });
  return (
    <>
      <AmountField
        name="override"
        label="Receipted cost to take instead"
        hint="The rate is not entered yet. Leave this empty, and the cost is priced when it is."
        isOptional
      />
      {override !== '' && (
        <TextField name="overrideWhy" label="Why is it taken, and who said so?" />
      )}
    </>
  );
}

/** For which meeting and on which day: as chosen before, until somebody says another. */
function WhenFields({ activities }: { readonly activities: readonly Activity[] }) {
  const activityId: unknown = useWatch({ name: 'activityId' });
  const today = useToday();
  const day: unknown = useWatch({ name: 'day' });
  const { error } = useFieldState('day');
  const [isOpen, setIsOpen] = useState(false);
  const activity = activities.find(({ id }) => id === activityId);
  const known = LocalDate.safeParse(day).data;
  if (!isOpen && error === undefined && activity !== undefined && known !== undefined)
    return (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1 }}>
        <span>
          For <strong>{activity.title}</strong>, {formatDate(known)}
        </span>
        <Button onClick={() => setIsOpen(true)}>Another meeting or day</Button>
      </Box>
    );
  return (
    <>
      <SelectField
        name="activityId"
        label="For which meeting or event?"
        emptyWords="None of those on record"
        options={activities.map((each) => ({
          value: each.id,
          words: `${formatDayNear(each.on, today)}: ${each.title}`,
        }))}
      />
      <LocalDateField name="day" label="On which day?" hint="Like 24/11, tue or yesterday" />
    </>
  );
}

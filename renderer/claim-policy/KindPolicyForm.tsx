import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useWatch } from 'react-hook-form';
import {
  CAP_UNIT_WORDS,
  CapUnit,
  COST_KIND_WORDS,
  type KindPolicy,
  type KindPolicyDetails,
} from '#db/claim-policy/claim-policy.contract';
import { receiptWords } from '#db/claim-policy/policy-words.rules';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { CheckField } from '../shared/CheckField.tsx';
import { FieldFrame } from '../shared/FieldFrame.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useEnterKind, usePreviewKind } from './claim-policy.queries.ts';
import { type KindPolicyFields, kindPolicyFields, kindPolicySchema } from './kind-policy-values.ts';
import { type Planned, PolicyDialog } from './PolicyDialog.tsx';

const BASES = [
  { value: 'per-mile', words: 'So much a mile' },
  { value: 'actual', words: 'What it really cost' },
  { value: 'per-hour', words: 'What it cost, up to so much an hour' },
];
const RECEIPTS = (['needed', 'needed-or-reason', 'not-needed'] as const).map((value) => ({
  value,
  words: receiptWords(value),
}));

/** Enters the policy for a kind of cost from a day on, after showing what it changes. */
export function KindPolicyForm(props: {
  readonly policy: KindPolicy;
  readonly onClose: () => void;
}) {
  const { policy, onClose } = props;
  const today = useToday();
  const { say } = useToast();
  const preview = usePreviewKind();
  const enter = useEnterKind();
  const [planned, setPlanned] = useState<Planned<KindPolicyDetails> | null>(null);
  const what = COST_KIND_WORDS[policy.kind];
  const form = useContractForm(kindPolicySchema(policy.kind), kindPolicyFields(policy, today), {
    draftKey: `policy.${policy.kind}`,
    keepsDraft: () => true,
    onSubmit: async (details) => {
      const { changes } = await preview.mutateAsync(details);
      setPlanned({ details, changes });
    },
  });

  async function enterPlanned(details: KindPolicyDetails): Promise<void> {
    await enter.mutateAsync(details);
    form.startAgain();
    say({ words: `${what}: the policy from ${formatDateNoWeekday(details.from)} is entered.` });
    onClose();
  }

  return (
    <PolicyDialog
      title={`What is paid: ${what}`}
      what={what}
      form={form}
      planned={planned}
      onEnter={enterPlanned}
      onGoOn={() => setPlanned(null)}
      onClose={onClose}
    >
      <LocalDateField
        name="from"
        label="From which day does it hold?"
        hint={
          policy.isRateAwaited
            ? 'Today or later. While no rate is set, an earlier day may stand here too, for journeys already made'
            : 'Today or later: days that are over keep what they had'
        }
      />
      <Rate />
      <Limits />
      <Checks legend="Who can claim it?" hint="Nobody ticked means: it cannot be claimed">
        <CheckField name="forPeople" label="People for themselves" />
        <CheckField name="forGroups" label="Groups" />
        <CheckField name="forStaff" label="Staff" />
      </Checks>
      <SelectField name="receipt" label="Is a receipt needed?" options={RECEIPTS} />
      <Checks legend="Under which conditions?">
        <CheckField name="needsCouncilLed" label="The council leads the activity" />
        <CheckField name="needsFunded" label="The activity is marked as funded" />
        <CheckField
          name="needsPreventedAttendance"
          label="The claimant says the cost would have kept them away"
        />
        <CheckField
          name="needsFullDayWithoutLunch"
          label="The event lasts a full day and lunch is not provided"
        />
        <CheckField name="needsReason" label="The claimant says why it was needed" />
        <CheckField name="warnsIfTransportProvided" label="Warn where transport was provided" />
      </Checks>
      <TextField
        name="sentence"
        label="The rule in a sentence"
        hint="Stands beside every penny that it cuts, and on the sheet of what can be claimed"
        lines={2}
      />
    </PolicyDialog>
  );
}

function Rate() {
  const basis = useWatch<KindPolicyFields, 'basis'>({ name: 'basis' });
  const isRateAwaited = useWatch<KindPolicyFields, 'isRateAwaited'>({ name: 'isRateAwaited' });
  return (
    <>
      <SelectField name="basis" label="How is it worked out?" options={BASES} />
      <CheckField
        name="isRateAwaited"
        label="The council pays a rate of its own, but it is not known yet"
      />
      {isRateAwaited && (
        <Typography sx={{ fontWeight: 600 }}>Take the tick off to enter what is paid.</Typography>
      )}
      {basis !== 'actual' && !isRateAwaited && (
        <TextField
          name="ratePence"
          label={basis === 'per-mile' ? 'How much a mile?' : 'The most an hour'}
          hint="For example 45p or 7.50"
          width="10rem"
        />
      )}
    </>
  );
}

function Limits() {
  return (
    <Checks legend="Is there a limit?" hint="In pounds. Empty means: no limit">
      <FieldRow fieldRem={11}>
        {CapUnit.options.map((unit) => (
          <TextField
            key={unit}
            name={`caps.${unit}`}
            label={`For ${CAP_UNIT_WORDS[unit]}`}
            width="10rem"
          />
        ))}
      </FieldRow>
    </Checks>
  );
}

/** Fields that answer one question together. */
function Checks(props: {
  readonly legend: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  const id = `policy-${props.legend.replace(/\W+/g, '-').toLowerCase()}`;
  return (
    <FieldFrame id={id} label={props.legend} hint={props.hint} error={undefined} isGroup>
      <Box sx={{ display: 'flex', flexDirection: 'column' }}>{props.children}</Box>
    </FieldFrame>
  );
}

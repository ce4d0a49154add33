import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { Facility, FacilityId } from '#db/facilities/facilities.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { countOf, formatDateNoWeekday, formatMinutes } from '#db/shared/plain-words';
import { type Allowance, usageContract } from '#db/usage/usage.contract';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAllowances, useSetAllowance } from './usage.queries.ts';

const UNIT_WORDS = {
  copies: 'Pages copied or printed',
  'session-minutes': 'Hours at a computer',
  'booked-minutes': 'Hours of bookings',
} as const;
const PERIOD_WORDS = { month: 'a month', quarter: 'a quarter', year: 'a year' } as const;
const PER_WORDS = { group: 'Each group', person: 'Each person' } as const;
const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, words: text }));

const MINUTES_IN_AN_HOUR = 60;
const fields = usageContract.setAllowance.input.shape;
const AllowanceFormSchema = z
  .object({
    facilityId: z.string().min(1, 'Choose what it is for.'),
    per: fields.per,
    unit: fields.unit,
    amount: z
      .int('Enter a whole number, or leave it empty for no limit.')
      .positive('Enter a number above 0, or leave it empty for no limit.')
      .max(100_000)
      .nullable(),
    period: fields.period,
    from: fields.from,
  })
  .transform(({ amount, facilityId, ...typed }) => ({
    ...typed,
    facilityId: facilityId as FacilityId,
    // Hours are typed and minutes are kept, so that half an hour is not lost.
    amount: amount === null || typed.unit === 'copies' ? amount : amount * MINUTES_IN_AN_HOUR,
  }));

/** What may be used free in a period: no entry is no rule (BOOK-23, BOOK-24). */
export function AllowancesSection({ facilities }: { readonly facilities: readonly Facility[] }) {
  const allowances = useAllowances();
  const mayChange = useCan(MANAGER_ONLY);
  const [isAdding, setIsAdding] = useState(false);
  if (allowances.data === undefined) return null;
  return (
    <Box component="section" aria-label="Allowances" sx={{ mt: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">Allowances</Typography>
        {mayChange && (
          <Button variant="outlined" startIcon={<AddIcon />} onClick={() => setIsAdding(true)}>
            Enter an allowance
          </Button>
        )}
      </Box>
      {allowances.data.length === 0 ? (
        <Typography>No allowance is entered, so nothing is limited.</Typography>
      ) : (
        <DataTable
          label="Allowances"
          rows={allowances.data}
          keyOf={(each) => each.id}
          minWidth="36rem"
          columns={[
            { heading: 'For', cell: (each) => each.facilityName },
            { heading: 'Who', cell: (each) => PER_WORDS[each.per] },
            { heading: 'How much', cell: (each) => amountWords(each) },
            {
              heading: 'From and to',
              cell: (each) =>
                each.until === null
                  ? `From ${formatDateNoWeekday(each.from)}`
                  : `${formatDateNoWeekday(each.from)} to ${formatDateNoWeekday(each.until)}`,
            },
          ]}
        />
      )}
      {isAdding && (
        <FormDialog title="Enter an allowance" onClose={() => setIsAdding(false)}>
          <AllowanceForm facilities={facilities} onClose={() => setIsAdding(false)} />
        </FormDialog>
      )}
    </Box>
  );
}

function AllowanceForm(props: {
  readonly facilities: readonly Facility[];
  readonly onClose: () => void;
}) {
  const set = useSetAllowance();
  const today = useToday();
  const { say } = useToast();
  const form = useContractForm(
    AllowanceFormSchema,
    { facilityId: '', per: 'group', unit: 'copies', amount: null, period: 'quarter', from: today },
    {
      draftKey: 'allowance.new',
      onSubmit: async (allowance) => {
        await set.mutateAsync(allowance);
        say({ words: 'The allowance is entered.' });
        props.onClose();
      },
    },
  );
  return (
    <ContractFormBody form={form} label="Enter an allowance">
      <SelectField
        name="facilityId"
        label="What is it for?"
        emptyWords="Choose what it is for"
        options={props.facilities.map((each) => ({ value: each.id, words: each.name }))}
      />
      <SelectField name="per" label="Who has it?" options={optionsOf(PER_WORDS)} />
      <SelectField name="unit" label="Of what?" options={optionsOf(UNIT_WORDS)} />
      <NumberField
        name="amount"
        label="How many?"
        hint="Pages, or whole hours. Empty: from that day on there is no limit"
        isOptional
      />
      <SelectField name="period" label="In what time?" options={optionsOf(PERIOD_WORDS)} />
      <LocalDateField name="from" label="From which day?" />
      <FormButtons
        saveWords="Enter the allowance"
        closeWords="Close without entering"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={props.onClose}
      />
    </ContractFormBody>
  );
}

function amountWords(each: Allowance): string {
  const amount =
    each.unit === 'copies' ? countOf(each.amount, 'page') : `${formatMinutes(each.amount)} of use`;
  return `${amount} ${PERIOD_WORDS[each.period]}`;
}

import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { z } from 'zod';
import { bookingUseProcedures } from '#db/bookings/use/booking-use.contract';
import type { InputOf } from '#db/shared/contract';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import type { Expected } from './use-check-in.ts';

const fields = bookingUseProcedures.stopUse.input.shape;

/** What is noted at the end of a booking. */
export type CheckOut = Omit<InputOf<typeof bookingUseProcedures.stopUse>, 'id' | 'version'>;

const CheckOutForm = z
  .object({
    tidy: z.boolean(),
    crockery: z.boolean(),
    equipment: z.boolean(),
    nothingLeft: z.boolean(),
    headcount: fields.headcount.unwrap(),
    damage: fields.damage,
    found: z.string().trim().max(2000, 'Use 2,000 characters or fewer.'),
    notes: fields.notes,
  })
  .transform(
    ({ tidy, crockery, equipment, nothingLeft, found, ...rest }): CheckOut => ({
      ...rest,
      checklist: { tidy, crockery, equipment, nothingLeft },
      found: found
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }),
  );

type CheckOutDialogProps = {
  readonly booking: Expected;
  readonly onCheckOut: (noted: CheckOut) => Promise<void>;
  readonly onClose: () => void;
};

/**
 * How the room was left (BOOK-09 to BOOK-11). Everything stands as in order, so that the usual end of
 * a meeting costs one press; what is not gets its tick taken away.
 */
export function CheckOutDialog({ booking, onCheckOut, onClose }: CheckOutDialogProps) {
  const form = useContractForm(
    CheckOutForm,
    {
      tidy: true,
      crockery: true,
      equipment: true,
      nothingLeft: true,
      headcount: null,
      damage: '',
      found: '',
      notes: '',
    },
    { onSubmit: onCheckOut, draftKey: `booking.check-out.${booking.id}` },
  );
  return (
    <FormDialog title={`Check out ${booking.reference}`} onClose={onClose}>
      <ContractFormBody form={form}>
        <FormButtons
          saveWords="Check out"
          closeWords="Not yet"
          isSending={form.isSending}
          onClose={onClose}
        />
        <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: 'grid' }}>
          <Typography component="legend" sx={{ p: 0, fontWeight: 620 }}>
            Take the tick away from what is not in order
          </Typography>
          <CheckField name="tidy" label="The room is clean and tidy" />
          <CheckField name="crockery" label="Cups and crockery are washed and put away" />
          <CheckField name="equipment" label="All equipment is here" />
          <CheckField name="nothingLeft" label="Nothing was left behind" />
        </Box>
        <NumberField name="headcount" label="How many came?" unit="people" isOptional />
        <TextField name="damage" label="What is damaged?" lines={1} isOptional />
        <TextField
          name="found"
          label="What was found?"
          hint="One thing on each line; it goes onto the lost property list"
          lines={1}
          isOptional
        />
        <TextField name="notes" label="Notes" lines={1} isOptional isPersonal />
      </ContractFormBody>
    </FormDialog>
  );
}

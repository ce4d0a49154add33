import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { z } from 'zod';
import { type Centre, CentreDetails } from '#db/settings/settings.contract';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FactList } from '../shared/FactList.tsx';
import { NumberField } from '../shared/NumberField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { addressLinesOf } from './address-lines.ts';
import { useChangeCentre } from './settings.queries.ts';

const IDLE_SENTENCE = 'Enter a number of minutes from 1 to 60.';

const CentreFormValues = CentreDetails.omit({ addressLines: true }).extend({
  address: z
    .string()
    .refine((text) => addressLinesOf(text).length <= 6, 'Use 6 lines or fewer for the address.'),
  idleLockMinutes: z
    .number(IDLE_SENTENCE)
    .int(IDLE_SENTENCE)
    .min(1, IDLE_SENTENCE)
    .max(60, IDLE_SENTENCE),
});

/** Changes the centre's details. */
export function CentreForm(props: { readonly centre: Centre }) {
  const { centre } = props;
  const change = useChangeCentre();
  const { say } = useToast();
  const form = useContractForm(
    CentreFormValues,
    {
      name: centre.name,
      address: centre.addressLines.join('\n'),
      phone: centre.phone,
      idleLockMinutes: centre.idleLockMinutes,
    },
    {
      draftKey: 'settings.centre',
      onSubmit: async ({ address, ...details }) => {
        await change.mutateAsync({
          ...details,
          addressLines: addressLinesOf(address),
          version: centre.version,
        });
        say({ words: 'The centre’s details are saved.' });
      },
    },
  );

  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: '44rem' }}>
      <FactList
        facts={[
          { label: 'Council', value: centre.council === '' ? 'Not said' : centre.council },
          { label: 'Team', value: centre.team === '' ? 'Not said' : centre.team },
        ]}
      />
      <ContractFormBody form={form}>
        <TextField name="name" label="Name of the centre" hint="As it should stand on letters" />
        <TextField name="address" label="Address" hint="One line below the other" lines={4} />
        <TextField name="phone" label="Phone" inputMode="tel" width="16rem" />
        <NumberField
          name="idleLockMinutes"
          label="Lock a screen nobody uses after"
          unit="minutes"
          hint="5 minutes suit a desk that visitors can reach."
        />
        <Box>
          <Button type="submit" variant="contained" disabled={form.isSending}>
            Save the centre’s details
          </Button>
        </Box>
      </ContractFormBody>
    </Box>
  );
}

import { z } from 'zod';
import { atTime, dateOf, timeOf } from '#db/shared/local-date';
import { type CouncilAccess, type Venue, venuesContract } from '#db/venues/venues.contract';
import { useToast } from '../app/toasts.tsx';
import { WhatHappened } from '../bookings/WhatHappened.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { AccessFields, VISIT_FIELDS } from './AccessFields.tsx';
import { useChangeAccess } from './venues.queries.ts';

const CorrectionSchema = z.object({
  ...VISIT_FIELDS,
  why: venuesContract.changeAccess.input.shape.why,
});

type Props = {
  readonly venue: Venue;
  readonly access: CouncilAccess;
  readonly onClose: () => void;
};

/** Puts a mistyped visit right, with the reason; below it stands what had been entered before. */
export function CorrectAccessDialog({ venue, access, onClose }: Props) {
  const change = useChangeAccess();
  const { say } = useToast();
  const { id, venueId: _, ...seen } = access;
  const { at, ...rest } = seen;
  const form = useContractForm(
    CorrectionSchema,
    { ...rest, date: dateOf(at), time: timeOf(at), why: '' },
    {
      draftKey: `venue.access.correct.${id}`,
      onSubmit: async ({ date, time, ...entry }) => {
        await change.mutateAsync({ ...entry, id, seen, at: atTime(date, time) });
        say({ words: `Put right: council access to ${venue.name}.` });
        onClose();
      },
    },
  );
  return (
    <FormDialog title="Put the visit right" onClose={onClose}>
      <ContractFormBody form={form} label="Put the visit right">
        <AccessFields />
        <TextField
          name="why"
          label="What was wrong with it?"
          hint="The record keeps what it said before, with these words"
          isPersonal
        />
        <FormButtons
          saveWords="Put the visit right"
          closeWords="Leave it as it is"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
      <WhatHappened objectType="venue" objectId={venue.id} />
    </FormDialog>
  );
}

import Box from '@mui/material/Box';
import { useFormContext } from 'react-hook-form';
import { askFor } from '../officers/acts-for.ts';
import { ActsForField } from '../officers/ActsForField.tsx';
import { WhoField } from '../people/WhoField.tsx';
import type { Choice } from '../shared/ChooserField.tsx';
import type { BookingFormValues } from './booking-form-values.ts';

type BookerFieldProps = { readonly takesFocus?: boolean };

/**
 * Who the room is for. A person who books for themselves answers for the room, unless somebody else does already; one
 * who holds a post says once for whom, and answers for the room of the group too.
 */
export function BookerField({ takesFocus = false }: BookerFieldProps) {
  const { setValue, getValues } = useFormContext<BookingFormValues>();

  function follow(booker: Choice | null): void {
    setValue('actsFor', askFor(booker));
    const isPerson = booker?.id.startsWith('person:') ?? false;
    if (isPerson && getValues('responsiblePersonId') === null)
      setValue('responsiblePersonId', booker, { shouldDirty: true });
  }

  function actFor(group: Choice | null, who: Choice): void {
    setValue('booker', group ?? who, { shouldDirty: true, shouldValidate: true });
    if (group !== null) setValue('responsiblePersonId', who, { shouldDirty: true });
  }

  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <WhoField
        name="booker"
        label="Who is it for?"
        hint="Type two letters of a group’s or person’s name, or part of a phone number"
        from="both"
        takesFocus={takesFocus}
        onChosen={follow}
      />
      <ActsForField onAnswer={actFor} />
    </Box>
  );
}

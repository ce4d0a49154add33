import { useFormContext } from 'react-hook-form';
import { WhoField } from '../people/WhoField.tsx';
import type { Choice } from '../shared/ChooserField.tsx';
import type { BookingFormValues } from './booking-form-values.ts';

type BookerFieldProps = { readonly takesFocus?: boolean };

/** Who the room is for; a person who books for themselves answers for the room, unless somebody else does already. */
export function BookerField({ takesFocus = false }: BookerFieldProps) {
  const { setValue, getValues } = useFormContext<BookingFormValues>();

  function follow(booker: Choice | null): void {
    const isPerson = booker?.id.startsWith('person:') ?? false;
    if (isPerson && getValues('responsiblePersonId') === null)
      setValue('responsiblePersonId', booker, { shouldDirty: true });
  }

  return (
    <WhoField
      name="booker"
      label="Who is it for?"
      hint="Type two letters of a group’s or person’s name, or part of a phone number"
      from="both"
      takesFocus={takesFocus}
      onChosen={follow}
    />
  );
}

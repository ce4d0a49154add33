import { useEffect } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { FieldFrame } from '../../shared/FieldFrame.tsx';
import { useFieldState } from '../../shared/form-context.tsx';
import { SignaturePad } from './SignaturePad.tsx';

/** The pad as the field `strokes` of a form, so that an empty box is said like any other. */
export function PadField({ label }: { readonly label: string }) {
  const { field } = useController({ name: 'strokes' });
  const { setValue } = useFormContext();
  // A box that is gone holds no signature, or one would be sent that nobody sees any more.
  useEffect(() => () => setValue('strokes', []), [setValue]);
  const { id, error } = useFieldState('strokes');
  return (
    <FieldFrame label="Sign in this box" id={id} error={error} isGroup>
      <SignaturePad label={label} onChange={field.onChange} />
    </FieldFrame>
  );
}

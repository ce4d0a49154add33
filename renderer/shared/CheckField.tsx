import { Checkbox, FormControlLabel } from '@mui/material';
import { useController } from 'react-hook-form';
import { useFieldState } from './form-context.tsx';

/** A tick box for a yes or no. */
export function CheckField(props: { readonly name: string; readonly label: string }) {
  const { field } = useController({ name: props.name });
  const { id } = useFieldState(props.name);
  return (
    <FormControlLabel
      label={props.label}
      control={
        <Checkbox
          id={id}
          name={field.name}
          checked={field.value === true}
          onChange={(_, isTicked) => field.onChange(isTicked)}
          onBlur={field.onBlur}
        />
      }
    />
  );
}

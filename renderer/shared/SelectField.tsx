import { NativeSelect, OutlinedInput } from '@mui/material';
import { useController } from 'react-hook-form';
import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { useFieldState } from './form-context.tsx';

export type SelectOption = { readonly value: string; readonly words: string };

type Props = FieldWords & {
  readonly name: string;
  readonly options: readonly SelectOption[];
  /** First line with an empty value, such as 'Choose a purpose'. */
  readonly emptyWords?: string;
};

/** A field to choose one of a few known answers; the computer's own list, which every keyboard and reader knows. */
export function SelectField(props: Props) {
  const { field } = useController({ name: props.name });
  const { id, error } = useFieldState(props.name);
  return (
    <FieldFrame {...props} id={id} error={error}>
      <NativeSelect
        {...field}
        value={field.value ?? ''}
        inputRef={field.ref}
        ref={undefined}
        error={error !== undefined}
        input={<OutlinedInput />}
        inputProps={{
          id,
          'aria-describedby': describedBy(id, { hint: props.hint, error }),
          'aria-invalid': error !== undefined,
        }}
        sx={{ width: '100%', maxWidth: '28rem' }}
      >
        {props.emptyWords === undefined ? null : <option value="">{props.emptyWords}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </NativeSelect>
    </FieldFrame>
  );
}

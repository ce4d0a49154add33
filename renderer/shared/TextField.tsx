import { OutlinedInput } from '@mui/material';
import { useController } from 'react-hook-form';
import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { useFieldState } from './form-context.tsx';

type Props = FieldWords & {
  readonly name: string;
  /** Several lines, this many at first. */
  readonly lines?: number;
  readonly isPersonal?: boolean;
  /** Width of the input, when the answer is short: the field shows how much is expected. */
  readonly width?: string;
  readonly autoComplete?: string;
  /** The first field of a dialog or of a page that is nothing but a form. */
  readonly takesFocus?: boolean;
  readonly inputMode?: 'text' | 'tel' | 'numeric';
  readonly spellCheck?: boolean;
};

/** A field for words, inside a ContractFormBody. */
export function TextField(props: Props) {
  const { field } = useController({ name: props.name });
  const { id, error } = useFieldState(props.name);
  return (
    <FieldFrame {...props} id={id} error={error}>
      <OutlinedInput
        {...field}
        value={field.value ?? ''}
        inputRef={field.ref}
        ref={undefined}
        id={id}
        fullWidth
        multiline={props.lines !== undefined}
        minRows={props.lines ?? 1}
        error={error !== undefined}
        {...(props.takesFocus ? { autoFocus: true } : {})}
        autoComplete={props.autoComplete ?? 'off'}
        slotProps={{
          input: {
            'aria-describedby': describedBy(id, { hint: props.hint, error }),
            'aria-invalid': error !== undefined,
            inputMode: props.inputMode,
            spellCheck: props.spellCheck,
          },
        }}
        sx={{ maxWidth: props.width ?? '36rem' }}
      />
    </FieldFrame>
  );
}

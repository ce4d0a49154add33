import { OutlinedInput } from '@mui/material';
import { useEffect, useState } from 'react';
import { useController } from 'react-hook-form';
import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { useFieldState } from './form-context.tsx';

type Props = FieldWords & {
  readonly name: string;
  /** What is counted, after the input: 'people'. */
  readonly unit?: string;
  /** The sentence for text that is no number. */
  readonly unreadableSentence?: string;
};

/** A field for a whole number; its value is a number, or null when it is empty. */
export function NumberField(props: Props) {
  const { field } = useController({ name: props.name });
  const { id, error, unreadable } = useFieldState(props.name);
  const [text, setText] = useState(() => textOf(field.value));

  const [seen, setSeen] = useState<unknown>(field.value);
  if (seen !== field.value) {
    // Follows values set from outside, such as a kept draft, without touching text being typed.
    setSeen(field.value);
    if (numberOf(text) !== field.value) setText(textOf(field.value));
  }
  useEffect(() => () => void unreadable.delete(props.name), [unreadable, props.name]);

  const type = (typed: string): void => {
    setText(typed);
    const value = numberOf(typed);
    if (typeof value === 'string') {
      unreadable.set(props.name, props.unreadableSentence ?? 'Enter a whole number, like 12.');
    } else {
      unreadable.delete(props.name);
    }
    field.onChange(value);
  };

  return (
    <FieldFrame {...props} id={id} error={error}>
      <OutlinedInput
        id={id}
        name={field.name}
        inputRef={field.ref}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={field.onBlur}
        error={error !== undefined}
        autoComplete="off"
        endAdornment={props.unit}
        slotProps={{
          input: {
            inputMode: 'numeric',
            'aria-describedby': describedBy(id, { hint: props.hint, error }),
            'aria-invalid': error !== undefined,
          },
        }}
        sx={{ width: props.unit === undefined ? '8rem' : '12rem' }}
      />
    </FieldFrame>
  );
}

/** A whole number, null for nothing, or the text itself when it is neither. */
function numberOf(text: string): number | string | null {
  const typed = text.trim().replaceAll(',', '');
  if (typed === '') return null;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : text;
}

function textOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

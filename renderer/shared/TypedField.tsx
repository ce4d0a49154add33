import { OutlinedInput } from '@mui/material';
import { useEffect, useState } from 'react';
import { useController } from 'react-hook-form';
import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';
import { useFieldState } from './form-context.tsx';

type Props = FieldWords & {
  readonly name: string;
  readonly width: string;
  /** Reads what was typed; undefined when it cannot be read. */
  readonly parse: (text: string) => string | undefined;
  /** Says a value in words, also in a form that `parse` reads again; empty for what is no value. */
  readonly format: (value: string) => string;
  readonly unreadableSentence: string;
  readonly missingSentence: string;
  /** Hears every letter typed here, and nothing that was set from outside. */
  readonly onTyped?: ((text: string) => void) | undefined;
};

/** A field whose typed text is read into a value, with an echo of what was understood. */
export function TypedField(props: Props) {
  const { name, parse, format } = props;
  const { field } = useController({ name });
  const { id, error, unreadable, emptied } = useFieldState(name);
  const value = typeof field.value === 'string' ? field.value : '';
  const [text, setText] = useState(() => format(value) || value);
  const [lastSet, setLastSet] = useState(value);
  if (value !== lastSet) {
    // A value that did not come from typing here (a click in the calendar, a kept draft).
    setLastSet(value);
    setText(format(value) || value);
  }

  const sentence = text.trim() === '' ? props.missingSentence : props.unreadableSentence;
  const isEmptied = text.trim() === '' && props.isOptional === true;
  const isRead = format(value) !== '' || isEmptied;
  useEffect(() => {
    if (isRead) unreadable.delete(name);
    else unreadable.set(name, sentence);
    return () => void unreadable.delete(name);
  }, [unreadable, name, isRead, sentence]);

  useEffect(() => {
    if (isEmptied) emptied.add(name);
    else emptied.delete(name);
    return () => void emptied.delete(name);
  }, [emptied, name, isEmptied]);

  const type = (typed: string): void => {
    setText(typed);
    const read = typed.trim() === '' ? '' : (parse(typed) ?? typed);
    setLastSet(read);
    if (format(read) !== '') unreadable.delete(name);
    else if (typed.trim() !== '') unreadable.set(name, props.unreadableSentence);
    field.onChange(read);
    props.onTyped?.(typed);
  };

  return (
    <FieldFrame {...props} id={id} error={error} echo={format(value)}>
      <OutlinedInput
        id={id}
        name={field.name}
        inputRef={field.ref}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={field.onBlur}
        error={error !== undefined}
        autoComplete="off"
        slotProps={{
          input: {
            spellCheck: false,
            'aria-describedby': describedBy(id, { hint: props.hint, error }),
            'aria-invalid': error !== undefined,
          },
        }}
        sx={{ width: '100%', maxWidth: props.width }}
      />
    </FieldFrame>
  );
}

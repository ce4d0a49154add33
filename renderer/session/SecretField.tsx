import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { describedBy, FieldFrame, type FieldWords } from '../shared/FieldFrame.tsx';
import { useFieldState } from '../shared/form-context.tsx';

type Props = FieldWords & {
  readonly name: string;
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
  readonly takesFocus?: boolean;
  readonly startsShown?: boolean;
  readonly inputMode?: 'text' | 'numeric';
};

/** A field for a passphrase or PIN, which can be shown while it is typed; pasting is allowed. */
export function SecretField(props: Props) {
  const { field } = useController({ name: props.name });
  const { id, error } = useFieldState(props.name);
  const [isShown, setIsShown] = useState(props.startsShown ?? false);
  return (
    <FieldFrame {...props} id={id} error={error}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, maxWidth: '36rem' }}>
        <OutlinedInput
          {...field}
          ref={undefined}
          inputRef={field.ref}
          value={field.value ?? ''}
          id={id}
          type={isShown ? 'text' : 'password'}
          error={error !== undefined}
          autoComplete={props.autoComplete}
          {...(props.takesFocus ? { autoFocus: true } : {})}
          slotProps={{
            input: {
              'aria-describedby': describedBy(id, { hint: props.hint, error }),
              'aria-invalid': error !== undefined,
              autoCapitalize: 'none',
              spellCheck: false,
              inputMode: props.inputMode,
            },
          }}
          sx={{ flex: '1 1 14rem' }}
        />
        <Button
          variant="outlined"
          onClick={() => setIsShown(!isShown)}
          aria-label={isShown ? 'Hide what is typed' : 'Show what is typed'}
          aria-controls={id}
        >
          {isShown ? 'Hide' : 'Show'}
        </Button>
      </Box>
    </FieldFrame>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { SecretField } from '../session/SecretField.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { strengthOf, suggestPassphrase } from './passphrase.ts';

/** Suggests a passphrase of four words, says how hard the typed one is to guess, and asks for it twice. */
export function NewPassphraseFields(props: { readonly name: string; readonly againName: string }) {
  const [suggestion, setSuggestion] = useState(suggestPassphrase);
  const { setValue, control } = useFormContext();
  const typed: unknown = useWatch({ control, name: props.name });
  const strength = typeof typed === 'string' && typed !== '' ? strengthOf(typed) : null;

  return (
    <>
      <Box>
        <Typography>A suggestion. Write it down and keep it away from this desk:</Typography>
        <Box
          sx={(theme) => ({
            marginBlock: 1,
            paddingBlock: 1.25,
            paddingInline: 2,
            width: 'fit-content',
            maxWidth: '100%',
            fontSize: '1.375rem',
            fontWeight: 650,
            borderRadius: 1,
            border: `2px dashed ${theme.trc.fieldLine}`,
            backgroundColor: theme.trc.sunk,
          })}
        >
          {suggestion}
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button
            variant="outlined"
            onClick={() =>
              setValue(props.name, suggestion, { shouldDirty: true, shouldValidate: false })
            }
          >
            Use this passphrase
          </Button>
          <Button onClick={() => setSuggestion(suggestPassphrase())}>Suggest another</Button>
        </Box>
      </Box>
      <Box>
        <SecretField
          name={props.name}
          label="Passphrase"
          hint="At least 12 letters. Four words with spaces work well."
          autoComplete="new-password"
          startsShown
        />
        <Box role="status" sx={{ minHeight: '2.25rem', marginTop: 1 }}>
          {strength === null ? null : <StatusWord tone={strength.tone} words={strength.words} />}
        </Box>
      </Box>
      <SecretField
        name={props.againName}
        label="Type the passphrase again"
        autoComplete="new-password"
      />
    </>
  );
}

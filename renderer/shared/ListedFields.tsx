import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { FieldRow } from './FieldRow.tsx';
import { AddIcon } from './icons.tsx';

/** A list in a form of which lines are added and taken off, each with its fields. */
export function ListedFields(props: {
  /** The field of the form that holds the list. */
  readonly name: string;
  /** What one is called: 'Party'. */
  readonly word: string;
  readonly addWords: string;
  /** What a new line begins with. */
  readonly empty: object;
  /** The fields of one line, by its path in the form. */
  readonly children: (path: string) => ReactNode;
}) {
  const { name, word, empty } = props;
  const { fields, append, remove } = useFieldArray({ name });
  return (
    <>
      {fields.map((row, at) => (
        <Box
          component="fieldset"
          key={row.id}
          sx={(theme) => ({
            margin: 0,
            minWidth: 0,
            padding: 1.5,
            border: `1px solid ${theme.trc.line}`,
            borderRadius: 1.5,
          })}
        >
          <Box component="legend" sx={{ fontWeight: 620 }}>{`${word} ${at + 1}`}</Box>
          <FieldRow fieldRem={9}>
            {props.children(`${name}.${at}`)}
            <Box>
              <Button
                variant="outlined"
                aria-label={`Take ${word.toLowerCase()} ${at + 1} off the list`}
                onClick={() => remove(at)}
              >
                Take it off
              </Button>
            </Box>
          </FieldRow>
        </Box>
      ))}
      <Box>
        <Button variant="outlined" startIcon={<AddIcon />} onClick={() => append({ ...empty })}>
          {props.addWords}
        </Button>
      </Box>
    </>
  );
}

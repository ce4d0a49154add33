import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { FieldRow } from '../shared/FieldRow.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';

type RowsProps = {
  readonly name: 'parties' | 'responsibilities' | 'actions';
  /** What one is called: 'Party'. */
  readonly word: string;
  readonly addWords: string;
  readonly empty: object;
  readonly children: (path: string) => ReactNode;
};

/** A list of which lines are added and taken off, each with its fields. */
function Rows({ name, word, addWords, empty, children }: RowsProps) {
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
            {children(`${name}.${at}`)}
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
          {addWords}
        </Button>
      </Box>
    </>
  );
}

/** Who signs, and when each did. */
export function PartyRows() {
  return (
    <Rows
      name="parties"
      word="Party"
      addWords="Add a party"
      empty={{ name: '', role: '', signatoryName: '', signedOn: null }}
    >
      {(path) => (
        <>
          <TextField name={`${path}.name`} label="Who signs?" />
          <TextField name={`${path}.role`} label="As what?" isOptional />
          <TextField name={`${path}.signatoryName`} label="Name" isPersonal isOptional />
          <LocalDateField name={`${path}.signedOn`} label="Signed on" hint="" isOptional />
        </>
      )}
    </Rows>
  );
}

/** Who does what, and to what standard (GRP-24). */
export function ResponsibilityRows() {
  return (
    <Rows
      name="responsibilities"
      word="Responsibility"
      addWords="Add who does what"
      empty={{ who: '', what: '', standard: '' }}
    >
      {(path) => (
        <>
          <TextField name={`${path}.who`} label="Who?" />
          <TextField name={`${path}.what`} label="Does what?" lines={1} />
          <TextField name={`${path}.standard`} label="To what standard?" lines={1} isOptional />
        </>
      )}
    </Rows>
  );
}

/** What is to be done, by whom and when. */
export function ActionRows() {
  return (
    <Rows
      name="actions"
      word="Action"
      addWords="Add an action"
      empty={{ what: '', who: '', by: null, doneOn: null }}
    >
      {(path) => (
        <>
          <TextField name={`${path}.what`} label="What is to be done?" />
          <TextField name={`${path}.who`} label="By whom?" isOptional />
          <LocalDateField name={`${path}.by`} label="By when?" hint="" isOptional />
          <LocalDateField name={`${path}.doneOn`} label="Done on" hint="" isOptional />
        </>
      )}
    </Rows>
  );
}
